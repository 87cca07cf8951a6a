"""A new model under load: no request is lost, and a bad file changes nothing."""

import hashlib
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.load import load
from tests.helpers.service import serving, version, wait_until
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import ModelFile

SWAPS = 10


@pytest.fixture
def models(tiny_model_file: ModelFile, tmp_path: Path) -> list[bytes]:
    """Two models that score alike and have different versions."""
    paths = [tmp_path / f"{name}.bin" for name in ("one", "two")]
    for path in paths:
        model_file.write(path, {**tiny_model_file, "versions": {"name": path.stem}})
    return [path.read_bytes() for path in paths]


def without_register(content: bytes) -> bytes:
    return content.replace(b"register", b"registry")


def put(path: Path, content: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(content)
    new.replace(path)


def test_ten_swaps_under_load_lose_no_request(models: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    put(path, models[0])
    versions = [hashlib.sha256(content).hexdigest()[:12] for content in models]
    with serving(MODEL_PATH=str(path)) as (url, process), load(url, sessions=3, fresh=3) as outcomes:
        for swap in range(1, SWAPS + 1):
            put(path, models[swap % 2])
            process.send_signal(signal.SIGHUP)
            # an old worker may still answer in between
            wait_until(lambda new=versions[swap % 2]: all(version(url) == new for _ in range(8)))  # type: ignore[misc]
    assert outcomes.keys() == set(versions), outcomes


@pytest.mark.parametrize(
    "damage",
    [lambda content: content[:-500], lambda content: content[:0], lambda content: b"x" + content, without_register],
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
