"""The history: what comes back, what is lost and when, on SQLite and on a real PostgreSQL."""

import itertools
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.conftest import ROOT, Postgres, wait_until
from tiktok_claims import settings
from tiktok_claims.history import store
from tiktok_claims.history import writer as journals
from tiktok_claims.history.queries import History, HistoryUnavailable
from tiktok_claims.history.store import KEPT, WRITER_BITS, Store
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.record import FIELDS, TEXT, Record

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
START, END = NOW - HOUR, NOW + HOUR
FULL: Record = {
    TEXT: 'the "moon" is a lantern, über ☾\nand so on\\',
    "video_duration_sec": 31.0,
    "video_view_count": 412_350.5,
    "video_like_count": 1e300,
    "video_share_count": 0.0,
    "video_download_count": 2_011.0,
    "video_comment_count": 0.1 + 0.2,
    "verified_status": "not verified",
    "author_ban_status": "under review",
}


def prediction(video_id: Any = None, probability: float = 0.75, **other: Any) -> dict[str, Any]:
    said = "claim" if probability >= 0.5 else "opinion"
    answer = {"claim_status": said, "claim_probability": probability, "needs_review": False, "warnings": []}
    return {**answer, "video_id": video_id, "model_version": "first", **other}


class Keeper(HistoryWriter):
    """A journal that adds up what it tells."""

    def __init__(self, url: str, *, keep_transcripts: bool = True, max_days: int = 90, max_rows: int = 10**6) -> None:
        self.told = [0, 0]
        super().__init__(Store(url), self._add, keep_transcripts=keep_transcripts, max_days=max_days, max_rows=max_rows)

    def ids(self, records: Sequence[Record], predictions: Sequence[Any], source: str = "api") -> list[str]:
        """Keep predictions, and return the id that each was given."""
        self.keep(records, predictions, source)
        return [answer["prediction_id"] for answer in predictions]

    def _add(self, kept: int, lost: int) -> None:
        self.told = [self.told[0] + kept, self.told[1] + lost]


@contextmanager
def keeping(url: str, **options: Any) -> Iterator[Keeper]:
    """Yield a journal that writes; at the end all of it is written."""
    keeper = Keeper(url, **options)
    keeper.start()
    try:
        yield keeper
    finally:
        keeper.close()


def write(url: str, when: datetime, predictions: list[dict[str, Any]], text: str = "a text") -> None:
    """Write predictions that were made at one time, microseconds apart."""
    first = int(when.timestamp() * 1e6)
    rows = []
    for number, answer in enumerate(predictions):
        values = {**answer, TEXT: text, "id": first + number << WRITER_BITS, "source": "api", "warnings": None}
        rows.append(tuple(values.get(name) for name in KEPT))
    database = Store(url)
    database.write(rows)
    database.close()


def run(code: str, url: str, **options: Any) -> subprocess.Popen[str]:
    environ = {**os.environ, "URL": url}
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environ, text=True, **options)


# What comes back


def test_what_was_kept_comes_back_as_given(history_url: str) -> None:
    warned = prediction(7017666017, 0.123457, needs_review=True, warnings=["Too short.", "Unsure."])
    with keeping(history_url) as keeper:
        ids = keeper.ids([FULL, {"video_view_count": 5.0}], [warned, prediction("x" * 300)], "page")
    first, second = History(history_url).rows()
    assert (first["record"], second["record"]) == (FULL, {"video_view_count": 5.0})
    assert [first["prediction_id"], second["prediction_id"]] == ids
    assert abs(first["time"] - datetime.now(UTC)) < timedelta(seconds=5)
    told = ("claim_status", "claim_probability", "needs_review", "warnings", "model_version")
    assert [first[name] for name in told] == [warned[name] for name in told]  # type: ignore[literal-required]
    assert (first["video_id"], first["source"], first["decided"]) == ("7017666017", "page", None)
    assert (second["video_id"], second["warnings"]) == (None, [])  # nobody's id is that long


def test_all_ids_differ_and_rise(history_url: str) -> None:
    with keeping(history_url) as keeper:
        lists = [
            keeper.ids([{"video_duration_sec": 1.0}] * rows, [prediction() for _ in range(rows)])
            for rows in (1, 1000, 1)
        ]
        ids = [id_ for some in lists for id_ in some]
    assert ids == sorted(set(ids))
    assert [row["prediction_id"] for row in History(history_url).rows()] == ids


def test_a_text_without_its_characters_that_no_database_has(history_url: str) -> None:
    with keeping(history_url) as keeper:
        keeper.keep([{TEXT: "a\0b"}], [prediction("\0")], "api")
    assert [(row["record"], row["video_id"]) for row in History(history_url).rows()] == [({TEXT: "a\ufffdb"}, "\ufffd")]


def test_a_row_that_cannot_be_written_costs_the_others_nothing(history_url: str) -> None:
    with keeping(history_url) as keeper:
        keeper.keep([{"video_duration_sec": float(n)} for n in range(9)], [prediction()] * 9, "api")
        keeper.keep([{TEXT: "half a pair: \ud800"}], [prediction()], "api")
        keeper.keep([{"video_duration_sec": 9.0}], [prediction()], "api")
    assert [row["record"]["video_duration_sec"] for row in History(history_url).rows()] == list(range(10))
    assert keeper.told == [10, 1]


def test_transcripts_are_nowhere_when_they_are_not_to_be_kept(history_url: str, tmp_path: Path, request: Any) -> None:
    with keeping(history_url, keep_transcripts=False) as keeper:
        keeper.keep([FULL | {TEXT: "xylophones everywhere"}], [prediction("vid-4711")], "api")
        wait_until(lambda: keeper.told[0] == 1)
    (row,) = History(history_url).rows()
    assert row["record"] == {name: value for name, value in FULL.items() if name != TEXT}
    folder = tmp_path
    if history_url.startswith("postgresql"):
        request.getfixturevalue("postgres").run("CHECKPOINT")
        folder = request.getfixturevalue("postgres").folder
    content = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert b"vid-4711" in content
    assert b"xylophones" not in content


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


def test_recent_predictions_of_a_kind(history_url: str) -> None:
    with keeping(history_url) as keeper:
        answers = [
            prediction(number, probability, needs_review=review)
            for number, (probability, review) in enumerate(itertools.product((0.9, 0.1), (True, False)))
        ]
        ids = keeper.ids([FULL] * 4, answers, "api")
    history = History(history_url)
    history.decide([{"prediction_id": ids[0], "claim_status": "claim"}])

    def recent(**kind: Any) -> list[str | None]:
        return [row["video_id"] for row in history.recent(3, START, END, **kind)]

    assert recent() == ["3", "2", "1"]
    assert recent(needs_review=True) == ["2", "0"]
    assert recent(needs_review=True, undecided=True) == ["2"]
    assert recent(claim_status="claim") == ["1", "0"]
    assert recent(needs_review=False, claim_status="opinion") == ["3"]
    assert recent(model_version="second") == []


# Feedback


def test_the_latest_verdict_wins_and_saying_it_again_changes_nothing(history_url: str) -> None:
    with keeping(history_url) as keeper:
        ids = keeper.ids([FULL] * 4, [prediction(7), prediction(7), prediction("8"), prediction()], "api")
    history = History(history_url)

    def decided() -> list[str | None]:
        return [row["decided"] for row in history.rows()]

    verdicts: list[dict[str, Any]] = [
        {"video_id": 7, "claim_status": "opinion"},
        {"prediction_id": ids[0], "claim_status": "claim"},
    ]
    assert history.decide(verdicts) == []
    assert decided() == ["claim", "opinion", None, None]
    assert history.decide(verdicts) == []
    assert decided() == ["claim", "opinion", None, None]
    assert history.decide(verdicts[::-1]) == []
    assert decided() == ["opinion", "opinion", None, None]
    assert history.decide([{"video_id": "8", "claim_status": said} for said in ("claim", "opinion", "claim")]) == []
    assert decided() == ["opinion", "opinion", "claim", None]


def test_unknown_ids_are_named_and_the_others_decided(history_url: str) -> None:
    with keeping(history_url) as keeper:
        (known,) = keeper.ids([FULL], [prediction("7")], "api")
    history = History(history_url)
    strange = ["7" * 16, "f" * 16, "no id", "", "7" * 400, "1; DROP TABLE predictions", "\0"]
    given: list[dict[str, Any]] = [{"prediction_id": id_, "claim_status": "claim"} for id_ in [*strange, known]]
    given += [{"video_id": id_, "claim_status": "claim"} for id_ in [*strange, 7]]
    assert history.decide(given) == strange * 2
    assert [row["decided"] for row in history.rows()] == ["claim"]


def test_quality_counts_add_up(history_url: str) -> None:
    with keeping(history_url) as keeper:
        probabilities = [0.0, 0.1, 0.3, 0.35, 0.7, 0.999, 1.0, 1.0]
        answers = [prediction(n, probability) for n, probability in enumerate(probabilities)]
        answers[5]["needs_review"] = True
        answers[7]["model_version"] = "second"
        keeper.keep([FULL] * 8, answers, "api")
    history = History(history_url)
    assert history.quality_counts(START, END) == []
    history.decide([{"video_id": number, "claim_status": "claim"} for number in range(8) if number != 1])
    counts = sorted(history.quality_counts(START, END))
    assert counts == [
        ("first", False, 0, "opinion", "claim", 1, 0.0),
        ("first", False, 3, "opinion", "claim", 2, pytest.approx(0.65)),
        ("first", False, 7, "claim", "claim", 1, 0.7),
        ("first", False, 9, "claim", "claim", 1, 1.0),
        ("first", True, 9, "claim", "claim", 1, 0.999),
        ("second", False, 9, "claim", "claim", 1, 1.0),
    ]
    assert {type(count.needs_review) for count in counts} == {bool}
    assert len(history.quality_counts(START, END, "second")) == 1
    assert history.quality_counts(START, START + timedelta(seconds=1)) == []


# What is deleted


def test_rows_that_are_too_old_are_deleted(history_url: str) -> None:
    for days in (31, 29):
        write(history_url, NOW - timedelta(days=days), [prediction(days)] * 3000)
    with keeping(history_url, max_days=30):
        history = History(history_url)
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"29"})
    assert sum(step["predictions"] for step in history.traffic(NOW - timedelta(days=40), NOW, None, 86400)) == 3000


def test_the_oldest_of_too_many_rows_are_deleted(history_url: str) -> None:
    for minutes in (4, 3, 2, 1):
        write(history_url, NOW - timedelta(minutes=minutes), [prediction(minutes)] * 1000)
    with keeping(history_url, max_rows=1500):
        history = History(history_url)
        wait_until(lambda: {row["video_id"] for row in history.rows()} == {"2", "1"})
    assert len(list(history.rows())) == 2000  # the minute in which it is reached stays whole


# What is lost

ENDLESS = """
import itertools, os, sys, time
from tests.test_history import FULL, Keeper, prediction
keeper = Keeper(os.environ["URL"])
keeper.start()
for number in itertools.count():
    ids = keeper.ids([FULL], [prediction(number)], "api")
    os.write(1, f"{time.monotonic()} {ids[0]}\\n".encode())
    time.sleep(0.0005)
"""


def test_a_killed_process_loses_200_milliseconds_at_most(history_url: str, tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    with answers.open("w") as output:
        process = run(ENDLESS, history_url, stdout=output)
        try:
            wait_until(lambda: len(answers.read_text().splitlines()) > 500)
        finally:
            killed = time.monotonic()
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=10)
    given = [line.split() for line in answers.read_text().splitlines()]
    kept = {row["prediction_id"] for row in History(history_url).rows()}
    lost = [killed - float(when) for when, id_ in given if id_ not in kept]
    assert len(kept) > 100
    assert max(lost, default=0) < 0.2


def test_closing_loses_nothing(history_url: str) -> None:
    with keeping(history_url) as keeper:
        for _ in range(9):
            keeper.keep([FULL] * 1000, [prediction()] * 1000, "api")
    assert (keeper.told, len(list(History(history_url).rows()))) == ([9000, 0], 9000)


FORKED = """
import os, sys, time
from tests.test_history import FULL, Keeper, prediction
keeper = Keeper(os.environ["URL"])
begin = time.time() + 0.5

def work():
    keeper.start()
    time.sleep(begin - time.time())
    for rows in [1, 100] * 60:
        keeper.keep([FULL] * rows, [prediction(needs_review=rows == 1)] * rows, "api")
        time.sleep(0.002)
    keeper.close(20)
    os._exit(keeper.told != [6060, 0])

children = [os.fork() or work() for _ in range(2)]
sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))
"""


def test_forked_processes_write_at_once(history_url: str) -> None:
    assert run(FORKED, history_url).wait(timeout=60) == 0
    history = History(history_url)
    assert len({row["prediction_id"] for row in history.rows()}) == 12120
    steps = history.traffic(START, END, None, 3600)
    assert sum(step["predictions"] for step in steps) == 12120
    assert sum(step["needs_review"] for step in steps) == 120


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


def check_that_it_goes_on(url: str, gone: Any, caplog: pytest.LogCaptureFixture) -> None:
    rows = journals.ROWS_WAITING
    with keeping(url) as keeper:
        keeper.keep([FULL], [prediction("before")], "api")
        wait_until(lambda: keeper.told[0] == 1)
        with gone:
            keeper.keep([FULL], [prediction("while")], "api")
            wait_until(lambda: "history: " in caplog.text)
            begin = time.monotonic()
            for _ in range(rows // 1000 + 3):
                keeper.keep([FULL] * 1000, [prediction()] * 1000, "api")
            assert time.monotonic() - begin < 1  # nobody waits
            wait_until(lambda: keeper.told == [1, 3000])
        wait_until(lambda: keeper.told[0] == rows + 2)
        keeper.keep([FULL], [prediction("after")], "api")
    assert "the database is back" in caplog.text
    assert keeper.told == [rows + 3, 3000]
    kept = [row["video_id"] for row in History(url).rows()]
    assert (len(kept), *kept[:2], kept[-1]) == (rows + 3, "before", "while", "after")


@pytest.mark.parametrize("gone", [vanished_folder, locked_file])
def test_it_goes_on_without_the_file_and_resumes(
    gone: Callable[[Path], Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "folder").mkdir()
    check_that_it_goes_on(f"sqlite:///{tmp_path}/folder/history.db", gone(tmp_path / "folder" / "history.db"), caplog)


def test_it_goes_on_without_the_server_and_resumes(postgres: Postgres, caplog: pytest.LogCaptureFixture) -> None:
    @contextmanager
    def stopped() -> Iterator[None]:
        postgres.stop()
        yield
        postgres.start()

    postgres.run("CREATE DATABASE interrupted")
    check_that_it_goes_on(postgres.url("interrupted"), stopped(), caplog)


def test_a_file_that_was_deleted_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    url = f"sqlite:///{folder}/history.db"
    with keeping(url) as keeper:
        keeper.keep([FULL], [prediction("before")], "api")
        wait_until(lambda: keeper.told[0] == 1)
        shutil.rmtree(folder)
        folder.mkdir()
        keeper.keep([FULL], [prediction("after")], "api")
    assert [row["video_id"] for row in History(url).rows()] == ["after"]


@pytest.fixture(params=["sqlite:///{}/none/history.db", "postgresql://me:very-secret@127.0.0.1:1/none"])
def dead_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    url: str = request.param.format(tmp_path)
    return url


def test_long_texts_fill_the_queue_as_many_rows_do(dead_url: str) -> None:
    keeper = Keeper(dead_url)
    keeper.start()
    for _ in range(2000):
        keeper.keep([{TEXT: "x" * 20_000}], [prediction()], "api")
    wait_until(lambda: keeper.told == [0, 2000 - journals.BYTES_WAITING // sys.getsizeof("x" * 20_000)])
    keeper.close(0)
    assert keeper.told == [0, 2000]


def test_a_closing_journal_waits_for_a_dead_database_for_a_bounded_time(
    dead_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = Keeper(dead_url)
    keeper.start()
    keeper.keep([FULL], [prediction()], "api")
    begin = time.monotonic()
    keeper.close(0.3)
    assert time.monotonic() - begin < 2
    assert keeper.told == [0, 1]
    assert "secret" not in caplog.text


def test_questions_to_a_dead_database_fail_and_tell_no_password(dead_url: str) -> None:
    history = History(dead_url)
    questions: list[Callable[[], object]] = [
        partial(history.model_versions, START, END),
        partial(history.decide, []),
        partial(list, history.rows()),
    ]
    for question in questions:
        with pytest.raises(HistoryUnavailable) as failure:
            question()
        assert "secret" not in str(failure.value)
        assert "\n" not in str(failure.value)


# Beside gevent

GREENLETS = """
import gevent.monkey
gevent.monkey.patch_all()
import json, os, threading, time
import gevent
from tests.test_history import FULL, Keeper, prediction
keeper = Keeper(os.environ["URL"])
keeper.start()
last, longest = time.monotonic(), 0
for number in range(200):  # a second, while somebody else holds the tables
    keeper.keep([FULL], [prediction(number)], "api")
    gevent.sleep(0.005)
    now = time.monotonic()
    last, longest = now, max(longest, now - last)
print(json.dumps([longest, *keeper.told]), flush=True)
input()
keeper.close()
print(json.dumps(keeper.told), flush=True)
"""


def test_a_slow_database_stops_no_greenlet(history_url: str) -> None:
    write(history_url, NOW, [prediction("first")])
    if history_url.startswith("sqlite"):
        other: Any = sqlite3.connect(history_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
    else:
        other = psycopg.connect(history_url.replace("+psycopg", ""))
        other.execute("LOCK TABLE predictions, traffic IN ACCESS EXCLUSIVE MODE")
    process = run(
        GREENLETS, history_url.replace("127.0.0.1", "localhost"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    longest, *told = json.loads(process.stdout.readline())
    other.rollback()
    other.close()
    said, _ = process.communicate("\n", timeout=30)
    assert longest < 0.3
    assert (told, json.loads(said)) == ([0, 0], [200, 0])
    assert [row["video_id"] for row in History(history_url).rows()][:2] == ["first", "0"]


# Settings


def test_an_empty_url_means_no_history_where_other_empty_variables_mean_nothing() -> None:
    assert settings.read({"HISTORY_URL": "", "MAX_ROWS": ""}).history_url == ""
    assert settings.read({}).history_url == "sqlite:///history.db"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///folder/history.db",
        "sqlite:////folder/history.db",
        "postgresql://host/name",
        "postgresql+psycopg://me:pass%40/word@host:5432/name?sslmode=require",
        "postgresql://me@[::1]:5432/name",
        "postgresql:///name",
    ],
)
def test_urls_that_settings_take_are_understood(url: str) -> None:
    assert store.connect(settings.read({"HISTORY_URL": url}).history_url).dialect.driver in ("pysqlite", "psycopg")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://me:very-secret@host/name",
        "history.db",
        "postgresql://me:very-secret@host:port/name",
        "postgresql://me:very-secret@host",
    ],
)
def test_a_database_of_another_kind_is_refused_and_its_password_not_told(url: str) -> None:
    with pytest.raises(settings.InvalidSetting, match="HISTORY_URL: sqlite:///FILE") as refusal:
        settings.read({"HISTORY_URL": url})
    assert "secret" not in str(refusal.value)


def test_every_field_of_a_record_has_a_column() -> None:
    assert set(FIELDS) < set(store.predictions.c.keys())
