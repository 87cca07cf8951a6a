"""The services that are compared: how each is started, when it is ready, what memory it takes, how it ends.

Each has two workers and a free port of 127.0.0.1; what it logs is thrown away.
"""

import json
import os
import re
import runpy
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from signal import SIGKILL
from typing import NamedTuple

from benchmarks import load

ROOT = Path(__file__).parent.parent
PATIENCE_SECONDS = 60
BIND = "127.0.0.1:{port}"
WORKERS = "2"


class Server(NamedTuple):
    """A service: its name, the module that is run, its arguments with {port} in them, and the folder it runs in."""

    name: str
    command: tuple[str, ...]
    folder: Path = ROOT


class Running(NamedTuple):
    """A service that is ready."""

    address: str
    pid: int
    ready_seconds: float


OURS = Server("this service", ("gunicorn",))  # its gunicorn.conf.py says the rest


def others(folder: Path) -> list[Server]:
    """Return what it is compared with. The folder holds the plain model's pickle, and gets our settings."""
    gunicorn = ("gunicorn", f"--workers={WORKERS}", f"--bind={BIND}")
    fast = ("--loop=uvloop", "--http=httptools", "--no-access-log")
    uvicorn = ("uvicorn", f"--workers={WORKERS}", "--port={port}", *fast)
    _write_our_settings(folder / "our_settings.py")
    return [
        Server("baseline", (*gunicorn, "benchmarks.baseline:app"), folder),
        Server("FastAPI", (*uvicorn, "benchmarks.baseline_fastapi:app"), folder),
        Server("Flask constant", (*gunicorn, "--config=our_settings.py", "benchmarks.constants:with_flask()"), folder),
        Server("WSGI constant", (*gunicorn, "--config=our_settings.py", "benchmarks.constants:bare"), folder),
    ]


def _write_our_settings(path: Path) -> None:
    """Write the worker class, keep-alive and the like of gunicorn.conf.py, without its hooks and its log."""
    values = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    plain = {name: value for name, value in values.items() if isinstance(value, (str, int)) and name.islower()}
    path.write_text("".join(f"{name} = {value!r}\n" for name, value in plain.items() if not name.startswith("_")))


@contextmanager
def running(server: Server) -> Iterator[Running]:
    """Run a service until the block ends. Raises SystemExit when it does not start."""
    port = _free_port()
    command = [sys.executable, "-m", *(part.format(port=port) for part in server.command)]
    environ = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "WEB_CONCURRENCY": WORKERS, "BIND": BIND.format(port=port)}
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as errors:
        environ["HISTORY_URL"] = f"sqlite:///{folder}/history.db"
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=server.folder, env=environ, stdout=subprocess.DEVNULL, stderr=errors)
        try:
            if not _is_ready(process, port):
                errors.seek(0)
                sys.exit(f"{server.name} does not start:\n{errors.read()}")
            yield Running(BIND.format(port=port), process.pid, time.perf_counter() - start)
        finally:
            _end(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_ready(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the service predicts a record."""
    body, end = json.dumps(load.records(1)[0]), time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        with suppress(OSError, HTTPException):
            connection.request("POST", "/predict", body, {"Content-Type": "application/json"})
            return connection.getresponse().status == 200
        connection.close()
        time.sleep(0.01)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    started = _tree(process.pid)
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        for pid in started:
            with suppress(ProcessLookupError):
                os.kill(pid, SIGKILL)
        process.wait()


def memory_mb(pid: int) -> float:
    """Return the proportional set size of a process and all below it."""
    rollups = [Path(f"/proc/{member}/smaps_rollup").read_text() for member in _tree(pid)]
    return sum(int(size) for text in rollups for size in re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE)) / 1024


def _tree(pid: int) -> list[int]:
    """Return the ids of a process and all below it."""
    children = " ".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")).split()
    return [pid, *(member for child in children for member in _tree(int(child)))]
