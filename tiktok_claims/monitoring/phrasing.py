"""What the dashboard says of a summary in words: the one sentence at its top, names, times.

Pure. Knows nothing of how it is drawn (charts.py, dashboard.html) nor of where the summary comes from.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from tiktok_claims.monitoring.drift import MIN_ROWS, PROBABILITY, UNKNOWN, WORDS
from tiktok_claims.record import DISPLAY_NAMES

# As the alarm ClaimsRecall has it (deploy/alerts.yml).
LEAST_RECALL, LEAST_LABELLED = 0.9, 100

LABELS = {
    **DISPLAY_NAMES,
    WORDS: "Words of the transcript",
    UNKNOWN: "Unknown words",
    PROBABILITY: "Claim probability",
}
WINDOWS = {"1h": "hour", "24h": "24 hours", "7d": "7 days", "30d": "30 days"}
SHOWN = {"review": "To review, undecided", "claims": "Claims, undecided", "all": "All"}
MEASURES = {"accuracy": "Accuracy", "precision": "Precision", "recall": "Recall", "f1": "F1"}


class Status(NamedTuple):
    """How it stands, as a band and as a sentence."""

    band: str  # "red", "amber", "green" or "too few"
    sentence: str


def status(summary: Mapping[str, Any]) -> Status:
    """Return in one sentence what is wrong, or that nothing is."""
    if not summary["predictions"]:
        return Status("too few", "Nothing was answered in this window.")
    by_band = {
        band: [each["field"] for each in summary["drift"] if each["band"] == band]
        for band in ("red", "amber", "too few")
    }
    found = [
        ("red", _moved(by_band["red"], "have moved")),
        ("red", _recall(summary["quality"])),
        ("amber", _moved(by_band["amber"], "begin to move")),
    ]
    wrong = [(band, clause) for band, clause in found if clause]
    if wrong:
        return Status(wrong[0][0], _sentence([clause for _, clause in wrong]))
    if not summary["drift"]:
        return Status("too few", "The model file has no profile of its training, so nothing can be said of drift.")
    if by_band["too few"]:
        return Status("too few", _too_few(summary["sampled"]))
    return Status("green", _well(summary["quality"]))


def label(field: str) -> str:
    """Return a field's name as people read it."""
    return LABELS.get(field, field)


def worst_first(drift: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the fields, those first that have moved most."""
    return sorted(drift, key=lambda each: -(each["psi"] or 0))


def versions(summary: Mapping[str, Any]) -> list[str]:
    """Return the model versions to choose from, the chosen one among them in any case."""
    chosen = summary["model_version"]
    return list(dict.fromkeys([*summary["model_versions"], *([chosen] if chosen else [])]))


def when(time: str) -> str:
    """Return a time of a summary as people read it; all are in UTC."""
    moment = datetime.fromisoformat(time)
    return f"{moment.day} {moment:%b %H:%M}"


def percent(share: float | None, digits: int = 0) -> str:
    """Return a share in per cent, or a dash where there is none."""
    return "–" if share is None else f"{share:.{digits}%}"


def between(figure: Mapping[str, Any]) -> str:
    """Return the bounds of an interval in per cent."""
    return f"{figure['low'] * 100:.0f}–{figure['high']:.0%}"


def probability(value: float) -> str:
    """Return a probability in per cent, never rounded to certainty."""
    return "over 99.9%" if value > 0.999 else "under 0.1%" if value < 0.001 else f"{value:.1%}"


WORDING: dict[str, Callable[..., Any] | dict[str, str]] = {
    "label": label, "worst_first": worst_first, "versions": versions, "when": when, "percent": percent,
    "between": between, "said_probability": probability, "windows": WINDOWS, "shown_names": SHOWN, "measures": MEASURES,
}  # fmt: skip


def _moved(fields: Sequence[str], how: str) -> str:
    """A clause of the inputs that have moved, and of the answers."""
    inputs = [label(field).lower() for field in fields if field != PROBABILITY]
    clauses = [f"inputs {how}: {', '.join(inputs)}"] if inputs else []
    return "; ".join([*clauses, *([f"the answers {how}"] if PROBABILITY in fields else [])])


def _recall(quality: Mapping[str, Any]) -> str:
    recall = quality["recall"]["value"]
    if recall is None or quality["labelled"] < LEAST_LABELLED or recall >= LEAST_RECALL:
        return ""
    return f"only {recall:.0%} of what moderators called claims was found"


def _too_few(rows: int) -> str:
    return f"Too few answers yet to tell whether inputs have moved: {rows:,}, where {MIN_ROWS:,} are needed."


def _well(quality: Mapping[str, Any]) -> str:
    accuracy = quality["accuracy"]["value"]
    if accuracy is None:
        return "Inputs and answers are as in training; nothing is decided yet, so accuracy is not known."
    return f"Inputs and answers are as in training, and {accuracy:.0%} of what moderators decided agrees."


def _sentence(clauses: Sequence[str]) -> str:
    said = "; ".join(clauses)
    return f"{said[0].upper()}{said[1:]}."
