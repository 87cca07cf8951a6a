"""Many records to their features at once: what features.py counts word by word, on columns.

Each distinct word of a block is looked up once, and the classes of any stretch of words are the difference of two
running sums. The values are those of features.py bit for bit, in a quarter of the time; for a few records that one is
faster. Knows nothing of models.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import count
from struct import Struct
from typing import Any, NamedTuple

import numpy as np

from tiktok_claims.features import single
from tiktok_claims.features.single import (
    CLASS_NAMES,
    CUE_NUMBERS,
    CUES,
    EXPRESSIONS,
    FEATURES,
    HEAD_TOKENS,
    IN_TAIL,
    MARKS,
    MAX_TOKENS,
    OBJECTIVE,
    OPENERS,
    PAIR_NUMBERS,
    SUBJECTIVE,
    TAIL_TOKENS,
    TEXT_FEATURES,
    THAT_WITHIN,
    Matrix,
    Word,
    known,
)
from tiktok_claims.record import Record

Array = np.ndarray[Any, Any]

_DIVIDER = "¤"  # in no word: it stands behind the words of each text
_PARTED = bytes(range(128)).lower().translate(single.SEPARATORS) + bytes(range(128, 256))
_LANES = -(-len(CLASS_NAMES) // 8)  # a word's classes, a byte for each, as numbers of eight bytes
_NOTHING = (0, 0)
_NO_CUE = 99  # as features.py has it

_FIRST, _SECOND = (
    {word: number for number, word in enumerate(dict.fromkeys(words), start=1)}
    for words in zip(*EXPRESSIONS, strict=True)
)
_EXPRESSION = np.zeros((len(_FIRST) + 1, len(_SECOND) + 1), np.int16)  # numbers of two words -> that of the expression
for _number, (_one, _other) in enumerate(EXPRESSIONS, start=1):
    _EXPRESSION[_FIRST[_one], _SECOND[_other]] = _number
_PAIR = np.full((len(CUES) + 1, len(CUES) + 1), len(PAIR_NUMBERS))  # a cue and the next -> their pair; the last: none
for _cues, _number in PAIR_NUMBERS.items():
    _PAIR[_cues] = _number
_subjective, _objective, _in_tail = (
    [CLASS_NAMES.index(name) for name in names] for names in (SUBJECTIVE, OBJECTIVE, IN_TAIL)
)


class Texts(NamedTuple):
    """The words of some texts, one after the other, and where each text's stand."""

    words: list[bytes]  # UTF-8
    vocabulary: dict[bytes, int]  # the number of each distinct word, in this order
    numbers: Array  # those of `words`
    starts: Array  # of each text in `words`
    ends: Array
    characters: Array  # of each text
    marks: Array  # shape (texts, MARKS)

    def openings(self, length: int) -> list[bytes]:
        """Return the first so many words of each text, a blank between."""
        ends = np.minimum(self.starts + length, self.ends)
        return [b" ".join(self.words[a:b]) for a, b in zip(self.starts.tolist(), ends.tolist(), strict=True)]


def read(texts: Sequence[str]) -> Texts:
    """Split texts into words; "" stands for no text."""
    plain = [text.isascii() and len(text) < 2 * MAX_TOKENS for text in texts]  # no more words than are read
    cleaned = [text if simple else single.clean(text) for text, simple in zip(texts, plain, strict=True)]
    parted = [text if simple else " ".join(single.tokens(text)) for text, simple in zip(cleaned, plain, strict=True)]
    words = "".join([f"{text} {_DIVIDER} " for text in parted]).encode().translate(_PARTED).split()
    vocabulary = defaultdict[bytes, int](count().__next__)
    numbers = np.fromiter(map(vocabulary.__getitem__, words), np.intp, len(words))
    ends = np.flatnonzero(numbers == vocabulary.get(_DIVIDER.encode()))
    starts = np.concatenate([[0], ends[:-1] + 1])[: len(ends)]
    characters = np.fromiter(map(len, cleaned), np.intp, len(cleaned))
    marks = [np.fromiter(_counted(mark, cleaned), np.intp, len(cleaned)) for mark in MARKS]
    return Texts(words, dict(vocabulary), numbers, starts, ends, characters, np.array(marks).T)


def _counted(mark: str, texts: Sequence[str]) -> Iterable[int]:
    return (text.count(mark) if mark in text else 0 for text in texts)  # looking first is faster: most have none


_MEANING = np.dtype([("classes", "<u8", _LANES), ("cue", "u1"), ("opens", "?"), ("first", "<u2"), ("second", "<u4")])


@lru_cache(maxsize=1 << 14)
def _meaning(word: bytes) -> bytes:
    """Return what is known of a word, as _MEANING; it opens a text if it is nothing but a greeting or a filler."""
    text = word.decode()
    return _packed(known(text), _FIRST.get(text, 0), _SECOND.get(text, 0))


def _packed(word: Word, first: int = 0, second: int = 0) -> bytes:
    classes, cue = word
    return classes.to_bytes(8 * _LANES, "little") + _rest(cue, not classes & ~OPENERS, first, second)


_rest = Struct("<B?HI").pack
_EXPRESSED = np.frombuffer(b"".join(map(_packed, [_NOTHING, *EXPRESSIONS.values()])), _MEANING)


def pack(texts: Texts, record: Callable[[int], Record]) -> Matrix:
    """Return what single.pack returns for records with these texts.

    `record` gives the record of a row; only one whose text has no word is asked for.
    """
    matrix = np.full((len(texts.ends), len(FEATURES)), np.nan, np.float32)
    matrix[:, -len(TEXT_FEATURES) :] = _values(texts)
    for row in np.flatnonzero(texts.starts == texts.ends).tolist():
        matrix[row] = single.values(record(row))
    return matrix


def _values(texts: Texts) -> Matrix:
    """Return the values of TEXT_FEATURES for each text, shape (texts, TEXT_FEATURES)."""
    said = _said(texts)
    starts, ends = texts.starts, texts.ends
    lengths = np.maximum(ends - starts, 1)
    start = _next(~said.opens, starts, ends - 1)
    limits = np.minimum(start + THAT_WITHIN, ends)
    that = _next(texts.numbers == texts.vocabulary.get(b"that"), start, limits)
    has_that = that < limits
    end = np.where(has_that, that, np.minimum(start + HEAD_TOKENS, ends))
    tail_start = np.maximum(starts, ends - TAIL_TOKENS)
    head, whole, tail = _counts(said, texts.numbers, ((start, end), (starts, ends), (tail_start, ends)))
    numbers = (
        has_that, end - start, lengths, (texts.characters + 1) / lengths,
        whole[:, _subjective].sum(axis=1) / lengths, whole[:, _objective].sum(axis=1) / lengths,
    )  # fmt: skip
    columns = (head, whole, tail[:, _in_tail], *_cue_values(said.cues, texts), np.array(numbers).T)
    matrix: Matrix = np.concatenate(columns, axis=1, dtype=np.float32, casting="same_kind")
    return matrix


class _Said(NamedTuple):
    """What the words of some texts mean, one after the other."""

    classes: Array  # of each distinct word, shape (words, _LANES)
    cues: Array
    opens: Array
    expressed_at: Array  # the words that begin an expression,
    expressed: Array  # and the classes that this adds


def _said(texts: Texts) -> _Said:
    meanings = np.frombuffer(b"".join(map(_meaning, texts.vocabulary)), _MEANING)
    first, second = (meanings[field].take(texts.numbers) for field in ("first", "second"))
    expressions = _EXPRESSION[first[:-1], second[1:]]
    at = np.flatnonzero(expressions)
    expressed = _EXPRESSED[expressions[at]]
    cues, opens = meanings["cue"].take(texts.numbers), meanings["opens"].take(texts.numbers)
    cues[at] = np.where(expressed["cue"], expressed["cue"], cues[at])
    opens[at] &= expressed["opens"]
    return _Said(meanings["classes"], cues, opens, at, expressed["classes"])


def _next(where: Array, starts: Array, limits: Array) -> Array:
    """Return for each start the first place from there on where it is so, but no more than the limit."""
    places = np.append(np.flatnonzero(where), len(where))
    found: Array = np.minimum(places[np.searchsorted(places, starts)], limits)
    return found


def _counts(said: _Said, numbers: Array, stretches: Sequence[tuple[Array, Array]]) -> list[Array]:
    """Return how many words of each class there are in some stretches of words, shape (texts, CLASS_NAMES) each."""
    counted = np.empty((len(stretches), len(stretches[0][0]), _LANES), "<u8")
    running = np.zeros(len(numbers) + 1, np.uint64)
    for lane in range(_LANES):
        column = said.classes[:, lane].take(numbers)
        column[said.expressed_at] += said.expressed[:, lane]
        np.cumsum(column, out=running[1:])  # past eight bytes it starts over, and differences are right all the same
        for index, (start, end) in enumerate(stretches):
            counted[index, :, lane] = running[end] - running[start]
    return [lanes.view(np.uint8)[:, : len(CLASS_NAMES)] for lanes in counted]


def _cue_values(cues: Array, texts: Texts) -> list[Array]:
    """Return the pairs of cues, the marks, the first three cues, and how many come before a report and a belief."""
    (places,) = np.nonzero(cues)
    kinds = cues[places]
    rows = np.searchsorted(texts.ends, places)
    begins = np.searchsorted(places, texts.starts)
    order = np.arange(len(places)) - begins[rows]
    count = len(texts.starts)

    pairs = np.where(rows[1:] == rows[:-1], _PAIR[kinds[:-1], kinds[1:]], len(PAIR_NUMBERS))
    width = len(PAIR_NUMBERS) + 1
    followed = np.bincount(rows[:-1] * width + pairs, minlength=count * width).reshape(count, width)
    first = np.zeros((count, 3))
    early = order < 3
    first[rows[early], order[early]] = kinds[early]
    before = np.full((count, 2), _NO_CUE)
    for index, cue in enumerate(("report", "belief")):
        (same,) = np.nonzero(kinds == CUE_NUMBERS[cue])
        before[rows[same[::-1]], index] = order[same[::-1]]  # backwards: the first one stays
    return [followed[:, :-1], texts.marks, first, before]
