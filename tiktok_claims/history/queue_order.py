"""Which unlabelled videos teach most: unlike those labelled, and those before them, and unsure.

A text is its words and pairs of words, hashed into a vector; two texts are as alike as their cosine. Knows no SQL.
"""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np

from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.features.vocabulary import terms

DIMENSIONS = 1024
SURE = 0.2  # what a video that the model is sure of is worth, next to one at 0.5

Array = np.ndarray[Any, np.dtype[np.float32]]


def most_valuable(
    texts: Sequence[str], probabilities: Sequence[float], labelled: Sequence[str], count: int
) -> list[int]:
    """Return the numbers of so many texts, the most valuable first, each unlike those before it."""
    vectors = _vectors([*texts, *labelled])
    candidates, known = vectors[: len(texts)], vectors[len(texts) :]
    nearest = (candidates @ known.T).max(axis=1) if len(known) else np.zeros(len(texts), np.float32)
    unsure = 1 - 2 * np.abs(np.array(probabilities) - 0.5)
    weights, chosen = SURE + (1 - SURE) * unsure, list[int]()
    for _ in range(min(count, len(texts))):
        values = (1 - nearest) * weights
        values[chosen] = -1
        chosen.append(int(np.argmax(values)))
        nearest = np.maximum(nearest, candidates @ candidates[chosen[-1]])
    return chosen


def _vectors(texts: Sequence[str]) -> Array:
    """Return a unit vector for each text; terms that many texts have count less."""
    vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
    for row, text in enumerate(texts):
        places = [crc32(term.encode()) % DIMENSIONS for term in terms(tokenise(normalise_start(text)))]
        vectors[row, places] = 1
    rarity = np.log((1 + len(texts)) / (1 + vectors.sum(axis=0)))
    vectors *= rarity
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    normalised: Array = vectors / np.maximum(lengths, 1e-9)
    return normalised
