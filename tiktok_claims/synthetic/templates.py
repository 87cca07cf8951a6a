"""The grammar's lists of words and templates, from templates/*.txt, and the lists that are inflected from them.

In a template COMPLEMENT is the place of a statement, ASIDE one where a frame may cut in. Knows nothing of how templates
are filled.
"""

from collections.abc import Sequence
from itertools import product

from tiktok_claims import sections
from tiktok_claims.synthetic.inflection import first_person_verb, plural, singular_verb

FILES = ("vocabulary", "chatter", "facts", "everyday", "news", "frames", "judgements")
Lists = dict[str, tuple[str, ...]]


def read() -> Lists:
    """Return all lists by name."""
    lists: Lists = {}
    for name in FILES:
        lists |= {key: _entries(lines) for key, lines in sections.read(__package__, f"templates/{name}.txt").items()}
    return lists | _inflected(lists)


def _entries(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the entries of a section: separated by semicolons or, where it has none, one a line."""
    entries = " ".join(lines).split(";") if any(";" in line for line in lines) else lines
    return tuple(entry.strip() for entry in entries if entry.strip())


def _inflected(lists: Lists) -> Lists:
    beliefs = lists["belief_verbs"]
    return {
        "animals": tuple(map(plural, lists["animal"])),
        "gadgets": tuple(map(plural, lists["gadget"])),
        "belief": _believers([verb for verb in beliefs if verb not in lists["beliefs_never_with_that"]]),
        "belief_plain": _believers([verb for verb in beliefs if verb not in lists["beliefs_only_with_that"]]),
        "owned_opinion": tuple(
            f"{{owner}} {adjective} {noun} is"
            for adjective, noun in product(lists["opinion_adjectives"], lists["opinion_nouns"])
        ),
        "verdict_singular": tuple(map(_singular, lists["verdict"])),
    }


def _believers(verbs: Sequence[str]) -> tuple[str, ...]:
    """Join each verb with I, we, groups and single people, so that it agrees."""
    return tuple(
        f"{subject} {agree(verb)}"
        for verb in verbs
        for subject, agree, weight in (
            ("I", first_person_verb, 3),
            ("we", str, 1),
            ("{group}", str, 2),
            ("{household}", singular_verb, 2),
        )
        for _ in range(weight)
    )


def _singular(template: str) -> str:
    """Return a judgement of many for a single thing; it is a list of alternatives or starts with "are"."""
    if template.startswith("are "):
        return "is " + template[4:]
    return "{" + "|".join(singular_verb(alternative) for alternative in template.strip("{}").split("|")) + "}"
