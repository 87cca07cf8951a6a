"""A transcript to its tokens: normalised, cut to what is read, split into words.

Knows nothing of word classes.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tiktok_claims.features.spec import MAX_CHARACTERS, MAX_TOKENS

Span = tuple[int, int]  # of characters: the first one, and the one after the last

# Words are split at all but letters, digits and apostrophes; ASCII, nearly all that comes, by table, which is faster.
SEPARATORS = bytes(code if chr(code).isalnum() or chr(code) == "'" else ord(" ") for code in range(128)).ljust(256)
_SEPARATOR = re.compile(r"[^\w' ]|_")
_WORD = re.compile(r"(?:[^\W_]|')+")
_span = re.Match.span
# The dotted capital I is the one letter that lower() makes two of: with it replaced, every position is kept.
_PLAIN = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u0130": "i"
}  # fmt: skip


def normalise_start(text: str) -> str:
    """Return the start of a text, normalised: no more is read at a time."""
    return normalise(text[:MAX_CHARACTERS])


def normalise(text: str) -> str:
    """Return a text in lower case and with straight quotes, each character at its own position."""
    if not text.isascii():
        for character, plain in _PLAIN.items():  # for a few characters several times faster than translate()
            text = text.replace(character, plain)
    return text.lower()


def tokenise(normalised: str, most: int = MAX_TOKENS) -> list[str]:
    """Split a normalised text into its first words and numbers."""
    if normalised.isascii():
        spaced = normalised.encode().translate(SEPARATORS).decode()
    else:
        spaced = _SEPARATOR.sub(" ", normalised)
    return spaced.split(maxsplit=most)[:most]


def spans(text: str) -> list[Span]:
    """Return the position of each word that is read."""
    return list(islice(word_spans(normalise_start(text)), MAX_TOKENS))


def word_spans(normalised: str) -> Iterator[Span]:
    """Yield the position of each word of a normalised text."""
    return map(_span, _WORD.finditer(normalised))
