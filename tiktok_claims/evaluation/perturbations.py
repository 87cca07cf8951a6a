"""Texts as other people would have written or spoken them: capitals, typing errors, fillers, several run together.

Knows nothing of models.
"""

import random
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from tiktok_claims.record import TEXT, Record

SEED = 1


def perturbed(records: Sequence[Record], labels: np.ndarray[Any, Any]) -> dict[str, list[Record]]:
    """Return the texts alone as other people would have written or spoken them, by perturbation."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    texts = [str(record[TEXT]) for record in records]
    alike = {label: [text for text, other in zip(texts, labels, strict=True) if other == label] for label in (0, 1)}
    changed = {
        "as_given": texts,
        "capitals": [text.upper() for text in texts],
        "no_punctuation": [re.sub(r"[^\w\s]", "", text) for text in texts],
        "typing_errors": [_mistyped(text, rng) for text in texts],
        "fillers_of_speech": [_filled(text, rng) for text in texts],
        "emoji_and_hashtags": [f"{text} 😂😂 #fyp #viral" for text in texts],
        "three_run_together": [
            f"{text} and {rng.choice(alike[label])} {rng.choice(alike[label])}"
            for text, label in zip(texts, labels.tolist(), strict=True)
        ],
    }
    return {name: [{TEXT: text} for text in texts] for name, texts in changed.items()}


def _mistyped(text: str, rng: random.Random) -> str:
    """Swap two inner letters in every sixth word or so."""
    words = text.split(" ")
    for number, word in enumerate(words):
        if len(word) > 3 and rng.random() < 1 / 6:
            at = rng.randint(1, len(word) - 3)
            words[number] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def _filled(text: str, rng: random.Random) -> str:
    words = ["so", *text.split(" ")]
    for filler in ("um", "like", "you know"):
        words.insert(rng.randint(1, len(words)), filler)
    return " ".join(words)
