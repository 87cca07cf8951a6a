"""Learn a vocabulary: naive Bayes over the words and pairs of words of labelled texts.

Each weight is the log of how much more often a term comes in claims than in opinions (multinomial naive Bayes; Wang and
Manning, "Baselines and Bigrams", 2012). The trees see weights learned on other rows, so that they know how far to trust
them. Knows nothing of trees.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.features.vocabulary import UNIT, Vocabulary, terms
from tiktok_claims.training.held_out import Folds

SMOOTHING = 0.5  # added to every count
LEAST_PAIR = 2  # texts that a pair of words comes in: rarer ones say little, and would give texts away
MOST_TERMS = 50_000

Array = np.ndarray[Any, Any]


class Counted:
    """The terms of labelled texts, counted once for the weights of any of the rows."""

    def __init__(self, texts: Sequence[str], labels: Array) -> None:
        counter = CountVectorizer(analyzer=_terms, dtype=np.int64)
        self._labels = labels
        self._counts: csr_matrix = counter.fit_transform(texts)  # shape (texts, terms)
        self._held = self._counts.sign()
        self._terms = counter.get_feature_names_out()
        self._is_pair = np.array([" " in term for term in self._terms])

    def vocabulary(self, rows: Array | None = None) -> Vocabulary:
        """Return the vocabulary of all texts, or of some."""
        weights = self._weights(np.arange(len(self._labels)) if rows is None else rows)
        (kept,) = np.nonzero(weights)
        return Vocabulary(dict(zip(self._terms[kept].tolist(), weights[kept].tolist(), strict=True)))

    def out_of_fold(self, folds: Folds) -> Array:
        """Return the log odds of each text by a vocabulary of the folds that it is not in; NaN without words."""
        scores = np.full(len(self._labels), np.nan)
        for known, new in folds:
            scores[new] = self._counts[new] @ self._weights(known) * UNIT
        return np.where(self._counts.getnnz(axis=1) > 0, scores, np.nan)

    def _weights(self, rows: Array) -> Array:
        """Return the weight of each term by some of the rows, in UNITs; 0 for one that is not kept."""
        opinions, claims = (self._held[rows[self._labels[rows] == label]].sum(axis=0).A1 for label in (0, 1))
        total = opinions + claims
        common = np.argsort(-total, kind="stable")
        common = common[total[common] >= np.where(self._is_pair, LEAST_PAIR, 1)[common]][:MOST_TERMS]
        odds = (claims[common] + SMOOTHING) / (opinions[common] + SMOOTHING)
        balance = (claims[common] + SMOOTHING).sum() / (opinions[common] + SMOOTHING).sum()
        weights = np.zeros(len(total), np.int64)
        weights[common] = np.rint(np.log(odds / balance) / UNIT).astype(np.int64)
        return weights


def _terms(text: str) -> list[str]:
    return terms(tokenise(normalise_start(text)))
