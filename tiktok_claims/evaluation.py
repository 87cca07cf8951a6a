"""How good the model is: metrics, and the ways in which a user's records differ from the data set's.

Works on anything that scores: a function from records to probabilities.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn import metrics

from tiktok_claims.record import COUNTS, FIELDS, TEXT, Record

Array = np.ndarray[Any, Any]
Score = Callable[[Sequence[Record]], Array]


def measure(labels: Array, probabilities: Array, threshold: float = 0.5) -> dict[str, Any]:
    """Return the usual figures; `confusion` is [[opinion as opinion, as claim], [claim as opinion, as claim]]."""
    verdicts = probabilities >= threshold
    return {
        "rows": len(labels),
        "accuracy": float(metrics.accuracy_score(labels, verdicts)),
        "precision": float(metrics.precision_score(labels, verdicts, zero_division=0)),
        "recall": float(metrics.recall_score(labels, verdicts)),
        "f1": float(metrics.f1_score(labels, verdicts)),
        "roc_auc": float(metrics.roc_auc_score(labels, probabilities)),
        "log_loss": float(metrics.log_loss(labels, probabilities.astype(float))),
        "calibration_error": calibration_error(labels, probabilities),
        "confusion": metrics.confusion_matrix(labels, verdicts, labels=[0, 1]).tolist(),
    }


def calibration_error(labels: Array, probabilities: Array, bins: int = 10) -> float:
    """Return the expected calibration error: |share of claims - mean probability| over equal bins, weighted by rows."""
    number = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = [abs(np.sum(labels[number == bin] - probabilities[number == bin])) for bin in range(bins)]
    return float(np.sum(gaps) / len(labels))


def withhold(records: Sequence[Record], names: Sequence[str]) -> list[Record]:
    """Return the records without the named fields."""
    return [{name: value for name, value in record.items() if name not in names} for record in records]  # type: ignore[misc]


def scenarios(records: Sequence[Record], seed: int = 1) -> dict[str, list[Record]]:
    """Return the records as given and with fields withheld, by what is withheld."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    account = ("video_duration_sec", "verified_status", "author_ban_status")
    return {
        "as given": list(records),
        "counts withheld": withhold(records, COUNTS),
        "text withheld": withhold(records, (TEXT,)),
        "account and duration only": withhold(records, tuple(name for name in FIELDS if name not in account)),
        "one field withheld": [withhold([record], (rng.choice(FIELDS),))[0] for record in records],
    }


def swap_counts(records: Sequence[Record], labels: Array, seed: int = 1) -> list[Record]:
    """Give each record the counts of a random record of the other label."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    others = [[record for record, label in zip(records, labels, strict=True) if label == wanted] for wanted in (1, 0)]
    donors = [rng.choice(others[label]) for label in labels]
    return [{**record, **{name: donor[name] for name in COUNTS if name in donor}} for record, donor in zip(records, donors, strict=True)]  # type: ignore[typeddict-item,misc]
