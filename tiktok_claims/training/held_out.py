"""Which texts go together when wording is held out: near-equal ones, so that no fold learns another's by heart.

Texts that share a run of words are near-equal, and so are those that are near-equal to the same one. Knows nothing of
models.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from tiktok_claims.features.text import normalise_start, tokenise

RUN = 5  # words
FOLDS, FOLDS_OF_FEW = 5, 10
FEW = 1000  # rows
LARGEST_SHARE = 0.5  # of the rows, in one group: with more, the texts are made of the same pieces
SEED = 1

Array = np.ndarray[Any, Any]
Folds = list[tuple[Array, Array]]  # numbers of the rows to fit on, and of those held out


def groups(texts: Sequence[str]) -> Array:
    """Return the number of each text's group; a text without words is a group of its own."""
    parents = list(range(len(texts)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    first: dict[tuple[str, ...], int] = {}
    for number, text in enumerate(texts):
        for run in _runs(text):
            parents[root(number)] = root(first.setdefault(run, number))
    return np.array([root(number) for number in range(len(texts))])


def _runs(text: str) -> list[tuple[str, ...]]:
    """Return the runs of words in a text in order, and the text itself where it is shorter."""
    of_text = words(text)
    runs = list(zip(*(of_text[start:] for start in range(RUN)), strict=False))
    return runs or ([tuple(of_text)] if of_text else [])


def words(text: str) -> list[str]:
    """Return the words that are read of a text."""
    return tokenise(normalise_start(text))


def folds(group: Array, labels: Array) -> Folds:
    """Return folds that keep groups together; none where the texts are too alike to hold out any."""
    _, sizes = np.unique(group, return_counts=True)
    count = min(FOLDS if len(labels) >= FEW else FOLDS_OF_FEW, len(sizes), *np.bincount(labels, minlength=2).tolist())
    if count < 2 or sizes.max() > LARGEST_SHARE * len(labels):
        return []
    splitter = StratifiedGroupKFold(count, shuffle=True, random_state=SEED)
    return list(splitter.split(labels, labels, group))
