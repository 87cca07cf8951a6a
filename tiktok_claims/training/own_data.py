"""Train on a team's own videos: settings chosen, and all figures taken, on rows whose wording was held out.

Every row is scored by trees and a vocabulary that saw neither it nor a text near-equal to it. The final trees then
learn from all rows. Where the texts are too alike to hold out wording there is nothing to choose on, and `fit` trains.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import xgboost

from tiktok_claims.features.extraction import Extractor
from tiktok_claims.features.lexicon import SHA256 as LEXICON_SHA256
from tiktok_claims.features.single import pack
from tiktok_claims.model import model_file, register
from tiktok_claims.model.model_file import BaseModel, ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.model.transcripts import SENTENCE, WHOLE_TEXT
from tiktok_claims.monitoring import drift
from tiktok_claims.record import Record
from tiktok_claims.training import base, fit
from tiktok_claims.training.base import Base
from tiktok_claims.training.dataset import SEED, Dataset, Rows, Splits
from tiktok_claims.training.examples import Choice, Examples, columns_of, used
from tiktok_claims.training.fit import PARITY, Score, Trained
from tiktok_claims.training.onnx_export import onnx_model
from tiktok_claims.training.review import FAR, choose_interval, choose_smooth_interval
from tiktok_claims.training.unit import choose_unit

BEYOND_CHANCE = 2  # standard errors
LABEL_WEIGHTS = (1, 3, 10)  # of a labelled video, next to a row of the data set
_TREES: dict[str, Any] = {
    "colsample_bynode": 0.3,
    "reg_lambda": 2,
    "tree_method": "hist",
    "random_state": SEED,
    "n_jobs": 2,  # fixed: the order in which threads add up decides the last bits
}
SHALLOW = {**_TREES, "n_estimators": 120, "max_depth": 3, "learning_rate": 0.08, "min_child_weight": 2}
DEEP = {**_TREES, "n_estimators": 50, "max_depth": 8, "learning_rate": 0.4, "min_child_weight": 5}

CHOICES = (
    Choice("shallow trees and a vocabulary", SHALLOW, True, 0),
    Choice("shallow trees, a vocabulary and the grammar", SHALLOW, True, 0.25),
    Choice("shallow trees", SHALLOW, False, 0),
    Choice("deep trees and the grammar", DEEP, False, 0.25),
)

Array = np.ndarray[Any, Any]
ChooseInterval = Callable[[Sequence[tuple[Array, Array]], float, float], list[float]]


class Policy(NamedTuple):
    """On which rows threshold and review interval are chosen, and how."""

    rows: Array  # their numbers
    level: float
    choose_interval: ChooseInterval


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
    return HeldOut(examples, choice, [examples.fit(known, choice) for known, _ in examples.folds])


def choose(examples: Examples) -> tuple[HeldOut, dict[str, float]]:
    """Return the first choice, or one that is better beyond chance, and the log loss of each on held-out wording."""
    labels, records = examples.rows.labels, examples.rows.records
    choices = [choice for choice in CHOICES if examples.has_words or not choice.vocabulary]
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


def train(
    data: Dataset, start: BaseModel | None, level: float, choose_interval: ChooseInterval = choose_interval
) -> Trained | None:
    """Return the model of own data, or None where no wording can be held out. `level`: see choose_interval.

    Raises ValueError when the ONNX export differs.
    """
    examples = Examples(data.rows, Base(start["onnx"]) if start else None)
    if not examples.folds:
        return None
    held, losses = choose(examples)
    policy = Policy(np.arange(len(data.rows.labels)), level, choose_interval)
    return _finish(data, held, losses, start, policy)


def train_with_labels(data: Dataset, labelled: Rows, start: BaseModel | None, level: float) -> Trained | None:
    """Return the model of a data set and of labelled videos, whose weight is the one that is best for such videos.

    None where no wording can be held out. Raises ValueError when the ONNX export differs.
    """
    base, count, total = Base(start["onnx"]) if start else None, len(labelled.labels), len(data.rows.labels)
    labels = np.arange(total, total + count)  # the first copy of each
    tried = []
    for weight in LABEL_WEIGHTS:
        records = [*data.rows.records, *labelled.records * weight]
        examples = Examples(Rows(records, np.concatenate([data.rows.labels, *[labelled.labels] * weight])), base)
        if not examples.folds:
            return None
        held, losses = choose(examples)
        loss = float(_losses(labelled.labels, held.score(records)[labels]).mean())
        tried.append((loss, weight, held, losses))
    loss, weight, held, losses = min(tried, key=lambda each: each[0])
    policy = Policy(labels, level, choose_smooth_interval)
    trained = _finish(replace(data, rows=held.examples.rows), held, losses, start, policy)
    trained.model["data"]["label_weight"] = weight
    return trained


def _finish(data: Dataset, held: HeldOut, losses: dict[str, float], start: BaseModel | None, policy: Policy) -> Trained:
    """Return the model of the settings that were chosen."""
    known, new = held.examples.folds[0]
    rehearsal = _model(held, known, start, policy)
    model = _model(held, np.arange(len(data.rows.labels)), start, policy)
    model["unit"] = choose_unit(rehearsal, data.rows.take(new.tolist()), WHOLE_TEXT)
    model["data"] = {**data.describe(), "settings": held.choice.name, "log_losses": losses}
    return Trained(data, model, Splits(data.rows, data.rows, data.rows), held.score)


def _model(held: HeldOut, numbers: Array, start: BaseModel | None, policy: Policy) -> ModelFile:
    """Return the contents of a model file that learned from the rows of these numbers."""
    rows, golden = held.examples.rows, fit.golden_records()
    trees = held.examples.fit(numbers, held.choice)
    vocabulary = held.examples.vocabulary(numbers) if held.choice.vocabulary else None
    names = Extractor(vocabulary).names

    def score(records: Sequence[Record]) -> Array:
        matrix = columns_of(records, vocabulary, held.examples.base)
        scored: Array = trees.predict_proba(used(matrix, held.choice, held.examples.base))[:, 1]
        return scored

    own = onnx_model(trees, len(names) + bool(start))
    probabilities = held.score(rows.records)
    scored = rows.labels[policy.rows], probabilities[policy.rows]
    threshold = fit.choose_threshold(*scored)
    model: ModelFile = {
        "format": model_file.FORMAT,
        "pipeline": model_file.dump_pipeline(fit.pipeline_of(trees, [*names, *([base.FEATURE] if start else [])])),
        "onnx": base.chained(start["onnx"], own, len(names)) if start else own,
        "feature_names": names,
        "lexicon_sha256": LEXICON_SHA256,
        "unit": SENTENCE,
        "threshold": threshold,
        "review_interval": policy.choose_interval([scored], threshold, policy.level),
        "register": register.limits(pack(rows.records), FAR),
        "reference": drift.reference_distribution(rows.records, probabilities),
        "golden": {"records": golden, "probabilities": score(golden).tolist()},
        "metrics": {},
        "report": {},
        "versions": fit.versions(),
        "data": {},
    }
    if vocabulary:
        model["vocabulary"] = vocabulary.weights
    if start:
        model["base"] = start
    _check_export(model, score, rows.records)
    return model


def _check_export(model: ModelFile, score: Score, records: Sequence[Record]) -> None:
    """Raise ValueError when the ONNX export scores records other than the trees."""
    exported = Model(model, "unsaved")
    difference = float(np.max(np.abs(score(records) - exported.probabilities(exported.features.pack(records)))))
    if difference > PARITY:
        raise ValueError(f"the ONNX export and the trees differ by {difference:.2g}, more than {PARITY}: not saved")
