"""What a team's own videos teach: the shipped model without them, then trained on a few of them and on all.

Knows nothing of how the card looks.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from tiktok_claims.evaluation import baseline
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.training import dataset, fit, own_data
from tiktok_claims.training.base import base_of
from tiktok_claims.training.dataset import SEED, Dataset, Rows
from tiktok_claims.training.review import LEVEL

FEW = (150, 600)  # rows
DRAWS = 5

Figures = dict[str, float | None]  # None: nothing is left without review


def measure(shipped: ModelFile, folder: Path) -> dict[str, Figures]:
    """Return the figures on test.csv of a folder: untrained, and trained on a few rows of train.csv and on all.

    Those of a few rows are means over draws. Raises InvalidDataset, OSError.
    """
    own, test = dataset.read(folder / "train.csv"), dataset.read(folder / "test.csv").rows
    by_rows = {"shipped_model": _figures(Model(shipped, "shipped"), test)}
    rng = np.random.default_rng(SEED)
    for count in FEW:
        draws = [own.rows.take(rng.choice(own.labelled, count, replace=False).tolist()) for _ in range(DRAWS)]
        by_rows[f"trained_on_{count}"] = _means(
            [_trained(shipped, replace(own, labelled=count, rows=rows), test) for rows in draws]
        )
    return {**by_rows, f"trained_on_{own.labelled:,}": _trained(shipped, own, test)}


def _trained(shipped: ModelFile, data: Dataset, test: Rows) -> Figures:
    trained = own_data.train(data, base_of(shipped, "shipped", data.sha256), LEVEL) or fit.train(data)
    scores = baseline.fit_and_score(data.rows, test)
    simple = {
        "tfidf_accuracy": float(np.mean((scores >= 0.5) == test.labels)),
        "tfidf_roc_auc": float(roc_auc_score(test.labels, scores)),
    }
    return {**_figures(Model(trained.model, "own"), test), **simple}


def _means(draws: list[Figures]) -> Figures:
    means: Figures = {}
    for name in draws[0]:
        values = [value for draw in draws if (value := draw[name]) is not None]
        means[name] = float(np.mean(values)) if values else None
    return means


def _figures(model: Model, test: Rows) -> Figures:
    predictions: list[Any] = model.predict(test.records, [None] * len(test.records))
    probabilities = np.array([prediction["claim_probability"] for prediction in predictions])
    left = np.array([not prediction["needs_review"] for prediction in predictions])
    right = (probabilities >= model.metadata["threshold"]) == test.labels
    return {
        "accuracy": float(np.mean(right)),
        "roc_auc": float(roc_auc_score(test.labels, probabilities)),
        "left_without_review": float(np.mean(left)),
        "right_without_review": float(np.mean(right[left])) if left.any() else None,
    }
