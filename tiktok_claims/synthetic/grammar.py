"""English sentences that make a claim or state an opinion, from templates.

The label lies in how a thing is said; facts, greetings, fillers and style are drawn alike for both. Knows nothing of
records, counts or the classifier.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import TypeAlias

from num2words import num2words

from tiktok_claims.synthetic import templates
from tiktok_claims.synthetic.kinds import COMPLEMENTS, KINDS, PARTS

# A template's parts in order: text, a range to draw a number from, or alternatives.
Template: TypeAlias = "tuple[str | range | list[Template], ...]"

SECOND_SENTENCE = 0.25  # shares of texts, the same for both labels
SPOKEN = 0.45
FILLED = 0.2
PRINTED = 0.33
TAGGED = 0.05
NUMBERS_AS_WORDS = 0.5  # of the transcripts

_SLOT_PARTS = re.compile(r"[{}|]")
_ARTICLE = re.compile(
    r"\b([Aa]) (?=(?!uni|Uni|use|Euro|one\b|one-|once|ukul|Uru|U-)[aeiouAEIOU]|8|11\b|18\b|hour|honest|heir|X-ray)"
)
_NUMERAL = re.compile(r"(?<![£$€.,\d])\b(\d{1,3}(?:,\d{3})+|\d+)(?![.:,]?\d|st\b|nd\b|rd\b|th\b)")
_SENTENCE_START = re.compile(r"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))\"?[a-z]")


def _lists() -> dict[str, tuple[str, ...]]:
    lists = templates.read() | COMPLEMENTS
    lists["claim_split"] = lists["opinion_split"] = lists.pop("split_fact")
    filled = {}
    for name, of_list in lists.items():
        label = "claim" if name.startswith("claim") else "opinion"
        filled[name] = tuple(
            template.replace("COMPLEMENT", f"{{{label}_complement}}").replace("ASIDE", f"{{{label}_aside}}")
            for template in of_list
        )
    return filled


LISTS: Mapping[str, Sequence[str]] = _lists()


@cache
def _list(name: str) -> list[Template]:
    return [parse(template) for template in LISTS[name]]


@cache
def parse(template: str) -> Template:
    """Read a template: {name} is an entry of that list, {2..9} a number, {this|that {name}|} one of these."""
    parts: list[str | range | list[Template]] = []
    rest = template
    while "{" in rest:
        text, _, opened = rest.partition("{")
        slot, rest = _until_closed(opened)
        parts += [text, _options(slot)]
    return (*parts, rest)


def _until_closed(text: str) -> tuple[str, str]:
    depth = 1
    for match in _SLOT_PARTS.finditer(text):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return text[: match.start()], text[match.end() :]
    raise ValueError(f"no closing brace in {text!r}")


def _options(slot: str) -> range | list[Template]:
    alternatives, depth, start = [], 0, 0
    for match in _SLOT_PARTS.finditer(slot):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if match.group() == "|" and depth == 0:
            alternatives.append(slot[start : match.start()])
            start = match.end()
    if alternatives:
        return [parse(alternative) for alternative in (*alternatives, slot[start:])]
    first, dots, last = slot.partition("..")
    return range(int(first), int(last) + 1) if dots else _list(slot)


def expand(template: Template, rng: Random) -> str:
    """Draw a text of the template, in which no slot's text comes twice where there is a choice."""
    pieces: list[str] = []
    for part in template:
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, range):
            pieces.append(str(part[int(rng.random() * len(part))]))
        else:
            piece = expand(part[int(rng.random() * len(part))], rng)
            for _ in range(3):
                if piece not in pieces:
                    break
                piece = expand(part[int(rng.random() * len(part))], rng)
            pieces.append(piece)
    return "".join(pieces)


_KINDS, _PARTS = (
    {label: ([parse(kind) for kind in shares], list(shares.values())) for label, shares in kinds.items()}
    for kinds in (KINDS, PARTS)
)
_FACT, _GREETING, _FILLER, _NEUTRAL, _INSERTED = (
    parse(f"{{{name}}}") for name in ("fact", "greeting", "filler", "neutral", "inserted")
)
_TAGS = [parse(tags) for tags in (" {hashtag}", " {hashtag} {hashtag}", " {emoji}", " {emoji} {hashtag} {hashtag}")]


def fact(rng: Random) -> str:
    """Return a statement without a frame, which either label may hold: lower-case start, no full stop."""
    return _mended(expand(_FACT, rng))


def part(rng: Random, label: str) -> str:
    """Return a sentence as it stands among others; what says neither is an "opinion", for it claims nothing."""
    kinds, shares = _PARTS[label]
    text = _mended(expand(rng.choices(kinds, shares)[0], rng))
    return _printed([text]) if rng.random() < PRINTED else _plain([text], rng)


def sentence(rng: Random, label: str) -> str:
    """Return a transcript that is a "claim" or an "opinion": mostly one sentence, sometimes a few."""
    kinds, shares = _KINDS[label]
    count = 2 if rng.random() < SECOND_SENTENCE else 1
    sentences = [_mended(expand(kind, rng)) for kind in rng.choices(kinds, shares, k=count)]
    if rng.random() < SPOKEN:
        sentences = _spoken(sentences, rng)
    if rng.random() < FILLED:
        sentences[0] = re.sub(
            r"( that (?=(?:the|a|an|it|there|people|you|they|we)\b)|, )",
            rf"\g<1>{expand(_INSERTED, rng)} ",
            sentences[0],
            count=1,
        )
    text = _printed(sentences) if rng.random() < PRINTED else _plain(sentences, rng)
    return text + _tags(rng) if rng.random() < TAGGED else text


def _mended(text: str) -> str:
    """Set right what depends on neighbours: a or an, "that that", doubled or trailing commas."""
    text = (
        re.sub(r" +", " ", text)
        .replace(" that that ", " that this ")
        .replace(" ,", ",")
        .replace(",,", ",")
        .replace(":,", ":")
        .strip(" ,")
    )
    return _ARTICLE.sub(r"\1n ", text)


def _spoken(sentences: list[str], rng: Random) -> list[str]:
    """Put a greeting, a filler and neutral sentences around, each in some of the texts."""
    spoken = [f"{expand(_FILLER, rng)}, {sentences[0]}" if rng.random() < 0.6 else sentences[0], *sentences[1:]]
    if rng.random() < 0.4:
        spoken.insert(0, expand(_GREETING, rng))
    if rng.random() < 0.5:
        spoken.insert(rng.choice((0, len(spoken), len(spoken))), _mended(expand(_NEUTRAL, rng)))
    return spoken


def _printed(sentences: list[str]) -> str:
    """Write with capitals and full stops."""
    text = " ".join(part if part[-1] in "!?" else part + "." for part in sentences)
    return _SENTENCE_START.sub(lambda match: match.group().upper(), text)


def _plain(sentences: list[str], rng: Random) -> str:
    """Write as a transcript: lower-case, no final stop, often without commas."""
    text = (" " if rng.random() < 0.5 else ". ").join(sentences).lower().replace("?.", "?").replace("!.", "!")
    if rng.random() < NUMBERS_AS_WORDS:
        text = _NUMERAL.sub(_in_words, text).replace("%", " percent")
    if rng.random() < 0.4:
        text = re.sub(r",(?= )", "", text)
    return re.sub(r"[?!]", "", text) if rng.random() < 0.4 else text


def _in_words(numeral: re.Match[str]) -> str:
    number = int(numeral[0].replace(",", ""))
    is_year = len(numeral[0]) == 4 and 1100 < number < 2100
    return _words(number, "year" if is_year else "cardinal").replace(",", "").replace("-", " ")


@cache
def _words(number: int, kind: str) -> str:
    words: str = num2words(number, to=kind)
    return words


def _tags(rng: Random) -> str:
    return expand(rng.choice(_TAGS), rng)
