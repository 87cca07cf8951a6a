"""One record to its feature dict: pure, and the only transformation there is.

No word of the training data is a feature. A word counts only through its class in the lexicon (first person,
reporting verb, evaluation ...), by where it stands (the head, where speakers say whose words these are; the tail;
anywhere) and by which cue follows which. A text that is present has all of its keys, zeros included, and speaks for
itself: what was counted and who posted it have keys only where there is no text. A field that is absent has no keys.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from math import isnan, nan
from operator import itemgetter
from struct import Struct
from typing import Any

import numpy as np

from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.record import CATEGORIES, COUNTS, NUMBERS, TEXT, Record

MAX_CHARACTERS, MAX_TOKENS = 1500, 120  # of a transcript that are read: most of a minute of speech
HEAD_TOKENS = 8
THAT_WITHIN = 16  # tokens: a frame such as "a friend of my sister's read in the news that" has ended by then
TAIL_TOKENS = 6
LARGEST = 1e15  # a larger count says no more, and float32 must hold it

# The cues of a frame and the classes that make them; where a word has several, the first cue listed wins.
CUES = {
    "me": ("first_person",),
    "my": ("first_possessive",),
    "belief": ("belief_verb", "emotion_verb", "attitude_adjective", "stance_verb"),
    "opinion": ("opinion_frame", "opinion_noun"),
    "report": ("hearsay", "passive_report", "fact_frame", "learn_verb", "say_verb", "research_verb", "revelation"),
    "source": ("source_noun", "authority_noun", "institution"),
    "person": ("person_noun", "role_noun", "indefinite_person", "third_person"),
    "value": ("stance_adverb", "deontic_modal", "positive", "negative", "loaded", "slang_evaluation", "affect"),
}
# Which cue follows which, other words between them left out.
PAIRS = (
    ("me", "belief"), ("me", "report"), ("me", "value"), ("my", "opinion"), ("my", "person"), ("my", "source"),
    ("person", "belief"), ("person", "report"), ("person", "opinion"), ("source", "report"), ("report", "source"),
    ("report", "report"), ("report", "person"), ("belief", "value"), ("value", "value"), ("source", "belief"),
)  # fmt: skip
SUBJECTIVE = (
    "first_person", "belief_verb", "emotion_verb", "opinion_noun", "opinion_frame", "stance_verb", "stance_adverb",
    "deontic_modal", "positive", "negative", "loaded", "intensifier", "recommendation", "affect", "slang_evaluation",
)  # fmt: skip
OBJECTIVE = (
    "event_verb", "nature_verb", "science_noun", "measure_adjective", "quantity", "unit", "time", "institution",
    "place", "authority_noun", "source_noun",
)  # fmt: skip
IN_TAIL = (
    "first_person", "first_possessive", "belief_verb", "opinion_noun", "opinion_frame", "say_verb", "hearsay",
    "source_noun",
)  # fmt: skip

# Classes that a word belongs to by its form alone.
FORMS = {
    "number": re.compile(r"\d"),
    "-ly": re.compile(r"\w{3,}ly$"),
    "-ed": re.compile(r"\w{3,}ed$"),
    "-ing": re.compile(r"\w{3,}ing$"),
    "-est": re.compile(r"\w{3,}est$"),
    "contraction": re.compile(r"\w+'"),
}
UNKNOWN = "unknown"  # neither the lexicon nor a form says anything of it
MARKS = '!?"%'

CLASS_NAMES = (*CLASSES, *FORMS, UNKNOWN)
_NUMBER = {name: number for number, name in enumerate(CLASS_NAMES)}
CUE_NUMBERS = {cue: number for number, cue in enumerate(CUES, start=1)}
_CUE_OF = {name: CUE_NUMBERS[cue] for cue, names in CUES.items() for name in names}
PAIR_NUMBERS = {(CUE_NUMBERS[a], CUE_NUMBERS[b]): index for index, (a, b) in enumerate(PAIRS)}
_subjective = itemgetter(*(_NUMBER[name] for name in SUBJECTIVE))
_objective = itemgetter(*(_NUMBER[name] for name in OBJECTIVE))
_in_tail = itemgetter(*(_NUMBER[name] for name in IN_TAIL))
_VIEWS = NUMBERS.index("video_view_count")
_TO_VIEWS = tuple(NUMBERS.index(name) for name in COUNTS if name != "video_view_count")
_CATEGORIES = tuple((name, value) for name, allowed in CATEGORIES.items() for value in dict.fromkeys(allowed.values()))

TEXT_FEATURES = (
    *(f"head {name}" for name in CLASS_NAMES),
    *(f"text {name}" for name in CLASS_NAMES),
    *(f"tail {name}" for name in IN_TAIL),
    *(f"{first} then {second}" for first, second in PAIRS),
    *(f"marks {mark}" for mark in MARKS),
    "first cue", "second cue", "third cue", "before report", "before belief",
    "that", "head length", "length", "word length", "subjective share", "objective share",
)  # fmt: skip
FEATURES = (
    *NUMBERS,
    *(f"{name} / views" for name in COUNTS if name != "video_view_count"),
    *(f"{name}={value}" for name, value in _CATEGORIES),
    *TEXT_FEATURES,
)
# The fields that each of FEATURES is computed from; it is absent when one of them is.
SOURCES = (
    *((name,) for name in NUMBERS),
    *((name, "video_view_count") for name in COUNTS if name != "video_view_count"),
    *((name,) for name, _ in _CATEGORIES),
    *((TEXT,) for _ in TEXT_FEATURES),
)
_NO_TEXT = [nan] * len(TEXT_FEATURES)
_NO_FIELDS = [nan] * (len(FEATURES) - len(TEXT_FEATURES))
_pack = Struct(f"{len(FEATURES)}f").pack

# The classes of a word as one number with a byte for each class: adding words up counts all classes at once. A byte
# holds the count: at most MAX_TOKENS words are read, each counted twice at the most (alone and in an expression).
_BYTE = 8
OPENERS = sum(0xFF << _BYTE * _NUMBER[name] for name in ("filler", "greeting"))

# Words are split at all but letters, digits and apostrophes; ASCII, nearly all that comes, by table, which is faster.
SEPARATORS = bytes(code if chr(code).isalnum() or chr(code) == "'" else ord(" ") for code in range(128)).ljust(256)
_SEPARATOR = re.compile(r"[^\w' ]|_")
_WORD = re.compile(r"(?:[^\W_]|')+")
# The dotted capital I is the one letter that lower() makes two of: with it replaced, a clean text keeps all positions.
_PLAIN = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u0130": "i"
}  # fmt: skip

Word = tuple[int, int]  # its classes as such a number, and the number of its cue (0: none)
Matrix = np.ndarray[Any, np.dtype[np.float32]]


def _index() -> dict[str, tuple[str, ...]]:
    """Return the classes of each entry of the lexicon."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entries in CLASSES.items():
        for entry in entries.split():
            found[entry] = (*found.get(entry, ()), name)
    return found


def _word(classes: Iterable[str]) -> Word:
    names = tuple(classes)
    return (
        sum(1 << _BYTE * _NUMBER[name] for name in names),
        min((_CUE_OF[name] for name in names if name in _CUE_OF), default=0),
    )


_LEXICON = _index()
EXPRESSIONS = {tuple(entry.split("_")): _word(classes) for entry, classes in _LEXICON.items() if "_" in entry}


@lru_cache(maxsize=1 << 16)
def known(word: str) -> Word:
    """Return what the lexicon and the word's form say of it."""
    word = word.strip("'")
    by_form = tuple(name for name, form in FORMS.items() if form.match(word))
    return _word(_LEXICON.get(word, ()) + by_form or (UNKNOWN,))


def clean(text: str) -> str:
    """Return the start of a text in lower case and with straight quotes, each character where it was."""
    text = text[:MAX_CHARACTERS]
    if not text.isascii():
        for found, plain in _PLAIN.items():  # for a few characters several times faster than translate()
            text = text.replace(found, plain)
    return text.lower()


def tokens(text: str, most: int = MAX_TOKENS) -> list[str]:
    """Split a clean text into its first words and numbers."""
    parted = text.encode().translate(SEPARATORS).decode() if text.isascii() else _SEPARATOR.sub(" ", text)
    return parted.split(maxsplit=most)[:most]


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the words that are read stand in a text: first character, and the one after the last."""
    return [word.span() for word in islice(_WORD.finditer(clean(text)), MAX_TOKENS)]


def features(record: Record) -> dict[str, float]:
    """Return the features of a record by name; each category is one of its own, such as `verified_status=verified`."""
    return {name: value for name, value in zip(FEATURES, values(record), strict=True) if not isnan(value)}


def values(record: Record) -> list[float]:
    """Return the same in the order of FEATURES, with NaN for what is absent."""
    text = clean(record.get(TEXT) or "")
    words = tokens(text)
    return [*_NO_FIELDS, *_text_values(text, words)] if words else [*_field_values(record), *_NO_TEXT]


def pack(records: Sequence[Record]) -> Matrix:
    """Return the values of many records as a matrix, shape (records, FEATURES), which the compiled model takes."""
    packed = b"".join([_pack(*values(record)) for record in records])
    return np.frombuffer(packed, dtype=np.float32).reshape(len(records), len(FEATURES))


def values_without_words(text: str) -> list[list[float]]:
    """Return the values of TEXT_FEATURES for a text with each of its words left out in turn."""
    places, text = spans(text), clean(text)
    if len(places) < 2:
        return [_NO_TEXT] * len(places)
    words = [text[start:end] for start, end in places]
    return [
        _text_values(text[:start] + text[end:], words[:index] + words[index + 1 :])
        for index, (start, end) in enumerate(places)
    ]


def has_that_clause(text: str) -> bool:
    """Say whether a "that" closes the head of a text, as in "my sister heard that ..."."""
    words = tokens(clean(text))
    return bool(words) and _text_values(clean(text), words)[TEXT_FEATURES.index("that")] == 1


def _field_values(record: Record) -> list[float]:
    numbers = [min(record.get(name, nan), LARGEST) for name in NUMBERS]
    views = numbers[_VIEWS]
    ratios = [min(numbers[index] / views, LARGEST) if views else nan for index in _TO_VIEWS]
    return [*numbers, *ratios, *(1.0 if record.get(name) == value else nan for name, value in _CATEGORIES)]


def _text_values(text: str, words: list[str]) -> list[float]:
    classes, cues = map(list, zip(*map(known, words), strict=True))
    for index, pair in enumerate(pairwise(words)):
        if pair in EXPRESSIONS:
            added, cue = EXPRESSIONS[pair]
            classes[index] += added
            cues[index] = cue or cues[index]
    length = len(words)
    start = _start(classes)
    has_that = "that" in words[start : start + THAT_WITHIN]
    end = words.index("that", start) if has_that else min(start + HEAD_TOKENS, length)
    whole = _counts(classes)
    cues = list(filter(None, cues))
    pairs = [0] * len(PAIRS)
    for followed in pairwise(cues):
        if followed in PAIR_NUMBERS:
            pairs[PAIR_NUMBERS[followed]] += 1
    return [
        *_counts(classes[start:end]), *whole, *_in_tail(_counts(classes[-TAIL_TOKENS:])), *pairs,
        *map(text.count, MARKS), *[*cues, 0, 0, 0][:3], _before("report", cues), _before("belief", cues),
        has_that, end - start, length, (len(text) + 1) / length,
        sum(_subjective(whole)) / length, sum(_objective(whole)) / length,
    ]  # fmt: skip


def _counts(classes: Sequence[int]) -> bytes:
    """Return how many of the words are of each class."""
    return sum(classes).to_bytes(len(CLASS_NAMES), "little")


def _start(classes: Sequence[int]) -> int:
    """Return where the text starts once greetings and fillers are over."""
    start = 0
    while start < len(classes) - 1 and not classes[start] & ~OPENERS:
        start += 1
    return start


def _before(cue: str, cues: Sequence[int]) -> int:
    """Return how many cues come before the first one of this kind."""
    number = CUE_NUMBERS[cue]
    return cues.index(number) if number in cues else 99
