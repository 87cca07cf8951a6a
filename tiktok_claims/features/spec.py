"""The contract of the features: their names and order, the limits, cues and pairs of cues that both paths keep to.

`single` computes the features of one record and `columnar` those of many; both fill the groups of this module, and
neither knows a name or an order of its own. No word of the training data is a feature. A word counts only by its class
in the lexicon, by its position (the head, where speakers say whose words these are; the tail; anywhere) and by which
cue follows which. A text has all of its features, zeros included, and speaks for itself: features of counts and account
are there only for a record without a text. A missing field has no features.
"""

import re
from typing import Any, NamedTuple

import numpy as np

from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.record import CATEGORIES, COUNTS, NUMBERS, TEXT

Matrix = np.ndarray[Any, np.dtype[np.float32]]  # shape (records, FEATURES), NaN for a missing feature

# Limits. Of a transcript only the start is read: most of a minute of speech.
MAX_CHARACTERS, MAX_TOKENS = 1500, 120
HEAD_TOKENS = 8  # unless "that" ends the head
THAT_WITHIN = 16  # tokens: a frame such as "a friend of my sister's read in the news that" has ended by then
TAIL_TOKENS = 6
LARGEST = 1e15  # a larger count says no more, and float32 must hold it
NO_CUE = 99  # cues before a cue that never comes

# Word classes: those of the lexicon, those that a word belongs to by its form, and that of all other words.
FORMS = {
    "number": re.compile(r"\d"),
    "ends_in_ly": re.compile(r"\w{3,}ly$"),
    "ends_in_ed": re.compile(r"\w{3,}ed$"),
    "ends_in_ing": re.compile(r"\w{3,}ing$"),
    "ends_in_est": re.compile(r"\w{3,}est$"),
    "contraction": re.compile(r"\w+'"),
}
UNKNOWN = "unknown"
CLASS_NAMES = (*CLASSES, *FORMS, UNKNOWN)
CLASS_NUMBERS = {name: number for number, name in enumerate(CLASS_NAMES)}
OPENING_CLASSES = ("filler", "greeting")  # a text starts after words of these alone
SUBJECTIVE = (
    "first_person", "belief_verb", "emotion_verb", "opinion_noun", "opinion_frame", "stance_verb", "stance_adverb",
    "deontic_modal", "positive", "negative", "loaded", "intensifier", "recommendation", "affect", "slang_evaluation",
)  # fmt: skip
OBJECTIVE = (
    "event_verb", "nature_verb", "science_noun", "measure_adjective", "quantity", "unit", "time", "institution",
    "place", "authority_noun", "source_noun",
)  # fmt: skip
IN_TAIL = (
    "first_person", "first_possessive", "belief_verb", "opinion_noun", "opinion_frame", "say_verb", "hearsay",
    "source_noun",
)  # fmt: skip

# Cues and the classes that make them; of a word with several, the cue listed first counts. A cue's number is its place
# here, from 1; a word without a cue has 0.
CUES = {
    "me": ("first_person",),
    "my": ("first_possessive",),
    "belief": ("belief_verb", "emotion_verb", "attitude_adjective", "stance_verb"),
    "opinion": ("opinion_frame", "opinion_noun"),
    "report": ("hearsay", "passive_report", "fact_frame", "learn_verb", "say_verb", "research_verb", "revelation"),
    "source": ("source_noun", "authority_noun", "institution"),
    "person": ("person_noun", "role_noun", "indefinite_person", "third_person"),
    "value": ("stance_adverb", "deontic_modal", "positive", "negative", "loaded", "slang_evaluation", "affect"),
}
CUE_NUMBERS = {cue: number for number, cue in enumerate(CUES, start=1)}
# Pairs of a cue and the next one, words without a cue between them left out.
PAIRS = (
    ("me", "belief"), ("me", "report"), ("me", "value"), ("my", "opinion"), ("my", "person"), ("my", "source"),
    ("person", "belief"), ("person", "report"), ("person", "opinion"), ("source", "report"), ("report", "source"),
    ("report", "report"), ("report", "person"), ("belief", "value"), ("value", "value"), ("source", "belief"),
)  # fmt: skip
PAIR_NUMBERS = {(CUE_NUMBERS[cue], CUE_NUMBERS[following]): number for number, (cue, following) in enumerate(PAIRS)}
FIRST_CUES = ("first_cue", "second_cue", "third_cue")
CUES_BEFORE = ("report", "belief")  # how many cues come before the first one of these
MARKS = {"exclamation_mark": "!", "question_mark": "?", "quotation_mark": '"', "percent_sign": "%"}


class TextGroups(NamedTuple):
    """The features of a text in groups, in the model's order: the names here, the values of one or many texts."""

    head: Any  # words of each class before "that", or in the first words
    text: Any  # words of each class anywhere
    tail: Any  # words of some classes at the end
    pairs: Any  # how often a cue follows another
    marks: Any  # how often a punctuation mark comes
    first_cues: Any  # their numbers, 0 for none
    cues_before: Any  # NO_CUE if the cue never comes
    measures: Any

    def in_order(self) -> list[Any]:
        """Return the members of all groups, as a list because that is what a record's microseconds allow."""
        head, text, tail, pairs, marks, first_cues, cues_before, measures = self
        return [*head, *text, *tail, *pairs, *marks, *first_cues, *cues_before, *measures]


MEASURES = ("has_that", "head_length", "text_length", "word_length", "subjective_share", "objective_share")


def measures(has_that: Any, head: Any, words: Any, characters: Any, subjective: Any, objective: Any) -> tuple[Any, ...]:
    """Return the MEASURES of a text from its counts of words and characters; of many texts from columns of counts.

    `has_that`: "that" ends the head. Lengths are in words, that of a word in characters with its space.
    """
    return has_that, head, words, (characters + 1) / words, subjective / words, objective / words


TEXT_GROUPS = TextGroups(
    head=tuple(f"head_{name}" for name in CLASS_NAMES),
    text=tuple(f"text_{name}" for name in CLASS_NAMES),
    tail=tuple(f"tail_{name}" for name in IN_TAIL),
    pairs=tuple(f"{cue}_then_{following}" for cue, following in PAIRS),
    marks=tuple(MARKS),
    first_cues=FIRST_CUES,
    cues_before=tuple(f"cues_before_{cue}" for cue in CUES_BEFORE),
    measures=MEASURES,
)
TEXT_FEATURES: tuple[str, ...] = tuple(TEXT_GROUPS.in_order())

# Features of the other fields, with the fields that each is computed from: without one of them there is no feature.
VIEWS = "video_view_count"
RATED = tuple(name for name in COUNTS if name != VIEWS)  # counted per view
CATEGORY_VALUES = tuple(
    (name, value) for name, spellings in CATEGORIES.items() for value in dict.fromkeys(spellings.values())
)
_FIELD_SOURCES = {
    **{name: (name,) for name in NUMBERS},
    **{f"{name}_per_view": (name, VIEWS) for name in RATED},
    **{f"{name}_{value.replace(' ', '_')}": (name,) for name, value in CATEGORY_VALUES},
}
FIELD_FEATURES = tuple(_FIELD_SOURCES)

SOURCES: dict[str, tuple[str, ...]] = {**_FIELD_SOURCES, **dict.fromkeys(TEXT_FEATURES, (TEXT,))}
FEATURES = tuple(SOURCES)
