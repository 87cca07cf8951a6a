"""What hostile, slow and unlucky clients meet, in real processes."""

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.helpers.load import load
from tests.helpers.records import CLAIM
from tests.helpers.service import children, serving, version, wait_until

KEY = "a-key-for-the-first-team"


@pytest.fixture(scope="module")
def impatient(model_path: Path) -> Iterator[str]:
    """The address of a service that needs a key, and waits for a body for two seconds at most."""
    with serving(MODEL_PATH=str(model_path), API_KEYS=KEY, READ_TIMEOUT_SECONDS="2") as (url, _):
        yield url


@pytest.mark.parametrize(
    "head",
    [
        "GET /" + "a" * 3_000 + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n" + "".join(f"X-{number}: 1\r\n" for number in range(60)) + "\r\n",
        "GET / HTTP/1.1\r\nX-Long: " + "a" * 9_000 + "\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "\r\n\x00\x01\x02 nonsense\r\n\r\n",
    ],
    ids=["long line", "many headers", "long header", "no header", "no HTTP"],
)
def test_a_request_head_beyond_the_limits_is_refused(service: str, head: str) -> None:
    with connect(service) as client:
        client.sendall(head.encode())
        response = client.recv(1_000)
    assert not response or 400 <= int(response.split()[1]) < 500


def connect(url: str) -> socket.socket:
    host, port = url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def test_a_body_that_never_arrives_is_408(impatient: str) -> None:
    with connect(impatient) as client:
        head = f"POST /predict HTTP/1.1\r\nHost: a\r\nX-API-Key: {KEY}\r\nContent-Type: application/json\r\n"
        client.sendall(head.encode() + b"Content-Length: 500\r\n\r\n{")
        assert client.recv(1_000).startswith(b"HTTP/1.1 408 ")


def test_500_slow_clients_delay_nobody(service: str) -> None:
    slow = [connect(service) for _ in range(500)]
    sent = f"POST /predict HTTP/1.1\r\nHost: {'a' * 2_000}\r\n".encode()
    done = threading.Event()

    def trickle() -> None:
        for start in range(len(sent)):
            for client in slow:
                try:
                    client.send(sent[start : start + 1])
                except OSError:
                    continue  # the service has hung up, as it should
            if done.wait(1):
                return

    thread = threading.Thread(target=trickle)
    thread.start()
    try:
        durations = []
        for _ in range(40):
            start = time.monotonic()
            assert requests.post(f"{service}/predict", json=CLAIM, timeout=5).status_code == 200
            durations.append(time.monotonic() - start)
        assert sorted(durations)[20] < 0.5
    finally:
        done.set()
        thread.join()
        for client in slow:
            client.close()


def test_a_dead_worker_is_replaced_and_costs_only_its_requests(model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path)) as (url, process):
        with load(url, sessions=0, fresh=4) as outcomes:
            wait_until(lambda: outcomes.total() > 50)
            killed = min(children(process.pid))
            os.kill(killed, signal.SIGKILL)
            wait_until(lambda: len(children(process.pid) - {killed}) == 2)
            before = outcomes.total()
            wait_until(lambda: outcomes.total() > before + 50)
        predicted = outcomes[version(url)]
        assert outcomes.total() - predicted <= 4, outcomes  # what the four clients had just sent to that worker


def test_an_accepted_request_gets_its_response_when_the_service_stops(model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path), WEB_CONCURRENCY="1") as (url, process), connect(url) as client:
        body = b'{"video_duration_sec": 3}'
        head = f"POST /predict HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        client.sendall(head.encode() + b"\r\n" + body[:5])
        requests.get(f"{url}/health/live", timeout=10)  # its response says that the beginning has been read
        process.terminate()
        wait_until(lambda: refused(url))
        client.sendall(body[5:])
        response = client.recv(2_000)
    assert response.startswith(b"HTTP/1.1 200 ")


def refused(url: str) -> bool:
    try:
        connect(url).close()
    except ConnectionRefusedError:
        return True
    return False


def test_malformed_chunks_are_400_and_not_in_the_log(tmp_path: Path, model_path: Path) -> None:
    log = tmp_path / "log"
    head = "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving(log, MODEL_PATH=str(model_path)) as (url, _):
        for path in ("/predict", "/feedback"):
            with connect(url) as client:
                client.sendall((head.format(path) + "the old lighthouse\r\n0\r\n\r\n").encode())
                assert client.recv(4096).startswith(b"HTTP/1.1 400 ")
    assert "lighthouse" not in log.read_text()
