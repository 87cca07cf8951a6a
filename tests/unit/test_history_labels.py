"""Labels in the history: which prediction each is for, and what they add up to."""

from datetime import timedelta
from typing import Any

import pytest

from tests.helpers.history import END, FULL, START, prediction, writing
from tiktok_claims.history.label import Label
from tiktok_claims.history.queries import History


def test_the_latest_label_counts_and_repeating_it_changes_nothing(history_url: str) -> None:
    with writing(history_url) as writer:
        ids = writer.ids([FULL] * 4, [prediction(7), prediction(7), prediction("8"), prediction()])
    history = History(history_url)

    def labels() -> list[str | None]:
        return [entry["label"] for entry in history.rows()]

    two: list[Label] = [
        {"video_id": 7, "claim_status": "opinion"},
        {"prediction_id": ids[0], "claim_status": "claim"},
    ]
    assert history.add_labels(two) == []
    assert labels() == ["claim", "opinion", None, None]
    assert history.add_labels(two) == []
    assert labels() == ["claim", "opinion", None, None]
    assert history.add_labels(two[::-1]) == []
    assert labels() == ["opinion", "opinion", None, None]
    three: list[Label] = [
        {"video_id": "8", "claim_status": "claim"},
        {"video_id": "8", "claim_status": "opinion"},
        {"video_id": "8", "claim_status": "claim"},
    ]
    assert history.add_labels(three) == []
    assert labels() == ["opinion", "opinion", "claim", None]


def test_unknown_ids_are_returned_and_the_others_are_labelled(history_url: str) -> None:
    with writing(history_url) as writer:
        (known,) = writer.ids([FULL], [prediction("7")])
    history = History(history_url)
    strange: list[str] = ["7" * 16, "f" * 16, "no id", "", "7" * 400, "1; DROP TABLE predictions", "\0"]
    labels: list[Label] = [{"prediction_id": id_, "claim_status": "claim"} for id_ in [*strange, known]]
    labels += [{"video_id": id_, "claim_status": "claim"} for id_ in [*strange, "7"]]
    assert history.add_labels(labels) == strange * 2
    assert [entry["label"] for entry in history.rows()] == ["claim"]


def test_label_counts_add_up(history_url: str) -> None:
    with writing(history_url) as writer:
        probabilities = [0.0, 0.1, 0.3, 0.35, 0.7, 0.999, 1.0, 1.0]
        predictions: list[dict[str, Any]] = [prediction(n, probability) for n, probability in enumerate(probabilities)]
        predictions[5]["needs_review"] = True
        predictions[7]["model_version"] = "second"
        writer.add([FULL] * 8, predictions, "program")
    history = History(history_url)
    assert history.label_counts(START, END) == []
    history.add_labels([{"video_id": number, "claim_status": "claim"} for number in range(8) if number != 1])
    counts = sorted(history.label_counts(START, END))
    assert counts == [
        ("first", False, 0, "opinion", "claim", 1, 0.0),
        ("first", False, 3, "opinion", "claim", 2, pytest.approx(0.65)),
        ("first", False, 7, "claim", "claim", 1, 0.7),
        ("first", False, 9, "claim", "claim", 1, 1.0),
        ("first", True, 9, "claim", "claim", 1, 0.999),
        ("second", False, 9, "claim", "claim", 1, 1.0),
    ]
    assert {type(count.needs_review) for count in counts} == {bool}
    assert len(history.label_counts(START, END, "second")) == 1
    assert history.label_counts(START, START + timedelta(seconds=1)) == []
