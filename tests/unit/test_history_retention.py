"""Retention: the history deletes predictions that are too old or too many."""

from datetime import timedelta

from tests.helpers.history import NOW, prediction, write, writing
from tests.helpers.service import wait_until
from tiktok_claims.history.queries import History


def test_rows_that_are_too_old_are_deleted(history_url: str) -> None:
    for days in (31, 29):
        write(history_url, NOW - timedelta(days=days), [prediction(days)] * 3000)
    with writing(history_url, max_days=30):
        history = History(history_url)
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"29"})
    assert sum(step["predictions"] for step in history.traffic(NOW - timedelta(days=40), NOW, None, 86400)) == 3000


def test_the_oldest_of_too_many_rows_are_deleted(history_url: str) -> None:
    for minutes in (4, 3, 2, 1):
        write(history_url, NOW - timedelta(minutes=minutes), [prediction(minutes)] * 1000)
    with writing(history_url, max_rows=1500):
        history = History(history_url)
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"2", "1"})
    assert len(list(history.rows())) == 2000  # whole minutes are deleted
