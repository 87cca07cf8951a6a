"""Which of many texts may hold more than one sentence, as `sentences.may_be_several` finds for one text.

The texts come joined, a divider after each. May name a text of one sentence, but misses none of several.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from tiktok_claims.features import sentences

Array = np.ndarray[Any, Any]

DIVIDER = "¤"  # in no word; it stands after the words of each text
_FIRST_BYTE, _SECOND_BYTE = DIVIDER.encode()  # both together: words like "m²" and "½" have the first one, too
_KINDS = {word.encode(): kind for word, kind in sentences.KINDS.items()} | {DIVIDER.encode(): sentences.DIVIDER}
_IS_MARK, _IS_AFTER_MARK = np.zeros((2, 256), bool)  # by byte: may end a sentence; may follow such a mark
_IS_MARK[list(b".!?;\n")] = _IS_AFTER_MARK[list(b" \t\n\v\f\r\x1c\x1d\x1e\x1f\"')]")] = True


def rows_with_marks(joined: bytes) -> list[int]:
    """Return the rows with a mark before the end of the text."""
    codes = np.frombuffer(joined, np.uint8)
    begins_divider = (codes[:-1] == _FIRST_BYTE) & (codes[1:] == _SECOND_BYTE)
    at = np.flatnonzero(_IS_MARK[codes[:-3]] & _IS_AFTER_MARK[codes[1:-2]] & ~begins_divider[2:])
    rows: list[int] = np.searchsorted(np.flatnonzero(begins_divider), at).tolist()
    return rows


def rows_with_frames(vocabulary: Iterable[bytes], numbers: Array, ends: Array) -> list[int]:
    """Return the rows in which a frame begins after the start of the text.

    `numbers` are the words of all texts as places in `vocabulary`; `ends` are the dividers among them.
    """
    kinds = "".join([_KINDS.get(word, sentences.OTHER) for word in vocabulary]).encode()
    text = np.frombuffer(kinds, np.uint8).take(numbers).tobytes().decode()
    at = np.fromiter((frame.start() for frame in sentences.FRAME.finditer(text)), np.intp)
    rows: list[int] = np.searchsorted(ends, at).tolist()
    return rows
