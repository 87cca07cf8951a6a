"""Training on a data set in parts, in the memory that a few parts need and not all.

Each part is treated as `fit.train` treats a file: split, augmented, packed. Its matrices go to disk, where xgboost
reads them one by one. Knows nothing of clusters.
"""

import errno
import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import xgboost
from tqdm import tqdm

from tiktok_claims import workers
from tiktok_claims.features import columnar
from tiktok_claims.features.spec import FEATURES
from tiktok_claims.files import reader
from tiktok_claims.files.csv_rows import PREDICTION_COLUMNS, check_row
from tiktok_claims.files.formats import format_of
from tiktok_claims.files.reader import NOT_JSON
from tiktok_claims.files.storage import Shard, find_shards
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.record import TEXT, check
from tiktok_claims.training import dataset, fit
from tiktok_claims.training.dataset import Dataset, InvalidDataset, Parts, Rows, Source, split
from tiktok_claims.training.fit import PARAMETERS, RECIPE, SEED, Recipe, WeightedRows, progress

KEPT = 20_000  # rows of each part of the split that are looked at in the end, shared out evenly
ROWS_OF_A_SENTENCE = 6  # rows of training for each sentence of the grammar, where the recipe's are too few for all
ROW_BYTES = 12 * len(FEATURES)  # that a row takes on disk in xgboost's pages, at most


class Trained(NamedTuple):
    """A model, and what it learned from."""

    source: Source
    model: ModelFile


class Share(NamedTuple):
    """A part of the data set, and what is to be made of it."""

    part: Shard
    number: int  # counted from 0
    total: int  # how many parts there are
    recipe: Recipe


class Matrices(NamedTuple):
    """Files of augmented rows, on the machine where they were made."""

    training: Path  # to fit on
    validation: Path  # to know when to stop
    rows: int  # of both


class Prepared(NamedTuple):
    """What a part has become."""

    matrices: Matrices
    kept: Parts  # some of the rows
    openings: set[int]  # of all training rows
    source: Source


def shares(names: Sequence[str], recipe: Recipe = RECIPE) -> list[Share]:
    """Return what is to be prepared. Raises InvalidFile."""
    parts = find_shards(names)
    return [Share(part, number, len(parts), recipe) for number, part in enumerate(parts)]


def prepare(share: Share, folder: Path) -> Prepared:
    """Make a part's matrices in a folder. Raises InvalidDataset, InvalidFile, OSError."""
    data = read(share.part)
    try:
        rows = split(data.rows)
    except InvalidDataset as error:
        raise InvalidDataset(f"{share.part.path}: {error}") from None
    kept = Parts(*(some.take(range(min(len(some.labels), -(-KEPT // share.total)))) for some in rows))
    recipe = replace(share.recipe, sentences=_sentences(share, len(rows.training.labels)))
    # the validation rows are those that are kept: more would not choose better
    augmented = fit.augmented(rows._replace(validation=kept.validation), recipe, SEED + 2 * share.number)
    paths = folder / f"{share.number}.training", folder / f"{share.number}.validation"
    for path, some in zip(paths, augmented, strict=True):
        _save(path, some)
    matrices = Matrices(*paths, sum(len(some.labels) for some in augmented))
    source = Source(data.sha256, data.labelled, data.dropped, data.dropped_empty)
    return Prepared(matrices, kept, fit.openings(rows.training), source)


def _sentences(share: Share, rows: int) -> int:
    """Return how many sentences of the grammar go with so many rows: a share of the recipe's, or more for many."""
    most = share.recipe.sentences
    return max(most // share.total, min(most, rows // ROWS_OF_A_SENTENCE))


def read(part: Shard) -> Dataset:
    """Read a part of a labelled data set. Raises InvalidDataset, InvalidFile, OSError."""
    sha256 = hashlib.sha256()
    with part.storage.open_input_stream(part.path, compression=None) as stream:
        while content := stream.read(reader.CHUNK_BYTES):
            sha256.update(content)
    read_row = check_row if format_of(part.path).rows == "csv" else check
    return dataset.collect(_rows(part), read_row, part.path, sha256.hexdigest())


def _rows(part: Shard) -> Iterator[tuple[str, dict[str, Any]]]:
    before = 0
    for block in reader.blocks(part.path, storage=part.storage):
        if block.form != "ndjson":  # whose rows may lack what is absent
            dataset.check_columns(block.layout.schema.names, part.path)
        rows = reader.rows(block)
        if rows.errors:
            number = min(rows.errors)
            fault = rows.errors[number]
            raise InvalidDataset(f"{part.path}, row {before + number + 1}: {fault['received']} {fault['problem']}")
        values = rows.own if isinstance(rows.own, list) else rows.own.to_pylist()
        absent = "" if block.form == "csv" else None
        for number, row in enumerate(values, start=before + 1):
            place = f"{part.path}, row {number}"
            if not isinstance(row, dict) or row is NOT_JSON:
                raise InvalidDataset(f"{place} is no JSON object")
            own = {name: value for name, value in row.items() if name not in PREDICTION_COLUMNS}
            fields = {name: absent if value is None else value for name, value in own.items()}
            label = row.get("claim_status")
            yield place, {**fields, "claim_status": "" if label is None else str(label)}
        before += rows.total


def _save(path: Path, rows: WeightedRows) -> None:
    texts = columnar.read([record.get(TEXT, "") for record in rows.records])
    with pa.output_stream(path, compression="zstd") as sink:
        for array in (columnar.pack(texts, rows.records.__getitem__), rows.labels, rows.weights):
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


def check_disk_space(matrices: Sequence[Matrices]) -> None:
    """Raise OSError when the disk has no room for what xgboost makes of matrices.

    It does not see what others want of the same disk, nor a container's own limit.
    """
    folder, rows = matrices[0].training.parent, sum(some.rows for some in matrices)
    needed, free = rows * ROW_BYTES, shutil.disk_usage(folder).free
    if needed > free:
        told = f"fitting {rows:,} rows may take {needed / 1e9:,.1f} GB of disk, and {free / 1e9:,.1f} GB are free"
        raise OSError(errno.ENOSPC, told, str(folder))


def fit_matrices(
    matrices: Sequence[Matrices],
    parameters: dict[str, Any],
    recipe: Recipe,
    callbacks: Sequence[xgboost.callback.TrainingCallback],
) -> bytes:
    """Return the trees fitted on matrices. Where xgboost's collective is begun, all its workers fit the same."""
    classifier = xgboost.XGBClassifier(**parameters)
    weights = fit.feature_weights(recipe.field_weight)
    rows = _Pages([some.training for some in matrices], weights)
    validation = _Pages([some.validation for some in matrices], weights)
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
    return Trained(source, fit.finish(fit.pipeline_of(classifier), kept, known, source.describe()))


def _joined(rows: Iterable[Rows]) -> Rows:
    records, labels = zip(*rows, strict=True)
    return Rows(list(chain.from_iterable(records)), np.concatenate(labels))


def train(names: Sequence[str], parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> Trained:
    """Train on the files that names, patterns and folders stand for. Raises InvalidDataset, InvalidFile."""
    todo, others = shares(names, recipe), set(active_children())
    with TemporaryDirectory() as folder, workers.pool() as pool:
        try:
            done = pool.map(partial(prepare, folder=Path(folder)), todo)
            prepared = list(tqdm(done, "reading", len(todo), unit="part", disable=None))
            matrices = [part.matrices for part in prepared]
            check_disk_space(matrices)
            trees = pool.submit(_fit, matrices, parameters, recipe).result()
        except BaseException:
            for process in set(active_children()) - others:
                process.kill()  # or what is under way would go on to its end
            raise
    return finish(trees, prepared, parameters)


def _fit(matrices: Sequence[Matrices], parameters: dict[str, Any], recipe: Recipe) -> bytes:
    tqdm.set_lock(RLock())  # its own is one of the system, and would outlive this process when it is killed
    return fit_matrices(matrices, parameters, recipe, [progress(parameters["n_estimators"])])
