"""The summary of a window: what the dashboard, the report, /monitoring and the gauges all show, plain enough for JSON.

Joins what the history holds (queries.py), how inputs and predictions have drifted (drift.py) and how right predictions
were (performance.py). Knows nothing of pages, reports or metrics, nor how any of its parts is computed.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims.history.prediction import HistoryEntry, Status
from tiktok_claims.history.queries import History
from tiktok_claims.model.reference import ReferenceDistribution
from tiktok_claims.model.review import NO_TEXT
from tiktok_claims.monitoring import drift, performance, shadow
from tiktok_claims.monitoring.drift import Drift
from tiktok_claims.monitoring.performance import Agreement, Performance
from tiktok_claims.monitoring.shadow import ShadowSummary
from tiktok_claims.record import TEXT

SAMPLED_ROWS = 2_000  # enough for drift to show, and few enough to take a moment
RECENT_ROWS = 50
TENTHS = 10


class Window(NamedTuple):
    """How far back to look, and in which steps."""

    length: timedelta
    step: timedelta


WINDOWS = {
    "1h": Window(timedelta(hours=1), timedelta(minutes=2)),
    "24h": Window(timedelta(hours=24), timedelta(minutes=30)),
    "7d": Window(timedelta(days=7), timedelta(hours=4)),
    "30d": Window(timedelta(days=30), timedelta(days=1)),
}
SHOWN: dict[str, dict[str, Any]] = {  # which of the recent predictions
    "review": {"needs_review": True, "unlabelled": True},
    "claims": {"claim_status": "claim", "unlabelled": True},
    "all": {},
}


class WindowTimes(TypedDict):
    """A window of WINDOWS; times are in ISO 8601, UTC."""

    name: str
    start: str
    end: str
    step_seconds: int


class Step(TypedDict):
    """The predictions made in one step of the window."""

    start: str
    predictions: int
    claims: int
    needs_review: int


class Probabilities(TypedDict):
    """The share of predictions in each tenth of the probability; `now` is None while there are none."""

    edges: list[float]
    training: list[float]
    now: list[float] | None


class WarningShare(TypedDict):
    """How many of the sampled predictions have a warning."""

    warning: str
    rows: int
    share: float


class RecentPrediction(TypedDict):
    """A prediction that a moderator may label."""

    prediction_id: str
    time: str
    video_id: str | None
    video_transcription_text: str | None
    claim_status: Status
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    label: Status | None
    model_version: str
    source: str


class Summary(TypedDict):
    """All that is shown of a window; drift, probability and warnings are those of a sample."""

    window: WindowTimes
    model_version: str | None
    model_versions: list[str]
    predictions: int
    claims: int
    needs_review: int
    traffic: list[Step]
    sampled: int
    probability: Probabilities
    drift: list[Drift]
    performance: Performance
    agreement: Agreement  # of people, whatever the model version
    shadow: ShadowSummary | None  # where a shadow model predicted
    warnings: list[WarningShare]
    recent: list[RecentPrediction]


def summary(
    history: History,
    reference: ReferenceDistribution,
    window: str = "24h",
    model_version: str | None = None,
    shown: str = "review",
    now: datetime | None = None,
) -> Summary:
    """Return the summary of a window of WINDOWS that ends now, of one model version or of all.

    Drift is measured with `reference`; `shown`, a key of SHOWN, chooses among the recent predictions. Raises
    HistoryUnavailable.
    """
    length, step = WINDOWS[window]
    end = _end_of_step(now or datetime.now(UTC), step)
    start = end - length
    steps = history.traffic(start, end, model_version, int(step.total_seconds()))
    sample = history.sample(start, end, model_version, SAMPLED_ROWS)
    recent = history.recent(RECENT_ROWS, start, end, model_version, **SHOWN[shown])
    return {
        "window": {
            "name": window,
            "start": _iso(start),
            "end": _iso(end),
            "step_seconds": int(step.total_seconds()),
        },
        "model_version": model_version,
        "model_versions": history.model_versions(start, end),
        "predictions": sum(each["predictions"] for each in steps),
        "claims": sum(each["claims"] for each in steps),
        "needs_review": sum(each["needs_review"] for each in steps),
        "traffic": [{**each, "start": _iso(each["start"])} for each in steps],
        "sampled": len(sample),
        "probability": _probabilities(reference, sample),
        "drift": _drift(reference, sample),
        "performance": performance.measure(history.label_counts(start, end, model_version)),
        "agreement": performance.agreement(history.label_pairs(start, end)),
        "shadow": shadow.compare(sample, history.shadow_counts(start, end, model_version)),
        "warnings": _warnings(sample),
        "recent": [_recent(entry) for entry in recent],
    }


def _end_of_step(now: datetime, step: timedelta) -> datetime:
    """The end of the current step: steps begin where clocks show round times."""
    seconds = step.total_seconds()
    return datetime.fromtimestamp((now.timestamp() // seconds + 1) * seconds, UTC)


def _iso(when: datetime) -> str:
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def _drift(reference: ReferenceDistribution, sample: Sequence[HistoryEntry]) -> list[Drift]:
    """The drift of all fields; those of transcripts are left out where some transcripts were not stored."""
    fields = drift.compare(
        reference, [entry["record"] for entry in sample], [entry["claim_probability"] for entry in sample]
    )
    if any(TEXT not in entry["record"] and NO_TEXT not in entry["warnings"] for entry in sample):
        fields = [field for field in fields if field["field"] not in drift.OF_TRANSCRIPT]
    return fields


def _probabilities(reference: ReferenceDistribution, sample: Sequence[HistoryEntry]) -> Probabilities:
    edges = np.arange(TENTHS + 1) / TENTHS
    counts, _ = np.histogram([entry["claim_probability"] for entry in sample], edges)
    return {
        "edges": edges.tolist(),
        "training": reference["fields"][drift.PROBABILITY]["shares"][:TENTHS],
        "now": (counts / len(sample)).tolist() if sample else None,
    }


def _warnings(sample: Sequence[HistoryEntry]) -> list[WarningShare]:
    counts = Counter(warning for entry in sample for warning in entry["warnings"])
    return [{"warning": warning, "rows": rows, "share": rows / len(sample)} for warning, rows in counts.most_common()]


def _recent(entry: HistoryEntry) -> RecentPrediction:
    return {
        "prediction_id": entry["prediction_id"],
        "time": _iso(entry["time"]),
        "video_id": entry["video_id"],
        "video_transcription_text": entry["record"].get(TEXT),
        "claim_status": entry["claim_status"],
        "claim_probability": entry["claim_probability"],
        "needs_review": entry["needs_review"],
        "warnings": entry["warnings"],
        "label": entry["label"],
        "model_version": entry["model_version"],
        "source": entry["source"],
    }
