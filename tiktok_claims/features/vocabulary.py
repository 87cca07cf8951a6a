"""A model's own vocabulary: words and pairs of words that claims of the training data hold more often than opinions.

The log odds of a text are the sum of the weights of its words and pairs of neighbours, in whole parts of UNIT, so that
every order of adding gives the same number. Knows nothing of how the weights are learned.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise, repeat
from typing import Any

import numpy as np

from tiktok_claims.features.columnar import Texts

UNIT = 1 / 256  # of the log odds
FEATURE = "vocabulary_log_odds"

Weights = Mapping[str, int]  # of each word, and of each pair of words with a space between
Array = np.ndarray[Any, Any]


def terms(words: Sequence[str]) -> list[str]:
    """Return the words of a text and its pairs of neighbours."""
    return [*words, *map(" ".join, pairwise(words))]


class Vocabulary:
    """Weights ready to score."""

    def __init__(self, weights: Weights) -> None:
        self.weights = dict(weights)
        numbers: dict[str, int] = {}
        for term in self.weights:
            for word in term.split(" "):
                numbers.setdefault(word, len(numbers))
        self._numbers = {word.encode(): number for word, number in numbers.items()}
        self._words = np.array([self.weights.get(word, 0) for word in numbers] + [0], np.int64)  # the last: not here
        pairs = [term.split(" ") for term in self.weights if " " in term]
        keys = np.array([numbers[first] * len(self._words) + numbers[second] for first, second in pairs], np.int64)
        order = np.argsort(keys)
        self._keys = np.append(keys[order], np.iinfo(np.int64).max)
        weight = np.array([self.weights[" ".join(pair)] for pair in pairs], np.int64)
        self._pairs = np.append(weight[order], 0)

    def log_odds(self, words: Sequence[str]) -> float:
        """Return the log odds of a claim of one text's words, NaN without words."""
        return sum(map(self.weights.get, terms(words), repeat(0))) * UNIT if words else np.nan

    def without_words(self, words: Sequence[str]) -> list[float]:
        """Return the log odds of a text with each of its words left out in turn."""
        return [self.log_odds([*words[:index], *words[index + 1 :]]) for index in range(len(words))]

    def column(self, texts: Texts) -> Array:
        """Return the log odds of many texts, as `log_odds` has them."""
        unknown = len(self._words) - 1
        known = [self._numbers.get(word, unknown) for word in texts.vocabulary]
        numbers = np.array(known, np.int64)[texts.numbers]
        keys = numbers[:-1] * len(self._words) + numbers[1:]
        places = np.searchsorted(self._keys, keys)
        weights = self._words[numbers]
        weights[1:] += np.where(self._keys[places] == keys, self._pairs[places], 0)  # with the word before
        running = np.concatenate([[0], np.cumsum(weights)])
        sums = running[texts.ends] - running[texts.starts]
        return np.where(texts.starts == texts.ends, np.nan, sums * UNIT)
