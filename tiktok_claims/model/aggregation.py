"""From the sentences of a transcript to the video: it contains a claim when one of its sentences does.

The highest of many probabilities is high by chance alone, so the more sentences there are, the higher one of them has
to be. A single sentence keeps its probability. Knows nothing of text and features.
"""

from typing import Any, NamedTuple

import numpy as np

Column = np.ndarray[Any, Any]

# Chosen on transcripts composed of 1 to 30 sentences that no model was fitted on, with and without a claim among them.
SHARPNESS = 2  # of the mean of odds: 1 is the sum, infinity the maximum
CAUTION = 0.75  # power of the number of sentences that odds are divided by: 0 is none, 1 that of the mean
CERTAIN = 1e-6  # no probability is nearer to 0 or 1: odds stay finite


class Aggregated(NamedTuple):
    """The probabilities of texts, from those of their sentences."""

    probabilities: Column
    decisive: Column  # number of the sentence with the highest probability of each text


def contains_claim(probabilities: Column, starts: Column, threshold: float) -> Aggregated:
    """Return for each text whether a sentence of it is a claim; `starts` are the first sentences of each text."""
    counts = _counts(probabilities, starts)
    odds = _odds(probabilities) / _odds(threshold)  # sentences at the threshold change nothing
    sums = np.add.reduceat(odds**SHARPNESS, starts)
    combined = (sums / counts**CAUTION) ** (1 / SHARPNESS) * _odds(threshold)
    return _aggregated(combined, probabilities, starts, counts)


def mean_log_odds(probabilities: Column, starts: Column) -> Aggregated:
    """Return the mean log odds of each text's stretches, where labels are of texts and not of sentences."""
    counts = _counts(probabilities, starts)
    mean = np.exp(np.add.reduceat(np.log(_odds(probabilities)), starts) / counts)
    return _aggregated(mean, probabilities, starts, counts)


def _aggregated(odds: Column, probabilities: Column, starts: Column, counts: Column) -> Aggregated:
    alone = counts == 1
    of_text = np.where(alone, probabilities[starts], odds / (1 + odds))
    highest = np.maximum.reduceat(probabilities, starts).repeat(counts)
    at = np.flatnonzero(probabilities == highest)
    decisive = at[np.searchsorted(at, starts)]
    return Aggregated(of_text, decisive)


def _counts(probabilities: Column, starts: Column) -> Column:
    return np.diff(starts, append=len(probabilities))


def _odds(probabilities: Any) -> Any:
    clipped = np.clip(np.asarray(probabilities, float), CERTAIN, 1 - CERTAIN)
    return clipped / (1 - clipped)
