"""Queries of the history: traffic, samples and recent predictions, on SQLite and on a real PostgreSQL."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.helpers.history import END, FULL, HOUR, START, prediction, write, writing
from tiktok_claims.history import tables
from tiktok_claims.history.prediction import StoredPrediction
from tiktok_claims.history.queries import History
from tiktok_claims.record import FIELDS, TEXT


def test_a_stored_prediction_has_the_columns_of_its_table() -> None:
    columns = [column.name for column in tables.predictions.columns]
    assert (*StoredPrediction._fields, "label") == tuple(columns)
    first = StoredPrediction._fields.index(TEXT)
    assert StoredPrediction._fields[first : first + len(FIELDS)] == FIELDS


def test_traffic_counts_by_step_and_version(history_url: str) -> None:
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    write(history_url, start, [prediction(), prediction(probability=0.1)])
    write(history_url, start + timedelta(seconds=9), [prediction(needs_review=True, model_version="second")])
    write(history_url, start + timedelta(seconds=200), [prediction()])
    write(history_url, start + timedelta(seconds=240), [prediction()])
    history = History(history_url)
    steps = history.traffic(start, start + timedelta(seconds=360), None, 120)
    assert [tuple(step.values()) for step in steps] == [
        (start, 3, 2, 1),
        (start + timedelta(seconds=120), 1, 1, 0),
        (start + timedelta(seconds=240), 1, 1, 0),
    ]
    steps = history.traffic(start, start + timedelta(seconds=240), "second", 120)
    assert [step["predictions"] for step in steps] == [1, 0]
    assert history.model_versions(start, start + HOUR) == ["first", "second"]
    assert history.model_versions(start + timedelta(seconds=180), start + HOUR) == ["first"]


def test_a_sample_is_proportional_to_traffic(history_url: str) -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    for hour, rows in ((1, 3000), (5, 1000), (9, 10)):
        write(history_url, start + hour * HOUR, [prediction(hour, model_version=str(hour % 2))] * rows)
    history = History(history_url)
    sample = history.sample(start, start + 10 * HOUR, None, 401)
    by_hour = [sum(row["video_id"] == hour for row in sample) for hour in "159"]
    assert by_hour == [300, 100, 1]
    assert sample == sorted(sample, key=lambda row: row["time"])
    assert {row["video_id"] for row in history.sample(start, start + 10 * HOUR, "1", 100)} == {"1", "5", "9"}
    assert len(history.sample(start, start + 10 * HOUR, None, 10_000)) == 4010  # all that there are
    assert history.sample(start - 9 * HOUR, start, None) == []


def test_recent_predictions_are_filtered(history_url: str) -> None:
    with writing(history_url) as writer:
        predictions = [
            prediction(number, probability, needs_review=review)
            for number, (probability, review) in enumerate(itertools.product((0.9, 0.1), (True, False)))
        ]
        ids = writer.ids([FULL] * 4, predictions, "program")
    history = History(history_url)
    history.add_labels([{"prediction_id": ids[0], "claim_status": "claim"}])

    def recent(**kind: Any) -> list[str | None]:
        return [row["video_id"] for row in history.recent(3, START, END, **kind)]

    assert recent() == ["3", "2", "1"]
    assert recent(needs_review=True) == ["2", "0"]
    assert recent(needs_review=True, unlabelled=True) == ["2"]
    assert recent(claim_status="claim") == ["1", "0"]
    assert recent(needs_review=False, claim_status="opinion") == ["3"]
    assert recent(model_version="second") == []


def test_a_new_database_can_be_opened_many_times_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as readers:
        for number in range(30):
            histories = [History(f"sqlite:///{tmp_path}/{number}.db") for _ in range(4)]
            assert list(readers.map(lambda history: history.model_versions(START, END), histories)) == [[]] * 4
