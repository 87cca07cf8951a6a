"""Choose the review interval: outside of it so large a share of each prediction is right as the person who trains asks.

Chosen on predictions of rows whose wording the model never saw. Knows nothing of models.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

FAR = 0.05  # of the reference texts, out of distribution
LEVEL = 0.97  # of the predictions that are left without review
MARGIN = 1.0  # standard errors, for the share is measured on a sample

Array = np.ndarray[Any, Any]


def choose_interval(scored: Sequence[tuple[Array, Array]], threshold: float, level: float = LEVEL) -> list[float]:
    """Return the narrowest [low, high] such that of each prediction beyond it `level` is right, on each set of rows.

    `scored` are labels and probabilities of each set.
    """
    lows = [1 - _from(1 - labels, 1 - probabilities, 1 - threshold, level) for labels, probabilities in scored]
    highs = [_from(labels, probabilities, threshold, level) for labels, probabilities in scored]
    return [min(*lows, threshold), max(*highs, threshold)]


def _from(right: Array, confidences: Array, threshold: float, level: float) -> float:
    """Return the confidence from which on the level is reached; over 1 where it never is."""
    order = np.argsort(-confidences, kind="stable")
    order = order[confidences[order] >= threshold]
    counts = np.arange(1, len(order) + 1)
    (reached,) = np.nonzero(_lower_bound(np.cumsum(right[order]) / counts, counts) >= level)
    if not len(reached):
        return 1.0
    if reached[-1] == len(order) - 1:
        return threshold
    return float(np.nextafter(confidences[order[reached[-1]]], 0))


def _lower_bound(share: Array, count: Array) -> Array:
    """Return the lower end of Wilson's interval for a share of a sample (Wilson, 1927)."""
    square = MARGIN**2
    centre = share + square / (2 * count)
    spread = MARGIN * np.sqrt(share * (1 - share) / count + square / (4 * count**2))
    bound: Array = (centre - spread) / (1 + square / count)
    return bound
