"""Choose the review interval: outside of it so large a share of each prediction is right as the person who trains asks.

Chosen on predictions of rows whose wording the model never saw. Knows nothing of models.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

FAR = 0.05  # of the reference texts, out of distribution
LEVEL = 0.97  # of the predictions that are left without review
LEVEL_OF_LABELS = 0.95  # where a few hundred labels are all there is
MARGIN = 1.0  # standard errors, for the share is measured on a sample

Array = np.ndarray[Any, Any]


def choose_interval(scored: Sequence[tuple[Array, Array]], threshold: float, level: float = LEVEL) -> list[float]:
    """Return the narrowest [low, high] such that of each prediction beyond it `level` is right, on each set of rows.

    `scored` are labels and probabilities of each set.
    """
    lows = [1 - _from(1 - labels, 1 - probabilities, 1 - threshold, level) for labels, probabilities in scored]
    highs = [_from(labels, probabilities, threshold, level) for labels, probabilities in scored]
    return [min(*lows, threshold), max(*highs, threshold)]


def choose_smooth_interval(scored: Sequence[tuple[Array, Array]], threshold: float, level: float) -> list[float]:
    """Return what choose_interval does, for a few hundred rows: of those beyond it, `level` is right by a fitted curve.

    The curve is a logistic one over the log odds (Platt, 1999): with so few rows, the share of right ones among the
    surest is too uncertain to choose by.
    """
    smooth = []
    for labels, probabilities in scored:
        clipped = np.clip(probabilities, 1e-6, 1 - 1e-6)
        log_odds = np.log(clipped / (1 - clipped))[:, None]
        curve = LogisticRegression(C=1e3).fit(log_odds, labels).predict_proba(log_odds)[:, 1]
        smooth.append((curve, probabilities))
    lows = [1 - _from_curve(1 - curve, 1 - probabilities, 1 - threshold, level) for curve, probabilities in smooth]
    highs = [_from_curve(curve, probabilities, threshold, level) for curve, probabilities in smooth]
    return [min(*lows, threshold), max(*highs, threshold)]


def _from_curve(expected: Array, confidences: Array, threshold: float, level: float) -> float:
    """Return the confidence from which on the mean of what is expected to be right reaches the level."""
    order = np.argsort(-confidences, kind="stable")
    order = order[confidences[order] >= threshold]
    means = np.cumsum(expected[order]) / np.arange(1, len(order) + 1)
    return _confidence(confidences[order], means >= level, threshold)


def _from(right: Array, confidences: Array, threshold: float, level: float) -> float:
    """Return the confidence from which on the level is reached; over 1 where it never is."""
    order = np.argsort(-confidences, kind="stable")
    order = order[confidences[order] >= threshold]
    counts = np.arange(1, len(order) + 1)
    return _confidence(confidences[order], _lower_bound(np.cumsum(right[order]) / counts, counts) >= level, threshold)


def _confidence(confidences: Array, reaches: Array, threshold: float) -> float:
    """Return the lowest of falling confidences down to which the level is reached; 1 where it never is."""
    (reached,) = np.nonzero(reaches)
    if not len(reached):
        return 1.0
    if reached[-1] == len(confidences) - 1:
        return threshold
    return float(np.nextafter(confidences[reached[-1]], 0))


def _lower_bound(share: Array, count: Array) -> Array:
    """Return the lower end of Wilson's interval for a share of a sample (Wilson, 1927)."""
    square = MARGIN**2
    centre = share + square / (2 * count)
    spread = MARGIN * np.sqrt(share * (1 - share) / count + square / (4 * count**2))
    bound: Array = (centre - spread) / (1 + square / count)
    return bound
