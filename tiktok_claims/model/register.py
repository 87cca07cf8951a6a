"""How far a text is from the register that a model learned from: its length, its words' length, its unknown words.

Each measure is compared with its quantiles on reference texts; the distance is the sum of how rare the values are (the
logs of two-sided tails, as Fisher combines tests). Knows nothing of words, and so needs no list of known ones.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.features.spec import FEATURES, Matrix

MEASURES = ("text_length", "word_length", "unknown_share")
QUANTILES = 100
_LENGTH, _WORD_LENGTH, _UNKNOWN = map(FEATURES.index, ("text_length", "word_length", "text_unknown"))
_TAILS = [min(below + 0.5, QUANTILES + 0.5 - below) / QUANTILES * 2 for below in range(QUANTILES + 1)]
_RARITY = np.round(-np.log(np.minimum(_TAILS, 1)) * 1000).astype(int)  # whole numbers: every order of adding is right
_RARITY_LIST: list[int] = _RARITY.tolist()

Array = np.ndarray[Any, Any]


class RegisterLimits(TypedDict):
    """The quantiles of each measure on reference texts, and the largest distance of a text in distribution."""

    edges: list[list[float]]
    limit: int


class Register:
    """The register of a model's reference texts."""

    def __init__(self, limits: RegisterLimits) -> None:
        self._lists = limits["edges"]
        self._edges = [np.array(edges) for edges in limits["edges"]]
        self._limit = limits["limit"]

    def is_far_one(self, length: float, word_length: float, unknown: float) -> bool:
        """Say whether one text, from its features, is out of distribution."""
        values = (length, word_length, unknown / length)
        distance: int = sum(map(_RARITY_LIST.__getitem__, map(bisect_right, self._lists, values)))
        return distance > self._limit

    def is_far(self, matrix: Matrix) -> Array:
        """Say which of many texts are out of distribution; without a text the value means nothing."""
        far: Array = distances(self._edges, matrix) > self._limit
        return far


def measures(matrix: Matrix) -> list[Array]:
    """Return the MEASURES of feature rows."""
    length, word_length, unknown = (matrix[:, column].astype(float) for column in (_LENGTH, _WORD_LENGTH, _UNKNOWN))
    return [length, word_length, unknown / length]


def distances(edges: Sequence[Array], matrix: Matrix) -> Array:
    """Return the distance of each feature row."""
    places = (np.searchsorted(ends, values, side="right") for ends, values in zip(edges, measures(matrix), strict=True))
    total: Array = sum((_RARITY[place] for place in places), np.zeros(len(matrix), int))
    return total


def limits(matrix: Matrix, share: float) -> RegisterLimits:
    """Return the limits that this share of reference texts lies beyond."""
    matrix = matrix[~np.isnan(matrix[:, _LENGTH])]
    if not len(matrix):
        return {"edges": [[] for _ in MEASURES], "limit": 10**9}
    steps = (np.arange(QUANTILES) + 0.5) / QUANTILES
    edges = [np.quantile(values, steps) for values in measures(matrix)]
    limit = int(np.quantile(distances(edges, matrix), 1 - share))
    return {"edges": [values.tolist() for values in edges], "limit": limit}
