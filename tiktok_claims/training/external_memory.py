"""Training on a data set in shards, with the memory that a few shards need.

Each shard is treated as `fit.train` treats a file: split, augmented, packed. Its matrices go to disk, where xgboost
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
from tiktok_claims.files.csv_rows import ADDED_COLUMNS, check_row
from tiktok_claims.files.formats import format_of
from tiktok_claims.files.reader import NOT_JSON
from tiktok_claims.files.storage import Shard, find_shards
from tiktok_claims.record import TEXT, check
from tiktok_claims.training import dataset, fit
from tiktok_claims.training.augmentation import RECIPE, Recipe, WeightedRows, augment_splits
from tiktok_claims.training.dataset import SEED, Dataset, InvalidDataset, Rows, Source, Splits, split
from tiktok_claims.training.fit import PARAMETERS, Trained, progress

SAMPLED = 20_000  # rows of each split that threshold, review and metrics are computed from, an equal number per shard
ROWS_PER_SENTENCE = 6  # training rows for each sentence of the grammar, where the recipe has fewer sentences
ROW_BYTES = 12 * len(FEATURES)  # of a row in xgboost's pages on disk, at most


class Task(NamedTuple):
    """One shard to prepare."""

    shard: Shard
    number: int  # counted from 0
    shards: int  # number of all shards
    recipe: Recipe


class Matrices(NamedTuple):
    """Files of augmented rows, on the machine that wrote them."""

    train: Path  # to fit on
    validation: Path  # for early stopping
    rows: int  # of both


class Prepared(NamedTuple):
    """A shard that is ready to be fitted."""

    matrices: Matrices
    sample: Splits  # some of the rows
    source: Source


def tasks(names: Sequence[str], recipe: Recipe = RECIPE) -> list[Task]:
    """Return one task for each shard of files, patterns and folders. Raises InvalidFile."""
    shards = find_shards(names)
    return [Task(shard, number, len(shards), recipe) for number, shard in enumerate(shards)]


def prepare(task: Task, folder: Path) -> Prepared:
    """Write a shard's matrices into a folder. Raises InvalidDataset, InvalidFile, OSError."""
    data = read(task.shard)
    try:
        splits = split(data.rows)
    except InvalidDataset as error:
        raise InvalidDataset(f"{task.shard.path}: {error}") from None
    sample = Splits(*(rows.take(range(min(len(rows.labels), -(-SAMPLED // task.shards)))) for rows in splits))
    recipe = replace(task.recipe, sentences=_sentences(task, len(splits.train.labels)))
    # early stopping needs no more validation rows than the sample has
    augmented = augment_splits(splits._replace(validation=sample.validation), recipe, SEED + 2 * task.number)
    paths = folder / f"{task.number}.train", folder / f"{task.number}.validation"
    for path, rows in zip(paths, augmented, strict=True):
        _save(path, rows)
    matrices = Matrices(*paths, sum(len(rows.labels) for rows in augmented))
    source = Source(data.sha256, data.labelled, data.dropped, data.dropped_empty, data.contradicting, data.missing)
    return Prepared(matrices, sample, source)


def _sentences(task: Task, rows: int) -> int:
    """Return the number of grammar sentences for a shard of `rows`: its share of the recipe's, more if it is large."""
    most = task.recipe.sentences
    return max(most // task.shards, min(most, rows // ROWS_PER_SENTENCE))


def read(shard: Shard) -> Dataset:
    """Read one shard of a labelled data set. Raises InvalidDataset, InvalidFile, OSError."""
    sha256 = hashlib.sha256()
    with shard.storage.open_input_stream(shard.path, compression=None) as stream:
        while content := stream.read(reader.CHUNK_BYTES):
            sha256.update(content)
    check_fields = check_row if format_of(shard.path).name == "csv" else check
    return dataset.collect(_rows(shard), check_fields, shard.path, sha256.hexdigest())


def _rows(shard: Shard) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row with the place that an error names. Raises InvalidDataset, InvalidFile."""
    rows_before = 0
    for chunk in reader.chunks(shard.path, storage=shard.storage):
        if chunk.format != "ndjson":  # a line of NDJSON leaves out the fields that it lacks
            dataset.check_columns(chunk.layout.schema.names, shard.path)
        rows = reader.rows_of(chunk)
        if rows.errors:
            number = min(rows.errors)
            error = rows.errors[number]
            place = f"{shard.path}, row {rows_before + number + 1}"
            raise InvalidDataset(f"{place}: {error['received']} {error['problem']}")
        values = rows.values if isinstance(rows.values, list) else rows.values.to_pylist()
        missing = "" if chunk.format == "csv" else None
        for number, row in enumerate(values, start=rows_before + 1):
            place = f"{shard.path}, row {number}"
            yield place, _labelled(row, missing, place)
        rows_before += rows.total


def _labelled(row: Any, missing: str | None, place: str) -> dict[str, Any]:
    """Return a row's fields without columns of earlier predictions; its label as text. Raises InvalidDataset."""
    if not isinstance(row, dict) or row is NOT_JSON:
        raise InvalidDataset(f"{place} is no JSON object")
    fields = {name: missing if value is None else value for name, value in row.items() if name not in ADDED_COLUMNS}
    label = row.get("claim_status")
    return {**fields, "claim_status": "" if label is None else str(label)}


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
    """Matrices one after the other; xgboost reads them a few times, then its own copy of them on disk."""

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
    """Raise OSError when xgboost's copy of the matrices does not fit on the disk.

    Sees neither what other processes write to the same disk nor a container's own limit.
    """
    folder, rows = matrices[0].train.parent, sum(one.rows for one in matrices)
    needed, free = rows * ROW_BYTES, shutil.disk_usage(folder).free
    if needed > free:
        message = f"fitting {rows:,} rows may take {needed / 1e9:,.1f} GB of disk, and {free / 1e9:,.1f} GB are free"
        raise OSError(errno.ENOSPC, message, str(folder))


def fit_matrices(
    matrices: Sequence[Matrices],
    parameters: dict[str, Any],
    recipe: Recipe,
    callbacks: Sequence[xgboost.callback.TrainingCallback],
) -> bytes:
    """Return the trees fitted on matrices. Inside xgboost's collective all its workers fit the same trees."""
    classifier = xgboost.XGBClassifier(**parameters)
    weights = fit.feature_weights(recipe.field_weight)
    rows = _Pages([one.train for one in matrices], weights)
    validation = _Pages([one.validation for one in matrices], weights)
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
    """Return the model of fitted trees with a sample of its rows. Raises ValueError when its ONNX export differs."""
    classifier = xgboost.XGBClassifier(**parameters)
    classifier.load_model(bytearray(trees))
    source = dataset.joined([shard.source for shard in prepared])
    sample = Splits(*map(_joined, zip(*(shard.sample for shard in prepared), strict=True)))
    return fit.finish(fit.pipeline_of(classifier), sample, source)


def _joined(rows: Iterable[Rows]) -> Rows:
    records, labels = zip(*rows, strict=True)
    return Rows(list(chain.from_iterable(records)), np.concatenate(labels))


def train(names: Sequence[str], parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> Trained:
    """Train on files, patterns and folders of shards. Raises InvalidDataset, InvalidFile."""
    todo, others = tasks(names, recipe), set(active_children())
    with TemporaryDirectory() as folder, workers.pool() as pool:
        try:
            done = pool.map(partial(prepare, folder=Path(folder)), todo)
            prepared = list(tqdm(done, "reading", len(todo), unit="shard", disable=None))
            matrices = [shard.matrices for shard in prepared]
            check_disk_space(matrices)
            trees = pool.submit(_fit, matrices, parameters, recipe).result()
        except BaseException:
            for process in set(active_children()) - others:
                process.kill()  # it would finish its shard first
            raise
    return finish(trees, prepared, parameters)


def _fit(matrices: Sequence[Matrices], parameters: dict[str, Any], recipe: Recipe) -> bytes:
    tqdm.set_lock(RLock())  # its own is a semaphore of the system, which would outlive this process when it is killed
    return fit_matrices(matrices, parameters, recipe, [progress(parameters["n_estimators"])])
