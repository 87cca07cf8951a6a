"""Why a record scores as it does: each field's share of the probability, and the words that carried the text.

A field's share is its exact Shapley value: what it adds to the probability, averaged over every order in which the
fields that the model looks at could become known. Beside a transcript it looks at nothing else, and the other fields'
shares are 0. Words are measured by leaving each one out. Knows nothing of HTTP or training.
"""

from collections.abc import Sequence
from itertools import compress, product
from math import comb
from operator import itemgetter
from typing import Any, NotRequired

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.features.single import pack, values_without_words
from tiktok_claims.features.spec import TEXT_FEATURES, Matrix
from tiktok_claims.features.text import spans
from tiktok_claims.model.scoring import DECIMALS, Model, Prediction
from tiktok_claims.record import FIELDS, TEXT, Record

MAX_RECORDS = 100  # explained in one request: each costs up to 512 rows of the model
MAX_WORDS = 10
SHARE_DECIMALS = 9  # finer than a probability's, so that rounding cannot move the sum

Probabilities = np.ndarray[Any, np.dtype[np.float64]]


class WordReason(TypedDict):
    """What leaving one word out would take from the probability of a claim."""

    word: str  # as written
    position: int  # of its first character in the transcript, from 0, in Unicode code points
    contribution: float


class Reason(TypedDict):
    """What one given field adds to the probability of a claim; the transcript's reason also names words."""

    field: str
    contribution: float
    words: NotRequired[list[WordReason]]


class ExplainedPrediction(Prediction):
    """A prediction with its reasons: `base_probability` and all contributions add up to `claim_probability`."""

    base_probability: float
    explanation: list[Reason]


def predict(model: Model, records: Sequence[Record], video_ids: Sequence[Any]) -> list[ExplainedPrediction]:
    """Return what Model.predict returns, with reasons."""
    return [
        _explained(model, record, prediction)
        for record, prediction in zip(records, model.predict(records, video_ids), strict=True)
    ]


def _explained(model: Model, record: Record, prediction: Prediction) -> ExplainedPrediction:
    given = [name for name in FIELDS if name in record]
    looked_at = [TEXT] if spans(record.get(TEXT, "")) else given
    subsets = withheld(record, looked_at)
    scored = np.array(model.probabilities(np.concatenate([subsets, _without_words(subsets[-1:], record)])))
    by_subset, by_word = np.split(scored, [len(subsets)])
    found = dict(zip(looked_at, shares(by_subset), strict=True))
    reasons: list[Reason] = [
        {"field": name, "contribution": round(found.get(name, 0.0), SHARE_DECIMALS)} for name in given
    ]
    for reason in reasons:
        if reason["field"] == TEXT:
            reason["words"] = _words(record[TEXT], by_subset[-1] - by_word)
    reasons.sort(key=_strength, reverse=True)
    return {**prediction, "base_probability": round(float(by_subset[0]), SHARE_DECIMALS), "explanation": reasons}


def withheld(record: Record, given: Sequence[str]) -> Matrix:
    """Return a record's row for each subset of its given fields, the others withheld: first none, last all of them."""
    kept = product((False, True), repeat=len(given))
    return pack([{name: record[name] for name in compress(given, mask)} for mask in kept])


def shares(by_subset: Probabilities) -> list[float]:
    """Return the Shapley value of each field from the probabilities of all subsets, in the order of `withheld`."""
    fields = len(by_subset).bit_length() - 1
    others = fields - 1
    weights = [1 / (fields * comb(others, subset.bit_count())) for subset in range(1 << others)]
    by_field = by_subset.reshape((2,) * fields)
    return [float(np.diff(by_field, axis=axis).ravel() @ weights) for axis in range(fields)]


def _without_words(row: Matrix, record: Record) -> Matrix:
    texts = values_without_words(record.get(TEXT, ""))
    rows = np.repeat(row, len(texts), axis=0)
    if texts:
        rows[:, -len(TEXT_FEATURES) :] = texts
    return rows


def _words(text: str, effects: Probabilities) -> list[WordReason]:
    words: list[WordReason] = [
        {"word": text[start:end], "position": start, "contribution": round(effect, DECIMALS)}
        for (start, end), effect in zip(spans(text), effects.tolist(), strict=True)
    ]
    return sorted(filter(itemgetter("contribution"), words), key=_strength, reverse=True)[:MAX_WORDS]


def _strength(reason: Reason | WordReason) -> float:
    return abs(reason["contribution"])
