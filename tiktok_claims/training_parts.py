"""Training on a data set in parts, in the memory that one part needs.

Each part is treated as `training.train` treats a file: split, augmented, packed. Its matrices go to disk, and trees are
fitted with one of them in memory at a time. Knows nothing of clusters.
"""

import errno
import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import xgboost
from tqdm import tqdm

from tiktok_claims import blocks, dataset, files, training
from tiktok_claims.artifact import Artifact
from tiktok_claims.backlog import follow_parent
from tiktok_claims.dataset import BadDataset, Dataset, Parts, Rows, Source, split
from tiktok_claims.features import FEATURES
from tiktok_claims.files import NOT_JSON
from tiktok_claims.parts import Part, find
from tiktok_claims.record import TEXT, check
from tiktok_claims.table import check_row
from tiktok_claims.training import PARAMETERS, RECIPE, SEED, Recipe, WeightedRows, progress

KEPT = 20_000  # rows of each third of the split that are looked at in the end; where there are fewer, all
ROW_BYTES = 12 * len(FEATURES)  # that a row takes on disk in xgboost's pages, at most
SENTENCES = 10_000  # of the grammar, at least, for each part of the data set


class Trained(NamedTuple):
    """A model, and what it learned from."""

    source: Source
    model: Artifact


class Order(NamedTuple):
    """A part, and what is to be made of it."""

    part: Part
    number: int  # counted from 0
    parts: int  # in all
    recipe: Recipe


class Prepared(NamedTuple):
    """What a part has become."""

    matrices: tuple[Path, Path]  # to fit on, and to know when to stop; on the machine where they were made
    rows: int  # of both
    kept: Parts  # some of the rows
    openings: set[int]  # of all training rows
    source: Source


def orders(names: Sequence[str], recipe: Recipe = RECIPE) -> list[Order]:
    """Return what is to be prepared, the recipe's sentences shared out. Raises BadFile."""
    parts = find(names)
    share = replace(recipe, sentences=max(recipe.sentences // len(parts), min(recipe.sentences, SENTENCES)))
    return [Order(part, number, len(parts), share) for number, part in enumerate(parts)]


def prepare(order: Order, folder: Path) -> Prepared:
    """Make a part's matrices in a folder. Raises BadDataset, BadFile, OSError."""
    data = read(order.part)
    try:
        parts = split(data.rows)
    except BadDataset as error:
        raise BadDataset(f"{order.part.path}: {error}") from None
    kept = Parts(*(rows.take(range(min(len(rows.labels), -(-KEPT // order.parts)))) for rows in parts))
    rows = training.augmented(parts._replace(validation=kept.validation), order.recipe, SEED + 2 * order.number)
    matrices = folder / f"{order.number}.training", folder / f"{order.number}.validation"
    for path, some in zip(matrices, rows, strict=True):
        _save(path, some)
    source = Source(data.sha256, data.labelled, data.dropped, data.dropped_empty)
    return Prepared(matrices, sum(len(some.labels) for some in rows), kept, training.openings(parts.training), source)


def read(part: Part) -> Dataset:
    """Read a part of a labelled data set. Raises BadDataset, BadFile, OSError."""
    sha256 = hashlib.sha256()
    with part.storage.open_input_stream(part.path, compression=None) as stream:
        while content := stream.read(files.BLOCK_BYTES):
            sha256.update(content)
    read_row = check_row if files.kind(part.path).form == "csv" else check
    return dataset.collect(_rows(part), read_row, part.path, sha256.hexdigest())


def _rows(part: Part) -> Iterator[tuple[str, dict[str, Any]]]:
    before = 0
    for block in files.blocks(part.path, storage=part.storage):
        if block.form != "ndjson":  # whose rows may lack what is absent
            dataset.check_columns(block.layout.schema.names, part.path)
        rows = files.rows(block)
        values = rows.own if isinstance(rows.own, list) else rows.own.to_pylist()
        unreadable = rows.faults | {number: NOT_JSON for number, row in enumerate(values) if not _is_row(row)}
        for number, fault in sorted(unreadable.items()):
            raise BadDataset(f"{part.path}, row {before + number + 1}: {fault['received']} {fault['problem']}")
        absent = "" if block.form == "csv" else None
        for number, row in enumerate(values, start=before + 1):
            given = {name: absent if value is None else value for name, value in row.items()}
            label = row.get("claim_status")
            yield f"{part.path}, row {number}", {**given, "claim_status": "" if label is None else str(label)}
        before += rows.total


def _is_row(value: Any) -> bool:
    return isinstance(value, dict) and value is not NOT_JSON


def _save(path: Path, rows: WeightedRows) -> None:
    texts = blocks.read([record.get(TEXT, "") for record in rows.records])
    with pa.output_stream(path, compression="zstd") as sink:
        for array in (blocks.pack(texts, rows.records.__getitem__), rows.labels, rows.weights):
            np.lib.format.write_array(sink, array, allow_pickle=False)


def _load(path: Path) -> tuple[Any, Any, Any]:
    """Return a matrix of features, labels and weights."""
    with pa.input_stream(path, compression="zstd") as source:
        features, labels, weights = (np.lib.format.read_array(source, allow_pickle=False) for _ in range(3))
    return features, labels, weights


class _Pages(xgboost.DataIter):
    """Matrices one after the other; xgboost reads them a few times, and then what it has made of them on disk."""

    def __init__(self, paths: Sequence[Path], feature_weights: list[float]) -> None:
        super().__init__(cache_prefix=str(paths[0]))
        self._paths, self._feature_weights, self._next = paths, feature_weights, 0

    def reset(self) -> None:
        self._next = 0

    def next(self, input_data: Any) -> bool:
        if self._next == len(self._paths):
            return False
        features, labels, weights = _load(self._paths[self._next])
        self._next += 1
        input_data(data=features, label=labels, weight=weights, feature_weights=self._feature_weights)
        return True


def check_room(prepared: Sequence[Prepared]) -> None:
    """Raise OSError when there is no room beside prepared parts for what xgboost makes of them."""
    folder, rows = prepared[0].matrices[0].parent, sum(part.rows for part in prepared)
    needed, free = rows * ROW_BYTES, shutil.disk_usage(folder).free
    if needed > free:
        told = f"fitting {rows:,} rows may take {needed / 1e9:,.1f} GB of disk, and {free / 1e9:,.1f} GB are free"
        raise OSError(errno.ENOSPC, told, str(folder))


def fit(
    prepared: Sequence[Prepared],
    parameters: dict[str, Any],
    recipe: Recipe,
    callbacks: Sequence[xgboost.callback.TrainingCallback],
) -> bytes:
    """Return the trees fitted on prepared parts. Where xgboost's collective is begun, all its workers fit the same."""
    classifier = xgboost.XGBClassifier(**parameters)
    weights = training.feature_weights(recipe.field_weight)
    rows, validation = (_Pages(paths, weights) for paths in zip(*(part.matrices for part in prepared), strict=True))
    matrix = xgboost.ExtMemQuantileDMatrix(rows, nthread=classifier.n_jobs)
    booster = xgboost.train(
        classifier.get_xgb_params(),
        matrix,
        classifier.n_estimators,
        evals=[(xgboost.ExtMemQuantileDMatrix(validation, ref=matrix, nthread=classifier.n_jobs), "validation")],
        early_stopping_rounds=classifier.early_stopping_rounds,
        callbacks=callbacks,
        verbose_eval=False,
    )
    return bytes(booster.save_raw())


def finish(trees: bytes, prepared: Sequence[Prepared], parameters: dict[str, Any]) -> Trained:
    """Return the artifact of fitted trees. Raises ValueError when its compiled form differs."""
    classifier = xgboost.XGBClassifier(**parameters)
    classifier.load_model(bytearray(trees))
    source = dataset.joined([part.source for part in prepared])
    kept = Parts(*map(_joined, zip(*(part.kept for part in prepared), strict=True)))
    known = set[int]().union(*(part.openings for part in prepared))
    return Trained(source, training.finish(training.pipeline_of(classifier), kept, known, source.describe()))


def _joined(rows: Iterable[Rows]) -> Rows:
    records, labels = zip(*rows, strict=True)
    return Rows(list(chain.from_iterable(records)), np.concatenate(labels))


def train(names: Sequence[str], parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> Trained:
    """Train on the parts that names, patterns and folders stand for, on this machine. Raises BadDataset, BadFile."""
    todo = orders(names, recipe)
    with TemporaryDirectory() as folder:
        with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=follow_parent) as pool:
            done = pool.map(partial(prepare, folder=Path(folder)), todo)
            prepared = list(tqdm(done, "reading", len(todo), unit="part", disable=None))
        check_room(prepared)
        trees = fit(prepared, parameters, recipe, [progress(parameters["n_estimators"])])
    return finish(trees, prepared, parameters)
