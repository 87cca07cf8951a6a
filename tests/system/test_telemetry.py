"""Metrics as a real Prometheus reads them, and the log, in real processes."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.helpers.metrics import metric
from tests.helpers.prometheus import prometheus
from tests.helpers.records import CLAIM
from tests.helpers.service import children, free_port, is_ready, serving, start, wait_until
from tiktok_claims.record import TEXT

KEY = "a-key-for-the-tests-only"


def post(url: str, body: Any = CLAIM, **headers: str) -> requests.Response:
    return requests.post(f"{url}/predict", json=body, headers=headers, timeout=10)


def test_prometheus_counts_every_request_of_two_workers(tmp_path: Path, model_path: Path) -> None:
    requests_sent = 400
    with (
        serving(MODEL_PATH=str(model_path)) as (url, _),
        prometheus(tmp_path, [url.removeprefix("http://")]) as database,
    ):

        def counted(query: str) -> float:
            try:
                content = requests.get(f"{database}/api/v1/query", params={"query": query}, timeout=5).json()
            except requests.ConnectionError:
                return -1
            return float(content["data"]["result"][0]["value"][1]) if content["data"]["result"] else -1

        with ThreadPoolExecutor(8) as threads:
            assert {response.status_code for response in threads.map(lambda _: post(url), range(requests_sent))} == {
                200
            }
        wait_until(lambda: counted('sum(claims_request_seconds_count{route="/predict",status="200"})') == requests_sent)
        wait_until(lambda: counted("sum(claims_predictions_total)") == requests_sent)
        wait_until(lambda: counted("count(claims_worker_memory_bytes)") == 2)


def test_totals_outlive_the_workers(tmp_path: Path, model_path: Path) -> None:
    folder = tmp_path / "counts"
    folder.mkdir()
    with serving(MODEL_PATH=str(model_path), PROMETHEUS_MULTIPROC_DIR=str(folder)) as (url, process):
        for _ in range(6):
            post(url)
            killed = children(process.pid)
            for pid in killed:
                os.kill(pid, signal.SIGKILL)
            wait_until(lambda killed=killed: not killed & children(process.pid) and is_ready(url))  # type: ignore[misc]
        wait_until(lambda: metric(url, "claims_request_seconds_count", route="/predict") == 6)
        assert len(list(folder.iterdir())) < 20  # a few for each living worker and the dead ones' sums


def test_a_metric_folder_that_is_gone_costs_no_response(tmp_path: Path, model_path: Path) -> None:
    folder = tmp_path / "counts"
    with serving(MODEL_PATH=str(model_path), PROMETHEUS_MULTIPROC_DIR=str(folder)) as (url, process):
        wait_until(lambda: len(list(folder.glob("gauge_*"))) == 2)  # both have started
        shutil.rmtree(folder)
        assert post(url).status_code == 200
        killed = children(process.pid)
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not killed & children(process.pid) and is_ready(url))
        post(url)
        assert metric(url, "claims_request_seconds_count", route="/predict") == 1


def test_a_thousand_dead_workers_leave_their_totals_in_two_files(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from prometheus_client import values, Counter
from tiktok_claims.service import metric_files, metrics
folder = Path(sys.argv[1])
for pid in range(1, 1001):
    values.ValueClass = values.MultiProcessValue(lambda: pid)
    worker = values.ValueClass("counter", "claims_x", "claims_x_total", ("kind",), ("a",), "")
    worker.inc(3)
    metric_files.merge_dead(pid, folder)
print(metrics.exposition(folder).decode())
"""
    environ = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    exposition = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env=environ, capture_output=True, text=True, check=True
    ).stdout
    assert 'claims_x_total{kind="a"} 3000.0' in exposition
    assert len(list(tmp_path.glob("counter_*"))) <= 2  # the sums, and the file of the process that runs this


def test_what_clients_invent_makes_no_new_series(service: str) -> None:
    def series() -> int:
        return len(requests.get(f"{service}/metrics", timeout=10).text.splitlines())

    def invent(count: int) -> None:
        for number in range(count):
            requests.request(f"BREW{number}", f"{service}/no/such/path/{number}", timeout=10)
            post(service, {f"field{number}": 1})

    invent(1)
    series()  # this request makes a series of its own
    before = series()
    invent(20)
    assert series() == before


def test_predictions_errors_and_missing_fields_are_counted(model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        post(url, [CLAIM, {"video_view_count": -1}, {"video_duration_sec": 3}])
        assert metric(url, "claims_predictions_total") == 2
        assert metric(url, "claims_predictions_total", needs_review="true") >= 1
        assert metric(url, "claims_probability_count") == 2
        assert metric(url, "claims_field_errors_total", field="video_view_count", problem="is below 0") == 1
        assert metric(url, "claims_missing_fields_total", field=TEXT) == 1
        assert metric(url, "claims_rows_sum") == 2
        version = requests.get(f"{url}/model", timeout=10).json()["model_version"]
        assert metric(url, "claims_model_info", model_version=version) == 1


def test_a_second_port_serves_the_metrics_alone(model_path: Path) -> None:
    own_port = f"127.0.0.1:{free_port()}"
    with serving(MODEL_PATH=str(model_path), METRICS_BIND=own_port) as (url, _):
        assert requests.get(f"{url}/metrics", timeout=10).status_code == 404
        assert requests.get(f"http://{own_port}/metrics", timeout=10).status_code == 200
        assert requests.post(f"http://{own_port}/predict", json=CLAIM, timeout=10).status_code == 404


def test_each_request_is_a_line_of_json_without_transcript_or_key(tmp_path: Path, model_path: Path) -> None:
    log = tmp_path / "log"
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    with serving(log, MODEL_PATH=str(model_path), API_KEYS=KEY) as (url, _):
        headers = {"X-API-Key": KEY, "X-Request-ID": "report-7", "traceparent": trace}
        response = requests.post(f"{url}/predict?explain=true&secret=hunter2", json=CLAIM, headers=headers, timeout=10)
        assert response.headers["X-Request-ID"] == "report-7"
        forged = post(url, [CLAIM, CLAIM], **{"X-API-Key": KEY, "X-Request-ID": '7","forged":"yes'})
        assert "forged" not in forged.headers["X-Request-ID"]
        post(url, CLAIM, **{"X-API-Key": "a-wrong-key-of-somebody"})
    text = log.read_text()
    for secret in (KEY, "a-wrong-key", "hunter2", "lighthouse", "forged"):
        assert secret not in text
    lines = [json.loads(line) for line in text.splitlines()]
    first, second, third = (line for line in lines if line.get("path") == "/predict")
    assert (first["request_id"], first["traceparent"], first["method"]) == ("report-7", trace, "POST")
    assert (first["status"], first["rows"], second["rows"]) == (200, 1, 2)
    assert first["model_version"] == second["model_version"]
    assert first["duration_ms"] > 0
    assert third["status"] == 401
    assert any("Listening at" in line.get("message", "") for line in lines)


def test_a_log_for_people_is_text(tmp_path: Path, model_path: Path) -> None:
    log = tmp_path / "log"
    with serving(log, MODEL_PATH=str(model_path), LOG_FORMAT="text") as (url, _):
        post(url)
        requests.get(f"{url}/a%0aforged%1b[31m", timeout=10)
    assert " POST /predict 200 " in log.read_text()
    assert "{" not in log.read_text()
    assert "\x1b" not in log.read_text()
    assert not any(line.startswith("forged") for line in log.read_text().splitlines())


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_malformed_request_is_logged_without_its_content(tmp_path: Path, model_path: Path, form: str) -> None:
    log = tmp_path / "log"
    with serving(log, MODEL_PATH=str(model_path), LOG_FORMAT=form) as (url, _):
        for sent in (
            f"GET /model HTTP/1.1\r\nHost: x\r\nAuthorization Bearer {KEY}\r\n\r\n",  # no colon
            'POST /predict HTTP/1.1\r\nHost: x\r\n\r\n{"video_transcription_text":"lighthouse"}\r\n\r\n',  # no length
        ):
            with socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=5) as client:
                client.sendall(sent.encode())
                while client.recv(4096):
                    pass
    assert log.read_text().count("Invalid request from ip=127.0.0.1: Invalid HTTP") == 2
    assert KEY not in log.read_text()
    assert "lighthouse" not in log.read_text()


def test_a_damaged_file_of_a_dead_worker_stops_nothing(tmp_path: Path, model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path), PROMETHEUS_MULTIPROC_DIR=str(tmp_path)) as (url, process):
        assert post(url).status_code == 200
        wait_until(lambda: len(list(tmp_path.glob("gauge_*"))) == 2)  # both have started
        killed = children(process.pid)
        for pid in killed:
            os.kill(pid, signal.SIGSTOP)  # so that it does not count into what is cut
            os.truncate(tmp_path / f"counter_{pid}.db", 0)
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not killed & children(process.pid) and is_ready(url))
        assert post(url).status_code == 200
        assert metric(url, "claims_request_seconds_count", route="/predict") == 2
        assert process.poll() is None


def test_a_log_that_nobody_reads_delays_no_response(model_path: Path) -> None:
    reader, writer = os.pipe()
    port = free_port()
    process = start(writer, BIND=f"127.0.0.1:{port}", MODEL_PATH=str(model_path), WEB_CONCURRENCY="1")
    os.close(writer)
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until(lambda: is_ready(url))
        with requests.Session() as session:  # a pipe holds 64 KiB: some 350 lines
            for _ in range(600):
                assert session.post(f"{url}/predict", json=CLAIM, timeout=5).status_code == 200
        assert metric(url, "claims_log_lines_lost_total") > 0
    finally:
        os.close(reader)
        process.terminate()
        process.wait(timeout=20)
