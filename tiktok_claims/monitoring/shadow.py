"""The shadow model beside the one that serves: how often they agree, and how right both are where labels are.

Pure: computed from a sample of predictions and from counts of labelled ones. Knows nothing of where they come from.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from typing_extensions import TypedDict

from tiktok_claims.history.label import ShadowCount
from tiktok_claims.history.prediction import HistoryEntry
from tiktok_claims.monitoring.performance import Figures, Interval, figures, interval


class OneModel(TypedDict):
    """What one of the two models predicted for the same records, and how right it was on the same labelled videos."""

    claims: float  # share of the sampled predictions, as is the next
    needs_review: float
    performance: Figures


class ShadowSummary(TypedDict):
    """Both models on the same records."""

    model_version: str  # of the shadow model; the latest, if there were several
    sampled: int
    agreement: Interval  # share of the sampled predictions with the same status
    served: OneModel
    shadow: OneModel


def compare(sample: Sequence[HistoryEntry], counts: Iterable[ShadowCount]) -> ShadowSummary | None:
    """Return both models side by side, from a sample, oldest first; None where no shadow model predicted."""
    pairs = [(entry, entry["shadow"]) for entry in sample if entry["shadow"]]
    if not pairs:
        return None
    version = pairs[-1][1]["model_version"]
    pairs = [(entry, shadow) for entry, shadow in pairs if shadow["model_version"] == version]
    served, shadow = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in counts:
        if row.shadow_version == version:
            served[row.claim_status, row.label] += row.rows
            shadow[row.shadow_status, row.label] += row.rows
    agreed = sum(entry["claim_status"] == shadow["claim_status"] for entry, shadow in pairs)
    return {
        "model_version": version,
        "sampled": len(pairs),
        "agreement": interval(agreed, len(pairs)),
        "served": _one([entry for entry, _ in pairs], served),
        "shadow": _one([shadow for _, shadow in pairs], shadow),
    }


def _one(predictions: Sequence[Any], counts: Counter[tuple[str, str]]) -> OneModel:
    return {
        "claims": sum(each["claim_status"] == "claim" for each in predictions) / len(predictions),
        "needs_review": sum(each["needs_review"] for each in predictions) / len(predictions),
        "performance": figures(counts),
    }
