"""The labelled data set: read, check and split the CSV in the Kaggle file's shape.

Knows nothing of features or models.
"""

import csv
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.model_selection import train_test_split

from tiktok_claims.files.csv_rows import check_row
from tiktok_claims.record import COUNTS, FIELDS, TEXT, InvalidRecord, Record

LABELS = ("opinion", "claim")  # by their number: 1 is a claim
COLUMNS = ("claim_status", *FIELDS)
KAGGLE_SHA256 = "9cd7e22fac2b2bbf152759fd5aa83455a653b14dee43d2dca0ec60ce4af5bd9f"
SEED = 1
MIN_ROWS = 5  # of each label, so that every split has some


class InvalidDataset(Exception):
    """The file is not what training expects; the message names line, column and value."""


class Rows(NamedTuple):
    """Labelled records; `labels`, of the same length, is 1 for a claim and 0 for an opinion."""

    records: list[Record]
    labels: np.ndarray[Any, np.dtype[np.int64]]

    def take(self, numbers: Sequence[int]) -> "Rows":
        """Return the rows of these numbers."""
        return Rows([self.records[number] for number in numbers], self.labels[numbers])


class Splits(NamedTuple):
    """The data set in three: to fit on, to choose on, to measure on."""

    train: Rows
    validation: Rows
    test: Rows


@dataclass(frozen=True)
class Source:
    """Where labelled records come from, and how many."""

    sha256: str
    labelled: int
    dropped: int  # rows without a label
    dropped_empty: int  # of them, those without text and counts too

    @property
    def name(self) -> str:
        """Which data set this is, by its sha256."""
        return "Kaggle yakhyojon/tiktok" if self.sha256 == KAGGLE_SHA256 else "stand-in or own data"

    def describe(self) -> dict[str, Any]:
        """Return the description of the data set that the model file holds."""
        rows = self.labelled + self.dropped
        return {"name": self.name, "sha256": self.sha256, "rows": rows, "labelled": self.labelled}

    def summary(self) -> str:
        """Say in words how many rows were read and dropped."""
        return (
            f"{self.name}, sha256 {self.sha256[:12]}: {self.labelled + self.dropped:,} rows read, "
            f"{self.dropped:,} dropped: they have no label ({self.dropped_empty:,} of them neither text nor counts)"
        )


def joined(sources: Sequence[Source]) -> Source:
    """Return the source of several shards; its sha256 is that of theirs, and of one shard its own."""
    digests = "".join(source.sha256 for source in sources)
    sha256 = digests if len(sources) == 1 else hashlib.sha256(digests.encode()).hexdigest()
    counts = zip(*((source.labelled, source.dropped, source.dropped_empty) for source in sources), strict=True)
    return Source(sha256, *map(sum, counts))


@dataclass(frozen=True)
class Dataset(Source):
    """A labelled data set, in file order."""

    rows: Rows


def read(path: Path) -> Dataset:
    """Read a labelled CSV. Rows without a label are dropped and counted. Raises InvalidDataset, OSError."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        check_columns(rows.fieldnames or (), str(path))
        return collect(((f"{path}, line {rows.line_num}", row) for row in rows), check_row, str(path), sha256)


def check_columns(names: Sequence[str], place: str) -> None:
    """Raise InvalidDataset unless all columns of a labelled data set are there."""
    if missing := [name for name in COLUMNS if name not in names]:
        raise InvalidDataset(f"{place} lacks the columns {', '.join(missing)}")


def collect(
    rows: Iterable[tuple[str, Mapping[str, Any]]], check: Callable[[Any], Record], name: str, sha256: str
) -> Dataset:
    """Return the data set of these rows, each with the place that an error names. Raises InvalidDataset."""
    records, labels, dropped, dropped_empty = [], [], 0, 0
    for place, row in rows:
        if row["claim_status"] == "":
            dropped += 1
            dropped_empty += all(row.get(name) in (None, "") for name in (*COUNTS, TEXT))
        else:
            records.append(_record(row, check, place))
            labels.append(_label(row["claim_status"], place))
    if len(set(labels)) < len(LABELS):
        raise InvalidDataset(f"{name} needs rows of both labels, {' and '.join(LABELS)}")
    return Dataset(sha256, len(labels), dropped, dropped_empty, Rows(records, np.array(labels)))


def _record(row: Mapping[str, Any], check: Callable[[Any], Record], place: str) -> Record:
    try:
        return check(row)
    except InvalidRecord as error:
        first = error.errors[0]
        raise InvalidDataset(f"{place}, {first['field']}: {first['received']} {first['problem']}") from None


def _label(text: str, place: str) -> int:
    try:
        return LABELS.index(text)
    except ValueError:
        raise InvalidDataset(f"{place}, claim_status: {text[:60]!r} is neither {' nor '.join(LABELS)}") from None


def split(rows: Rows, seed: int = SEED) -> Splits:
    """Return stratified train, validation and test splits (60/20/20). Raises InvalidDataset for too few rows."""
    if min(np.bincount(rows.labels, minlength=len(LABELS))) < MIN_ROWS:
        raise InvalidDataset(
            f"it needs {MIN_ROWS} rows or more of each label, {' and '.join(LABELS)}, for three splits"
        )
    numbers = np.arange(len(rows.labels))
    rest, test = train_test_split(numbers, test_size=0.2, stratify=rows.labels, random_state=seed)
    train, validation = train_test_split(rest, test_size=0.25, stratify=rows.labels[rest], random_state=seed)
    return Splits(rows.take(train), rows.take(validation), rows.take(test))
