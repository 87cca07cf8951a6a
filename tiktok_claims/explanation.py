"""Why a record scores as it does: each field's share of the probability, and the words that carried the text.

A field's share is its exact Shapley value: what it adds to the probability, averaged over every order in which the
given fields could become known. Words are measured by leaving each one out. Knows nothing of HTTP or training.
"""

from collections.abc import Sequence
from math import comb, nan
from operator import itemgetter
from typing import Any, NotRequired

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.features import SOURCES, TEXT_FEATURES, Matrix, pack, spans, values_without_words
from tiktok_claims.record import FIELDS, TEXT, Record
from tiktok_claims.scoring import DECIMALS, Model, Prediction

MAX_RECORDS = 100  # explained in one request: each costs up to 512 rows of the model, and as many again as it has words
MAX_WORDS = 10
SHARE_DECIMALS = 9  # finer than a probability's, so that rounding cannot move the sum

# A subset of the fields is a number with a bit for each, the first field's the highest; so each subset has its place in
# an array of shape (2, 2, ...) with one axis for each field: absent, present.
_BITS = {name: 1 << bit for bit, name in enumerate(reversed(FIELDS))}
_SUBSETS = np.arange(1 << len(FIELDS))
_SOURCES = np.array([sum(_BITS[name] for name in names) for names in SOURCES])
_WITHHELD = (_SOURCES & ~_SUBSETS[:, None]) != 0  # shape (subsets, FEATURES)

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
    reasons: list[Reason]


def predict(model: Model, records: Sequence[Record], video_ids: Sequence[Any]) -> list[ExplainedPrediction]:
    """Return what Model.predict returns, with reasons."""
    return [
        _explained(model, record, prediction)
        for record, prediction in zip(records, model.predict(records, video_ids), strict=True)
    ]


def _explained(model: Model, record: Record, prediction: Prediction) -> ExplainedPrediction:
    given = [name for name in FIELDS if name in record]
    subsets = withheld(record, given)
    scored = np.array(model.probabilities(np.concatenate([subsets, _without_words(subsets[-1:], record)])))
    by_subset, by_word = np.split(scored, [len(subsets)])
    reasons: list[Reason] = [
        {"field": name, "contribution": round(share, SHARE_DECIMALS)}
        for name, share in zip(given, shares(by_subset), strict=True)
    ]
    for reason in reasons:
        if reason["field"] == TEXT:
            reason["words"] = _words(record[TEXT], by_subset[-1] - by_word)
    reasons.sort(key=_strength, reverse=True)
    return {**prediction, "base_probability": round(float(by_subset[0]), SHARE_DECIMALS), "reasons": reasons}


def withheld(record: Record, given: Sequence[str]) -> Matrix:
    """Return a record's row for each subset of its given fields, the others withheld: first none, last all of them."""
    subsets = _SUBSETS[(_SUBSETS & ~sum(_BITS[name] for name in given)) == 0]
    heard, silent = pack([record, {name: value for name, value in record.items() if name != TEXT}])
    rows: Matrix = np.where(
        _WITHHELD[subsets], np.float32(nan), np.where(subsets[:, None] & _BITS[TEXT], heard, silent)
    )
    return rows


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
