"""The service and its history in real processes: stops, kills, databases that are gone, locked or cannot be opened."""

import os
import re
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

from tests.helpers.metrics import metric, total
from tests.helpers.postgres import Postgres
from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tests.helpers.service import application, children, is_ready, serving, wait_until
from tiktok_claims.history import writer as history_writer
from tiktok_claims.history.queries import History
from tiktok_claims.model.scoring import Model


@contextmanager
def serving_with(history_url: str, model_path: Path, **environ: Any) -> Iterator[str]:
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url, **environ) as (url, _):
        yield url


def predict(url: str, body: Any = CLAIM) -> Any:
    response = requests.post(f"{url}/predict", json=body, timeout=10)
    assert response.status_code == 200
    return response.json()


def label(url: str, labels: Any) -> requests.Response:
    return requests.post(f"{url}/feedback", json=labels, timeout=10)


def label_all(url: str, prediction_ids: list[str]) -> None:
    """Label predictions until all are known: they are written moments after their responses."""
    labels = [{"prediction_id": prediction_id, "claim_status": "claim"} for prediction_id in prediction_ids]
    wait_until(lambda: label(url, labels).json()["unknown"] == [])


def stored(history_url: str) -> int:
    now = datetime.now(UTC)
    steps = History(history_url).traffic(now - timedelta(hours=1), now + timedelta(minutes=2), None, 60)
    return sum(step["predictions"] for step in steps)


def test_no_prediction_is_lost_when_it_stops_or_takes_a_new_model(history_url: str, model_path: Path) -> None:
    ids = []
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url) as (url, process):
        stop = threading.Event()

        def client() -> None:
            while not stop.is_set():
                try:
                    ids.append(predict(url)["prediction_id"])
                except requests.ConnectionError:
                    return  # it has stopped

        threads = [threading.Thread(target=client) for _ in range(4)]
        for thread in threads:
            thread.start()
        wait_until(lambda: len(ids) > 100)
        before = children(process.pid)
        process.send_signal(signal.SIGHUP)
        wait_until(lambda: not before & children(process.pid))
        process.terminate()
        stop.set()
        for thread in threads:
            thread.join()
        process.wait(timeout=20)
    assert stored(history_url) >= len(ids)  # one whose response was cut off may be stored as well
    assert History(history_url).add_labels([{"prediction_id": id_, "claim_status": "claim"} for id_ in ids]) == []


def test_a_killed_worker_takes_little_with_it(history_url: str, model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url) as (url, process):
        ids = [predict(url)["prediction_id"] for _ in range(100)]
        wait_until(lambda: stored(history_url) == 100)
        killed = children(process.pid)
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not killed & children(process.pid) and is_ready(url))
        label_all(url, ids)


def test_predictions_go_on_without_the_database_and_are_stored_when_it_is_back(
    postgres: Postgres, model_path: Path
) -> None:
    postgres.run("CREATE DATABASE gone_for_a_while")
    with serving_with(postgres.url("gone_for_a_while"), model_path) as url:
        predict(url)
        wait_until(lambda: metric(url, "claims_history_written_total") == 1)
        postgres.stop()
        try:
            ids = [predict(url)["prediction_id"] for _ in range(50)]
            response = label(url, {"prediction_id": ids[0], "claim_status": "claim"})
            problem(response, 503)
            assert int(response.headers["Retry-After"]) > 0
            problem(requests.get(f"{url}/monitoring", timeout=10), 503)
            assert metric(url, "claims_predictions_total") == 51  # /metrics responds
        finally:
            postgres.start()
        label_all(url, ids)
        wait_until(lambda: metric(url, "claims_history_written_total") == 51)
        assert metric(url, "claims_history_lost_total") == 0


def test_locked_tables_stop_no_request_for_long(postgres: Postgres, model_path: Path) -> None:
    postgres.run("CREATE DATABASE locked")
    with serving_with(postgres.url("locked"), model_path) as url:
        ids = [predict(url)["prediction_id"]]
        label_all(url, ids)
        with psycopg.connect(postgres.url("locked").replace("+psycopg", "")) as connection:
            connection.execute("LOCK TABLE predictions IN ACCESS EXCLUSIVE MODE")
            problem(requests.get(f"{url}/monitoring", timeout=10), 503)
            problem(label(url, {"prediction_id": ids[0], "claim_status": "claim"}), 503)
            ids.append(predict(url)["prediction_id"])
        label_all(url, ids)


def test_a_history_that_cannot_be_opened_is_named_everywhere(tmp_path: Path, model_path: Path) -> None:
    log, path = tmp_path / "log", tmp_path / "none" / "history.db"
    with serving(log, MODEL_PATH=str(model_path), HISTORY_URL=f"sqlite:///{path}") as (url, _):
        assert predict(url)["claim_status"] == "claim"
        wait_until(lambda: requests.get(f"{url}/health/ready", timeout=10).json()["history"] == "unavailable")
        problem(requests.get(f"{url}/monitoring?model_version=somebody", timeout=10), 503)
        dashboard = requests.get(f"{url}/dashboard", timeout=10)
        assert dashboard.status_code == 503
        assert int(dashboard.headers["Retry-After"]) > 0
        assert str(path) in dashboard.text
        assert "unable to open database file" in dashboard.text
        assert requests.get(f"{url}/metrics", timeout=10).status_code == 200
    assert str(path) in log.read_text()
    assert "somebody" not in log.read_text()
    assert "Traceback" not in log.read_text()


def test_lost_predictions_are_counted_and_shown_on_the_dashboard(
    tmp_path: Path, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_writer, "OPEN_SECONDS", 0)  # how long predictions wait for a database to open
    with application(model, history_url=f"sqlite:///{tmp_path}/none/history.db") as app:
        client = app.test_client()
        before = total(client.get("/metrics").text, "claims_history_lost_total")

        def lost() -> float:
            client.post("/predict", json=CLAIM)
            return total(client.get("/metrics").text, "claims_history_lost_total") - before

        wait_until(lambda: lost() > 0)
        assert "prediction_id" not in client.post("/predict", json=CLAIM).get_json()
        assert re.search(r"[\d,]+ predictions? (was|were) lost", client.get("/dashboard").text)
