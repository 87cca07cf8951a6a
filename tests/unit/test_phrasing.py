"""The sentence at the top of the dashboard and the report."""

from typing import Any, cast

import pytest

from tiktok_claims.monitoring import phrasing
from tiktok_claims.monitoring.summary import Summary


def summary(bands: dict[str, str], recall: float | None = None, labelled: int = 1_000) -> Summary:
    """As much of a summary as its sentence needs."""
    interval = {"value": recall, "low": recall, "high": recall}
    content: dict[str, Any] = {
        "predictions": 2_000,
        "sampled": 100 if "too_few" in bands.values() else 2_000,
        "drift": [{"field": field, "band": band} for field, band in bands.items()],
        "performance": {"labelled": labelled, "accuracy": interval, "recall": interval},
    }
    return cast("Summary", content)


@pytest.mark.parametrize(
    ("shown", "band", "text"),
    [
        (summary({"video_view_count": "red", "video_like_count": "red"}), "red", "Inputs have drifted: views, likes."),
        (summary({"claim_probability": "amber"}, 0.95), "amber", "Predictions begin to drift."),
        (
            summary({"video_view_count": "amber", "claim_probability": "red"}, 0.95),
            "red",
            "Predictions have drifted; inputs begin to drift: views.",
        ),
        (summary({"video_view_count": "green"}, 0.8), "red", "Only 80% of what moderators labelled as claims"),
        (
            summary({"video_view_count": "green"}, 0.8, labelled=20),
            "green",
            "Inputs and predictions are as in training",
        ),
        (summary({"video_view_count": "green"}, labelled=0), "green", "there are no labels yet"),
        (summary({"video_view_count": "too_few"}), "too_few", "Too few predictions to measure drift"),
        (summary({"video_view_count": "too_few"}, 0.8), "red", "Only 80%"),
    ],
)
def test_the_sentence_names_what_is_wrong_and_nothing_else(shown: Summary, band: str, text: str) -> None:
    status = phrasing.status(shown)
    assert status.band == band
    assert text in status.sentence
    assert not text.endswith(".") or status.sentence == text
