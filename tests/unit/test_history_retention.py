"""Retention: the history deletes predictions that are too old or too many."""

import time
from datetime import timedelta

import pytest

from tests.helpers.history import NOW, prediction, write, writing
from tests.helpers.service import wait_until
from tiktok_claims.history.queries import History
from tiktok_claims.history.retention import Limits
from tiktok_claims.record import TEXT


def test_rows_that_are_too_old_are_deleted(history_url: str) -> None:
    for days in (31, 29):
        write(history_url, NOW - timedelta(days=days), [prediction(days)] * 3000)
    with writing(history_url, limits=Limits(30, 10**6)):
        history = History(history_url)
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"29"})
    assert sum(step["predictions"] for step in history.traffic(NOW - timedelta(days=40), NOW, None, 86400)) == 3000


def test_the_oldest_of_too_many_rows_are_deleted(history_url: str) -> None:
    for minutes in (4, 3, 2, 1):
        write(history_url, NOW - timedelta(minutes=minutes), [prediction(minutes)] * 1000)
    with writing(history_url, limits=Limits(90, 1500)):
        history = History(history_url)
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"2", "1"})
    assert len(list(history.rows())) == 2000  # whole minutes are deleted


def test_transcripts_and_labels_have_days_of_their_own(history_url: str) -> None:
    write(history_url, NOW - timedelta(days=3), [prediction("old")] * 2500)
    write(history_url, NOW, [prediction("new")])
    history = History(history_url)
    history.add_labels([{"video_id": "old", "claim_status": "claim"}])
    with writing(history_url, limits=Limits(90, 10**6, text_days=2)):
        wait_until(lambda: {row["video_id"] for row in history.rows() if TEXT in row["record"]} == {"new"})
    assert len(list(history.rows())) == 2501
    with writing(history_url, limits=Limits(2, 10**6, label_days=1)):
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"new"})
    assert [label["video_id"] for label in history.labels()] == ["old"]  # which outlasts its prediction
    assert [label["record"][TEXT] for label in history.labels()] == ["a text"]


def test_labels_that_are_too_old_are_deleted(history_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(history_url, NOW, [prediction("7")])
    history = History(history_url)
    history.add_labels([{"video_id": "7", "claim_status": "claim"}])
    later = time.time_ns() + 2 * 86_400 * 10**9
    monkeypatch.setattr("time.time_ns", lambda: later)
    with writing(history_url, limits=Limits(90, 10**6, label_days=1)):
        wait_until(lambda: list(history.labels()) == [])
