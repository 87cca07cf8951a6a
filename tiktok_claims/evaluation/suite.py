"""Metrics of the fitted model as it is served: on the test split, on hand-written and on real sentences.

Needs no fit. Knows nothing of how the card looks.
"""

import csv
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import log_loss, roc_auc_score

from tiktok_claims.evaluation import metrics, perturbations
from tiktok_claims.evaluation.metrics import Array
from tiktok_claims.features.spec import SOURCES
from tiktok_claims.model.review import OUT_OF_DISTRIBUTION
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.record import CATEGORIES, COUNTS, FIELDS, TEXT, Record
from tiktok_claims.training.dataset import LABELS, Rows, Splits
from tiktok_claims.training.masking import scenarios, with_counts_of

SEED = 1
SENTENCES, TRANSCRIPTS = (Path(__file__).with_name(name) for name in ("sentences.csv", "transcripts.csv"))
NEITHER = "neither"  # the label of texts that are no English statement


def read_sentences(path: Path, kind: str) -> tuple[list[Record], Array]:
    """Return hand-written texts of a set as records, and their labels (-1: neither)."""
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


def measure_sentences(model: Model, rows: Rows, donors: Rows) -> dict[str, float | None]:
    """Return metrics for texts alone, and the share of predictions that depend on the counts sent with them."""
    predictions = model.predict(rows.records, [None] * len(rows.records))
    probabilities, left = _probabilities(predictions), ~_needs_review(predictions)
    right = (probabilities >= model.metadata["threshold"]) == rows.labels
    return {
        "rows": len(rows.labels),
        "accuracy": float(np.mean(right)),
        "claims_right": float(np.mean(right[rows.labels == 1])),
        "opinions_right": float(np.mean(right[rows.labels == 0])),
        "roc_auc": float(roc_auc_score(rows.labels, probabilities)),
        "log_loss": float(log_loss(rows.labels, probabilities)),
        "left_without_review": float(np.mean(left)),
        "right_without_review": float(np.mean(right[left])) if left.any() else None,
        "out_of_distribution": _share_warned(predictions),
        "depends_on_counts": depends_on_counts(_scorer(model), rows.records, donors, model.metadata["threshold"]),
    }


def depends_on_counts(score: metrics.Score, records: Sequence[Record], donors: Rows, threshold: float) -> float:
    """Return the share of predictions on texts that differ with the counts of a claim and of an opinion."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    claims = []
    for label in range(len(LABELS)):
        others = [record for record, other in zip(*donors, strict=True) if other == label]
        counted = [with_counts_of(rng.choice(others), record) for record in records]
        claims.append(score(counted) >= threshold)
    return float(np.mean(claims[0] != claims[1]))


def measure_scenarios(model: Model, test: Rows) -> dict[str, dict[str, float | None]]:
    """Return for each scenario how much is left without review, how much of that is right, and the warnings."""
    by_scenario = {}
    for name, records in scenarios(test.records).items():
        predictions = model.predict(records, [None] * len(records))
        probabilities, left = _probabilities(predictions), ~_needs_review(predictions)
        right = (probabilities >= model.metadata["threshold"]) == test.labels
        by_scenario[name] = {
            "left_without_review": float(np.mean(left)),
            "right_without_review": float(np.mean(right[left])) if left.any() else None,
            "out_of_distribution": _share_warned(predictions),
        }
    return by_scenario


def account_rule(splits: Splits) -> float:
    """Return the accuracy, on the test split, of the best label for each combination of account fields in training."""
    shares: dict[tuple[Any, ...], list[int]] = {}
    for record, label in zip(*splits.train, strict=True):
        shares.setdefault(_account(record), []).append(label)
    claims = [np.mean(shares.get(_account(record), [0])) >= 0.5 for record in splits.test.records]
    return float(np.mean(claims == splits.test.labels))


def _account(record: Record) -> tuple[Any, ...]:
    return tuple(record.get(name) for name in CATEGORIES)


def importance(model: Model, test: Rows, rounds: int = 5) -> dict[str, float]:
    """Return the rise in log loss when a field's features, or one of the text's, come from another row; most first."""
    rng = np.random.default_rng(SEED)
    matrix, names = model.features.pack(test.records), model.features.names
    columns = {f"text: {name}": [names.index(name)] for name in names if SOURCES.get(name, (TEXT,)) == (TEXT,)}
    for field in FIELDS:
        columns[field] = [number for number, name in enumerate(names) if field in SOURCES.get(name, (TEXT,))]
    columns["all_counts"] = [number for number, name in enumerate(names) if set(SOURCES.get(name, ())) & set(COUNTS)]
    before = log_loss(test.labels, model.probabilities(matrix))
    rises = {}
    for name, numbers in columns.items():
        losses = []
        for _ in range(rounds if len(numbers) > 1 else 1):
            shuffled = matrix.copy()
            shuffled[:, numbers] = matrix[rng.permutation(len(matrix))][:, numbers]
            losses.append(log_loss(test.labels, model.probabilities(shuffled)))
        rises[name] = float(np.mean(losses) - before)
    return dict(sorted(rises.items(), key=lambda rise: -rise[1]))


def measure(model: Model, splits: Splits, news: Path | None) -> dict[str, Any]:
    """Return all metrics of the fitted model that need no further fit."""
    score, test = _scorer(model), splits.test
    others, _ = read_sentences(SENTENCES, NEITHER)
    texts = {
        "read_while_the_grammar_grew": Rows(*read_sentences(SENTENCES, "development")),
        "written_apart_never_read": Rows(*read_sentences(SENTENCES, "untouched")),
        "transcripts_settings_chosen_with": Rows(*read_sentences(TRANSCRIPTS, "tuning")),
        "transcripts_held_out": Rows(*read_sentences(TRANSCRIPTS, "held_out")),
    }
    if news:
        texts["news_sentences"] = read_news(news)
    return {
        "test": model.metadata["metrics"],
        "account_rule": account_rule(splits),
        "scenarios": measure_scenarios(model, test),
        "reliability": {
            name: metrics.reliability(test.labels, score(records)) for name, records in scenarios(test.records).items()
        },
        "perturbed": {
            name: float(np.mean((score(records) >= model.metadata["threshold"]) == test.labels))
            for name, records in perturbations.perturbed(test.records, test.labels).items()
        },
        "sentences": {name: measure_sentences(model, rows, splits.validation) for name, rows in texts.items()},
        "neither": {
            "rows": len(others),
            "needs_review": float(np.mean(_needs_review(model.predict(others, [None] * len(others))))),
        },
        "importance": importance(model, test),
    }


def _scorer(model: Model) -> metrics.Score:
    return lambda records: np.array(model.probabilities(model.features.pack(records)))


def _probabilities(predictions: Sequence[Prediction]) -> Array:
    return np.array([prediction["claim_probability"] for prediction in predictions])


def _needs_review(predictions: Sequence[Prediction]) -> Array:
    return np.array([prediction["needs_review"] for prediction in predictions])


def _share_warned(predictions: Sequence[Prediction]) -> float:
    return float(np.mean([OUT_OF_DISTRIBUTION in prediction["warnings"] for prediction in predictions]))
