"""The lexicon: which words and pairs of words belong to which class of words, read from lexicon.txt.

Its digest goes into the model file, so that no model is served with a lexicon other than the one it was trained with.
Knows neither what a class means for a prediction nor how a text becomes tokens.
"""

import hashlib

from tiktok_claims import sections

Classes = dict[str, tuple[str, ...]]


def parse(lines: dict[str, list[str]]) -> Classes:
    """Return the entries of each class from its lines. Raises ValueError for an entry that a class holds twice."""
    classes = {name: tuple(" ".join(of_class).split()) for name, of_class in lines.items()}
    for name, entries in classes.items():
        if len(set(entries)) < len(entries):
            raise ValueError(f"class {name} holds an entry twice")
    return classes


def digest(classes: Classes) -> str:
    """Return the sha256 of all that features depend on: the classes in order, and the set of entries of each.

    Comments, line breaks and the order of entries have no part in it.
    """
    content = "\n".join(" ".join((f"[{name}]", *sorted(entries))) for name, entries in classes.items())
    return hashlib.sha256(content.encode()).hexdigest()


CLASSES = parse(sections.read(__package__, "lexicon.txt"))
SHA256 = digest(CLASSES)
