"""A Dask cluster of real processes, started by Dask's own program as people start it."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from tests.helpers.paths import ROOT
from tests.helpers.service import free_port, wait_until


class Cluster(NamedTuple):
    address: str
    scheduler: "subprocess.Popen[Any]"
    workers: list["subprocess.Popen[Any]"]
    logs: list[Path]


def start_cluster(ended: ExitStack, folder: Path, workers: int, package: str = str(ROOT)) -> Cluster:
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ["scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard", "--dashboard-address", ":0"]
    log = folder / "0.log"
    cluster = Cluster(address, _start(ended, log, package, scheduler), [], [])
    wait_until(lambda: "Scheduler at" in log.read_text(), seconds=30)
    for number in range(1, 1 + workers):
        start_worker(ended, cluster, folder / f"{number}.log", package)
    wait_until(lambda: log.read_text().count("Register worker") == workers, seconds=30)
    return cluster


def without_package(folder: Path) -> str:
    """A path on which the import of the package fails, as where it is not installed."""
    (folder / "missing/tiktok_claims").mkdir(parents=True)
    broken = folder / "missing/tiktok_claims/__init__.py"
    broken.write_text("raise ModuleNotFoundError(f'No module named {__name__}')")
    return str(folder / "missing")


def start_worker(ended: ExitStack, cluster: Cluster, log: Path, package: str = str(ROOT)) -> None:
    command = ["worker", cluster.address, "--no-nanny", "--nthreads", 1, "--no-dashboard"]
    cluster.workers.append(_start(ended, log, package, command))
    cluster.logs.append(log)


def _start(ended: ExitStack, log: Path, package: str, command: list[object]) -> "subprocess.Popen[Any]":
    with log.open("wb") as output:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("dask"), *map(str, command)], cwd=log.parent, stderr=output, stdout=output,
            env={**os.environ, "DASK_TEMPORARY_DIRECTORY": str(log.parent), "PYTHONPATH": package},
        )  # fmt: skip
    ended.callback(process.wait)
    ended.callback(process.kill)
    return process
