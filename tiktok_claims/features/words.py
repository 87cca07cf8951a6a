"""A word to its classes and its cue, from the lexicon and the word's form.

The classes are one number with a byte for each class, so that adding words up counts all classes at once. A byte holds
the count: at most MAX_TOKENS words are read, each counted twice at most (alone and in an expression). Knows nothing of
sentences.
"""

from collections.abc import Iterable
from functools import lru_cache

from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.features.spec import CLASS_NAMES, CLASS_NUMBERS, CUE_NUMBERS, CUES, FORMS, OPENING_CLASSES, UNKNOWN

Word = tuple[int, int]  # its classes, a byte for each, and the number of its cue (0: none)

CLASS_BITS = 8
_CUE_OF = {name: CUE_NUMBERS[cue] for cue, names in CUES.items() for name in names}
_OPENING_BYTES = sum(0xFF << CLASS_BITS * CLASS_NUMBERS[name] for name in OPENING_CLASSES)


def _classes_by_entry() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for name, entries in CLASSES.items():
        for entry in entries:
            classes[entry] = (*classes.get(entry, ()), name)
    return classes


def _word(classes: Iterable[str]) -> Word:
    names = tuple(classes)
    return (
        sum(1 << CLASS_BITS * CLASS_NUMBERS[name] for name in names),
        min((_CUE_OF[name] for name in names if name in _CUE_OF), default=0),
    )


LEXICON = _classes_by_entry()  # the classes of each entry
EXPRESSIONS = {tuple(entry.split("_")): _word(classes) for entry, classes in LEXICON.items() if "_" in entry}


@lru_cache(maxsize=1 << 16)
def look_up(word: str) -> Word:
    """Return the classes and the cue of a word."""
    word = word.strip("'")
    by_form = tuple(name for name, form in FORMS.items() if form.match(word))
    return _word(LEXICON.get(word, ()) + by_form or (UNKNOWN,))


def count(classes: Iterable[int]) -> bytes:
    """Return the number of words of each class, in the order of CLASS_NAMES."""
    return sum(classes).to_bytes(len(CLASS_NAMES), "little")


def is_opening(classes: int) -> bool:
    """Say whether a word is nothing but a greeting or a filler."""
    return not classes & ~_OPENING_BYTES
