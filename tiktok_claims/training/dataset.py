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
KAGGLE_SHA256 = "9cd7e22fac2b2bbf152759fd5aa83455a653b14dee43d2dca0ec60ce4af5bd9f"
SEED = 1
MAX_SPELLINGS = 10  # of labels, named in one line
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

    def plus(self, others: "Rows") -> "Rows":
        """Return these rows and others after them."""
        return Rows([*self.records, *others.records], np.concatenate([self.labels, others.labels]))


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
    contradicting: int = 0  # labelled rows whose text has both labels
    missing: tuple[str, ...] = ()  # fields without a value in any labelled row

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
        lines = [
            f"{self.name}, sha256 {self.sha256[:12]}: {self.labelled + self.dropped:,} rows read, "
            f"{self.dropped:,} dropped: they have no label ({self.dropped_empty:,} of them neither text nor counts)"
        ]
        if self.missing:
            lines.append(f"missing in all rows: {', '.join(self.missing)}")
        if self.contradicting:
            lines.append(f"{self.contradicting:,} rows have a text that stands under both labels")
        return "\n".join(lines)


def joined(sources: Sequence[Source]) -> Source:
    """Return the source of several shards; its sha256 is that of theirs, and of one shard its own."""
    digests = "".join(source.sha256 for source in sources)
    sha256 = digests if len(sources) == 1 else hashlib.sha256(digests.encode()).hexdigest()
    labelled, dropped, dropped_empty, contradicting = (
        sum(counts)
        for counts in zip(
            *((source.labelled, source.dropped, source.dropped_empty, source.contradicting) for source in sources),
            strict=True,
        )
    )
    missing = tuple(name for name in FIELDS if all(name in source.missing for source in sources))
    return Source(sha256, labelled, dropped, dropped_empty, contradicting, missing)


@dataclass(frozen=True, kw_only=True)
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
    """Raise InvalidDataset unless there is a column of labels and one of a field."""
    if "claim_status" not in names:
        raise InvalidDataset(f"{place} has no column claim_status")
    if not set(FIELDS) & set(names):
        raise InvalidDataset(f"{place} needs a column of at least one of {', '.join(FIELDS)}")


def collect(
    rows: Iterable[tuple[str, Mapping[str, Any]]], check: Callable[[Any], Record], name: str, sha256: str
) -> Dataset:
    """Return the data set of these rows, each with the place that an error names. Raises InvalidDataset."""
    records, labels, dropped, dropped_empty = list[Record](), list[int](), 0, 0
    other_labels = dict[str, list[str]]()  # spelling -> places
    for place, row in rows:
        label = row["claim_status"].strip().lower()
        if label == "":
            dropped += 1
            dropped_empty += all(row.get(name) in (None, "") for name in (*COUNTS, TEXT))
        elif label in LABELS:
            records.append(_record(row, check, place))
            labels.append(LABELS.index(label))
        else:
            other_labels.setdefault(row["claim_status"], []).append(place)
    if other_labels:
        raise InvalidDataset(_describe(other_labels))
    if len(set(labels)) < len(LABELS):
        raise InvalidDataset(f"{name} needs rows of both labels, {' and '.join(LABELS)}")
    missing = tuple(field for field in FIELDS if not any(field in record for record in records))
    contradicting = _contradicting(records, labels)
    rows_read = Rows(records, np.array(labels))
    return Dataset(sha256, len(labels), dropped, dropped_empty, contradicting, missing, rows=rows_read)


def _describe(other_labels: Mapping[str, Sequence[str]]) -> str:
    """Return one line that names each label that is none, with the number of its rows."""
    first = next(iter(other_labels.values()))[0]
    spellings = [
        f"{label[:60]!r} in {len(places):,} rows" for label, places in list(other_labels.items())[:MAX_SPELLINGS]
    ]
    more = f" and {len(other_labels) - MAX_SPELLINGS:,} others" if len(other_labels) > MAX_SPELLINGS else ""
    return f"{first}, claim_status: neither {' nor '.join(LABELS)}: {', '.join(spellings)}{more}"


def _contradicting(records: Sequence[Record], labels: Sequence[int]) -> int:
    """Return the number of rows whose text stands under both labels."""
    by_text = dict[str, list[int]]()
    for record, label in zip(records, labels, strict=True):
        if TEXT in record:
            by_text.setdefault(record[TEXT], []).append(label)
    return sum(len(labels) for labels in by_text.values() if len(set(labels)) > 1)


def _record(row: Mapping[str, Any], check: Callable[[Any], Record], place: str) -> Record:
    try:
        return check(row)
    except InvalidRecord as error:
        first = error.errors[0]
        raise InvalidDataset(f"{place}, {first['field']}: {first['received']} {first['problem']}") from None


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
