"""Videos that people have labelled, as rows to train on: a fifth is held out for ever, whichever model is trained.

Which fifth depends on the text alone, so that no retraining ever learns from a text that it is compared on.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tiktok_claims.history import queries
from tiktok_claims.record import TEXT, Record
from tiktok_claims.training import dataset
from tiktok_claims.training.dataset import LABELS, Dataset, InvalidDataset, Rows
from tiktok_claims.training.held_out import words

HELD_OUT = 5  # one in so many texts
LEAST = 10  # labels of each kind, to train at all
USEFUL = 150  # labels: from about here on, a model that learned from them was better than the shipped one


class Labelled(NamedTuple):
    """The labelled videos to train on, and those held out."""

    known: Dataset
    held_out: Rows

    def advice(self) -> str | None:
        """Return how many more labels it takes to be of use; None if there are enough."""
        total = self.known.labelled + len(self.held_out.labels)
        if total >= USEFUL:
            return None
        return f"{total} labels are few: from about {USEFUL} on they make a better model, so {USEFUL - total} more"


def is_held_out(record: Record) -> bool:
    """Tell whether a record is of the fifth that no model learns from."""
    of_text = words(record.get(TEXT, ""))
    key = " ".join(of_text) if of_text else repr(sorted(record.items()))
    return hashlib.sha256(key.encode()).digest()[0] % HELD_OUT == 0


def read(source: str) -> Labelled:
    """Read labels from a CSV file, or from the history at a URL. Raises InvalidDataset, HistoryUnavailable, OSError."""
    if not source:
        raise InvalidDataset("there are no labels: HISTORY_URL is empty, so name a history or a CSV file by --labels")
    if "://" not in source:
        return split(dataset.read(Path(source)))
    labels = list(queries.open_existing(source).labels(current=True))
    rows = Rows(
        [label["record"] for label in labels], np.array([LABELS.index(label["claim_status"]) for label in labels], int)
    )
    content = repr([(sorted(record.items()), label) for record, label in zip(*rows, strict=True)])
    return split(Dataset(hashlib.sha256(content.encode()).hexdigest(), len(labels), 0, 0, rows=rows))


def split(data: Dataset) -> Labelled:
    """Return the labels to train on and those held out. Raises InvalidDataset where there are too few to train."""
    held = np.array([is_held_out(record) for record in data.rows.records], bool)
    known = _take(data.rows, np.nonzero(~held)[0])
    lacking = [
        f"{LEAST - count} more of {label}"
        for label, count in zip(LABELS, np.bincount(known.labels, minlength=2).tolist(), strict=True)
        if count < LEAST
    ]
    if lacking:
        raise InvalidDataset(
            f"{data.labelled} labels, a fifth of them held out, are too few: it takes {' and '.join(lacking)} at least"
        )
    return Labelled(replace(data, labelled=len(known.labels), rows=known), _take(data.rows, np.nonzero(held)[0]))


def _take(rows: Rows, numbers: Iterable[int]) -> Rows:
    return rows.take([int(number) for number in numbers])
