"""When a person should look: the one policy, and the warnings of a prediction in words a moderator understands.

Knows nothing of how the model scores.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

import numpy as np

from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.features.text import normalise_start, tokenise

NO_TEXT = "There is no transcript: the prediction uses counts and account alone."
FEW = "The transcript is too short to tell much."
UNKNOWN = "Most words are unknown to the model: another language, slang or noise?"
OUT_OF_DISTRIBUTION = "The wording is unlike that of the videos that the model learned from."
UNSURE = "The model is unsure: its probability lies in the range where a person should decide."
WARNINGS = (NO_TEXT, FEW, UNKNOWN, OUT_OF_DISTRIBUTION, UNSURE)

FEW_WORDS = 3
MOSTLY_UNKNOWN = 0.6  # of the words
OPENING_WORDS = 3

_LENGTH, _UNKNOWN = FEATURES.index("text_length"), FEATURES.index("text_unknown")


def opening(text: str) -> bytes:
    """Return the first words of a text."""
    return " ".join(tokenise(normalise_start(text), OPENING_WORDS)).encode()


def opening_number(words: bytes) -> int:
    """Return a number for the first words of a text, so that openings can be known without keeping any words."""
    return crc32(words)


class Review:
    """The review policy of a model."""

    def __init__(self, interval: Sequence[float], known_openings: Iterable[int]) -> None:
        self._low, self._high = interval
        self._known_openings = frozenset(known_openings)

    def reasons(self, matrix: Matrix, openings: Sequence[bytes], probabilities: Any) -> tuple[Any, ...]:
        """Say for each of WARNINGS which of many predictions it holds for."""
        new = np.array([opening_number(words) not in self._known_openings for words in openings], bool)
        return self._reasons(matrix[:, _LENGTH].astype(float), matrix[:, _UNKNOWN].astype(float), new, probabilities)

    def reasons_of_one(self, row: Any, words: bytes, probability: float) -> tuple[bool, ...]:
        """Say which of WARNINGS hold for one prediction, from its feature row and the first words of its text."""
        new = opening_number(words) not in self._known_openings
        return self._reasons(row[_LENGTH].item(), row[_UNKNOWN].item(), new, probability)

    def _reasons(self, length: Any, unknown: Any, new: Any, probability: Any) -> tuple[Any, ...]:
        """Say whether each of WARNINGS holds, of one prediction or of columns; without a text the length is NaN."""
        enough = length >= FEW_WORDS
        mostly_unknown = unknown > MOSTLY_UNKNOWN * length
        return (
            length != length,
            length < FEW_WORDS,
            enough & mostly_unknown,
            enough & (mostly_unknown ^ True) & new,
            (self._low <= probability) & (probability <= self._high),
        )
