"""When a person should look: the one policy, and the warnings of a prediction in words a moderator understands.

Knows nothing of how the model scores.
"""

from collections.abc import Sequence
from typing import Any

from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.model.register import Register, RegisterLimits

NO_TEXT = "There is no transcript: the prediction uses counts and account alone."
FEW = "The transcript is too short to tell much."
UNKNOWN = "Most words are unknown to the model: another language, slang or noise?"
OUT_OF_DISTRIBUTION = "The wording is unlike that of the videos that the model learned from."
UNSURE = "The model is unsure: its probability lies in the range where a person should decide."
WARNINGS = (NO_TEXT, FEW, UNKNOWN, OUT_OF_DISTRIBUTION, UNSURE)

FEW_WORDS = 3
MOSTLY_UNKNOWN = 0.6  # of the words

_LENGTH, _WORD_LENGTH, _UNKNOWN = map(FEATURES.index, ("text_length", "word_length", "text_unknown"))


class Review:
    """The review policy of a model."""

    def __init__(self, interval: Sequence[float], limits: RegisterLimits) -> None:
        self._low, self._high = interval
        self._register = Register(limits)

    def warnings(self, matrix: Matrix, probabilities: Any) -> tuple[Any, ...]:
        """Say for each of WARNINGS which of many predictions it holds for."""
        length, unknown = matrix[:, _LENGTH].astype(float), matrix[:, _UNKNOWN].astype(float)
        return self._warnings(length, unknown, self._register.is_far(matrix), probabilities)

    def warnings_of_one(self, row: Any, probability: float) -> tuple[bool, ...]:
        """Say which of WARNINGS hold for one prediction, from its feature row."""
        length, unknown = row[_LENGTH].item(), row[_UNKNOWN].item()
        far = self._register.is_far_one(length, row[_WORD_LENGTH].item(), unknown)
        return self._warnings(length, unknown, far, probability)

    def _warnings(self, length: Any, unknown: Any, far: Any, probability: Any) -> tuple[Any, ...]:
        """Say whether each of WARNINGS holds, of one prediction or of columns; without a text the length is NaN."""
        enough = length >= FEW_WORDS
        mostly_unknown = unknown > MOSTLY_UNKNOWN * length
        return (
            length != length,
            length < FEW_WORDS,
            enough & mostly_unknown,
            enough & (mostly_unknown ^ True) & far,
            (self._low <= probability) & (probability <= self._high),
        )
