"""Keys, and what hostile, slow and unlucky clients meet."""

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.conftest import CLAIM, children, load, serving, version, wait_until

KEYS = ("a-key-for-the-first-team", "another-key-for-others")


@pytest.fixture(scope="module")
def guarded(model_path: Path) -> Iterator[str]:
    """The address of a service that wants a key and reads a body for two seconds at the most."""
    with serving(MODEL_PATH=str(model_path), API_KEYS=", ".join(KEYS), READ_TIMEOUT_SECONDS="2") as (url, _):
        yield url


@pytest.mark.parametrize(
    "headers",
    [{"Authorization": f"Bearer {KEYS[0]}"}, {"Authorization": f"bearer {KEYS[1]}"}, {"X-API-Key": KEYS[1]}],
)
def test_each_key_opens(guarded: str, headers: dict[str, str]) -> None:
    assert requests.post(f"{guarded}/predict", json=CLAIM, headers=headers, timeout=10).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer "},
        {"Authorization": f"Basic {KEYS[0]}"},
        {"Authorization": f"Bearer {KEYS[0][:-1]}"},
        {"Authorization": f"Bearer {','.join(KEYS)}"},
        {"X-API-Key": "sch\xf6n-und-lang-genug"},
    ],
)
@pytest.mark.parametrize("path", ["/predict", "/predict?explain=true", "/model"])
def test_without_a_key_it_is_401_as_a_problem(guarded: str, path: str, headers: dict[str, str]) -> None:
    sent = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = requests.request("GET" if path == "/model" else "POST", f"{guarded}{path}", headers=sent, timeout=10)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/health/live", "/health/ready", "/metrics"])
def test_what_tells_of_no_video_needs_no_key(guarded: str, path: str) -> None:
    assert requests.get(f"{guarded}{path}", timeout=10).status_code == 200


@pytest.mark.parametrize("path", ["/", "/docs", "/model", "/nowhere", "/static/app.css", "/health/live"])
def test_every_answer_carries_the_security_headers(service: str, path: str) -> None:
    headers = requests.get(f"{service}{path}", timeout=10).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert not any(character.isdigit() for character in headers.get("Server", ""))  # no version


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
def test_a_head_beyond_the_limits_is_refused(service: str, head: str) -> None:
    with connect(service) as client:
        client.sendall(head.encode())
        answer = client.recv(1_000)
    assert not answer or 400 <= int(answer.split()[1]) < 500


def connect(url: str) -> socket.socket:
    host, port = url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def test_a_body_that_never_arrives_is_408(guarded: str) -> None:
    with connect(guarded) as client:
        head = f"POST /predict HTTP/1.1\r\nHost: a\r\nX-API-Key: {KEYS[0]}\r\nContent-Type: application/json\r\n"
        client.sendall(head.encode() + b"Content-Length: 500\r\n\r\n{")
        assert client.recv(1_000).startswith(b"HTTP/1.1 408 ")


def test_500_slow_clients_stop_nobody(service: str) -> None:
    slow = [connect(service) for _ in range(500)]
    sent = f"POST /predict HTTP/1.1\r\nHost: {'a' * 2_000}\r\n".encode()
    done = threading.Event()

    def trickle() -> None:
        for start in range(len(sent)):
            for client in slow:
                try:
                    client.send(sent[start : start + 1])
                except OSError:
                    continue  # hung up on, as it should be
            if done.wait(1):
                return

    thread = threading.Thread(target=trickle)
    thread.start()
    try:
        taken = []
        for _ in range(40):
            start = time.monotonic()
            assert requests.post(f"{service}/predict", json=CLAIM, timeout=5).status_code == 200
            taken.append(time.monotonic() - start)
        assert sorted(taken)[20] < 0.5
    finally:
        done.set()
        thread.join()
        for client in slow:
            client.close()


def test_a_worker_that_dies_is_replaced_and_costs_no_more_than_what_it_was_answering(model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path)) as (url, process):
        with load(url, sessions=0, fresh=4) as seen:
            wait_until(lambda: seen.total() > 50)
            killed = min(children(process.pid))
            os.kill(killed, signal.SIGKILL)
            wait_until(lambda: len(children(process.pid) - {killed}) == 2)
            before = seen.total()
            wait_until(lambda: seen.total() > before + 50)
        answered = seen[version(url)]
        assert seen.total() - answered <= 4, seen  # what the four clients had just sent to that worker


def test_what_was_accepted_is_answered_when_it_stops(model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path), WEB_CONCURRENCY="1") as (url, process), connect(url) as client:
        body = b'{"video_duration_sec": 3}'
        head = f"POST /predict HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        client.sendall(head.encode() + b"\r\n" + body[:5])
        requests.get(f"{url}/health/live", timeout=10)  # answered after: the first part has been read
        process.terminate()
        wait_until(lambda: refused(url))
        client.sendall(body[5:])
        answer = client.recv(2_000)
    assert answer.startswith(b"HTTP/1.1 200 ")


def refused(url: str) -> bool:
    try:
        connect(url).close()
    except ConnectionRefusedError:
        return True
    return False


def test_chunks_that_are_none_are_400_and_not_in_the_log(tmp_path: Path, model_path: Path) -> None:
    log = tmp_path / "log"
    head = "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving(log, MODEL_PATH=str(model_path)) as (url, _):
        for path in ("/predict", "/feedback"):
            with connect(url) as client:
                client.sendall((head.format(path) + "the old lighthouse\r\n0\r\n\r\n").encode())
                assert client.recv(4096).startswith(b"HTTP/1.1 400 ")
    assert "lighthouse" not in log.read_text()
