"""How right the answers were, by what moderators decided: figures with intervals, and calibration.

Pure: from counts of labelled rows. A claim is the positive class, as everywhere. Knows nothing of where the counts come
from. Moderators decide what they look at, and what was sent to review is looked at more: so all is also told by that.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from typing_extensions import TypedDict

Z = 1.959964  # of a normal distribution, between minus and plus which 95% lie
ASKED, NOT_ASKED = "asked", "not asked"  # for review


class Labelled(NamedTuple):
    """Rows that are alike: which model said what, how sure, and what was decided."""

    model_version: str
    needs_review: bool
    decile: int  # of the probability, 0 to 9
    said: str  # "claim" or "opinion"
    decided: str
    rows: int
    probability: float  # of all these rows, added up


class Interval(TypedDict):
    """A share and its 95% interval; None where there is nothing that it would be a share of."""

    value: float | None
    low: float | None
    high: float | None


class Figures(TypedDict):
    """How right the verdicts on some rows were."""

    labelled: int
    accuracy: Interval
    precision: Interval
    recall: Interval
    f1: Interval


class Decile(TypedDict):
    """Whether probabilities of one tenth hold: the mean that was said, and the share of claims with its interval."""

    decile: int
    rows: int
    predicted: float
    observed: float
    low: float
    high: float


class Quality(Figures):
    """The figures of all labelled rows and of parts of them, and the deciles that have rows."""

    by_model_version: dict[str, Figures]
    by_review: dict[str, Figures]
    calibration: list[Decile]


def measure(counts: Iterable[Labelled]) -> Quality:
    """Return everything that counts of labelled rows say."""
    rows = list(counts)
    return {
        **_figures_of(rows),
        "by_model_version": {
            version: _figures_of(row for row in rows if row.model_version == version)
            for version in sorted({row.model_version for row in rows})
        },
        "by_review": {
            name: _figures_of(row for row in rows if row.needs_review == asked)
            for name, asked in ((ASKED, True), (NOT_ASKED, False))
        },
        "calibration": [
            _decile(decile, [row for row in rows if row.decile == decile])
            for decile in sorted({row.decile for row in rows})
        ],
    }


def figures(verdicts: Mapping[tuple[str, str], int]) -> Figures:
    """Return how right verdicts were, from the number of rows by (said, decided).

    F1 is 2J / (1 + J), where J is the share, of the rows that either calls a claim, that both do: the interval is J's,
    carried over.
    """
    both = verdicts.get(("claim", "claim"), 0)
    only_said, only_decided = verdicts.get(("claim", "opinion"), 0), verdicts.get(("opinion", "claim"), 0)
    labelled = both + only_said + only_decided + verdicts.get(("opinion", "opinion"), 0)
    return {
        "labelled": labelled,
        "accuracy": _interval(labelled - only_said - only_decided, labelled),
        "precision": _interval(both, both + only_said),
        "recall": _interval(both, both + only_decided),
        "f1": _interval(both, both + only_said + only_decided, lambda share: 2 * share / (1 + share)),
    }


def wilson(successes: int, rows: int) -> tuple[float, float, float]:
    """Return a share and the bounds of its 95% interval: Wilson's, which holds for few rows and near 0 and 1."""
    share, wide = successes / rows, 1 + Z**2 / rows
    middle = (share + Z**2 / (2 * rows)) / wide
    half = Z / wide * sqrt(share * (1 - share) / rows + (Z / (2 * rows)) ** 2)
    return share, max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))  # whatever rounding does


def _interval(successes: int, rows: int, carry: Callable[[float], float] = float) -> Interval:
    if not rows:
        return {"value": None, "low": None, "high": None}
    value, low, high = map(carry, wilson(successes, rows))
    return {"value": value, "low": low, "high": high}


def _figures_of(rows: Iterable[Labelled]) -> Figures:
    verdicts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        verdicts[row.said, row.decided] += row.rows
    return figures(verdicts)


def _decile(decile: int, rows: Sequence[Labelled]) -> Decile:
    number = sum(row.rows for row in rows)
    observed, low, high = wilson(sum(row.rows for row in rows if row.decided == "claim"), number)
    predicted = sum(row.probability for row in rows) / number
    return {"decile": decile, "rows": number, "predicted": predicted, "observed": observed, "low": low, "high": high}
