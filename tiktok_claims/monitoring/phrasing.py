"""A summary in words: the one sentence at its top, names, times, percentages. The templates take all of it.

Pure. Knows nothing of how it is drawn (charts.py, templates/) nor of where the summary comes from.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from tiktok_claims.monitoring.drift import AMBER, MIN_ROWS, PROBABILITY, RED, UNKNOWN, WORDS, Band, Drift
from tiktok_claims.monitoring.performance import (
    MIN_LABELLED,
    MIN_RECALL,
    NEEDS_REVIEW,
    NO_REVIEW,
    Interval,
    Performance,
)
from tiktok_claims.monitoring.summary import Summary
from tiktok_claims.record import DISPLAY_NAMES

FIELD_NAMES = {
    **DISPLAY_NAMES,
    WORDS: "Words of the transcript",
    UNKNOWN: "Unknown words",
    PROBABILITY: "Claim probability",
}
WINDOWS = {"1h": "hour", "24h": "24 hours", "7d": "7 days", "30d": "30 days"}
SHOWN = {"review": "Needs review, no label", "claims": "Claims, no label", "all": "All"}
MEASURES = {"accuracy": "Accuracy", "precision": "Precision", "recall": "Recall", "f1": "F1"}
BANDS: tuple[Band, ...] = ("red", "amber", "green", "too_few")
REVIEWS = {NEEDS_REVIEW: "Needs review", NO_REVIEW: "No review needed"}


class Status(NamedTuple):
    """The state of the model, as a band and as a sentence."""

    band: Band
    sentence: str


def status(summary: Summary) -> Status:
    """Return in one sentence what is wrong, or that nothing is."""
    if not summary["predictions"]:
        return Status("too_few", "There are no predictions in this window.")
    by_band: dict[Band, list[str]] = {
        band: [drift["field"] for drift in summary["drift"] if drift["band"] == band] for band in BANDS
    }
    clauses: list[tuple[Literal["red", "amber"], str]] = [
        ("red", _drifted(by_band["red"], "have drifted")),
        ("red", _recall(summary["performance"])),
        ("amber", _drifted(by_band["amber"], "begin to drift")),
    ]
    wrong = [(band, clause) for band, clause in clauses if clause]
    if wrong:
        return Status(wrong[0][0], _sentence([clause for _, clause in wrong]))
    if by_band["too_few"]:
        return Status("too_few", _too_few(summary["sampled"]))
    return Status("green", _as_in_training(summary["performance"]))


def field_name(field: str) -> str:
    """Return the name of a field for people."""
    return FIELD_NAMES.get(field, field)


def worst_first(drift: Sequence[Drift]) -> list[Drift]:
    """Return the fields, those first that have drifted most."""
    return sorted(drift, key=lambda each: -(each["psi"] or 0))


def versions(summary: Summary) -> list[str]:
    """Return the model versions to choose from, the chosen one in any case."""
    chosen = summary["model_version"]
    return list(dict.fromkeys([*summary["model_versions"], *([chosen] if chosen else [])]))


def when(time: str) -> str:
    """Return a time of a summary for people; all are in UTC."""
    moment = datetime.fromisoformat(time)
    return f"{moment.day} {moment:%b %H:%M}"


def percent(share: float | None, digits: int = 0) -> str:
    """Return a share in per cent, or a dash where there is none."""
    return "–" if share is None else f"{share:.{digits}%}"


def between(figure: Interval) -> str:
    """Return the bounds of an interval in per cent."""
    return f"{100 * (figure['low'] or 0):.0f}–{figure['high'] or 0:.0%}"


def probability(value: float) -> str:
    """Return a probability in per cent, never rounded to certainty."""
    return "over 99.9%" if value > 0.999 else "under 0.1%" if value < 0.001 else f"{value:.1%}"


WORDING: dict[str, Callable[..., Any] | dict[str, str] | float] = {  # what the templates use
    "field_name": field_name, "worst_first": worst_first, "versions": versions, "when": when, "percent": percent,
    "between": between, "as_probability": probability, "windows": WINDOWS, "shown_names": SHOWN, "measures": MEASURES,
    "reviews": REVIEWS, "amber": AMBER, "red": RED, "min_rows": MIN_ROWS,
}  # fmt: skip


def _drifted(fields: Sequence[str], verb: str) -> str:
    """A clause on the inputs that have drifted, and on the predictions."""
    inputs = [field_name(field).lower() for field in fields if field != PROBABILITY]
    clauses = [f"inputs {verb}: {', '.join(inputs)}"] if inputs else []
    return "; ".join([*clauses, *([f"predictions {verb}"] if PROBABILITY in fields else [])])


def _recall(performance: Performance) -> str:
    recall = performance["recall"]["value"]
    if recall is None or performance["labelled"] < MIN_LABELLED or recall >= MIN_RECALL:
        return ""
    return f"only {recall:.0%} of what moderators labelled as claims was predicted as claims"


def _too_few(rows: int) -> str:
    return f"Too few predictions to measure drift: {rows:,}, and {MIN_ROWS:,} are needed."


def _as_in_training(performance: Performance) -> str:
    accuracy = performance["accuracy"]["value"]
    if accuracy is None:
        return "Inputs and predictions are as in training; there are no labels yet, so accuracy is not known."
    return f"Inputs and predictions are as in training, and {accuracy:.0%} of the labels agree with the predictions."


def _sentence(clauses: Sequence[str]) -> str:
    text = "; ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."
