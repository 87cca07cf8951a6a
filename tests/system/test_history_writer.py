"""The writer: what is added comes back as it was, nothing is lost at the end, and no request waits."""

import json
import signal
import sqlite3
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from tests.helpers.history import END, FULL, NOW, START, prediction, run, write, writing
from tests.helpers.service import wait_until
from tiktok_claims.history.queries import History
from tiktok_claims.record import TEXT


def test_predictions_come_back_as_they_were_added(history_url: str) -> None:
    warned = prediction(7017666017, 0.123457, needs_review=True, warnings=["Too short.", "Unsure."])
    with writing(history_url) as writer:
        ids = writer.ids([FULL, {"video_view_count": 5.0}], [warned, prediction("x" * 300)], "page")
    first, second = History(history_url).rows()
    assert (first["record"], second["record"]) == (FULL, {"video_view_count": 5.0})
    assert [first["prediction_id"], second["prediction_id"]] == ids
    assert abs(first["time"] - datetime.now(UTC)) < timedelta(seconds=5)
    names = ("claim_status", "claim_probability", "needs_review", "warnings", "model_version")
    assert [first[name] for name in names] == [warned[name] for name in names]  # type: ignore[literal-required]
    assert (first["video_id"], first["source"], first["label"]) == ("7017666017", "page", None)
    assert (second["video_id"], second["warnings"]) == (None, [])  # no id is that long


def test_all_ids_differ_and_rise(history_url: str) -> None:
    with writing(history_url) as writer:
        lists = [
            writer.ids([{"video_duration_sec": 1.0}] * rows, [prediction() for _ in range(rows)])
            for rows in (1, 1000, 1)
        ]
        ids = [id_ for some in lists for id_ in some]
    assert ids == sorted(set(ids))
    assert [row["prediction_id"] for row in History(history_url).rows()] == ids


def test_characters_that_postgresql_cannot_store_are_replaced(history_url: str) -> None:
    with writing(history_url) as writer:
        writer.add([{TEXT: "a\0b"}], [prediction("\0")], "program")
    assert [(row["record"], row["video_id"]) for row in History(history_url).rows()] == [({TEXT: "a\ufffdb"}, "\ufffd")]


def test_a_row_that_cannot_be_written_costs_the_others_nothing(history_url: str) -> None:
    with writing(history_url) as writer:
        writer.add([{"video_duration_sec": float(n)} for n in range(9)], [prediction()] * 9, "program")
        writer.add([{TEXT: "half a pair: \ud800"}], [prediction()], "program")
        writer.add([{"video_duration_sec": 9.0}], [prediction()], "program")
    assert [row["record"]["video_duration_sec"] for row in History(history_url).rows()] == list(range(10))
    assert (writer.written, writer.lost) == (10, 1)


def test_transcripts_are_nowhere_in_the_files_when_they_are_not_stored(
    history_url: str, tmp_path: Path, request: Any
) -> None:
    with writing(history_url, keep_transcripts=False) as writer:
        writer.add([FULL | {TEXT: "xylophones everywhere"}], [prediction("vid-4711")], "program")
        wait_until(lambda: writer.written == 1)
    (row,) = History(history_url).rows()
    assert row["record"] == {name: value for name, value in FULL.items() if name != TEXT}
    folder = tmp_path
    if history_url.startswith("postgresql"):
        request.getfixturevalue("postgres").run("CHECKPOINT")
        folder = request.getfixturevalue("postgres").folder
    content = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert b"vid-4711" in content
    assert b"xylophones" not in content


ENDLESS = """
import itertools, os, sys, time
from tests.helpers.history import FULL, CountingWriter, prediction
writer = CountingWriter(os.environ["URL"])
writer.start()
for number in itertools.count():
    ids = writer.ids([FULL], [prediction(number)])
    os.write(1, f"{time.monotonic()} {ids[0]}\\n".encode())
    time.sleep(0.0005)
"""


def test_a_killed_process_loses_200_milliseconds_at_most(history_url: str, tmp_path: Path) -> None:
    ids = tmp_path / "ids"
    with ids.open("w") as output:
        process = run(ENDLESS, history_url, stdout=output)
        try:
            wait_until(lambda: len(ids.read_text().splitlines()) > 500)
        finally:
            killed = time.monotonic()
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=10)
    added = [line.split() for line in ids.read_text().splitlines()]
    stored = {row["prediction_id"] for row in History(history_url).rows()}
    lost = [killed - float(when) for when, id_ in added if id_ not in stored]
    assert len(stored) > 100
    assert max(lost, default=0) < 0.2


def test_closing_writes_all_that_waits(history_url: str) -> None:
    with writing(history_url) as writer:
        for _ in range(9):
            writer.add([FULL] * 1000, [prediction()] * 1000, "program")
    assert (writer.written, writer.lost) == (9000, 0)
    assert len(list(History(history_url).rows())) == 9000


FORKED = """
import os, sys, time
from tests.helpers.history import FULL, CountingWriter, prediction
writer = CountingWriter(os.environ["URL"])
begin = time.time() + 0.5

def work():
    writer.start()
    time.sleep(begin - time.time())
    for rows in [1, 100] * 60:
        writer.add([FULL] * rows, [prediction(needs_review=rows == 1)] * rows, "program")
        time.sleep(0.002)
    writer.close(20)
    os._exit((writer.written, writer.lost) != (6060, 0))

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


GREENLETS = """
import gevent.monkey
gevent.monkey.patch_all()
import json, os, threading, time
import gevent
from tests.helpers.history import FULL, CountingWriter, prediction
writer = CountingWriter(os.environ["URL"])
writer.start()
last, longest = time.monotonic(), 0
for number in range(200):  # a second, while another connection locks the tables
    writer.add([FULL], [prediction(number)], "program")
    gevent.sleep(0.005)
    now = time.monotonic()
    last, longest = now, max(longest, now - last)
print(json.dumps([longest, writer.written, writer.lost]), flush=True)
input()
writer.close()
print(json.dumps([writer.written, writer.lost]), flush=True)
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
    longest, *counts = json.loads(process.stdout.readline())
    other.rollback()
    other.close()
    output, _ = process.communicate("\n", timeout=30)
    assert longest < 0.3
    assert (counts, json.loads(output)) == ([0, 0], [200, 0])
    assert [row["video_id"] for row in History(history_url).rows()][:2] == ["first", "0"]
