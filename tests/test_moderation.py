"""What is kept of answers, and what moderators decide, over HTTP: a running service on SQLite and on PostgreSQL."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests

from tests.conftest import CLAIM, Postgres, children, is_ready, serving, wait_until
from tests.helpers.problems import problem
from tests.test_telemetry import metric
from tiktok_claims.history.queries import History
from tiktok_claims.record import TEXT

KEY = "a-key-for-the-tests-only"
OPINION = {TEXT: "i think that rain is lovely"}


@contextmanager
def keeping(history_url: str, model_path: Path, **environ: Any) -> Iterator[str]:
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url, **environ) as (url, _):
        yield url


def ask(url: str, sent: Any = CLAIM, query: str = "") -> Any:
    answer = requests.post(f"{url}/predict{query}", json=sent, timeout=10)
    assert answer.status_code == 200
    return answer.json()


def tell(url: str, verdicts: Any) -> requests.Response:
    return requests.post(f"{url}/feedback", json=verdicts, timeout=10)


def take(url: str, verdicts: list[dict[str, Any]]) -> None:
    """Tell verdicts until all are taken: what they are about is written moments after it was answered."""
    wait_until(lambda: tell(url, verdicts).json()["unknown"] == [])


def summary(url: str, query: str = "") -> Any:
    answer = requests.get(f"{url}/monitoring{query}", timeout=10)
    assert answer.status_code == 200, answer.text
    return answer.json()


def kept(history_url: str) -> int:
    now = datetime.now(UTC)
    steps = History(history_url).traffic(now - timedelta(hours=1), now + timedelta(minutes=2), None, 60)
    return sum(step["predictions"] for step in steps)


def test_feedback_is_taken_by_prediction_and_by_video(history_url: str, model_path: Path) -> None:
    with keeping(history_url, model_path) as url:
        first, second = ask(url, [{**CLAIM, "video_id": 701}, {**CLAIM, "video_id": "702"}])
        third = ask(url, OPINION, "?explain=true")
        ids = [answer["prediction_id"] for answer in (first, second, third)]
        assert len(set(ids)) == 3
        take(url, [{"prediction_id": ids[0], "claim_status": "claim"}, {"video_id": 702, "claim_status": "opinion"}])
        answer = tell(
            url, [{"prediction_id": ids[2], "claim_status": "opinion"}, {"video_id": 9, "claim_status": "claim"}]
        )
        assert answer.json() == {"taken": 1, "unknown": [9]}
        quality = summary(url)["quality"]
        assert quality["labelled"] == 3
        assert quality["accuracy"]["value"] == pytest.approx(2 / 3)
        assert tell(url, {"prediction_id": ids[1], "claim_status": "claim"}).json() == {"taken": 1, "unknown": []}
        assert summary(url)["quality"]["accuracy"]["value"] == 1


def test_faults_of_decisions_are_told_and_none_is_taken(service: str) -> None:
    good = {"prediction_id": ask(service)["prediction_id"], "claim_status": "claim"}
    before = summary(service)["quality"]["labelled"]
    sent = [good, {"claim_status": "claim"}, {"prediction_id": 7, "claim_status": "both", "moderator": "x"}, 3]
    errors = problem(tell(service, sent), 422)["errors"]
    assert [(error["index"], error["field"]) for error in errors] == [
        (1, "verdict"),
        (2, "prediction_id"),
        (2, "claim_status"),
        (2, "moderator"),
        (3, "verdict"),
    ]
    assert {"received", "problem", "allowed"} <= errors[0].keys()
    assert summary(service)["quality"]["labelled"] == before
    problem(tell(service, [good] * 1001), 413)
    problem(
        requests.post(f"{service}/feedback", data="{", headers={"Content-Type": "application/json"}, timeout=10), 400
    )


@pytest.mark.parametrize("query", ["?window=2h", "?shown=everything"])
def test_a_question_that_cannot_be_understood(service: str, query: str) -> None:
    (error,) = problem(requests.get(f"{service}/monitoring{query}", timeout=10), 422)["errors"]
    assert error["field"] in query


def test_the_summary_tells_what_was_answered(history_url: str, model_path: Path) -> None:
    with keeping(history_url, model_path) as url:
        answers = ask(url, [{**CLAIM, "video_id": number} for number in range(20)] + [{"video_duration_sec": 3}] * 5)
        version = answers[0]["model_version"]
        wait_until(lambda: summary(url)["predictions"] == 25)
        told = summary(url, f"?window=1h&shown=all&model_version={version}")
        assert told["model_versions"] == [version]
        assert told["claims"] == sum(answer["claim_status"] == "claim" for answer in answers)
        assert sum(step["predictions"] for step in told["traffic"]) == told["sampled"] == 25
        assert {field["band"] for field in told["drift"]} == {"too few"}
        assert sum(told["probability"]["now"]) == pytest.approx(1)
        assert told["warnings"][-1]["rows"] >= 5
        assert [row["prediction_id"] for row in told["recent"]] == [a["prediction_id"] for a in reversed(answers)]
        assert told["recent"][-1][TEXT] == CLAIM[TEXT]
        assert summary(url, "?model_version=another")["predictions"] == 0
        assert all(row["needs_review"] for row in summary(url)["recent"])


def test_no_history_where_none_is_wanted(model_path: Path) -> None:
    with keeping("", model_path) as url:
        assert "prediction_id" not in ask(url)
        assert tell(url, {"video_id": 1, "claim_status": "claim"}).status_code == 404
        assert requests.get(f"{url}/monitoring", timeout=10).status_code == 404


def test_transcripts_are_not_kept_where_they_are_not_wanted(tmp_path: Path, model_path: Path) -> None:
    with keeping(f"sqlite:///{tmp_path}/history.db", model_path, KEEP_TRANSCRIPTS="false") as url:
        ask(url, [CLAIM] * 600)
        wait_until(lambda: summary(url)["predictions"] == 600)
        told = summary(url, "?shown=all")
        assert {row[TEXT] for row in told["recent"]} == {None}
        assert not any(field["field"].startswith("transcript") for field in told["drift"])
    assert not any(b"lighthouse" in file.read_bytes() for file in tmp_path.iterdir())


def test_history_and_feedback_need_a_key_where_there_are_keys(tmp_path: Path, model_path: Path) -> None:
    with keeping(f"sqlite:///{tmp_path}/history.db", model_path, API_KEYS=KEY) as url:
        assert tell(url, {"video_id": 1, "claim_status": "claim"}).status_code == 401
        assert requests.get(f"{url}/monitoring", timeout=10).status_code == 401
        assert requests.get(f"{url}/monitoring", headers={"X-API-Key": KEY}, timeout=10).status_code == 200


def test_no_answer_is_lost_when_it_stops_or_takes_a_new_model(history_url: str, model_path: Path) -> None:
    answered = []
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url) as (url, process):
        stop = threading.Event()

        def client() -> None:
            while not stop.is_set():
                try:
                    answered.append(ask(url)["prediction_id"])
                except requests.ConnectionError:
                    return  # it has stopped

        threads = [threading.Thread(target=client) for _ in range(4)]
        for thread in threads:
            thread.start()
        wait_until(lambda: len(answered) > 100)
        before = children(process.pid)
        process.send_signal(signal.SIGHUP)
        wait_until(lambda: not before & children(process.pid))
        process.terminate()
        stop.set()
        for thread in threads:
            thread.join()
        process.wait(timeout=20)
    assert kept(history_url) >= len(answered)  # one whose answer was cut off may be kept as well
    assert History(history_url).decide([{"prediction_id": id_, "claim_status": "claim"} for id_ in answered]) == []


def test_a_killed_worker_takes_little_with_it(history_url: str, model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url) as (url, process):
        ids = [ask(url)["prediction_id"] for _ in range(100)]
        wait_until(lambda: kept(history_url) == 100)
        killed = children(process.pid)
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not killed & children(process.pid) and is_ready(url))
        take(url, [{"prediction_id": id_, "claim_status": "claim"} for id_ in ids])


def test_predictions_go_on_without_the_database_and_are_kept_when_it_is_back(
    postgres: Postgres, model_path: Path
) -> None:
    postgres.run("CREATE DATABASE gone_for_a_while")
    with keeping(postgres.url("gone_for_a_while"), model_path) as url:
        ask(url)
        wait_until(lambda: metric(url, "claims_history_written_total") == 1)
        postgres.stop()
        try:
            ids = [ask(url)["prediction_id"] for _ in range(50)]
            answer = tell(url, {"prediction_id": ids[0], "claim_status": "claim"})
            problem(answer, 503)
            assert int(answer.headers["Retry-After"]) > 0
            problem(requests.get(f"{url}/monitoring", timeout=10), 503)
            assert metric(url, "claims_predictions_total") == 51  # /metrics answers
        finally:
            postgres.start()
        take(url, [{"prediction_id": id_, "claim_status": "claim"} for id_ in ids])
        wait_until(lambda: metric(url, "claims_history_written_total") == 51)
        assert metric(url, "claims_history_lost_total") == 0


def test_a_history_that_fails_is_logged_without_what_was_asked(tmp_path: Path, model_path: Path) -> None:
    log = tmp_path / "log"
    with serving(log, MODEL_PATH=str(model_path), HISTORY_URL=f"sqlite:///{tmp_path}/none/history.db") as (url, _):
        problem(requests.get(f"{url}/monitoring?model_version=somebody", timeout=10), 503)
        assert requests.get(f"{url}/metrics", timeout=10).status_code == 200
    assert "somebody" not in log.read_text()
    assert "Traceback" not in log.read_text()


def test_locked_tables_stop_no_request_for_long(postgres: Postgres, model_path: Path) -> None:
    postgres.run("CREATE DATABASE locked")
    with keeping(postgres.url("locked"), model_path) as url:
        ids = [ask(url)["prediction_id"]]
        take(url, [{"prediction_id": ids[0], "claim_status": "claim"}])
        with psycopg.connect(postgres.url("locked").replace("+psycopg", "")) as connection:
            connection.execute("LOCK TABLE predictions IN ACCESS EXCLUSIVE MODE")
            problem(requests.get(f"{url}/monitoring", timeout=10), 503)
            problem(tell(url, {"prediction_id": ids[0], "claim_status": "claim"}), 503)
            ids.append(ask(url)["prediction_id"])
        take(url, [{"prediction_id": id_, "claim_status": "claim"} for id_ in ids])


def test_thousands_of_unknown_keys_get_a_short_answer(service: str) -> None:
    answer = tell(service, dict.fromkeys(map(str, range(50_000)), 1))
    assert len(problem(answer, 422)["errors"]) <= 10


def test_a_verdict_on_what_is_unknown_is_named_as_often_as_it_was_told(service: str) -> None:
    verdicts = [{"video_id": "nobody's", "claim_status": status} for status in ("claim", "opinion")]
    assert tell(service, verdicts).json() == {"taken": 0, "unknown": ["nobody's", "nobody's"]}
