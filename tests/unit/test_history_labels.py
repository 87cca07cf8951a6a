"""Labels in the history: which prediction each is for, and what they add up to."""

from datetime import timedelta
from typing import Any

import pytest

from tests.helpers.history import END, FULL, HOUR, NOW, START, id_at, prediction, writing
from tiktok_claims.history.label import Label, LabelCount
from tiktok_claims.history.queries import History
from tiktok_claims.history.store import Store


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
    assert labels() == ["claim", "claim", None, None]  # a label is that of the video
    assert history.add_labels(two[1:] * 3) == []
    assert len(list(history.labels())) == 2
    assert history.add_labels(two[::-1]) == []
    assert labels() == ["opinion", "opinion", None, None]
    more: list[Label] = [
        {"video_id": "8", "claim_status": "claim"},
        {"video_id": "8", "claim_status": "opinion"},
        {"video_id": "8", "claim_status": "claim"},
        {"prediction_id": ids[3], "claim_status": "opinion"},
    ]
    assert history.add_labels(more) == []
    assert labels() == ["opinion", "opinion", "claim", "opinion"]
    assert [label["video_id"] for label in history.labels(current=True)] == ["7", "8", None]


def test_of_several_people_the_latest_counts_that_is_not_withdrawn(history_url: str) -> None:
    with writing(history_url) as writer:
        writer.add([FULL], [prediction("7")], "program")
    history = History(history_url)

    def label(status: Any, person: str) -> list[str]:
        assert history.add_labels([{"video_id": "7", "claim_status": status, "labelled_by": person}]) == []
        return [each["claim_status"] for each in history.labels(current=True)]

    assert label("withdrawn", "Ann") == []  # nothing to withdraw
    assert list(history.labels()) == []
    assert label("claim", "Ann") == ["claim"]
    assert label("opinion", "Bob") == ["opinion"]
    assert label("withdrawn", "Bob") == ["claim"]
    assert label("unsure", "Bob") == []  # no label to learn from
    assert label("claim", "Ann") == []  # as Ann said before
    assert label("opinion", "Ann") == ["opinion"]
    assert [each["label"] for each in history.rows()] == ["opinion"]
    stored = [(each["labelled_by"], each["claim_status"]) for each in history.labels()]
    assert stored[-2:] == [("Bob", "unsure"), ("Ann", "opinion")]
    assert sum(count.rows for count in history.label_counts(START, END)) == 1


def test_two_labels_of_a_video_are_a_pair(history_url: str) -> None:
    with writing(history_url) as writer:
        writer.add([FULL] * 4, [prediction(number) for number in range(4)], "program")
    rows: Any = [
        (0, "Ann", "claim"), (0, "Bob", "unsure"), (0, "Bob", "claim"), (0, "Cid", "opinion"), (1, "Ann", "claim"),
        (2, "Bob", "claim"), (2, "Ann", "opinion"), (3, "Ann", "claim"), (3, "Bob", "claim"), (3, "Bob", "withdrawn"),
    ]  # fmt: skip
    labels: list[Any] = [{"video_id": id_, "labelled_by": who, "claim_status": status} for id_, who, status in rows]
    history = History(history_url)
    history.add_labels(labels)
    assert history.label_pairs(START, END) == [("claim", "claim"), ("opinion", "claim")]
    assert history.label_pairs(START, START + timedelta(seconds=1)) == []


def test_a_label_has_a_copy_of_what_was_labelled_and_outlasts_it(history_url: str) -> None:
    with writing(history_url) as writer:
        (id_,) = writer.ids([FULL], [prediction("7", 0.25)])
    history = History(history_url)
    one: Label = {"prediction_id": id_, "claim_status": "claim", "labelled_by": "Ann", "note": "a\nnote ☾"}
    assert history.add_labels([{**one, "chosen_by": "queue_random", "prediction_shown": False}]) == []
    store = Store(history_url)
    store.delete_oldest(0, 10**6, id_at(NOW + HOUR))
    store.close()
    assert list(history.rows()) == []
    (label,) = history.labels()
    assert label.pop("labelled_at") >= NOW  # type: ignore[misc]  # a test may take it out
    assert label == {
        "video_id": "7",
        "prediction_id": id_,
        "claim_status": "claim",
        "labelled_by": "Ann",
        "note": "a\nnote ☾",
        "chosen_by": "queue_random",
        "prediction_shown": False,
        "record": FULL,
        "predicted_status": "opinion",
        "claim_probability": 0.25,
        "needs_review": False,
        "model_version": "first",
    }
    assert [count.at_random for count in history.label_counts(START, END)] == [True]
    assert history.add_labels([{"prediction_id": id_, "claim_status": "withdrawn", "labelled_by": "Ann"}]) == []
    assert history.add_labels([{"video_id": 7, "claim_status": "opinion"}]) == []
    assert [each["claim_status"] for each in history.labels(current=True)] == ["opinion"]


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
        LabelCount("first", False, 0, "opinion", "claim", 1, 0.0, False),
        LabelCount("first", False, 3, "opinion", "claim", 2, pytest.approx(0.65), False),  # type: ignore[arg-type]
        LabelCount("first", False, 7, "claim", "claim", 1, 0.7, False),
        LabelCount("first", False, 9, "claim", "claim", 1, 1.0, False),
        LabelCount("first", True, 9, "claim", "claim", 1, 0.999, False),
        LabelCount("second", False, 9, "claim", "claim", 1, 1.0, False),
    ]
    assert {type(count.needs_review) for count in counts} == {bool}
    assert len(history.label_counts(START, END, "second")) == 1
    assert history.label_counts(START, START + timedelta(seconds=1)) == []
