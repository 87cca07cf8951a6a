"""How good the model is: metrics, and the ways in which a user's records differ from the data set's.

Works on anything that scores: a function from records to probabilities.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn import metrics

from tiktok_claims.record import COUNTS, FIELDS, TEXT, Record
from tiktok_claims.training.dataset import Rows

Array = np.ndarray[Any, Any]
Score = Callable[[Sequence[Record]], Array]

ACCOUNT = ("video_duration_sec", "verified_status", "author_ban_status")
SEED = 1


def measure(labels: Array, probabilities: Array, threshold: float) -> dict[str, Any]:
    """Return the usual figures; `confusion` is [[opinion as opinion, as claim], [claim as opinion, as claim]]."""
    verdicts = probabilities >= threshold
    return {
        "rows": len(labels),
        "accuracy": float(metrics.accuracy_score(labels, verdicts)),
        "precision": float(metrics.precision_score(labels, verdicts, zero_division=0)),
        "recall": float(metrics.recall_score(labels, verdicts)),
        "f1": float(metrics.f1_score(labels, verdicts)),
        "roc_auc": float(metrics.roc_auc_score(labels, probabilities)),
        "log_loss": float(metrics.log_loss(labels, probabilities.astype(np.float64))),
        "calibration_error": calibration_error(labels, probabilities),
        "confusion": metrics.confusion_matrix(labels, verdicts, labels=[0, 1]).tolist(),
    }


def calibration_error(labels: Array, probabilities: Array, bins: int = 10) -> float:
    """Return the expected calibration error: |share of claims - mean probability| over equal bins, weighted by rows."""
    gaps = np.bincount(_bins(probabilities, bins), weights=labels - probabilities.astype(np.float64), minlength=bins)
    return float(np.abs(gaps).sum() / len(labels))


def _bins(probabilities: Array, bins: int) -> Array:
    """Return for each probability the number of the equal bin that it falls into."""
    numbers: Array = np.minimum((probabilities * bins).astype(int), bins - 1)
    return numbers


def mask(record: Record, names: Sequence[str]) -> Record:
    """Return the record without the named fields."""
    return {name: value for name, value in record.items() if name not in names}


def with_counts_of(other: Record, record: Record) -> Record:
    """Return the record with the counts of another one in place of its own."""
    return {**mask(record, COUNTS), **mask(other, (TEXT, *ACCOUNT))}


def scenarios(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Return the records as given and with fields withheld, by what is withheld."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    return {
        "as given": list(records),
        "counts withheld": [mask(record, COUNTS) for record in records],
        "text withheld": [mask(record, (TEXT,)) for record in records],
        "account and duration only": [mask(record, (TEXT, *COUNTS)) for record in records],
        "one random field withheld": [mask(record, (rng.choice(FIELDS),)) for record in records],
    }


def disturbed(records: Sequence[Record], labels: Array) -> dict[str, list[Record]]:
    """Return the texts alone as other people would have written or spoken them, by what is done to them."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    texts = [str(record[TEXT]) for record in records]
    alike = {label: [text for text, other in zip(texts, labels, strict=True) if other == label] for label in (0, 1)}
    changed = {
        "as given": texts,
        "capitals": [text.upper() for text in texts],
        "no punctuation": [re.sub(r"[^\w\s]", "", text) for text in texts],
        "typing errors": [_mistyped(text, rng) for text in texts],
        "fillers of speech": [_filled(text, rng) for text in texts],
        "emoji and hashtags": [f"{text} 😂😂 #fyp #viral" for text in texts],
        "three run together": [
            f"{text} and {rng.choice(alike[label])} {rng.choice(alike[label])}"
            for text, label in zip(texts, labels.tolist(), strict=True)
        ],
    }
    return {name: [{TEXT: text} for text in texts] for name, texts in changed.items()}


def _mistyped(text: str, rng: random.Random) -> str:
    """Swap two inner letters in every sixth word or so."""
    words = text.split(" ")
    for number, word in enumerate(words):
        if len(word) > 3 and rng.random() < 1 / 6:
            at = rng.randint(1, len(word) - 3)
            words[number] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def _filled(text: str, rng: random.Random) -> str:
    words = ["so", *text.split(" ")]
    for filler in ("um", "like", "you know"):
        words.insert(rng.randint(1, len(words)), filler)
    return " ".join(words)


def coverage(labels: Array, probabilities: Array, bounds: Sequence[float]) -> float:
    """Return the share of rows whose label the bounds leave open: claims from the low, opinions up to the high one."""
    low, high = bounds
    return float(np.mean(np.where(labels == 1, probabilities >= low, probabilities <= high)))


def by_tenth(labels: Array, probabilities: Array) -> list[dict[str, float]]:
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


def evaluate(score: Score, test: Rows, threshold: float) -> dict[str, Any]:
    """Return the figures of every scenario on the test part, and the share of verdicts that swapped counts flip."""
    figures: dict[str, Any] = {
        name: measure(test.labels, score(records), threshold) for name, records in scenarios(test.records).items()
    }
    rng = random.Random(SEED)  # noqa: S311 - no secret
    pairs = list(zip(test.records, test.labels.tolist(), strict=True))
    donors = {label: [record for record, other in pairs if other != label] for label in (0, 1)}
    swapped = [with_counts_of(rng.choice(donors[label]), record) for record, label in pairs]
    flipped = (score(swapped) >= threshold) != (score(test.records) >= threshold)
    return {"test part": figures, "flipped by swapped counts": float(np.mean(flipped))}


def report(figures: dict[str, Any]) -> str:
    """Return the figures as a table for a terminal."""
    columns = ("accuracy", "precision", "recall", "f1", "roc_auc", "log_loss", "calibration_error")
    lines = [f"{'test part':<28}" + "".join(f"{name.replace('_error', ''):>12}" for name in columns)]
    for name, row in figures["test part"].items():
        lines.append(f"{name:<28}" + "".join(f"{row[column]:>12.4f}" for column in columns))
    (right_opinions, as_claims), (as_opinions, right_claims) = figures["test part"]["as given"]["confusion"]
    lines += [
        f"as given, of {right_opinions + as_claims:,} opinions {as_claims} are called claims; "
        f"of {as_opinions + right_claims:,} claims {as_opinions} are called opinions",
        f"verdicts flipped by counts of the other label: {figures['flipped by swapped counts']:.2%}",
    ]
    return "\n".join(lines)
