"""What is measured of the fitted model as it is served: on the test part, on hand-written and on real sentences.

Needs no fit. Knows nothing of how the card looks.
"""

import csv
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import log_loss, roc_auc_score

from tiktok_claims.evaluation import metrics
from tiktok_claims.evaluation.metrics import Array
from tiktok_claims.features.single import pack
from tiktok_claims.features.spec import FEATURES, SOURCES, TEXT_FEATURES, Matrix
from tiktok_claims.model.review import OUT_OF_DISTRIBUTION
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.record import CATEGORIES, COUNTS, FIELDS, TEXT, Record
from tiktok_claims.training.dataset import LABELS, Parts, Rows

SEED = 1
NEITHER = "neither"  # the label of texts that are no English statement


def read_sentences(path: Path, kind: str) -> tuple[list[Record], Array]:
    """Return hand-written sentences of a set as records, and their labels (-1: neither)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["set"] == kind]
    labels = [LABELS.index(row["label"]) if row["label"] != NEITHER else -1 for row in rows]
    return [{TEXT: row["text"]} for row in rows], np.array(labels)


def read_news(path: Path) -> Rows:
    """Return the sentences of NewsSD-ENG: objective ones stand for claims, subjective ones for opinions."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    labels = np.array([int(row["label"] == "OBJ") for row in rows])
    return Rows([{TEXT: row["sentence"].strip()} for row in rows], labels)


def measure_sentences(model: Model, rows: Rows, donors: Rows) -> dict[str, float]:
    """Return figures for texts alone, and the share of verdicts that counts of claims or of opinions would turn."""
    answers = model.predict(rows.records, [None] * len(rows.records))
    probabilities, alone = _probabilities(answers), ~_flagged(answers)
    right = (probabilities >= model.metadata["threshold"]) == rows.labels
    return {
        "rows": len(rows.labels),
        "accuracy": float(np.mean(right)),
        "claims right": float(np.mean(right[rows.labels == 1])),
        "opinions right": float(np.mean(right[rows.labels == 0])),
        "roc_auc": float(roc_auc_score(rows.labels, probabilities)),
        "log_loss": float(log_loss(rows.labels, probabilities)),
        "sent to review": float(1 - np.mean(alone)),
        "unfamiliar wording": _share_warned(answers),
        "depends on counts": depends_on_counts(_scorer(model), rows.records, donors, model.metadata["threshold"]),
    }


def depends_on_counts(score: metrics.Score, records: Sequence[Record], donors: Rows, threshold: float) -> float:
    """Return the share of verdicts on texts that differ under a claim's counts and under an opinion's."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    verdicts = []
    for label in range(len(LABELS)):
        others = [record for record, other in zip(*donors, strict=True) if other == label]
        counted = [metrics.with_counts_of(rng.choice(others), record) for record in records]
        verdicts.append(score(counted) >= threshold)
    return float(np.mean(verdicts[0] != verdicts[1]))


def measure_ways(model: Model, test: Rows) -> dict[str, dict[str, float]]:
    """Return for each way of withholding how the bounds hold and what a person is asked to look at."""
    found = {}
    for name, records in metrics.scenarios(test.records).items():
        answers = model.predict(records, [None] * len(records))
        probabilities, alone = _probabilities(answers), ~_flagged(answers)
        right = (probabilities >= model.metadata["threshold"]) == test.labels
        found[name] = {
            "coverage": metrics.coverage(test.labels, probabilities, model.metadata["bounds"]),
            "sent to review": float(1 - np.mean(alone)),
            "accuracy of the rest": float(np.mean(right[alone])) if alone.any() else 1.0,
            "unfamiliar wording": _share_warned(answers),
        }
    return found


def account_rule(parts: Parts) -> float:
    """Return the test part's accuracy of the best verdict for each combination of account fields in training."""
    shares: dict[tuple[Any, ...], list[int]] = {}
    for record, label in zip(*parts.training, strict=True):
        shares.setdefault(_account(record), []).append(label)
    verdicts = [np.mean(shares.get(_account(record), [0])) >= 0.5 for record in parts.test.records]
    return float(np.mean(verdicts == parts.test.labels))


def _account(record: Record) -> tuple[Any, ...]:
    return tuple(record.get(name) for name in CATEGORIES)


def importance(score_rows: Callable[[Matrix], Array], test: Rows, rounds: int = 5) -> dict[str, float]:
    """Return the rise in log loss when a field's features, or one of the text's, come from another row; most first."""
    rng = np.random.default_rng(SEED)
    matrix = pack(test.records)
    columns = {"text: " + name: [FEATURES.index(name)] for name in TEXT_FEATURES}
    for field in FIELDS:
        columns[field] = [number for number, sources in enumerate(SOURCES.values()) if field in sources]
    columns["all counts"] = [number for number, sources in enumerate(SOURCES.values()) if set(sources) & set(COUNTS)]
    usual = log_loss(test.labels, score_rows(matrix))
    rises = {}
    for name, numbers in columns.items():
        losses = []
        for _ in range(rounds if len(numbers) > 1 else 1):
            mixed = matrix.copy()
            mixed[:, numbers] = matrix[rng.permutation(len(matrix))][:, numbers]
            losses.append(log_loss(test.labels, score_rows(mixed)))
        rises[name] = float(np.mean(losses) - usual)
    return dict(sorted(rises.items(), key=lambda rise: -rise[1]))


def measure(model: Model, parts: Parts, sentences: Path, news: Path | None) -> dict[str, Any]:
    """Return all figures of the fitted model that need no further fit."""
    score, test = _scorer(model), parts.test
    others, _ = read_sentences(sentences, NEITHER)
    texts = {
        "written while the grammar grew": Rows(*read_sentences(sentences, "development")),
        "written apart, never looked at": Rows(*read_sentences(sentences, "untouched")),
    }
    if news:
        texts["news sentences (NewsSD-ENG)"] = read_news(news)
    return {
        "test part": model.metadata["metrics"],
        "account rule": account_rule(parts),
        "ways": measure_ways(model, test),
        "reliability": {
            name: metrics.by_tenth(test.labels, score(records))
            for name, records in metrics.scenarios(test.records).items()
        },
        "disturbed": {
            name: float(np.mean((score(records) >= model.metadata["threshold"]) == test.labels))
            for name, records in metrics.disturbed(test.records, test.labels).items()
        },
        "sentences": {name: measure_sentences(model, rows, parts.validation) for name, rows in texts.items()},
        "neither": {
            "rows": len(others),
            "sent to review": float(np.mean(_flagged(model.predict(others, [None] * len(others))))),
        },
        "importance": importance(lambda matrix: np.array(model.probabilities(matrix)), test),
    }


def _scorer(model: Model) -> metrics.Score:
    return lambda records: np.array(model.probabilities(pack(records)))


def _probabilities(answers: Sequence[Prediction]) -> Array:
    return np.array([answer["claim_probability"] for answer in answers])


def _flagged(answers: Sequence[Prediction]) -> Array:
    return np.array([answer["needs_review"] for answer in answers])


def _share_warned(answers: Sequence[Prediction]) -> float:
    return float(np.mean([OUT_OF_DISTRIBUTION in answer["warnings"] for answer in answers]))
