"""A history that is not available: predictions go on, wait or are counted as lost, and the log says where and why."""

import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.history import END, FULL, START, CountingWriter, prediction, writing
from tests.helpers.postgres import Postgres
from tests.helpers.service import wait_until
from tiktok_claims.history import writer as history_writer
from tiktok_claims.history.queries import History, HistoryUnavailable, open_existing
from tiktok_claims.record import TEXT


@contextmanager
def vanished_folder(path: Path) -> Iterator[None]:
    path.parent.rename(f"{path.parent}-elsewhere")
    yield
    Path(f"{path.parent}-elsewhere").rename(path.parent)


@contextmanager
def locked_file(path: Path) -> Iterator[None]:
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")
    other.close()


def check_that_writing_resumes(url: str, gone: Any, caplog: pytest.LogCaptureFixture) -> None:
    rows = history_writer.MAX_ROWS_WAITING
    with writing(url) as writer:
        writer.add([FULL], [prediction("before")], "program")
        wait_until(lambda: writer.written == 1)
        with gone:
            writer.add([FULL], [prediction("while")], "program")
            wait_until(lambda: "history: " in caplog.text)
            begin = time.monotonic()
            for _ in range(rows // 1000 + 3):
                writer.add([FULL] * 1000, [prediction()] * 1000, "program")
            assert time.monotonic() - begin < 1  # no request waits
            wait_until(lambda: (writer.written, writer.lost) == (1, 3000))
        wait_until(lambda: writer.written == rows + 2)
        writer.add([FULL], [prediction("after")], "program")
    assert "the database is available again" in caplog.text
    assert (writer.written, writer.lost) == (rows + 3, 3000)
    stored = [row["video_id"] for row in History(url).rows()]
    assert (len(stored), *stored[:2], stored[-1]) == (rows + 3, "before", "while", "after")


@pytest.mark.parametrize("gone", [vanished_folder, locked_file])
def test_writing_resumes_when_the_file_is_back(
    gone: Callable[[Path], Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "folder").mkdir()
    check_that_writing_resumes(
        f"sqlite:///{tmp_path}/folder/history.db", gone(tmp_path / "folder" / "history.db"), caplog
    )


def test_writing_resumes_when_the_server_is_back(postgres: Postgres, caplog: pytest.LogCaptureFixture) -> None:
    @contextmanager
    def stopped() -> Iterator[None]:
        postgres.stop()
        yield
        postgres.start()

    postgres.run("CREATE DATABASE interrupted")
    check_that_writing_resumes(postgres.url("interrupted"), stopped(), caplog)


def test_a_deleted_file_is_created_again(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    url = f"sqlite:///{folder}/history.db"
    with writing(url) as writer:
        writer.add([FULL], [prediction("before")], "program")
        wait_until(lambda: writer.written == 1)
        shutil.rmtree(folder)
        folder.mkdir()
        writer.add([FULL], [prediction("after")], "program")
    assert [row["video_id"] for row in History(url).rows()] == ["after"]


@pytest.fixture(params=["sqlite:///{}/none/history.db", "postgresql://me:very-secret@127.0.0.1:1/none"])
def dead_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    url: str = request.param.format(tmp_path)
    return url


def test_long_texts_fill_the_queue_as_many_rows_do(dead_url: str) -> None:
    writer = CountingWriter(dead_url)
    writer.start()
    for _ in range(2000):
        writer.add([{TEXT: "x" * 20_000}], [prediction()], "program")
    wait_until(
        lambda: (
            (writer.written, writer.lost) == (0, 2000 - history_writer.MAX_BYTES_WAITING // sys.getsizeof("x" * 20_000))
        )
    )
    writer.close(0)
    assert (writer.written, writer.lost) == (0, 2000)


def test_closing_waits_for_a_dead_database_for_a_bounded_time(dead_url: str, caplog: pytest.LogCaptureFixture) -> None:
    writer = CountingWriter(dead_url)
    writer.start()
    writer.add([FULL], [prediction()], "program")
    begin = time.monotonic()
    writer.close(0.3)
    assert time.monotonic() - begin < 2
    assert (writer.written, writer.lost) == (0, 1)
    assert "secret" not in caplog.text


def test_queries_of_a_dead_database_fail_without_its_password(dead_url: str) -> None:
    history = History(dead_url)
    queries: list[Callable[[], object]] = [
        partial(history.model_versions, START, END),
        partial(history.add_labels, []),
        partial(list, history.rows()),
    ]
    for query in queries:
        with pytest.raises(HistoryUnavailable) as failure:
            query()
        assert "secret" not in str(failure.value)
        assert "\n" not in str(failure.value)


def test_a_database_that_never_opens_loses_predictions_that_get_no_id(
    dead_url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_writer, "OPEN_SECONDS", 0.2)
    writer = CountingWriter(dead_url)
    writer.start()
    writer.add([FULL] * 3, [prediction() for _ in range(3)], "program")
    wait_until(lambda: writer.lost == 3)
    late = prediction()
    writer.add([FULL], [late], "program")
    assert "prediction_id" not in late
    wait_until(lambda: writer.lost == 4)
    place = dead_url.removeprefix("sqlite:///") if "sqlite" in dead_url else "none at 127.0.0.1"
    assert place in str(writer.problem)
    assert caplog.text.count("predictions are lost until it can be opened") == 1
    assert place in caplog.text
    assert "secret" not in caplog.text
    writer.close(0)
    assert (writer.written, writer.lost) == (0, 4)


def test_a_database_that_opens_late_is_written_from_then_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_writer, "OPEN_SECONDS", 0)
    url = f"sqlite:///{tmp_path}/late/history.db"
    with writing(url) as writer:
        writer.add([FULL], [prediction("early")], "program")
        wait_until(lambda: writer.lost == 1)
        (tmp_path / "late").mkdir()
        wait_until(lambda: writer.problem is None)
        assert writer.ids([FULL], [prediction("late")])
    assert [entry["video_id"] for entry in History(url).rows()] == ["late"]


def test_what_does_not_fit_into_the_queue_gets_no_id(dead_url: str) -> None:
    writer = CountingWriter(dead_url)
    predictions = [prediction() for _ in range(history_writer.MAX_ROWS_WAITING + 1)]
    writer.add([FULL] * len(predictions), predictions, "program")
    assert not any("prediction_id" in each for each in predictions)


def test_a_missing_folder_is_named_in_the_reason(tmp_path: Path) -> None:
    with pytest.raises(HistoryUnavailable, match=f"no folder {tmp_path}/none"):
        History(f"sqlite:///{tmp_path}/none/history.db").model_versions(START, END)


def test_a_misspelt_path_does_not_become_a_new_database(tmp_path: Path) -> None:
    with pytest.raises(HistoryUnavailable, match="there is no database"):
        open_existing(f"sqlite:///{tmp_path}/histroy.db")
    with pytest.raises(HistoryUnavailable, match="there is no history"):
        open_existing("")
    assert list(tmp_path.iterdir()) == []
