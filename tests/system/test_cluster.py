"""score.py from folder to folder, on this machine and on a Dask cluster of real processes, one of which is killed."""

import pickle
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
import yaml
from pyarrow.fs import LocalFileSystem

from tests.helpers.batch import ROWS, read, score, write
from tests.helpers.dask_cluster import Cluster, start_cluster, without_package
from tests.helpers.paths import ROOT, SHIPPED
from tests.helpers.service import wait_until
from tiktok_claims.batch import shards
from tiktok_claims.batch.job import UNFINISHED
from tiktok_claims.files.storage import Shard

INVALID = {"video_id": 1, "video_view_count": -1}
MANY = ROWS * 16
NAMES = [*(f"shard-{number:02}.csv" for number in range(8)), "a.parquet", "b.parquet", "c.ndjson.gz", "d.csv.zst"]


@pytest.fixture(scope="module")
def shard_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of shards, two of them with an invalid row."""
    folder = tmp_path_factory.mktemp("given")
    for name in NAMES:
        write(folder / name, [*MANY, INVALID] if name in ("shard-03.csv", "a.parquet") else MANY)
    return folder


@pytest.fixture(scope="module")
def one_machine(shard_folder: Path) -> dict[str, bytes]:
    """What comes out without a cluster."""
    out = shard_folder.parent / "one machine"
    score(shard_folder, "--out", f"{out}/", status=3)
    return content(out)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def open_files(process: "subprocess.Popen[Any]") -> list[str]:
    names = []
    for path in Path(f"/proc/{process.pid}/fd").iterdir():
        with suppress(OSError):  # closed since
            names.append(str(path.readlink()))
    return names


def test_a_shard_is_what_its_file_alone_becomes(
    shard_folder: Path, one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    assert set(one_machine) == {*NAMES, "shard-03.csv.errors.csv", "a.parquet.errors.csv", ".job.json"}
    for name in ("shard-03.csv", "a.parquet", "c.ndjson.gz"):
        score(shard_folder / name, "--out", tmp_path / name, status=0 if name == "c.ndjson.gz" else 3)
    for name, data in content(tmp_path).items():
        assert one_machine[name] == data, name


def test_a_killed_worker_costs_time_only(
    cluster: Cluster, shard_folder: Path, one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = subprocess.Popen(
        [sys.executable, "score.py", shard_folder, "--out", out, "--scheduler", cluster.address, "--resume"], cwd=ROOT
    )
    killed = cluster.workers[0]

    def at_work() -> bool:
        return any(str(out / UNFINISHED) in name for name in open_files(killed))

    def stopped_at_work() -> bool:
        if not at_work():
            return False
        killed.send_signal(signal.SIGSTOP)
        if not at_work():  # it had just finished a shard
            killed.send_signal(signal.SIGCONT)
            return False
        return True

    wait_until(stopped_at_work)
    killed.kill()
    assert run.wait(60) == 3
    assert content(out) == one_machine


def test_a_killed_job_resumes(
    cluster: Cluster, shard_folder: Path, one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    options = [shard_folder, "--out", out, "--scheduler", cluster.address]
    run = subprocess.Popen([sys.executable, "score.py", *map(str, options)], cwd=ROOT)
    wait_until(lambda: any(out.glob("shard-*.csv")))
    run.kill()
    run.wait()
    score(*options, "--resume", status=3)
    assert content(out) == one_machine


def test_the_model_is_sent_once_a_worker_and_not_with_each_shard(
    cluster: Cluster, shard_folder: Path, tmp_path: Path
) -> None:
    for run in ("first", "second"):
        score(shard_folder / "shard-*.csv", "--out", tmp_path / run, "--scheduler", cluster.address, status=3)
    for log in cluster.logs:
        assert log.read_text().count("Starting Worker plugin model") == 1
    here = LocalFileSystem()
    shard = Shard(here, str(shard_folder / "a.parquet"), 1)
    sent = pickle.dumps((shards.score, shard, shards.Target(here, str(tmp_path), "version", False, False, False)))
    assert len(sent) < 1000 < SHIPPED.stat().st_size


def test_a_job_resumes_with_the_missing_shards(
    cluster: Cluster, shard_folder: Path, one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    shutil.copytree(shard_folder.parent / "one machine", tmp_path / "out")
    for name in ("shard-03.csv", "c.ndjson.gz"):
        (tmp_path / "out" / name).unlink()
    before = {path: path.stat().st_ino for path in (tmp_path / "out").glob("shard-0?.csv")}
    options = ["--out", tmp_path / "out", "--scheduler", cluster.address]
    result = score(shard_folder, *options, status=1)
    assert b"10 of the shards are there; --resume scores the others" in result.stderr
    result = score(shard_folder, *options, "--resume", "--only-predictions", status=1)
    assert b"began with other options or another model" in result.stderr
    result = score(shard_folder, *options, "--resume", status=3)  # the rows that were invalid still count
    assert result.stderr.startswith(f"{2 * len(MANY) + 1:,} rows in ".encode())
    assert b", 2 of them invalid" in result.stderr
    assert content(tmp_path / "out") == one_machine
    assert {path: path.stat().st_ino for path in before} == before


def test_shards_are_addressed_by_uri(
    cluster: Cluster, shard_folder: Path, one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    score(f"{shard_folder.as_uri()}/shard-0*.csv", "--out", out.as_uri(), "--scheduler", cluster.address, status=3)
    assert content(out) == {name: data for name, data in one_machine.items() if name.startswith(("shard-", "."))}


def test_strict_stops_at_an_invalid_row(cluster: Cluster, shard_folder: Path, tmp_path: Path) -> None:
    result = score(shard_folder / "a.parquet", "--out", tmp_path, "--strict", "--scheduler", cluster.address, status=3)
    assert f"a.parquet, row {len(MANY) + 1:,}: video_view_count is below 0" in result.stderr.decode()
    assert not (tmp_path / "a.parquet").exists()


@pytest.mark.parametrize("name", ["empty.csv", "empty.csv.gz", "empty.parquet", "empty.ndjson"])
def test_a_shard_without_rows_becomes_one_without_rows(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    shard_folder = write(tmp_path / "in" / name, ROWS[:0])
    if name == "empty.parquet":
        rows = pyarrow.parquet.read_table(write(tmp_path / "one.parquet", ROWS[:1]))
        pyarrow.parquet.write_table(rows.slice(0, 0), shard_folder)
    score(tmp_path / "in", "--out", f"{tmp_path}/out/")
    assert read(tmp_path / "out" / name) == []


def test_an_unreadable_shard_costs_the_others_nothing(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.parquet").write_bytes(b"PAR1")
    write(tmp_path / "in" / "good.csv", ROWS)
    result = score(tmp_path / "in", "--out", tmp_path / "out", "--scheduler", cluster.address, status=1)
    assert b"bad.parquet: " in result.stderr
    assert result.stderr.count(b"\n") == 1
    assert set(content(tmp_path / "out")) == {"good.csv", ".job.json"}


def test_a_lost_scheduler_ends_the_job_in_one_line(shard_folder: Path, tmp_path: Path) -> None:
    with ExitStack() as ended:
        cluster = start_cluster(ended, tmp_path, workers=0)
        run = subprocess.Popen(
            [sys.executable, "score.py", shard_folder, "--out", tmp_path / "out", "--scheduler", cluster.address],
            cwd=ROOT, stderr=subprocess.PIPE,
        )  # fmt: skip
        wait_until((tmp_path / "out" / ".job.json").exists)  # and its shards wait for a worker
        cluster.scheduler.kill()
        result = run.communicate(timeout=30)[1]
    assert result.decode() == f"score.py: the scheduler at {cluster.address} was lost; --resume continues the job\n"
    assert run.returncode == 1


@pytest.mark.parametrize("workers", [0, 1])
def test_a_cluster_without_the_package_is_reported(shard_folder: Path, tmp_path: Path, workers: int) -> None:
    with ExitStack() as ended:
        cluster = start_cluster(ended, tmp_path, workers, package=without_package(tmp_path))
        result = score(shard_folder, "--out", tmp_path / "out", "--scheduler", cluster.address, status=1)
    assert b"cannot import tiktok_claims; install this package there" in result.stderr
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("listens", [False, True], ids=["closed", "silent"])
def test_a_scheduler_that_does_not_answer_is_reported_in_one_line(
    shard_folder: Path, tmp_path: Path, listens: bool
) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        if listens:
            silent.listen()
        begun = time.monotonic()
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        result = score(shard_folder, "--out", tmp_path / "out", "--scheduler", address, status=1)
    assert result.stderr.decode() == f"score.py: no scheduler answers at {address}\n"
    assert time.monotonic() - begun < 20
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "options",
    [["-", "--scheduler", "tcp://127.0.0.1:1"], ["in.csv", "--scheduler", "tcp://127.0.0.1:1", "--workers", "2"]],
)
def test_options_that_contradict_shards_are_a_wrong_command(tmp_path: Path, options: list[str]) -> None:
    score(*options, "--out", tmp_path / "out", status=2)


def test_the_job_in_kubernetes_gives_options_that_there_are() -> None:
    job = yaml.safe_load((ROOT / "deploy/kubernetes/batch/job.yaml").read_text())
    (container,) = job["spec"]["template"]["spec"]["containers"]
    options = {word for word in container["args"] if word.startswith("--")}
    known = set(re.findall(r"--[a-z-]+", score("--help").stdout.decode()))
    assert "--scheduler" in options
    assert options <= known
