"""Why a record scores as it does: each field's contribution to the probability, and those of the transcript's words.

A field's contribution is its exact Shapley value: what it adds to the probability, averaged over every order in which
the fields that the model uses could become known. With a transcript it uses nothing else, and the contributions of the
other fields are 0. A word's contribution is measured by leaving it out of the decisive sentence. Knows nothing of HTTP
or training.
"""

from collections.abc import Sequence
from itertools import compress, product
from math import comb
from operator import itemgetter
from typing import Any, NotRequired

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.features.text import spans
from tiktok_claims.model import transcripts
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.model.transcripts import DECIMALS, Sentence, SentenceProbability
from tiktok_claims.record import FIELDS, TEXT, Record

MAX_RECORDS = 100  # explained in one request: each costs up to 512 rows of the model
MAX_WORDS = 10
CONTRIBUTION_DECIMALS = 9  # finer than a probability's, so that rounding cannot move the sum

Probabilities = np.ndarray[Any, np.dtype[np.float64]]


class WordContribution(TypedDict):
    """By how much the probability of a claim falls without one word."""

    word: str  # as written
    position: int  # of its first character in the transcript, from 0, in Unicode code points
    contribution: float


class Contribution(TypedDict):
    """What one field adds to the probability of a claim; that of the transcript also names words."""

    field: str
    contribution: float
    words: NotRequired[list[WordContribution]]


class ExplainedPrediction(Prediction):
    """A prediction with its explanation: `base_probability` and all contributions add up to `claim_probability`."""

    base_probability: float
    explanation: list[Contribution]
    sentences: list[SentenceProbability]  # empty without a transcript


def predict(model: Model, records: Sequence[Record], video_ids: Sequence[Any]) -> list[ExplainedPrediction]:
    """Return the predictions of Model.predict with their explanations."""
    return [
        _explained(model, record, prediction)
        for record, prediction in zip(records, model.predict(records, video_ids), strict=True)
    ]


def _explained(model: Model, record: Record, prediction: Prediction) -> ExplainedPrediction:
    text = record.get(TEXT, "")
    has_words = bool(spans(text))
    fields = [name for name in FIELDS if name in record]
    used = [TEXT] if has_words else fields
    by_subset = np.array(model.probabilities(model.features.pack(masked(record, used))))
    by_subset[-1] = prediction["claim_probability"]
    values = dict(zip(used, shapley_values(by_subset), strict=True))
    sentences = model.sentences(text) if has_words else []
    contributions: list[Contribution] = [
        {"field": name, "contribution": round(values.get(name, 0.0), CONTRIBUTION_DECIMALS)} for name in fields
    ]
    for contribution in contributions:
        if contribution["field"] == TEXT:
            contribution["words"] = _words(model, text, sentences)
    contributions.sort(key=_strength, reverse=True)
    return {
        **prediction,
        "base_probability": round(float(by_subset[0]), CONTRIBUTION_DECIMALS),
        "explanation": contributions,
        "sentences": transcripts.as_dicts(text, sentences),
    }


def masked(record: Record, fields: Sequence[str]) -> list[Record]:
    """Return a record with each subset of these fields, the others masked: first none, last all."""
    subsets = product((False, True), repeat=len(fields))
    return [{name: record[name] for name in compress(fields, subset)} for subset in subsets]


def shapley_values(by_subset: Probabilities) -> list[float]:
    """Return the Shapley value of each field from the probabilities of all subsets, in the order of `masked`."""
    fields = len(by_subset).bit_length() - 1
    others = fields - 1
    weights = [1 / (fields * comb(others, subset.bit_count())) for subset in range(1 << others)]
    by_field = by_subset.reshape((2,) * fields)
    return [float(np.diff(by_field, axis=axis).ravel() @ weights) for axis in range(fields)]


def _words(model: Model, text: str, sentences: Sequence[Sentence]) -> list[WordContribution]:
    """Return by how much the video's probability falls without each word of the decisive sentence."""
    if not sentences:
        return []
    (decisive,) = (number for number, sentence in enumerate(sentences) if sentence.decisive)
    start, end, *_ = sentences[decisive]
    sentence = text[start:end]
    scored = np.array(model.probabilities(model.features.with_and_without_words(sentence)))
    by_word = np.tile([sentence.claim_probability for sentence in sentences], (len(scored), 1))
    by_word[:, decisive] = scored
    of_video = model.of_sentences(by_word)
    words: list[WordContribution] = [
        {"word": sentence[first:last], "position": start + first, "contribution": round(effect, DECIMALS)}
        for (first, last), effect in zip(spans(sentence), (of_video[0] - of_video[1:]).tolist(), strict=True)
    ]
    return sorted(filter(itemgetter("contribution"), words), key=_strength, reverse=True)[:MAX_WORDS]


def _strength(contribution: Contribution | WordContribution) -> float:
    return abs(contribution["contribution"])
