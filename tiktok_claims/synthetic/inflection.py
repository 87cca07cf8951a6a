"""How the grammar's nouns and verbs are inflected. Knows no list of words but the irregular ones."""

import re

IRREGULAR = {"are": "is", "have": "has", "do": "does", "don't": "doesn't", "aren't": "isn't", "haven't": "hasn't"}
MODALS = {"can", "can't", "could", "would", "will", "won't", "must", "should", "ought"}
ADVERBS = {"honestly", "genuinely", "firmly", "still", "really", "always", "never", "secretly", "just", "truly"}


def plural(noun: str) -> str:
    """Return the plural of a regular noun."""
    if re.search(r"(s|x|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def singular_verb(phrase: str) -> str:
    """Return a plural verb phrase ("are sure", "deserve better") for a singular subject."""
    first, _, rest = phrase.partition(" ")
    if first in ADVERBS:
        return f"{first} {singular_verb(rest)}"
    changed = first if first in MODALS else IRREGULAR.get(first) or plural(first)
    return f"{changed} {rest}".strip()


def first_person_verb(phrase: str) -> str:
    """Return a plural verb phrase for the subject "I"."""
    return re.sub(r"^((?:still|really|just) )?are\b", r"\1am", phrase).replace("aren't", "am not")
