"""How good a model is: the usual metrics, and the report of them for a terminal.

Works with any function from records to probabilities.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn import metrics

from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import Record
from tiktok_claims.training.dataset import Rows
from tiktok_claims.training.fit import Trained
from tiktok_claims.training.masking import scenarios, with_counts_of

Array = np.ndarray[Any, Any]
Score = Callable[[Sequence[Record]], Array]

SEED = 1


def measure(labels: Array, probabilities: Array, threshold: float) -> dict[str, Any]:
    """Return the usual metrics; `confusion` is [[opinion as opinion, as claim], [claim as opinion, as claim]]."""
    claims = probabilities >= threshold
    return {
        "rows": len(labels),
        "accuracy": float(metrics.accuracy_score(labels, claims)),
        "precision": float(metrics.precision_score(labels, claims, zero_division=0)),
        "recall": float(metrics.recall_score(labels, claims)),
        "f1": float(metrics.f1_score(labels, claims)),
        "roc_auc": float(metrics.roc_auc_score(labels, probabilities)),
        "log_loss": float(metrics.log_loss(labels, probabilities.astype(np.float64))),
        "calibration_error": calibration_error(labels, probabilities),
        "confusion": metrics.confusion_matrix(labels, claims, labels=[0, 1]).tolist(),
    }


def calibration_error(labels: Array, probabilities: Array, bins: int = 10) -> float:
    """Return the expected calibration error: |share of claims - mean probability| over equal bins, weighted by rows."""
    gaps = np.bincount(_bins(probabilities, bins), weights=labels - probabilities.astype(np.float64), minlength=bins)
    return float(np.abs(gaps).sum() / len(labels))


def _bins(probabilities: Array, bins: int) -> Array:
    """Return for each probability the number of the equal bin that it falls into."""
    numbers: Array = np.minimum((probabilities * bins).astype(int), bins - 1)
    return numbers


def reliability(labels: Array, probabilities: Array) -> list[dict[str, float]]:
    """Return for each tenth of probability that has rows: how many, the mean probability, the share of claims."""
    tenths = _bins(probabilities, 10)
    return [
        {
            "rows": int(np.sum(tenths == tenth)),
            "probability": float(np.mean(probabilities[tenths == tenth], dtype=np.float64)),
            "claims": float(np.mean(labels[tenths == tenth])),
        }
        for tenth in np.unique(tenths)
    ]


def scorer(contents: ModelFile) -> Score:
    """Return the function that scores records with a model."""
    model = Model(contents, "unsaved")

    def score(records: Sequence[Record]) -> Array:
        predictions = model.predict(records, [None] * len(records))
        return np.array([prediction["claim_probability"] for prediction in predictions])

    return score


def evaluate(score: Score, test: Rows, threshold: float) -> dict[str, Any]:
    """Return the metrics of every scenario on the test split, and the share of predictions that swapped counts flip."""
    figures: dict[str, Any] = {
        name: measure(test.labels, score(records), threshold) for name, records in scenarios(test.records).items()
    }
    rng = random.Random(SEED)  # noqa: S311 - no secret
    pairs = list(zip(test.records, test.labels.tolist(), strict=True))
    donors = {label: [record for record, other in pairs if other != label] for label in (0, 1)}
    swapped = [with_counts_of(rng.choice(donors[label]), record) for record, label in pairs]
    flipped = (score(swapped) >= threshold) != (score(test.records) >= threshold)
    return {"test": figures, "flipped_by_swapped_counts": float(np.mean(flipped))}


def of_trained(trained: Trained) -> dict[str, Any]:
    """Return the metrics and review figures of a trained model, on rows that it did not learn from."""
    test, score = trained.splits.test, trained.held_out or scorer(trained.model)
    return {**evaluate(score, test, trained.model["threshold"]), "review": review(trained.model, score, test)}


def review(contents: ModelFile, score: Score, test: Rows) -> dict[str, Any]:
    """Return for each scenario the share of rows left without review, and the share of those that is right."""
    model, by_scenario = Model(contents, "unsaved"), dict[str, Any]()
    for name, records in scenarios(test.records).items():
        probabilities = score(records)
        left = ~model.needs_review(records, probabilities)
        right = (probabilities >= contents["threshold"]) == test.labels
        by_scenario[name] = {
            "left_without_review": float(np.mean(left)),
            "right_without_review": float(np.mean(right[left])) if left.any() else None,
        }
    return by_scenario


def report(figures: dict[str, Any]) -> str:
    """Return the figures as a table for a terminal."""
    columns = ("accuracy", "precision", "recall", "f1", "roc_auc", "log_loss", "calibration_error")
    lines = [f"{'test split':<28}" + "".join(f"{name.replace('_error', ''):>12}" for name in columns)]
    for name, row in figures["test"].items():
        lines.append(f"{title(name):<28}" + "".join(f"{row[column]:>12.4f}" for column in columns))
    (right_opinions, as_claims), (as_opinions, right_claims) = figures["test"]["as_given"]["confusion"]
    lines += [
        f"as given: {as_claims} of {right_opinions + as_claims:,} opinions are predicted to be claims, "
        f"{as_opinions} of {as_opinions + right_claims:,} claims to be opinions",
        f"predictions flipped by counts of the other label: {figures['flipped_by_swapped_counts']:.2%}",
    ]
    for name, row in figures["review"].items():
        right = row["right_without_review"]
        accuracy = "" if right is None else f", {right:.4f} of them right"
        lines.append(f"left without review, {title(name)}: {row['left_without_review']:.4f}{accuracy}")
    return "\n".join(lines)


def title(key: str) -> str:
    """Return a key as people read it."""
    return key.replace("_", " ")
