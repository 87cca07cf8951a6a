"""What simple methods reach on the same rows, so that everybody sees what the model adds.

Knows nothing of the model.
"""

from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline

from tiktok_claims.evaluation.metrics import Array
from tiktok_claims.record import TEXT
from tiktok_claims.training import held_out
from tiktok_claims.training.dataset import Rows, Splits

SEED = 1


class Baseline(NamedTuple):
    """Figures of the simple methods."""

    majority: float  # accuracy of always the more frequent label
    accuracy: float | None  # of TF-IDF of words and pairs of words with logistic regression; None without texts
    roc_auc: float | None


def measure(splits: Splits, cross_validated: bool) -> Baseline:
    """Return the figures on the test split, or over the folds of held-out wording where the model was measured so."""
    labels = splits.test.labels
    majority = float(max(np.mean(labels), 1 - np.mean(labels)))
    texts = _texts(splits.test)
    if not any(map(held_out.words, texts)):
        return Baseline(majority, None, None)
    if cross_validated:
        scores = np.empty(len(labels))
        for known, new in held_out.folds(held_out.groups(texts), labels):
            scores[new] = fit_and_score(splits.test.take(known.tolist()), splits.test.take(new.tolist()))
    else:
        scores = fit_and_score(splits.train, splits.test)
    return Baseline(majority, float(np.mean((scores >= 0.5) == labels)), float(roc_auc_score(labels, scores)))


def report(baseline: Baseline) -> str:
    """Return the figures as one line."""
    line = f"baselines on the same rows: majority {baseline.majority:.4f}"
    if baseline.accuracy is None:
        return line
    return f"{line}; TF-IDF + logistic regression, text alone: {baseline.accuracy:.4f}, ROC AUC {baseline.roc_auc:.4f}"


def fit_and_score(train: Rows, test: Rows) -> Array:
    """Return the probabilities of TF-IDF with logistic regression for the test rows, from their texts alone."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"[^\W_]+")  # noqa: S106 - a pattern
    pipeline = make_pipeline(words, LogisticRegression(C=4, solver="liblinear", random_state=SEED))
    scores: Array = pipeline.fit(_texts(train), train.labels).predict_proba(_texts(test))[:, 1]
    return scores


def _texts(rows: Rows) -> list[str]:
    return [str(record.get(TEXT, "")) for record in rows.records]
