"""Training rows and what is added to them: copies with fields masked and texts perturbed, sentences of the grammar.

These teach what the data set alone does not: that a missing field is unknown, that no single word is to be relied upon,
and how English at large marks a claim or an opinion.
"""

import random
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.features.single import has_that_clause
from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.record import TEXT, Record
from tiktok_claims.synthetic import grammar
from tiktok_claims.training.dataset import LABELS, SEED, Rows, Splits
from tiktok_claims.training.masking import mask_as_users_do

FILLERS = tuple(entry.replace("_", " ") for entry in CLASSES["filler"])


@dataclass(frozen=True)
class Recipe:
    """What training adds to the rows; the model card shows the results without each part."""

    row_weight: float = 4  # of a row as it is
    copies: int = 3  # of each row, with fields masked and the text perturbed; together they weigh 1
    word_dropout: bool = True  # perturb texts, so that no word is relied upon
    sentences: int = 80_000  # of the grammar
    sentences_share: float = 0.25  # of the total weight
    chatter: float = 0.2  # of these sentences are such as stand between others in a transcript
    doubt: float = 0.2  # of the weight of a sentence without a that-clause goes to the other label: speech is unclear
    field_weight: float = 6  # of a feature that is no text feature, in the draw of columns: they are few among many


RECIPE = Recipe()


class WeightedRows(NamedTuple):
    """Rows to fit on; all three of one length."""

    records: list[Record]
    labels: np.ndarray[Any, np.dtype[np.int64]]
    weights: np.ndarray[Any, np.dtype[np.float64]]


def augment(rows: Rows, seed: int = SEED, recipe: Recipe = RECIPE) -> WeightedRows:
    """Return the rows, copies with fields masked and texts perturbed, and sentences of the grammar."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    weighted: list[tuple[Record, int, float]] = []
    for record, label in zip(rows.records, rows.labels.tolist(), strict=True):
        weighted.append((record, label, recipe.row_weight))
        weighted += [(_copy(record, recipe, rng), label, 1 / recipe.copies) for _ in range(recipe.copies)]
    total = sum(weight for *_, weight in weighted) * recipe.sentences_share / (1 - recipe.sentences_share)
    for number in range(recipe.sentences):
        weighted += _grammar_rows(number % len(LABELS), total / recipe.sentences, recipe, rng)
    records, labels, weights = zip(*weighted, strict=True)
    return WeightedRows(list(records), np.array(labels), np.array(weights))


def augment_splits(splits: Splits, recipe: Recipe = RECIPE, seed: int = SEED) -> tuple[WeightedRows, WeightedRows]:
    """Return the rows to fit on, and those for early stopping."""
    fewer = replace(recipe, sentences=recipe.sentences // 3)
    return augment(splits.train, seed, recipe), augment(splits.validation, seed + 1, fewer)


def _grammar_rows(label: int, weight: float, recipe: Recipe, rng: random.Random) -> list[tuple[Record, int, float]]:
    """Return a sentence of the grammar for its label and, in doubt, for both."""
    text = (grammar.part if rng.random() < recipe.chatter else grammar.sentence)(rng, LABELS[label])
    doubt = 0 if has_that_clause(text) else recipe.doubt
    record = _perturbed({TEXT: text}, recipe, rng)
    shares = ((label, 1 - doubt), (1 - label, doubt))
    return [(record, other, weight * share) for other, share in shares if share]


def _copy(record: Record, recipe: Recipe, rng: random.Random) -> Record:
    return _perturbed(mask_as_users_do(record, rng), recipe, rng)


def _perturbed(record: Record, recipe: Recipe, rng: random.Random) -> Record:
    """Perturb half of the texts: word dropout, as wording that no list knows, and fillers of speech."""
    if TEXT not in record or not recipe.word_dropout or rng.random() < 0.4:
        return record
    dropout = rng.choices([0.0, 0.15, 1.0], [0.15, 0.7, 0.15])[0]
    words = tokenise(normalise_start(record[TEXT]))
    words = [_unknown_word(rng) if word.isalpha() and rng.random() < dropout else word for word in words]
    for _ in range(rng.choice((0, 0, 1, 2))):
        words.insert(rng.randint(0, len(words)), rng.choice(FILLERS))
    return {**record, TEXT: " ".join(words)}


def _unknown_word(rng: random.Random) -> str:
    return "".join(rng.choices("bcdfghjklmnpqrstvwxz", k=rng.randint(2, 8)))
