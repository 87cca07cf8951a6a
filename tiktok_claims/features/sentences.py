"""A transcript to its sentences: by marks where there are any, by the start of a new frame where speech has none.

"i think that owls are lovely a friend read that they turn their heads" are two sentences. Each word is of one kind
(subject, noun, verb of saying, verb of belief ...), written as a letter, so that the start of a frame is a pattern over
a short string of letters. Knows nothing of models and probabilities.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise, repeat

from tiktok_claims.features.spec import MAX_CHARACTERS, MAX_TOKENS
from tiktok_claims.features.text import Span, normalise, tokenise, word_spans
from tiktok_claims.features.words import LEXICON

MIN_WORDS = 4  # a sentence of fewer joins its neighbour
MIN_WORDS_AFTER_FRAME = 3  # "..., my cousin believes" begins no sentence
MAX_GREETING_WORDS = 10  # a first sentence of no more words that greets joins the next

# The kinds of words by letter: first by these lists, then by classes of the lexicon; the first that fits counts.
LISTED = {
    "I": "i i'm im i've ive i'd i'll we we're we've weve we'd we'll",
    "H": "he he's hes he'd he'll she she's shes she'd she'll they they're theyre they've theyve they'd theyd they'll",
    "i": "it it's its",
    "y": "you you've youve you'd u ya",
    "u": "me us him them myself himself herself themselves ourselves",
    "m": "my our his her their your",
    "d": """a an the some this these those two three four several another many most both certain more all no every
        each few""",
    "t": "that",
    "c": "and but so plus also then",
    # Of these the subject may be any noun: "a ranger told".
    "V": """told said says mentioned revealed announced reported posted claimed claims explained confirmed heard read
        discovered learned learnt swears warned leaked admitted""",
    # After these a clause may follow: "i'm sure a ranger told".
    "J": "sure convinced certain glad positive confident adamant afraid aware",
    "w": """if when because cause cos what who who's how where which than as while until unless whether why though
        although whose whom since whenever wherever like or""",
    # These alone begin a sentence.
    "o": """according apparently allegedly reportedly supposedly turns anyway anyways btw fyi rumour rumor rumours
        rumors breaking oh""",
    "h": "honestly personally frankly lowkey",  # these begin one before a subject
    "l": "off out over up down away back around",  # a clause may end with them
    # They need no article.
    "Q": "mum mom dad grandma grandpa nan police nasa google people",
}
CLASSED = {
    "p": {"preposition"},
    "x": {"auxiliary", "copula", "negation", "possibility_modal", "deontic_modal"},
    "r": {"stance_adverb", "filler", "intensifier"},
    "Q": {"indefinite_person"},
    "P": {"person_noun", "role_noun", "authority_noun"},
    "S": {"source_noun", "institution"},
    "B": {"belief_verb", "emotion_verb"},
    "R": {"say_verb", "learn_verb", "research_verb"},
    "O": {"opinion_noun"},
    "a": {"attitude_adjective"},
}  # fmt: skip
AMBIGUOUS = "A"  # a noun of P or S and a verb of B or R: "report", "study"
OTHER, DIVIDER = ".", "|"  # no word is a divider: it may stand between texts

_NOUN, _NO_NOUN = "[^pcwtIHuohBRVxry|]", "[^pcwtIH|]"
_OF = f"(?:p[dm]?{_NO_NOUN}){{0,2}}"  # of mine, at the counter
_FRAMES = (
    # someone on the bus told, my aunt really thinks, we are proud
    f"(?:[IHQ]|[dm]{_NOUN}{{0,2}}[PQSA]){_OF}(?:[xroh]{{0,3}}[VBRAJ]|[rh]?x[xrh]{{0,2}}a)",
    f"[dm]{_NOUN}{{1,2}}{_OF}[xroh]{{0,3}}V",  # a keeper at the zoo said
    "i[xr]{0,2}[RV]",  # it was announced
    "pm[^|]?O",  # in my humble opinion
    "m[^|]{0,2}Ox",  # my view is
    "xy[xr]?[BRV]",  # did you know
    "o",  # apparently
)
# No frame begins where a clause is incomplete, nor, in its first words, within another frame ("i told them an expert
# ..."), and none is an aside within a clause ("a cure, i think, was found"). The match includes the word before it.
_COMPLETE = "(?:[^tpdmxhwIHycoOBRVAJul|]|u(?<![BRVAJ]u)|[BRVAJOul](?<=[^|]{8}))"
FRAME = re.compile(f"{_COMPLETE}[coh]*(?:{'|'.join(_FRAMES)})(?!x)")

_MARK = re.compile(r"""(?<![.!?…;])[.!?…;]+["')\]]*(?=\s)|[。！？؟।]+|\n\s*\n""")
_OPENING_MARKS, _CHARACTERS_BEFORE = "\"'([#@“‘„«¿¡", 8
_ABBREVIATION = re.compile(r"(?:\b(?:[a-hj-z]|mr|mrs|ms|dr|st|vs|prof|sr|jr|approx|inc|ltd)|\.[a-z])$")


def _kinds() -> dict[str, str]:
    """Return the kind of each word that has one."""
    by_class = {word: _of_classes(set(classes)) for word, classes in LEXICON.items()}
    listed = {word: letter for letter, words in reversed(LISTED.items()) for word in words.split()}
    return {word: kind for word, kind in {**by_class, **listed}.items() if kind != OTHER}


def _of_classes(classes: set[str]) -> str:
    letters = [letter for letter, names in CLASSED.items() if names & classes]
    if {"P", "S"} & set(letters) and {"B", "R"} & set(letters):
        return AMBIGUOUS
    return letters[0] if letters else OTHER


KINDS = _kinds()


def split(text: str) -> list[Span]:
    """Return the sentences of a text: each of its words is in one, and none is longer than what is read at a time.

    Of a text of one sentence, which `may_be_several` finds sooner, what stands before the first word is left out.
    """
    normalised = normalise(text)
    spans = list(word_spans(normalised))
    words = [normalised[start:end] for start, end in spans]
    after_marks = [0, *_after_marks(normalised, spans), len(words)]
    starts = _without_fragments(sorted({*after_marks[:-1], *_at_frames(words, after_marks)}), words)
    return _cut(text, _limited([*starts, len(words)], spans), spans)


def stretches(text: str) -> list[Span]:
    """Return the stretches of a text that can be read at a time, without regard to sentences."""
    spans = list(word_spans(normalise(text)))
    return _cut(text, _limited([0, len(spans)], spans), spans)


def _cut(text: str, first_words: list[int], spans: list[Span]) -> list[Span]:
    """Return the sentences that begin with these words."""
    edges = [_edge(text, spans[first][0]) for first in first_words] or [0]
    return [(start, start + len(text[start:end].rstrip())) for start, end in pairwise([*edges, len(text)])]


def may_be_several(text: str) -> bool:
    """Say whether a text may hold more than one sentence; quick for most texts."""
    if len(text) > MAX_CHARACTERS or _has_mark(text):
        return True
    words = tokenise(normalise(text), MAX_TOKENS + 1)
    return len(words) > MAX_TOKENS or FRAME.search(_kinds_of(words)) is not None


def _has_mark(text: str) -> bool:
    """Say whether a text has a mark; looking for each of the usual ones first is several times faster."""
    if text.isascii() and not ("." in text or "!" in text or "?" in text or ";" in text or "\n" in text):
        return False
    return _MARK.search(text, 0, len(text) - 1) is not None


def _kinds_of(words: list[str]) -> str:
    return "".join(map(KINDS.get, words, repeat(OTHER)))


def _after_marks(text: str, spans: list[Span]) -> list[int]:
    """Return which words follow a mark."""
    marks = [mark.span() for mark in _MARK.finditer(text)]
    ends = [end for start, end in marks if not _ABBREVIATION.search(text, start - _CHARACTERS_BEFORE, start)]
    if not ends:
        return []
    starts = [start for start, _ in spans]
    return [word for word in (bisect_left(starts, end) for end in ends) if word < len(spans)]


def _at_frames(words: list[str], after_marks: list[int]) -> list[int]:
    """Return which words begin a frame that words follow before the next mark: another frame ends its sentence."""
    frames = [match.span() for match in FRAME.finditer(_kinds_of(words))]
    return [
        start + 1
        for start, end in frames
        if after_marks[bisect_right(after_marks, start + 1)] - end >= MIN_WORDS_AFTER_FRAME
    ]


def _without_fragments(starts: list[int], words: list[str]) -> list[int]:
    """Return the first words of sentences: a fragment joins the sentence before, the first one joins the next."""
    kept = [0]
    for start, end in pairwise([*starts[1:], len(words)]):
        if end - start >= MIN_WORDS and (kept[-1] or not _is_opening(words[:start])):
            kept.append(start)
    return kept


def _is_opening(words: list[str]) -> bool:
    """Say whether the first words of a text only lead to the next ones."""
    return len(words) < MIN_WORDS or (len(words) <= MAX_GREETING_WORDS and "greeting" in LEXICON.get(words[0], ()))


def _limited(bounds: list[int], spans: list[Span]) -> list[int]:
    """Return the first words of sentences, and more where a sentence is longer than what is read at a time."""
    first_words: list[int] = []
    for start, end in pairwise(bounds):
        if start == end:
            continue
        first_words.append(start)
        if end - start <= MAX_TOKENS and spans[end - 1][1] - spans[start][0] <= MAX_CHARACTERS:
            continue  # as nearly all are
        for word in range(start + 1, end):
            words, characters = word - first_words[-1], spans[word][1] - spans[first_words[-1]][0]
            if words == MAX_TOKENS or characters > MAX_CHARACTERS:
                first_words.append(word)
    return first_words


def _edge(text: str, start: int) -> int:
    """Return where the sentence of a first word begins: quotes and the like before the word belong to it."""
    before = text[max(0, start - _CHARACTERS_BEFORE) : start]
    return start - len(before) + len(before.rstrip(_OPENING_MARKS))
