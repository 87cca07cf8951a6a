"""A service that really runs (gunicorn on a port of its own), and the application without a process."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from flask import Flask

from tests.helpers.paths import ROOT
from tiktok_claims.model import scoring
from tiktok_claims.service.app import create_app
from tiktok_claims.settings import Settings


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "not within the time"
        time.sleep(0.02)


def is_ready(url: str) -> bool:
    try:
        return requests.get(f"{url}/health/ready", timeout=2).status_code == 200
    except requests.RequestException:
        return False


def children(pid: int) -> set[int]:
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def start(output: Any = subprocess.PIPE, **environ: Any) -> subprocess.Popen[str]:
    """Start gunicorn as `make run` does, with these settings."""
    return subprocess.Popen(
        [Path(sys.executable).with_name("gunicorn")],
        cwd=ROOT,
        env={**os.environ, "WEB_CONCURRENCY": "2", "HISTORY_URL": "", **environ},
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def serving(log: Path | None = None, **environ: Any) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a service until the block ends; yields its address and its process. What it says goes to `log`."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder, log.open("a+") if log else tempfile.TemporaryFile("a+") as output:
        usual = {"BIND": f"127.0.0.1:{port}", "HISTORY_URL": f"sqlite:///{folder}/history.db"}
        process = start(output.fileno(), **{**usual, **environ})
        try:
            wait_until(lambda: is_ready(url) or process.poll() is not None)
            output.seek(0)
            assert process.poll() is None, output.read()
            yield url, process
        finally:
            process.terminate()
            process.wait(timeout=20)


def version(url: str) -> str:
    version: str = requests.get(f"{url}/health/ready", timeout=10).json()["model_version"]
    return version


@contextmanager
def application(model: scoring.Model, shadow: scoring.Model | None = None, **settings: Any) -> Iterator[Flask]:
    """Give the application with these settings, its history being written until the block ends."""
    app = create_app(Settings(**{"history_url": "", **settings}), model, shadow)
    writer = app.config["HISTORY_WRITER"]
    if writer:
        writer.start()
    try:
        yield app
    finally:
        if writer:
            writer.close()
