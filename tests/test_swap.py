"""A new model under load: no request is lost, and a bad file changes nothing."""

import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.conftest import CLAIM, serving, wait_until
from tiktok_claims import artifact
from tiktok_claims.artifact import Artifact

SWAPS = 10


def version(url: str) -> str:
    found: str = requests.get(f"{url}/health/ready", timeout=10).json()["model_version"]
    return found


@contextmanager
def load(url: str, sessions: int, fresh: int) -> Iterator[Counter[str]]:
    """Send requests until the block ends: some clients keep a connection, some open one each time. Nobody retries."""
    seen: Counter[str] = Counter()
    done = threading.Event()

    def ask(post: Callable[..., requests.Response]) -> None:
        while not done.is_set():
            try:
                answer = post(f"{url}/predict", json=CLAIM, timeout=10)
                seen[answer.json()["model_version"] if answer.ok else f"status {answer.status_code}"] += 1
            except requests.RequestException as error:
                seen[type(error).__name__] += 1

    clients = [*(requests.Session().post for _ in range(sessions)), *[requests.post] * fresh]
    threads = [threading.Thread(target=ask, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        done.set()
        for thread in threads:
            thread.join()


@pytest.fixture
def models(tiny_artifact: Artifact, tmp_path: Path) -> list[bytes]:
    """Two models that score alike and have different versions."""
    paths = [tmp_path / f"{name}.bin" for name in ("one", "two")]
    for path in paths:
        artifact.write(path, {**tiny_artifact, "versions": {"name": path.stem}})
    return [path.read_bytes() for path in paths]


def without_openings(content: bytes) -> bytes:
    return content.replace(b"openings", b"closings")


def put(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".new")
    beside.write_bytes(content)
    beside.replace(path)


def test_ten_swaps_under_load_lose_no_request(models: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    put(path, models[0])
    with serving(MODEL_PATH=str(path)) as (url, process):
        versions = [version(url)]
        with load(url, sessions=3, fresh=3) as seen:
            for swap in range(1, SWAPS + 1):
                put(path, models[swap % 2])
                before = versions[-1]
                process.send_signal(signal.SIGHUP)
                wait_until(lambda before=before: all(version(url) != before for _ in range(8)))  # type: ignore[misc]
                versions.append(version(url))
    assert len(set(versions)) == 2
    assert versions == versions[:2] * (SWAPS // 2) + versions[:1]
    assert seen.keys() == set(versions), seen


@pytest.mark.parametrize(
    "damage",
    [lambda content: content[:-500], lambda content: content[:0], lambda content: b"x" + content, without_openings],
)
def test_a_bad_model_is_refused_and_the_old_one_goes_on(
    models: list[bytes], tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path, log = tmp_path / "model.bin", tmp_path / "log"
    put(path, models[0])
    with serving(log, MODEL_PATH=str(path)) as (url, process):
        old = version(url)
        put(path, damage(models[1]))
        process.send_signal(signal.SIGHUP)
        wait_until(lambda: "is refused" in log.read_text())
        assert {version(url) for _ in range(10)} == {old}
        assert log.read_text().count("is refused") == 1
        put(path, models[1])
        process.send_signal(signal.SIGHUP)
        wait_until(lambda: version(url) != old)
