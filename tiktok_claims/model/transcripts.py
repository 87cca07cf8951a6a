"""Transcripts of several sentences: each sentence is scored by itself, then the video follows from its sentences.

Knows nothing of records and review; a model is a function from feature rows to probabilities.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.features.sentences import split, stretches
from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.features.text import Span
from tiktok_claims.model import aggregation
from tiktok_claims.model.aggregation import Aggregated, Column

SENTENCE, WHOLE_TEXT = UNITS = ("sentence", "text")  # of which the training data's labels are
DECIMALS = 6  # of a probability; the trees' own float32 holds little more


class Sentence(NamedTuple):
    """A sentence of a transcript and its own probability."""

    start: int  # its first character in the transcript, from 0, in Unicode code points
    end: int  # the one after the last
    claim_probability: float
    decisive: bool  # whether the video's probability depends on it most


class SentenceProbability(TypedDict):
    """A sentence of a transcript and its own probability of a claim."""

    sentence: str  # as written
    position: int  # of its first character in the transcript, from 0, in Unicode code points
    claim_probability: float
    decisive: bool  # whether the probability of the video depends on it most


class Transcripts(NamedTuple):
    """The rows whose transcript has several sentences, and their predictions."""

    rows: list[int]
    probabilities: Column  # of each row
    matrix: Matrix  # features of each row's decisive sentence
    texts: list[str]  # each row's decisive sentence
    sentences: list[list[Sentence]]


NONE = Transcripts([], np.empty(0), np.empty((0, len(FEATURES)), np.float32), [], [])


def score(
    texts: Mapping[int, str],
    features: Callable[[Sequence[str]], Matrix],
    probabilities: Callable[[Matrix], Column],
    unit: str,
    threshold: float,
) -> Transcripts:
    """Score those of the texts, by row, that have several sentences."""
    cut = split if unit == SENTENCE else stretches
    spans = {row: text_spans for row, text in texts.items() if len(text_spans := cut(text)) > 1}
    if not spans:
        return NONE
    sentences = [texts[row][start:end] for row, text_spans in spans.items() for start, end in text_spans]
    matrix = features(sentences)
    scored = probabilities(matrix).astype(float)
    bounds = np.cumsum([0, *map(len, spans.values())])
    videos = aggregate(scored, bounds[:-1], unit, threshold)
    with_scores = _with_scores([span for text_spans in spans.values() for span in text_spans], scored, videos.decisive)
    return Transcripts(
        list(spans), videos.probabilities, matrix[videos.decisive], [sentences[index] for index in videos.decisive],
        [with_scores[start:end] for start, end in pairwise(bounds.tolist())],
    )  # fmt: skip


def aggregate(probabilities: Column, starts: Column, unit: str, threshold: float) -> Aggregated:
    """Return the predictions of texts from those of their sentences; `starts` are the first sentences of each."""
    if unit == SENTENCE:
        return aggregation.contains_claim(probabilities, starts, threshold)
    return aggregation.mean_log_odds(probabilities, starts)


def as_dicts(text: str, sentences: Sequence[Sentence]) -> list[SentenceProbability]:
    """Return the sentences of a text as they are sent."""
    return [
        {"sentence": text[start:end], "position": start, "claim_probability": probability, "decisive": decisive}
        for start, end, probability, decisive in sentences
    ]


def rounded(probabilities: Column) -> Column:
    """Return float32 probabilities as round() has them; a double holds their product exactly."""
    column: Column = np.rint(probabilities.astype(float) * 10**DECIMALS) / 10**DECIMALS
    return column


def _with_scores(spans: list[Span], probabilities: Column, decisive: Column) -> list[Sentence]:
    is_decisive = np.isin(np.arange(len(spans)), decisive)
    columns = zip(spans, rounded(probabilities).tolist(), is_decisive.tolist(), strict=True)
    return [Sentence(*span, probability, decides) for span, probability, decides in columns]
