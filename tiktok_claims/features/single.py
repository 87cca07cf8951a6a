"""One record to its features, in microseconds: fills the groups of `spec`.

`columnar` computes the same values for many records at once.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import isnan, nan
from operator import itemgetter
from struct import Struct

import numpy as np

from tiktok_claims.features.spec import (
    CATEGORY_VALUES,
    CLASS_NUMBERS,
    CUE_NUMBERS,
    CUES_BEFORE,
    FEATURES,
    FIELD_FEATURES,
    FIRST_CUES,
    HEAD_TOKENS,
    IN_TAIL,
    LARGEST,
    MARKS,
    NO_CUE,
    OBJECTIVE,
    PAIR_NUMBERS,
    PAIRS,
    RATED,
    SUBJECTIVE,
    TAIL_TOKENS,
    TEXT_FEATURES,
    THAT_WITHIN,
    VIEWS,
    Matrix,
    TextGroups,
    measures,
)
from tiktok_claims.features.text import normalise_start, spans, tokenise
from tiktok_claims.features.words import EXPRESSIONS, count, is_opening, look_up
from tiktok_claims.record import NUMBERS, TEXT, Record

_subjective, _objective, _in_tail = (
    itemgetter(*(CLASS_NUMBERS[name] for name in names)) for names in (SUBJECTIVE, OBJECTIVE, IN_TAIL)
)
_MARKS = tuple(MARKS.values())
_CUES_BEFORE = tuple(CUE_NUMBERS[cue] for cue in CUES_BEFORE)
_VIEWS = NUMBERS.index(VIEWS)
_RATED = tuple(map(NUMBERS.index, RATED))
_NO_CUES = [0] * len(FIRST_CUES)
_NO_TEXT = [nan] * len(TEXT_FEATURES)
_NO_FIELDS = [nan] * len(FIELD_FEATURES)
_pack = Struct(f"{len(FEATURES)}f").pack


def features(record: Record) -> dict[str, float]:
    """Return the features of a record by name; a missing feature has no key."""
    return {name: value for name, value in zip(FEATURES, values(record), strict=True) if not isnan(value)}


def values(record: Record) -> list[float]:
    """Return the features of a record in the order of FEATURES, with NaN for a missing one."""
    text = normalise_start(record.get(TEXT) or "")
    words = tokenise(text)
    return [*_NO_FIELDS, *_text_values(text, words)] if words else [*_field_values(record), *_NO_TEXT]


def pack(records: Sequence[Record]) -> Matrix:
    """Return the values of some records as the matrix that the ONNX export takes, shape (records, FEATURES)."""
    packed = b"".join([_pack(*values(record)) for record in records])
    return np.frombuffer(packed, dtype=np.float32).reshape(len(records), len(FEATURES))


def values_without_words(text: str) -> list[list[float]]:
    """Return the values of TEXT_FEATURES for a text with each of its words left out in turn."""
    positions, text = spans(text), normalise_start(text)
    if len(positions) < 2:
        return [_NO_TEXT] * len(positions)
    words = [text[start:end] for start, end in positions]
    return [
        _text_values(text[:start] + text[end:], words[:index] + words[index + 1 :])
        for index, (start, end) in enumerate(positions)
    ]


def has_that_clause(text: str) -> bool:
    """Say whether "that" ends the head of a text, as in "my sister heard that ..."."""
    words = tokenise(normalise_start(text))
    return bool(words) and _head(_look_up(words)[0], words)[2]


def _field_values(record: Record) -> list[float]:
    numbers = [min(record.get(name, nan), LARGEST) for name in NUMBERS]
    views = numbers[_VIEWS]
    ratios = [min(numbers[index] / views, LARGEST) if views else nan for index in _RATED]
    return [*numbers, *ratios, *(1.0 if record.get(name) == value else nan for name, value in CATEGORY_VALUES)]


def _text_values(text: str, words: list[str]) -> list[float]:
    classes, cues = _look_up(words)
    length = len(words)
    start, end, has_that = _head(classes, words)
    counts = count(classes)
    return TextGroups(
        count(classes[start:end]), counts, _in_tail(count(classes[-TAIL_TOKENS:])),
        _pairs(cues), map(text.count, _MARKS),
        [*cues, *_NO_CUES][: len(FIRST_CUES)], [_position(cues, cue) for cue in _CUES_BEFORE],
        measures(has_that, end - start, length, len(text), sum(_subjective(counts)), sum(_objective(counts))),
    ).in_order()  # fmt: skip


def _look_up(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the classes of each word, those of expressions included, and the cues that come in the text."""
    classes, cues = map(list, zip(*map(look_up, words), strict=True))
    for index, expression in enumerate(map(EXPRESSIONS.get, pairwise(words))):
        if expression:
            added, cue = expression
            classes[index] += added
            cues[index] = cue or cues[index]
    return classes, list(filter(None, cues))


def _head(classes: Sequence[int], words: list[str]) -> tuple[int, int, bool]:
    """Return where the head starts, once greetings and fillers are over, where it ends, and whether "that" ends it."""
    start = 0
    while start < len(words) - 1 and is_opening(classes[start]):
        start += 1
    if "that" in words[start : start + THAT_WITHIN]:
        return start, words.index("that", start), True
    return start, min(start + HEAD_TOKENS, len(words)), False


def _pairs(cues: Sequence[int]) -> list[int]:
    counts = [0] * len(PAIRS)
    for pair in pairwise(cues):
        if pair in PAIR_NUMBERS:
            counts[PAIR_NUMBERS[pair]] += 1
    return counts


def _position(cues: Sequence[int], cue: int) -> int:
    return cues.index(cue) if cue in cues else NO_CUE
