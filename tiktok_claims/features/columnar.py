"""Many records to their features at once, on columns: fills the groups of `spec` with the values of `single`.

Each distinct word is looked up once, and the classes of any stretch of words are the difference of two running sums.
The values are those of `single` bit for bit, in a quarter of the time; for a few records `single` is faster. Knows
nothing of models.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import count
from struct import Struct
from typing import Any, NamedTuple

import numpy as np

from tiktok_claims.features import single
from tiktok_claims.features.columnar_sentences import DIVIDER, rows_with_frames, rows_with_marks
from tiktok_claims.features.sentences import may_be_several
from tiktok_claims.features.spec import (
    CLASS_NAMES,
    CLASS_NUMBERS,
    CUE_NUMBERS,
    CUES,
    CUES_BEFORE,
    FEATURES,
    FIRST_CUES,
    HEAD_TOKENS,
    IN_TAIL,
    MARKS,
    MAX_TOKENS,
    NO_CUE,
    OBJECTIVE,
    PAIR_NUMBERS,
    SUBJECTIVE,
    TAIL_TOKENS,
    TEXT_FEATURES,
    THAT_WITHIN,
    Matrix,
    TextGroups,
    measures,
)
from tiktok_claims.features.text import SEPARATORS, normalise_start, tokenise
from tiktok_claims.features.words import EXPRESSIONS, Word, is_opening, look_up
from tiktok_claims.record import Record

Array = np.ndarray[Any, Any]

_SEPARATED = bytes(range(128)).lower().translate(SEPARATORS) + bytes(range(128, 256))
_LANES = -(-len(CLASS_NAMES) // 8)  # a word's classes, a byte for each, as numbers of eight bytes
_NO_WORD: Word = (0, 0)

_FIRST, _SECOND = (
    {word: number for number, word in enumerate(dict.fromkeys(words), start=1)}
    for words in zip(*EXPRESSIONS, strict=True)
)
_EXPRESSION = np.zeros((len(_FIRST) + 1, len(_SECOND) + 1), np.int16)  # numbers of two words -> that of the expression
for _number, (_first_word, _second_word) in enumerate(EXPRESSIONS, start=1):
    _EXPRESSION[_FIRST[_first_word], _SECOND[_second_word]] = _number
_PAIR = np.full((len(CUES) + 1, len(CUES) + 1), len(PAIR_NUMBERS))  # a cue and the next -> their pair; the last: none
for _cues, _number in PAIR_NUMBERS.items():
    _PAIR[_cues] = _number
_subjective, _objective, _in_tail = (
    [CLASS_NUMBERS[name] for name in names] for names in (SUBJECTIVE, OBJECTIVE, IN_TAIL)
)


class Texts(NamedTuple):
    """The words of some texts, one after the other, and the place of each text among them."""

    texts: Sequence[str]  # as they came
    words: list[bytes]  # UTF-8
    vocabulary: dict[bytes, int]  # the number of each distinct word, in this order
    numbers: Array  # those of `words`
    starts: Array  # of each text in `words`
    ends: Array
    characters: Array  # of each text
    marks: Array  # shape (texts, MARKS)
    several: list[int]  # rows of the texts that may hold more than one sentence


def read(texts: Sequence[str]) -> Texts:
    """Split texts into words; "" stands for no text."""
    short = [text.isascii() and len(text) < 2 * MAX_TOKENS for text in texts]  # no more words than are read
    normalised = [text if simple else normalise_start(text) for text, simple in zip(texts, short, strict=True)]
    spaced = [text if simple else " ".join(tokenise(text)) for text, simple in zip(normalised, short, strict=True)]
    joined = "".join([f"{text} {DIVIDER} " for text in spaced]).encode()
    words = joined.translate(_SEPARATED).split()
    vocabulary = defaultdict[bytes, int](count().__next__)
    numbers = np.fromiter(map(vocabulary.__getitem__, words), np.intp, len(words))
    ends = np.flatnonzero(numbers == vocabulary.get(DIVIDER.encode()))
    starts = np.concatenate([[0], ends[:-1] + 1])[: len(ends)]
    characters = np.fromiter(map(len, normalised), np.intp, len(normalised))
    marks = [np.fromiter(_counts_of(mark, normalised), np.intp, len(normalised)) for mark in MARKS.values()]
    several = {*rows_with_marks(joined), *rows_with_frames(vocabulary, numbers, ends)}
    several |= {row for row, simple in enumerate(short) if not simple and may_be_several(texts[row])}
    return Texts(texts, words, dict(vocabulary), numbers, starts, ends, characters, np.array(marks).T, sorted(several))


def _counts_of(mark: str, texts: Sequence[str]) -> Iterable[int]:
    return (text.count(mark) if mark in text else 0 for text in texts)  # looking first is faster: most have none


def pack(texts: Texts, record: Callable[[int], Record]) -> Matrix:
    """Return the matrix that `single.pack` returns for records with these texts.

    `record` returns the record of a row; it is called only for rows whose text has no words.
    """
    matrix = np.full((len(texts.ends), len(FEATURES)), np.nan, np.float32)
    matrix[:, -len(TEXT_FEATURES) :] = _text_values(texts)
    for row in np.flatnonzero(texts.starts == texts.ends).tolist():
        matrix[row] = single.values(record(row))
    return matrix


def _text_values(texts: Texts) -> Matrix:
    """Return the values of TEXT_FEATURES for each text, shape (texts, TEXT_FEATURES)."""
    words = _look_up(texts)
    starts, ends = texts.starts, texts.ends
    lengths = np.maximum(ends - starts, 1)
    start, end, has_that = _heads(words, texts)
    tail_starts = np.maximum(starts, ends - TAIL_TOKENS)
    head, text, tail = _counts(words, texts.numbers, ((start, end), (starts, ends), (tail_starts, ends)))
    subjective, objective = (text[:, numbers].sum(axis=1) for numbers in (_subjective, _objective))
    pairs, first_cues, cues_before = _cue_values(words.cues, texts)
    columns = measures(has_that, end - start, lengths, texts.characters, subjective, objective)
    groups = TextGroups(head, text, tail[:, _in_tail], pairs, texts.marks, first_cues, cues_before, np.array(columns).T)
    matrix: Matrix = np.concatenate(groups, axis=1, dtype=np.float32, casting="same_kind")
    return matrix


_PROPERTIES = np.dtype([("classes", "<u8", _LANES), ("cue", "u1"), ("opens", "?"), ("first", "<u2"), ("second", "<u4")])


@lru_cache(maxsize=1 << 14)
def _properties(word: bytes) -> bytes:
    """Return the properties of a word as bytes of _PROPERTIES."""
    text = word.decode()
    return _packed(look_up(text), _FIRST.get(text, 0), _SECOND.get(text, 0))


def _packed(word: Word, first: int = 0, second: int = 0) -> bytes:
    classes, cue = word
    return classes.to_bytes(8 * _LANES, "little") + _pack_others(cue, is_opening(classes), first, second)


_pack_others = Struct("<B?HI").pack
_EXPRESSION_PROPERTIES = np.frombuffer(b"".join(map(_packed, [_NO_WORD, *EXPRESSIONS.values()])), _PROPERTIES)


class _Words(NamedTuple):
    """The properties of the words of some texts, one after the other."""

    classes: Array  # of each distinct word, shape (words, _LANES)
    cues: Array
    opens: Array  # whether it is a greeting or a filler
    expressions_at: Array  # the words that begin an expression,
    expressions: Array  # and the classes that this adds


def _look_up(texts: Texts) -> _Words:
    properties = np.frombuffer(b"".join(map(_properties, texts.vocabulary)), _PROPERTIES)
    first, second = (properties[name].take(texts.numbers) for name in ("first", "second"))
    numbers = _EXPRESSION[first[:-1], second[1:]]
    at = np.flatnonzero(numbers)
    expressions = _EXPRESSION_PROPERTIES[numbers[at]]
    cues, opens = properties["cue"].take(texts.numbers), properties["opens"].take(texts.numbers)
    cues[at] = np.where(expressions["cue"], expressions["cue"], cues[at])
    opens[at] &= expressions["opens"]
    return _Words(properties["classes"], cues, opens, at, expressions["classes"])


def _heads(words: _Words, texts: Texts) -> tuple[Array, Array, Array]:
    """Return where the head of each text starts and ends, and whether "that" ends it."""
    start = _next(~words.opens, texts.starts, texts.ends - 1)
    limits = np.minimum(start + THAT_WITHIN, texts.ends)
    that = _next(texts.numbers == texts.vocabulary.get(b"that"), start, limits)
    has_that = that < limits
    return start, np.where(has_that, that, np.minimum(start + HEAD_TOKENS, texts.ends)), has_that


def _next(where: Array, starts: Array, limits: Array) -> Array:
    """Return for each start the first place from there on where the condition holds, but no more than the limit."""
    places = np.append(np.flatnonzero(where), len(where))
    first: Array = np.minimum(places[np.searchsorted(places, starts)], limits)
    return first


def _counts(words: _Words, numbers: Array, stretches: Sequence[tuple[Array, Array]]) -> list[Array]:
    """Return how many words of each class there are in some stretches of words, shape (texts, CLASS_NAMES) each."""
    counts = np.empty((len(stretches), len(stretches[0][0]), _LANES), "<u8")
    running = np.zeros(len(numbers) + 1, np.uint64)
    for lane in range(_LANES):
        column = words.classes[:, lane].take(numbers)
        column[words.expressions_at] += words.expressions[:, lane]
        np.cumsum(column, out=running[1:])  # past eight bytes it starts over, and differences are right all the same
        for index, (start, end) in enumerate(stretches):
            counts[index, :, lane] = running[end] - running[start]
    return [lanes.view(np.uint8)[:, : len(CLASS_NAMES)] for lanes in counts]


def _cue_values(cues: Array, texts: Texts) -> tuple[Array, Array, Array]:
    """Return the pairs of cues, the first cues, and how many cues come before the first one of some kinds."""
    (places,) = np.nonzero(cues)
    kinds = cues[places]
    rows = np.searchsorted(texts.ends, places)
    order = np.arange(len(places)) - np.searchsorted(places, texts.starts)[rows]
    first = np.zeros((len(texts.starts), len(FIRST_CUES)))
    early = order < len(FIRST_CUES)
    first[rows[early], order[early]] = kinds[early]
    before = np.full((len(texts.starts), len(CUES_BEFORE)), NO_CUE)
    for index, cue in enumerate(CUES_BEFORE):
        (same,) = np.nonzero(kinds == CUE_NUMBERS[cue])
        before[rows[same[::-1]], index] = order[same[::-1]]  # backwards: the first one stays
    return _pairs(kinds, rows, len(texts.starts)), first, before


def _pairs(kinds: Array, rows: Array, texts: int) -> Array:
    """Return how often each of PAIRS comes, from the cues of all texts and the text of each cue."""
    width = len(PAIR_NUMBERS) + 1  # the last: any other pair
    pairs = np.where(rows[1:] == rows[:-1], _PAIR[kinds[:-1], kinds[1:]], width - 1)
    counts = np.bincount(rows[:-1] * width + pairs, minlength=texts * width)
    return counts.reshape(texts, width)[:, :-1]
