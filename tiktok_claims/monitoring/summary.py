"""What happened in a window: one summary, plain enough for JSON, behind everything that shows it.

Puts together what is kept (history.py), what it says of the inputs (drift.py) and of the answers (quality.py). Knows
nothing of pages, reports or metrics, nor how any of its parts is computed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import numpy as np

from tiktok_claims.history.queries import History, Kept
from tiktok_claims.model.scoring import NO_TEXT
from tiktok_claims.monitoring import drift, performance
from tiktok_claims.record import TEXT

SAMPLED_ROWS = 2_000  # drift shows in fewer, and none is looked at longer than a moment
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
    "review": {"needs_review": True, "undecided": True},
    "claims": {"claim_status": "claim", "undecided": True},
    "all": {},
}

Summary = dict[str, Any]


def summary(
    history: History,
    reference: Mapping[str, Any],
    window: str = "24h",
    model_version: str | None = None,
    shown: str = "review",
    now: datetime | None = None,
) -> Summary:
    """Return all that is known of a window of WINDOWS that ends now, of one model version or of all.

    `reference` is the profile that drift is measured against; `shown`, a key of SHOWN, chooses among the recent
    predictions. Raises history.HistoryUnavailable.
    """
    length, step = WINDOWS[window]
    end = _end_of_step(now or datetime.now(UTC), step)
    start = end - length
    traffic = history.traffic(start, end, model_version, int(step.total_seconds()))
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
        **{name: sum(each[name] for each in traffic) for name in ("predictions", "claims", "needs_review")},
        "traffic": [{**each, "start": _iso(each["start"])} for each in traffic],
        "sampled": len(sample),
        "probability": _probability(reference, sample),
        "drift": _drift(reference, sample),
        "quality": performance.measure(history.quality_counts(start, end, model_version)),
        "warnings": _warnings(sample),
        "recent": [_shown(row) for row in recent],
    }


def _end_of_step(now: datetime, step: timedelta) -> datetime:
    """The end of the step that now lies in: steps begin where clocks show round times."""
    seconds = step.total_seconds()
    return datetime.fromtimestamp((now.timestamp() // seconds + 1) * seconds, UTC)


def _iso(when: datetime) -> str:
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def _drift(reference: Mapping[str, Any], sample: Sequence[Kept]) -> list[drift.Drift]:
    """Compare what is kept: nothing is said of transcripts where some were not."""
    fields = drift.compare(
        dict(reference), [row["record"] for row in sample], [row["claim_probability"] for row in sample]
    )
    if any(TEXT not in row["record"] and NO_TEXT not in row["warnings"] for row in sample):
        fields = [field for field in fields if field["field"] not in drift.TRANSCRIPT]
    return fields


def _probability(reference: Mapping[str, Any], sample: Sequence[Kept]) -> dict[str, Any]:
    edges = np.arange(TENTHS + 1) / TENTHS
    counts, _ = np.histogram([row["claim_probability"] for row in sample], edges)
    trained = reference["fields"][drift.PROBABILITY]["shares"][:TENTHS] if reference else None
    return {
        "edges": edges.tolist(),
        "training": trained,
        "now": (counts / len(sample)).tolist() if sample else None,
    }


def _warnings(sample: Sequence[Kept]) -> list[dict[str, Any]]:
    counts = Counter(warning for row in sample for warning in row["warnings"])
    return [{"warning": warning, "rows": rows, "share": rows / len(sample)} for warning, rows in counts.most_common()]


def _shown(row: Kept) -> dict[str, Any]:
    return {
        "prediction_id": row["prediction_id"],
        "time": _iso(row["time"]),
        "video_id": row["video_id"],
        TEXT: row["record"].get(TEXT),
        **{
            name: row[name]
            for name in (
                "claim_status", "claim_probability", "needs_review", "warnings", "decided", "model_version", "source",
            )
        },
    }  # fmt: skip
