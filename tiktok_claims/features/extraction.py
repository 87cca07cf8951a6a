"""The features that a model takes: those of `spec`, and the log odds of its own vocabulary where it has one."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from tiktok_claims.features import columnar, single
from tiktok_claims.features.columnar import Texts
from tiktok_claims.features.spec import FEATURES, FIELD_FEATURES, Matrix
from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.features.vocabulary import FEATURE, Vocabulary
from tiktok_claims.record import TEXT, Record

MANY = 16  # texts from which on columnar features are faster


class Extractor:
    """Computes the features of records for one model."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary
        self.names = [*FEATURES, *([FEATURE] if vocabulary else [])]

    def pack(self, records: Sequence[Record]) -> Matrix:
        """Return the matrix of a few records, shape (records, names)."""
        matrix = single.pack(records)
        if not self.vocabulary:
            return matrix
        return _with_columns(matrix, [self.vocabulary.log_odds(_words(record.get(TEXT, ""))) for record in records])

    def columns(self, texts: Texts, record: Callable[[int], Record]) -> Matrix:
        """Return the matrix that `pack` returns for records with these texts; see columnar.pack."""
        matrix = columnar.pack(texts, record)
        return _with_columns(matrix, self.vocabulary.column(texts)) if self.vocabulary else matrix

    def of_texts(self, texts: Sequence[str]) -> Matrix:
        """Return the matrix of texts that each have a word."""
        if len(texts) < MANY:
            return self.pack([{TEXT: text} for text in texts])
        return self.columns(columnar.read(texts), lambda _: {})

    def with_and_without_words(self, text: str) -> Matrix:
        """Return the row of a text, then its rows with each word left out."""
        without = np.array(single.values_without_words(text), np.float32)
        if self.vocabulary:
            without = _with_columns(without, self.vocabulary.without_words(_words(text)))
        rows = np.repeat(self.pack([{TEXT: text}]), 1 + len(without), axis=0)
        rows[1:, len(FIELD_FEATURES) :] = without
        return rows


def _with_columns(matrix: Matrix, column: ArrayLike) -> Matrix:
    return np.column_stack([matrix, np.asarray(column, np.float32)])


def _words(text: str) -> list[str]:
    return tokenise(normalise_start(text))
