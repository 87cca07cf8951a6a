"""Drift: whether records and predictions are still distributed as in training. Pure functions on records.

`reference_distribution` is what the model file holds of its training records; `compare` measures recent ones with it,
field by field. Knows neither where records come from nor how drift is shown.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import nan
from typing import Any, Literal

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.features.single import pack
from tiktok_claims.features.spec import FEATURES, MAX_TOKENS
from tiktok_claims.model.reference import FieldDistribution, ReferenceDistribution
from tiktok_claims.record import CATEGORIES, NUMBERS, Record

AMBER, RED = 0.1, 0.25  # of the PSI, the usual bounds: below AMBER a field has not drifted, from RED on it has

# Two samples, of n and N rows, from one source differ all the same: their PSI is about chi-squared with bins - 1
# degrees of freedom, times 1/n + 1/N. With ten bins and one for missing values, against ten thousand rows of training,
# 500 rows show 0.02 on average and pass 0.1 less than once in a million times; 300 rows would show 0.03 and pass it
# once in a thousand, in each of a dozen fields and at every look; 100 rows would show 0.1 on average.
MIN_ROWS = 500

# Each bin of numbers holds this much of training or more, so that chance moves none by much: of 500 rows, 50 fall into
# it. A last one is for what is larger than all of training, and hardly ever comes unless something has changed.
FAIR_SHARE = 0.1

# A share of 0 would make the PSI infinite: this takes its place, as small as ten thousand rows can just not show. A
# field that is never missing in training turns amber from 2% of missing values on and red from about 4% on; the same
# holds for values larger than all of training.
MIN_SHARE = 1e-4

WORDS, UNKNOWN, PROBABILITY = "transcript_words", "transcript_unknown_share", "claim_probability"
OF_TRANSCRIPT = (WORDS, UNKNOWN)  # not measured where transcripts are not stored
MISSING = "missing"

Array = np.ndarray[Any, np.dtype[np.float64]]
Band = Literal["green", "amber", "red", "too_few"]

_LENGTH, _UNKNOWN = FEATURES.index("text_length"), FEATURES.index("text_unknown")
_VALUES = {name: tuple(dict.fromkeys(allowed.values())) for name, allowed in CATEGORIES.items()}
_CODES = {name: {value: float(code) for code, value in enumerate(values)} for name, values in _VALUES.items()}

# Where bins may end. Counts spread over six powers of ten, so their grid is even on the log scale: twenty steps to
# each, in whole numbers of two digits. A bin is as many steps wide as it takes to hold its share.
_LOG_GRID = np.unique([np.ceil(float(f"{step:.1e}")) for step in np.geomspace(1, 1e12, 241)])
_GRIDS = {
    **dict.fromkeys(NUMBERS, _LOG_GRID),
    WORDS: np.arange(1.0, MAX_TOKENS),
    UNKNOWN: np.arange(1, 20) / 20,
}
# Fixed bins: each category is one, and probabilities have the tenths that are shown everywhere. Nearly all of them lie
# at the two ends, and bins of a fair share would hide what moves between.
_EDGES = {
    **{name: np.arange(1.0, len(values)) for name, values in _VALUES.items()},
    PROBABILITY: np.arange(1, 10) / 10,
}


class Drift(TypedDict):
    """How far one field has drifted; the three lists have one length, and the last bin is that of missing values."""

    field: str
    psi: float | None  # population stability index; None while there are too few rows
    distance: float | None  # Jensen-Shannon, 0 to 1
    band: Band
    rows: int
    bins: list[str]
    expected: list[float]  # the share of each bin in training
    recent: list[float]


def reference_distribution(records: Sequence[Record], probabilities: Sequence[float] | Array) -> ReferenceDistribution:
    """Return what drift is measured with, in plain values: each field's bins and the share of rows in each.

    The probabilities may be those of other records, on which the model was not fitted.
    """
    fields: dict[str, FieldDistribution] = {}
    for name, column in _columns(records, probabilities).items():
        edges = _EDGES[name] if name in _EDGES else _fair(_GRIDS[name], column)
        fields[name] = {"edges": edges.tolist(), "shares": _shares(column, edges).tolist()}
    return {"rows": len(records), "fields": fields}


def compare(
    reference: ReferenceDistribution, records: Sequence[Record], probabilities: Sequence[float] | Array
) -> list[Drift]:
    """Return the drift of each field of a reference distribution."""
    enough = min(len(records), reference["rows"]) >= MIN_ROWS
    columns = _columns(records, probabilities)
    return [
        _drift(name, np.array(field["edges"]), np.array(field["shares"]), columns[name], enough)
        for name, field in reference["fields"].items()
    ]


def stability_index(expected: Array, recent: Array) -> float:
    """Return the population stability index of two lists of shares: 0 if equal, above 1 if very different."""
    expected, recent = np.maximum(expected, MIN_SHARE), np.maximum(recent, MIN_SHARE)
    return float(np.sum((recent - expected) * np.log(recent / expected)))


def jensen_shannon(expected: Array, recent: Array) -> float:
    """Return the Jensen-Shannon distance of two lists of shares: 0 if equal, 1 if they have no bin in common."""
    middle = (expected + recent) / 2
    divergence = (_divergence(expected, middle) + _divergence(recent, middle)) / 2
    return float(np.sqrt(np.clip(divergence, 0, 1)))  # rounding leaves as little as -1e-17


def _divergence(shares: Array, other: Array) -> float:
    """Kullback and Leibler's, in bits."""
    some = shares > 0
    return float(np.sum(shares[some] * np.log2(shares[some] / other[some])))


def _drift(name: str, edges: Array, expected: Array, column: Array, enough: bool) -> Drift:
    recent = _shares(column, edges)
    psi = stability_index(expected, recent) if enough else None
    return {
        "field": name,
        "psi": psi,
        "distance": jensen_shannon(expected, recent) if enough else None,
        "band": _band(psi),
        "rows": len(column),
        "bins": [*_bin_names(name, edges), MISSING],
        "expected": expected.tolist(),
        "recent": recent.tolist(),
    }


def _band(psi: float | None) -> Band:
    if psi is None:
        return "too_few"
    return "red" if psi >= RED else "amber" if psi >= AMBER else "green"


def _columns(records: Sequence[Record], probabilities: Sequence[float] | Array) -> dict[str, Array]:
    """Return the values of each field, NaN where it is missing; categories by their number."""
    matrix = pack(records)
    words = matrix[:, _LENGTH].astype(float)
    columns: dict[str, Array] = {
        name: np.array([record.get(name) for record in records], dtype=float) for name in NUMBERS
    }
    for name, codes in _CODES.items():
        columns[name] = np.array([codes.get(record.get(name, ""), nan) for record in records])
    return {
        **columns,
        WORDS: words,
        UNKNOWN: matrix[:, _UNKNOWN] / words,
        PROBABILITY: np.asarray(probabilities, dtype=float),
    }


def _fair(grid: Array, column: Array) -> Array:
    """Return edges of the grid: every bin holds a fair share of the values; the last edge is beyond all."""
    present = np.sort(column[~np.isnan(column)])
    least = max(FAIR_SHARE * len(present), 1)
    edges, before = [], 0
    for edge, below in zip(grid, np.searchsorted(present, grid).tolist(), strict=True):
        if below - before >= least and len(present) - below >= least:
            edges.append(edge)
            before = below
    return np.append(edges, grid[grid > np.max(present, initial=0)][:1])


def _shares(column: Array, edges: Array) -> Array:
    """Return the share of rows in each bin, a lower edge being part of it; the last bin is that of missing values."""
    numbers = np.where(np.isnan(column), len(edges) + 1, np.searchsorted(edges, column, side="right"))
    return np.bincount(numbers, minlength=len(edges) + 2) / max(len(column), 1)


def _bin_names(name: str, edges: Array) -> list[str]:
    if name in _VALUES:
        return list(_VALUES[name])
    names = [f"{edge:.0%}" if name in (UNKNOWN, PROBABILITY) else f"{edge:,.0f}" for edge in edges]
    if not names:
        return ["any"]
    between = [f"{low} to {high}" for low, high in pairwise(names)]
    return [f"below {names[0]}", *between, f"{names[-1]} and more"]
