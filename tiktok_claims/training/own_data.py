"""Train on a team's own videos: settings chosen, and all figures taken, on rows whose wording was held out.

Every row is scored by trees and a vocabulary that saw neither it nor a text near-equal to it. The final trees then learn
from all rows. Where the texts are too alike to hold out wording there is nothing to choose on: `fit` trains those.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import xgboost

from tiktok_claims.evaluation.metrics import mask
from tiktok_claims.features import columnar
from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.features.vocabulary import Vocabulary
from tiktok_claims.record import FIELDS, TEXT, Record
from tiktok_claims.synthetic import stand_in
from tiktok_claims.training import held_out
from tiktok_claims.training.base import Base
from tiktok_claims.training.dataset import LABELS, Rows
from tiktok_claims.training.held_out import Folds
from tiktok_claims.training.vocabulary import Counted

SEED = 1
CHUNK = 2000  # records whose features are computed at a time
SENTENCES = 10_000  # of the grammar, where it takes part
BEYOND_CHANCE = 2  # standard errors
_TREES: dict[str, Any] = {
    "colsample_bynode": 0.3,
    "reg_lambda": 2,
    "tree_method": "hist",
    "random_state": SEED,
    "n_jobs": 2,  # fixed: the order in which threads add up decides the last bits
}
SHALLOW = {**_TREES, "n_estimators": 120, "max_depth": 3, "learning_rate": 0.08, "min_child_weight": 2}
DEEP = {**_TREES, "n_estimators": 50, "max_depth": 8, "learning_rate": 0.4, "min_child_weight": 5}

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Choice:
    """Settings that are tried against each other."""

    name: str
    parameters: dict[str, Any]
    vocabulary: bool
    sentences_share: float  # of the total weight, for sentences of the grammar


CHOICES = (
    Choice("shallow trees and a vocabulary", SHALLOW, True, 0),
    Choice("shallow trees, a vocabulary and the grammar", SHALLOW, True, 0.25),
    Choice("shallow trees", SHALLOW, False, 0),
    Choice("deep trees and the grammar", DEEP, False, 0.25),
)


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

    def vocabulary(self) -> Vocabulary | None:
        """Return the vocabulary of all rows, or None where no text has a word."""
        return self._counted.vocabulary() if self._counted else None

    def columns(self, records: Sequence[Record], origins: Array | None = None) -> Matrix:
        """Return features, out-of-fold log odds of the vocabulary and log odds of the base of (masked) rows."""
        log_odds = self._log_odds if origins is None else self._log_odds[origins]
        has_text = np.array([TEXT in record for record in records], bool)
        return columns(records, np.where(has_text, log_odds, np.nan), self.base)

    def fit(self, numbers: Array, choice: Choice, vocabulary: Vocabulary | None) -> xgboost.XGBClassifier:
        """Return trees fitted on some of the rows, with their masked copies and the grammar's sentences."""
        copied = np.isin(self._origins, numbers)
        own = np.concatenate([self._plain[numbers], self._masked[copied]])
        labels = self.rows.labels[np.concatenate([numbers, self._origins[copied]])]
        weights = np.ones(len(labels))
        if choice.sentences_share:
            sentences, spoken = _grammar(vocabulary, self.base)
            weight = len(labels) * choice.sentences_share / (1 - choice.sentences_share) / len(spoken)
            own, labels = np.concatenate([own, sentences]), np.concatenate([labels, spoken])
            weights = np.concatenate([weights, np.full(len(spoken), weight)])
        return xgboost.XGBClassifier(**choice.parameters).fit(
            used(own, choice, self.base), labels, sample_weight=weights
        )


def _copies(records: Sequence[Record]) -> tuple[list[Record], Array]:
    """Return the rows once more with fields masked, without text where there is more; and the number of each's row."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    copies = {}
    for number, record in enumerate(records):
        others = [name for name in FIELDS if name in record and name != TEXT]
        if others:
            copies[number] = mask(record, [TEXT, *rng.sample(others, rng.randint(0, len(others) - 1))])
    return list(copies.values()), np.array(list(copies), int)


def _grammar(vocabulary: Vocabulary | None, base: Base | None) -> tuple[Matrix, Array]:
    rng = random.Random(SEED)  # noqa: S311 - no secret
    labels = np.arange(SENTENCES) % len(LABELS)
    records = [{TEXT: stand_in.sentence(rng, LABELS[label])} for label in labels]
    texts = columnar.read([record[TEXT] for record in records])
    return columns(records, vocabulary.column(texts) if vocabulary else np.full(SENTENCES, np.nan), base), labels


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


@dataclass(frozen=True)
class HeldOut:
    """The rows with what a model that never saw their wording says of them."""

    examples: Examples
    choice: Choice
    trees: list[xgboost.XGBClassifier]  # one a fold

    def score(self, records: Sequence[Record]) -> Array:
        """Return the probabilities of all rows, of which fields may be masked, each by the trees that never saw it."""
        matrix = used(self.examples.columns(records), self.choice, self.examples.base)
        probabilities = np.empty(len(records))
        for (_, new), trees in zip(self.examples.folds, self.trees, strict=True):
            probabilities[new] = trees.predict_proba(matrix[new])[:, 1]
        return probabilities


def cross_validate(examples: Examples, choice: Choice) -> HeldOut:
    """Return the rows scored by trees of the other folds."""
    vocabulary = examples.vocabulary() if choice.sentences_share else None
    return HeldOut(examples, choice, [examples.fit(known, choice, vocabulary) for known, _ in examples.folds])


def choose(examples: Examples) -> tuple[HeldOut, dict[str, float]]:
    """Return the first choice, or one that is better beyond chance, and the log loss of each on held-out wording."""
    labels, records = examples.rows.labels, examples.rows.records
    choices = [choice for choice in CHOICES if examples.vocabulary() or not choice.vocabulary]
    tried = [cross_validate(examples, choice) for choice in choices]
    losses = [_losses(labels, held.score(records)) for held in tried]
    best = 0
    for other in range(1, len(tried)):
        gain = losses[best] - losses[other]
        if gain.mean() > BEYOND_CHANCE * gain.std() / np.sqrt(len(gain)):
            best = other
    return tried[best], {choice.name: float(loss.mean()) for choice, loss in zip(choices, losses, strict=True)}


def _losses(labels: Array, probabilities: Array) -> Array:
    """Return the log loss of each row."""
    losses: Array = -np.log(np.clip(np.where(labels == 1, probabilities, 1 - probabilities), 1e-7, None))
    return losses
