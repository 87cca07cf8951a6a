"""Live performance: how right predictions were, by the labels of moderators, with intervals and calibration.

Pure: computed from counts of labelled predictions. A claim is the positive class, as everywhere. Knows nothing of where
the counts come from. Moderators label what they look at, and look more at what needs review: so the figures are given
for both kinds, too, and for the videos that were chosen at random.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt

from typing_extensions import TypedDict

from tiktok_claims.history.label import LabelCount

MIN_RECALL, MIN_LABELLED = 0.9, 100  # recall below the first is wrong, with as many labels; deploy/alerts.yml has both
Z = 1.959964  # 95% of a normal distribution lie between -Z and Z
NEEDS_REVIEW, NO_REVIEW = "needs_review", "no_review"


class Interval(TypedDict):
    """A share and its 95% interval; None where there is nothing that it would be a share of."""

    value: float | None
    low: float | None
    high: float | None


class Figures(TypedDict):
    """How right the predictions of some rows were."""

    labelled: int
    accuracy: Interval
    precision: Interval
    recall: Interval
    f1: Interval


class Decile(TypedDict):
    """Whether the probabilities of one tenth hold: their mean, and the share of claims among the labels."""

    decile: int
    rows: int
    predicted: float
    observed: float
    low: float
    high: float


class Agreement(TypedDict):
    """How far two people agree: on how many videos, their share with equal labels, and Cohen's kappa."""

    videos: int
    share: float | None
    kappa: float | None


class Performance(Figures):
    """The figures of all labelled rows and of groups of them, and the deciles that have rows."""

    by_model_version: dict[str, Figures]
    by_review: dict[str, Figures]
    at_random: Figures  # of videos chosen at random and labelled unseen: only these stand for all videos
    calibration: list[Decile]


def measure(counts: Iterable[LabelCount]) -> Performance:
    """Return the performance that counts of labelled rows show."""
    rows = list(counts)
    return {
        **_figures_of(rows),
        "by_model_version": {
            version: _figures_of(row for row in rows if row.model_version == version)
            for version in sorted({row.model_version for row in rows})
        },
        "by_review": {
            name: _figures_of(row for row in rows if row.needs_review == needs_review)
            for name, needs_review in ((NEEDS_REVIEW, True), (NO_REVIEW, False))
        },
        "at_random": _figures_of(row for row in rows if row.at_random),
        "calibration": [
            _decile(decile, [row for row in rows if row.decile == decile])
            for decile in sorted({row.decile for row in rows})
        ],
    }


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Return how far two people agree beyond chance, from their labels of the same videos (Cohen, 1960).

    Kappa is 1 when they always agree, 0 when they agree as often as chance would have it; None where it is undefined.
    """
    if not pairs:
        return {"videos": 0, "share": None, "kappa": None}
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    share = sum(one == other for one, other in pairs) / len(pairs)
    by_chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    kappa = None if by_chance == 1 else (share - by_chance) / (1 - by_chance)
    return {"videos": len(pairs), "share": share, "kappa": kappa}


def figures(counts: Mapping[tuple[str, str], int]) -> Figures:
    """Return how right predictions were, from the number of rows by (predicted status, label).

    F1 is 2J / (1 + J), where J is the share, of the rows that either calls a claim, that both do: the interval is J's,
    carried over.
    """
    both = counts.get(("claim", "claim"), 0)
    only_predicted, only_labelled = counts.get(("claim", "opinion"), 0), counts.get(("opinion", "claim"), 0)
    labelled = both + only_predicted + only_labelled + counts.get(("opinion", "opinion"), 0)
    return {
        "labelled": labelled,
        "accuracy": interval(labelled - only_predicted - only_labelled, labelled),
        "precision": interval(both, both + only_predicted),
        "recall": interval(both, both + only_labelled),
        "f1": interval(both, both + only_predicted + only_labelled, lambda share: 2 * share / (1 + share)),
    }


def interval(successes: int, rows: int, carry: Callable[[float], float] = float) -> Interval:
    """Return a share and its 95% interval, both carried over to another scale."""
    if not rows:
        return {"value": None, "low": None, "high": None}
    value, low, high = map(carry, wilson(successes, rows))
    return {"value": value, "low": low, "high": high}


def wilson(successes: int, rows: int) -> tuple[float, float, float]:
    """Return a share and the bounds of its 95% interval: Wilson's, which holds for few rows and near 0 and 1."""
    share, width = successes / rows, 1 + Z**2 / rows
    middle = (share + Z**2 / (2 * rows)) / width
    half = Z / width * sqrt(share * (1 - share) / rows + (Z / (2 * rows)) ** 2)
    return share, max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))  # whatever rounding does


def _figures_of(rows: Iterable[LabelCount]) -> Figures:
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counts[row.claim_status, row.label] += row.rows
    return figures(counts)


def _decile(decile: int, rows: Sequence[LabelCount]) -> Decile:
    number = sum(row.rows for row in rows)
    observed, low, high = wilson(sum(row.rows for row in rows if row.label == "claim"), number)
    predicted = sum(row.probability for row in rows) / number
    return {"decile": decile, "rows": number, "predicted": predicted, "observed": observed, "low": low, "high": high}
