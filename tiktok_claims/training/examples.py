"""Labelled rows as the columns that trees learn from: features, log odds of the own vocabulary, log odds of the base.

The vocabulary's column is out of fold: a row's own text has no part in its value. Knows nothing of choosing settings.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import xgboost

from tiktok_claims.features import columnar
from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.features.vocabulary import Vocabulary
from tiktok_claims.record import FIELDS, TEXT, Record
from tiktok_claims.synthetic import stand_in
from tiktok_claims.training import held_out
from tiktok_claims.training.base import Base
from tiktok_claims.training.dataset import LABELS, SEED, Rows
from tiktok_claims.training.held_out import Folds
from tiktok_claims.training.masking import mask
from tiktok_claims.training.vocabulary import Counted

CHUNK = 2000  # records whose features are computed at a time
SENTENCES = 10_000  # of the grammar, where it takes part

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Choice:
    """Settings that are tried against each other."""

    name: str
    parameters: dict[str, Any]
    vocabulary: bool
    sentences_share: float  # of the total weight, for sentences of the grammar


class Examples:
    """Labelled rows with their features, and the folds that hold out wording."""

    def __init__(self, rows: Rows, base: Base | None) -> None:
        texts = [record.get(TEXT, "") for record in rows.records]
        self.rows, self.base = rows, base
        self.folds: Folds = held_out.folds(held_out.groups(texts), rows.labels)
        self._counted = Counted(texts, rows.labels) if any(map(held_out.words, texts)) else None
        self._log_odds = self._counted.out_of_fold(self.folds) if self._counted else np.full(len(texts), np.nan)
        self._copies, self._origins = _copies(rows.records)
        self._plain, self._masked = self.columns(rows.records), self.columns(self._copies, self._origins)

    def vocabulary(self, numbers: Array | None = None) -> Vocabulary | None:
        """Return the vocabulary of all or of some rows, or None where no text has a word."""
        return self._counted.vocabulary(numbers) if self._counted else None

    @property
    def has_words(self) -> bool:
        """Whether any text has a word."""
        return self._counted is not None

    def columns(self, records: Sequence[Record], origins: Array | None = None) -> Matrix:
        """Return features, out-of-fold log odds of the vocabulary and log odds of the base of (masked) rows."""
        log_odds = self._log_odds if origins is None else self._log_odds[origins]
        has_text = np.array([TEXT in record for record in records], bool)
        return columns(records, np.where(has_text, log_odds, np.nan), self.base)

    @cached_property
    def _sentences(self) -> tuple[Matrix, Array]:
        """Sentences of the grammar and their labels."""
        rng = random.Random(SEED)  # noqa: S311 - no secret
        labels = np.arange(SENTENCES) % len(LABELS)
        records: list[Record] = [{TEXT: stand_in.sentence(rng, LABELS[label])} for label in labels]
        return columns_of(records, self.vocabulary(), self.base), labels

    def fit(self, numbers: Array, choice: Choice) -> xgboost.XGBClassifier:
        """Return trees fitted on some of the rows, with their masked copies and the grammar's sentences."""
        copied = np.isin(self._origins, numbers)
        own = np.concatenate([self._plain[numbers], self._masked[copied]])
        labels = self.rows.labels[np.concatenate([numbers, self._origins[copied]])]
        weights = np.ones(len(labels))
        if choice.sentences_share:
            sentences, spoken = self._sentences
            weight = len(labels) * choice.sentences_share / (1 - choice.sentences_share) / len(spoken)
            own, labels = np.concatenate([own, sentences]), np.concatenate([labels, spoken])
            weights = np.concatenate([weights, np.full(len(spoken), weight)])
        matrix = used(own, choice, self.base)
        return xgboost.XGBClassifier(**choice.parameters).fit(matrix, labels, sample_weight=weights)


def _copies(records: Sequence[Record]) -> tuple[list[Record], Array]:
    """Return the rows once more with fields masked, without text where there is more; and the number of each's row."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    copies = {}
    for number, record in enumerate(records):
        others = [name for name in FIELDS if name in record and name != TEXT]
        if others:
            copies[number] = mask(record, [TEXT, *rng.sample(others, rng.randint(0, len(others) - 1))])
    return list(copies.values()), np.array(list(copies), int)


def columns_of(records: Sequence[Record], vocabulary: Vocabulary | None, base: Base | None) -> Matrix:
    """Return all columns that trees may use, of rows that no vocabulary's fold holds."""
    texts = columnar.read([record.get(TEXT, "") for record in records])
    return columns(records, vocabulary.column(texts) if vocabulary else np.full(len(records), np.nan), base)


def columns(records: Sequence[Record], log_odds: Array, base: Base | None) -> Matrix:
    """Return all columns that trees may use: features, log odds of the vocabulary, log odds of the base."""
    matrix = np.empty((len(records), len(FEATURES)), np.float32)
    for start in range(0, len(records), CHUNK):
        chunk = records[start : start + CHUNK]
        texts = columnar.read([record.get(TEXT, "") for record in chunk])
        matrix[start : start + CHUNK] = columnar.pack(texts, chunk.__getitem__)
    based = base.log_odds(matrix) if base and len(matrix) else np.full(len(matrix), np.nan)
    return np.column_stack([matrix, log_odds, based]).astype(np.float32)


def used(matrix: Matrix, choice: Choice, base: Base | None) -> Matrix:
    """Return those of the columns that the trees of a choice take."""
    vocabulary, based = len(FEATURES), len(FEATURES) + 1
    left_out = [] if choice.vocabulary else [vocabulary]
    return np.delete(matrix, left_out if base else [*left_out, based], axis=1)
