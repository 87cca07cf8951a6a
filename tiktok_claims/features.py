"""One record to its feature dict: pure, and the only transformation there is.

No word of the training data is a feature. A word counts only through its class in the lexicon (first person, reporting
verb, evaluation ...), by where it stands (the head, where speakers say whose words these are; the tail; anywhere) and by
which cue follows which. A field that is absent has no keys here; a text that is present has all of its keys, zeros
included.
"""

import re
from itertools import pairwise

from tiktok_claims.lexicon import CLASSES
from tiktok_claims.record import CATEGORIES, NUMBERS, TEXT, Record

MAX_CHARACTERS = 1500  # of a transcript that are read: more than a minute of speech
HEAD_TOKENS = 8
THAT_WITHIN = 16  # tokens: a frame such as "a friend of my sister's read in the news that" has ended by then
TAIL_TOKENS = 6
LARGEST = 1e15  # a larger count says no more, and float32 must hold it

# The cues of a frame and the classes that make them; where a word has several, the first cue listed wins.
CUES = {
    "me": ("first_person",),
    "my": ("first_possessive",),
    "belief": ("belief_verb", "emotion_verb", "attitude_adjective"),
    "opinion": ("opinion_noun",),
    "report": ("hearsay", "learn_verb", "say_verb", "research_verb"),
    "source": ("source_noun", "authority_noun", "institution"),
    "person": ("person_noun", "indefinite_person", "third_person"),
    "value": ("stance_adverb", "deontic_modal", "positive", "negative", "loaded", "slang_evaluation", "affect"),
}
# Which cue follows which, other words between them left out.
PAIRS = (
    ("me", "belief"), ("me", "report"), ("me", "value"), ("my", "opinion"), ("my", "person"), ("my", "source"),
    ("person", "belief"), ("person", "report"), ("person", "opinion"), ("source", "report"), ("report", "source"),
    ("report", "report"), ("report", "person"), ("belief", "value"), ("value", "value"), ("source", "belief"),
)  # fmt: skip
SUBJECTIVE = (
    "first_person", "belief_verb", "emotion_verb", "opinion_noun", "stance_adverb", "deontic_modal", "positive",
    "negative", "loaded", "intensifier", "recommendation", "affect", "slang_evaluation", "absolute",
)  # fmt: skip
OBJECTIVE = (
    "event_verb", "nature_verb", "quantity", "unit", "time", "institution", "authority_noun", "source_noun",
)  # fmt: skip
IN_TAIL = (
    "first_person", "first_possessive", "belief_verb", "opinion_noun", "say_verb", "hearsay", "source_noun",
)  # fmt: skip

_NAMES = tuple(CLASSES)
_NUMBER = {name: number for number, name in enumerate(_NAMES)}
_CUE_NUMBERS = {cue: number for number, cue in enumerate(CUES, start=1)}
_SUBJECTIVE = tuple(_NUMBER[name] for name in SUBJECTIVE)
_OBJECTIVE = tuple(_NUMBER[name] for name in OBJECTIVE)
_IN_TAIL = {_NUMBER[name]: index for index, name in enumerate(IN_TAIL)}
_PAIR_NUMBERS = {(_CUE_NUMBERS[a], _CUE_NUMBERS[b]): index for index, (a, b) in enumerate(PAIRS)}
_OPENERS = {_NUMBER["filler"], _NUMBER["greeting"]}

TEXT_FEATURES = (
    *(f"head {name}" for name in _NAMES),
    *(f"text {name}" for name in _NAMES),
    *(f"tail {name}" for name in IN_TAIL),
    *(f"{first} then {second}" for first, second in PAIRS),
    "first cue", "second cue", "third cue", "first report", "first belief",
    "that", "head length", "length", "subjective share", "objective share", "unknown share",
    "numbers", "exclamations", "questions", "quotes", "-ly words", "-ed words", "word length",
)  # fmt: skip

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|[!?\"“”]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"'})

Word = tuple[tuple[int, ...], int]  # the numbers of its classes and of its cue (0: none)


def _cue(classes: tuple[int, ...]) -> int:
    names = {_NAMES[number] for number in classes}
    return next((_CUE_NUMBERS[cue] for cue, members in CUES.items() if names.intersection(members)), 0)


def _index() -> tuple[dict[str, Word], dict[str, dict[str, Word]]]:
    """Return what the lexicon says of each word, and of each two-word expression by its first word."""
    classes: dict[str, tuple[int, ...]] = {}
    for name, entries in CLASSES.items():
        for entry in entries.split():
            classes[entry] = (*classes.get(entry, ()), _NUMBER[name])
    words: dict[str, Word] = {}
    expressions: dict[str, dict[str, Word]] = {}
    for entry, numbers in classes.items():
        first, _, second = entry.partition("_")
        word = (numbers, _cue(numbers))
        if second:
            expressions.setdefault(first, {})[second] = word
        else:
            words[first] = word
    return words, expressions


_WORDS, _EXPRESSIONS = _index()
_UNKNOWN: Word = ((), 0)


def tokens(text: str) -> list[str]:
    """Split the start of a text into lower-case words, numbers and telling marks."""
    return _TOKEN.findall(text[:MAX_CHARACTERS].translate(_QUOTES).lower())


def features(record: Record) -> dict[str, float | str]:
    """Return the features of a record, by name. Values are numbers, or a word for the two categories."""
    found: dict[str, float | str] = {}
    for name in NUMBERS:
        number = record.get(name)
        if number is not None:
            found[name] = min(number, LARGEST)  # type: ignore[type-var]
    views = found.get("video_view_count")
    if views:
        for name in ("video_like_count", "video_share_count", "video_download_count", "video_comment_count"):
            if name in found:
                found[f"{name} / views"] = min(found[name] / views, LARGEST)  # type: ignore[operator]
    for name in CATEGORIES:
        category = record.get(name)
        if category is not None:
            found[name] = category  # type: ignore[assignment]
    text = record.get(TEXT)
    if text and (words := tokens(text)):
        found.update(zip(TEXT_FEATURES, text_features(words), strict=True))
    return found


def text_features(words: list[str]) -> list[float]:
    """Return the values of TEXT_FEATURES for the tokens of a text, of which there is at least one."""
    known = [_WORDS.get(word, _UNKNOWN) for word in words]
    for index, (first, second) in enumerate(pairwise(words)):
        if first in _EXPRESSIONS and (expression := _EXPRESSIONS[first].get(second)):
            known[index] = (known[index][0] + expression[0], expression[1] or known[index][1])

    start = 0
    while start < len(words) - 1 and known[start][0] and _OPENERS.issuperset(known[start][0]):
        start += 1
    try:
        end = words.index("that", start, start + THAT_WITHIN)
        has_that = 1
    except ValueError:
        end = start + HEAD_TOKENS
        has_that = 0

    head = [0] * len(_NAMES)
    whole = [0] * len(_NAMES)
    tail = [0] * len(IN_TAIL)
    for classes, _ in known[start:end]:
        for number in classes:
            head[number] += 1
    for classes, _ in known:
        for number in classes:
            whole[number] += 1
    for classes, _ in known[max(start, len(known) - TAIL_TOKENS):]:
        for number in classes:
            if number in _IN_TAIL:
                tail[_IN_TAIL[number]] += 1

    cues = [cue for _, cue in known if cue]
    pairs = [0] * len(PAIRS)
    for pair in pairwise(cues):
        if pair in _PAIR_NUMBERS:
            pairs[_PAIR_NUMBERS[pair]] += 1
    length = len(words)
    letters = "".join(words)
    return [
        *head, *whole, *tail, *pairs,
        *(cues[:3] + [0, 0, 0])[:3],
        cues.index(5) if 5 in cues else 9,
        cues.index(3) if 3 in cues else 9,
        has_that, min(end, length) - start, length,
        sum([whole[n] for n in _SUBJECTIVE]) / length,
        sum([whole[n] for n in _OBJECTIVE]) / length,
        sum([1 for classes, _ in known if not classes]) / length,
        sum([1 for word in words if word[0].isdigit()]),
        words.count("!"), words.count("?"), words.count('"'),
        sum([1 for word in words if word.endswith("ly")]),
        sum([1 for word in words if word.endswith("ed")]),
        len(letters) / length,
    ]  # fmt: skip
