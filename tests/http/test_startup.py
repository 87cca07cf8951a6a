"""The start: what a good one needs, and the one line with which a bad one ends."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from tests.helpers.paths import ROOT, SHIPPED
from tests.helpers.service import free_port, serving, start
from tiktok_claims import settings
from tiktok_claims.model.model_file import ModelFile


def refusal(**environ: str) -> str:
    """Start the service, which must stop by itself, and return the one line that it prints."""
    process = start(BIND=f"127.0.0.1:{free_port()}", **environ)
    output = process.communicate(timeout=20)[0]
    assert process.returncode != 0
    assert "Traceback" not in output
    lines = [line for line in output.splitlines() if not line.startswith("{")]  # gunicorn's own log
    assert len(lines) == 1, output
    return lines[0]


class RunsACommand:
    """A pickle of this would make an empty file when it is read by a careless reader."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self.path}",)


def test_a_missing_model_stops_the_start(tmp_path: Path) -> None:
    assert "cannot read" in refusal(MODEL_PATH=str(tmp_path / "none.bin"))


@pytest.mark.parametrize(
    "content", [b"", b"no pickle at all", b"\x80\x05F\n\x9b\x00\r\n1.5\n.", pickle.dumps([1, 2]), pickle.dumps({})]
)
def test_a_file_that_is_not_a_model_stops_the_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    assert "is no model file" in refusal(MODEL_PATH=str(path))


def test_a_truncated_model_stops_the_start(tmp_path: Path, model_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(model_path.read_bytes()[:-1000])
    assert "is no model file" in refusal(MODEL_PATH=str(path))


def test_a_pickle_that_would_run_a_command_runs_nothing(tmp_path: Path, tiny_model_file: ModelFile) -> None:
    path, trace = tmp_path / "model.bin", tmp_path / "it ran"
    path.write_bytes(pickle.dumps({**tiny_model_file, "metrics": RunsACommand(trace)}))
    assert "plain values only" in refusal(MODEL_PATH=str(path))
    assert not trace.exists()


def test_golden_records_that_score_differently_stop_the_start(tmp_path: Path, tiny_model_file: ModelFile) -> None:
    path = tmp_path / "model.bin"
    golden = {**tiny_model_file["golden"], "probabilities": [0.5] * len(tiny_model_file["golden"]["records"])}
    path.write_bytes(pickle.dumps({**tiny_model_file, "golden": golden}))
    assert "golden records" in refusal(MODEL_PATH=str(path))


def test_trees_that_do_not_run_stop_the_start(tmp_path: Path, tiny_model_file: ModelFile) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(pickle.dumps({**tiny_model_file, "onnx": b"no trees"}))
    assert "does not run" in refusal(MODEL_PATH=str(path))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAX_ROWS", "many"),
        ("MAX_ROWS", "0"),
        ("MAX_BODY_BYTES", "-1"),
        ("LOG_LEVEL", "loud"),
        ("METRICS_BIND", "9697"),
    ],
)
def test_a_bad_setting_stops_the_start_and_is_named(name: str, value: str) -> None:
    assert f"{name}={value}" in refusal(**{name: value})


def test_the_metrics_cannot_take_the_port_of_the_service() -> None:
    with pytest.raises(settings.InvalidSetting, match="a port of their own"):
        settings.read({"METRICS_BIND": "127.0.0.1:9696"})


@pytest.mark.parametrize("keys", ["short", "long-enough-but-not-the-next,short", "with-a-long-enough-key-\u00e9"])
def test_a_key_that_is_easily_guessed_stops_the_start_and_is_not_printed(keys: str) -> None:
    line = refusal(API_KEYS=keys)
    assert "API_KEYS" in line
    assert "short" not in line


def test_a_busy_port_stops_the_start_at_once(service: str) -> None:
    process = start(BIND=service.removeprefix("http://"))
    output = process.communicate(timeout=4)[0]
    assert process.returncode != 0
    assert "cannot listen on" in output
    assert "Traceback" not in output


def test_sigterm_ends_it_within_seconds(model_path: Path) -> None:
    # one worker: a second one might still be starting
    with serving(MODEL_PATH=str(model_path), WEB_CONCURRENCY="1") as (url, process), requests.Session() as session:
        session.post(f"{url}/predict", json={"video_duration_sec": 1}, timeout=10)  # and keeps the connection open
        process.terminate()
        assert process.wait(timeout=8) == 0  # sooner than the graceful timeout: an idle connection is no request


def test_settings_change_the_limits(model_path: Path) -> None:
    with serving(MODEL_PATH=str(model_path), MAX_ROWS="2", MAX_BODY_BYTES="200", WEB_CONCURRENCY="1") as (url, _):
        rows = [{"video_duration_sec": 1}] * 3
        assert requests.post(f"{url}/predict", json=rows, timeout=10).status_code == 413
        assert (
            requests.post(f"{url}/predict", json={"video_transcription_text": "a" * 300}, timeout=10).status_code == 413
        )
        assert requests.post(f"{url}/predict", json=rows[:2], timeout=10).status_code == 200


def test_workers_follow_the_containers_quota(tmp_path: Path) -> None:
    quota = tmp_path / "cpu.max"
    quota.write_text("150000 100000\n")
    assert settings.available_cpus(quota) == min(2, len(os.sched_getaffinity(0)))
    quota.write_text("max 100000\n")
    assert settings.available_cpus(quota) == len(os.sched_getaffinity(0))
    assert settings.available_cpus(tmp_path / "none") == len(os.sched_getaffinity(0))


def test_serving_imports_no_training_library(model_path: Path) -> None:
    code = "import sys, predict; print({'pandas', 'sklearn', 'xgboost', 'scipy', 'onnx'} & set(sys.modules))"
    environ = {**os.environ, "MODEL_PATH": str(model_path)}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"


def test_scoring_writes_nothing_and_starts_no_thread(tmp_path: Path) -> None:
    code = """
import os, sys, pathlib
import numpy
before = len(os.listdir("/proc/self/task"))
from tiktok_claims.model import scoring
scoring.load(pathlib.Path(sys.argv[1]))
print(len(os.listdir("/proc/self/task")) - before)
"""
    environ = {"HOME": str(tmp_path), "PATH": os.defpath}
    command = [sys.executable, "-c", code, str(SHIPPED)]
    result = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "0"
    assert not list(tmp_path.iterdir())


FORK = """
import os, pathlib, sys
from tiktok_claims.model import scoring
model = scoring.load(pathlib.Path(sys.argv[1]))  # the golden records ran here, before the fork
records = [{"video_view_count": 5.0}, {"video_view_count": 9e5}, {"video_transcription_text": "i think that it rains"}]
expected = model.predict(records, [None] * 3)
children = []
for _ in range(4):
    child = os.fork()
    if not child:
        os._exit(any(model.predict(records, [None] * 3) != expected for _ in range(50)))
    children.append(child)
sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))
"""


def test_forked_workers_score_as_the_process_that_loaded_the_model() -> None:
    command = [sys.executable, "-c", FORK, str(SHIPPED)]
    assert subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode == 0
