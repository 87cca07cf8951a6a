"""The labelled data set: read, check and split the CSV in the Kaggle file's shape.

Knows nothing of features or models.
"""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.model_selection import train_test_split

from tiktok_claims.record import FIELDS, TEXT, FaultyRecord, Record, check_cells

LABELS = ("opinion", "claim")  # by their number: 1 is a claim
COLUMNS = ("claim_status", *FIELDS)
KAGGLE_SHA256 = "9cd7e22fac2b2bbf152759fd5aa83455a653b14dee43d2dca0ec60ce4af5bd9f"
SEED = 1


class BadDataset(Exception):
    """The file is not what training expects; the message names line, column and value."""


class Rows(NamedTuple):
    """Labelled records; `labels`, of the same length, is 1 for a claim and 0 for an opinion."""

    records: list[Record]
    labels: np.ndarray[Any, np.dtype[np.int64]]

    def take(self, numbers: Sequence[int]) -> "Rows":
        """Return the rows of these numbers."""
        return Rows([self.records[number] for number in numbers], self.labels[numbers])


class Parts(NamedTuple):
    """The data set in three: to fit on, to choose on, to measure on."""

    training: Rows
    validation: Rows
    test: Rows


@dataclass(frozen=True)
class Dataset:
    """A labelled data set, in file order."""

    rows: Rows
    dropped: int  # rows without a label
    dropped_empty: int  # of them, those without text and counts too
    sha256: str

    @property
    def name(self) -> str:
        """Which data set this is, told by its sha256."""
        return "Kaggle yakhyojon/tiktok" if self.sha256 == KAGGLE_SHA256 else "stand-in or own data"

    def describe(self) -> dict[str, Any]:
        """Return what the artifact keeps of the data set."""
        labelled = len(self.rows.records)
        return {"name": self.name, "sha256": self.sha256, "rows": labelled + self.dropped, "labelled": labelled}

    def summary(self) -> str:
        """Say in words what was read and what was left out."""
        return (
            f"{self.name}, sha256 {self.sha256[:12]}: {len(self.rows.records) + self.dropped:,} rows read, "
            f"{self.dropped:,} dropped for want of a label ({self.dropped_empty:,} of them lack text and counts too)"
        )


def read(path: Path) -> Dataset:
    """Read a labelled CSV. Rows without a label are dropped and counted. Raises BadDataset, OSError."""
    content = path.read_bytes()
    records, labels, dropped, dropped_empty = [], [], 0, 0
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
            raise BadDataset(f"{path} lacks the columns {', '.join(missing)}")
        for row in rows:
            if row["claim_status"] == "":
                dropped += 1
                dropped_empty += not any(row[name] for name in FIELDS if name == TEXT or name.endswith("_count"))
            else:
                records.append(_record(row, f"{path}, line {rows.line_num}"))
                labels.append(_label(row["claim_status"], f"{path}, line {rows.line_num}"))
    if len(set(labels)) < len(LABELS):
        raise BadDataset(f"{path} needs rows of both labels, {' and '.join(LABELS)}")
    return Dataset(Rows(records, np.array(labels)), dropped, dropped_empty, hashlib.sha256(content).hexdigest())


def _record(row: dict[str, str], place: str) -> Record:
    if None in row or None in row.values():
        raise BadDataset(f"{place}: it has not as many cells as the header")
    try:
        return check_cells(row)
    except FaultyRecord as error:
        fault = error.faults[0]
        raise BadDataset(f"{place}, {fault['field']}: {fault['received']} {fault['problem']}") from None


def _label(text: str, place: str) -> int:
    try:
        return LABELS.index(text)
    except ValueError:
        raise BadDataset(f"{place}, claim_status: {text[:60]!r} is neither {' nor '.join(LABELS)}") from None


def split(rows: Rows, seed: int = SEED) -> Parts:
    """Return the stratified training, validation and test parts (60/20/20)."""
    numbers = np.arange(len(rows.labels))
    rest, test = train_test_split(numbers, test_size=0.2, stratify=rows.labels, random_state=seed)
    training, validation = train_test_split(rest, test_size=0.25, stratify=rows.labels[rest], random_state=seed)
    return Parts(rows.take(training), rows.take(validation), rows.take(test))
