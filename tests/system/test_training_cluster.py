"""train.py on a Dask cluster of real processes, one of which is killed."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from distributed import Client

from tests.helpers.dask_cluster import Cluster, start_cluster, start_worker, without_package
from tests.helpers.paths import KAGGLE, ROOT, SHIPPED, STAND_IN
from tests.helpers.service import wait_until
from tests.helpers.training import FEW, SCENARIOS, SMALL, cut, evaluated, train
from tiktok_claims.model import model_file
from tiktok_claims.training import cluster as training_cluster
from tiktok_claims.training import dataset, external_memory


def test_a_killed_worker_costs_time_only(cluster: Cluster, tmp_path: Path) -> None:
    folder = cut(STAND_IN, tmp_path / "shards", 8)
    here = external_memory.train([str(folder)], FEW, SMALL)
    killed, log = cluster.workers[0], cluster.logs[0]
    begun = [log.read_text().count("got rank") for log in cluster.logs]
    with ThreadPoolExecutor(1) as thread:
        run = thread.submit(training_cluster.train, [str(folder)], cluster.address, FEW, SMALL)
        wait_until(lambda: log.read_text().count("got rank") > begun[0] or run.done(), seconds=120)  # all fit together
        killed.kill()
        there = run.result(120)
    again = [log.read_text().count("got rank") - before for log, before in zip(cluster.logs, begun, strict=True)]
    assert again == [1, 2, 2]
    assert there.source == here.source
    for scenario in SCENARIOS:
        figures = [evaluated(trained)[scenario]["accuracy"] for trained in (here, there)]
        # which worker gets which shard decides the last digits of the trees, so some rows on the border
        assert figures[1] == pytest.approx(figures[0], abs=0.003 if scenario != "text_masked" else 0.006), scenario
    folders = {path.parent for path in cluster.logs[0].parent.rglob("*.train")}
    assert len(folders) == 1  # of the killed worker: the next that starts there clears up


def test_a_worker_that_retires_costs_time_only(tmp_path: Path) -> None:
    """Dask would hand its results on, and not the files that they name."""
    folder = cut(STAND_IN, tmp_path / "shards", 4, step=10)
    with ExitStack() as ended, ThreadPoolExecutor(1) as thread:
        cluster = start_cluster(ended, tmp_path, workers=2)
        run = thread.submit(training_cluster.train, [str(folder)], cluster.address, FEW, SMALL)
        with Client(cluster.address) as client:  # type: ignore[no-untyped-call]
            scratch = tmp_path / "dask-scratch-space"
            wait_until(lambda: len({path.parent for path in scratch.rglob("*.train")}) == 2, seconds=60)
            client.retire_workers([min(client.scheduler_info(n_workers=-1)["workers"])])
            source = run.result(120).source
    assert source.labelled == sum(dataset.read(path).labelled for path in folder.iterdir())


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_a_cluster_is_as_good_as_one_machine(cluster: Cluster, tmp_path: Path) -> None:
    folder, out = cut(KAGGLE, tmp_path / "shards", 8), tmp_path / "model.bin"
    result = train("--data", folder, "--scheduler", cluster.address, "--out", out)
    assert "19,382 rows read, 298 dropped" in result.stdout
    shipped, trained = (model_file.read(path)[0]["metrics"]["test"] for path in (SHIPPED, out))
    for scenario in SCENARIOS:
        assert trained[scenario]["accuracy"] == pytest.approx(shipped[scenario]["accuracy"], abs=0.001), scenario


def test_a_lost_scheduler_ends_the_training_in_one_line(tmp_path: Path) -> None:
    folder = cut(STAND_IN, tmp_path / "shards", 4, step=10)
    with ExitStack() as ended:
        cluster = start_cluster(ended, tmp_path, workers=1)
        command = [sys.executable, "train.py", "--data", str(folder), "--scheduler", cluster.address]
        run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
        wait_until(lambda: any((tmp_path / "dask-scratch-space").rglob("*.train")), seconds=60)
        cluster.scheduler.kill()
        result = run.communicate(timeout=60)[1]
    assert result.decode() == f"train.py: the scheduler at {cluster.address} was lost; start again\n"
    assert run.returncode == 1


@pytest.mark.parametrize("workers", [0, 1])
def test_a_cluster_without_the_package_is_reported(tmp_path: Path, workers: int) -> None:
    folder = cut(STAND_IN, tmp_path / "shards", 2, step=40)
    with ExitStack() as ended:
        cluster = start_cluster(ended, tmp_path, workers, package=without_package(tmp_path))
        result = train("--data", folder, "--scheduler", cluster.address, "--out", tmp_path / "model.bin", status=1)
    assert "cannot import tiktok_claims; install this package there" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_worker_that_lacks_a_package_is_reported(tmp_path: Path) -> None:
    """One that has the scheduler's package and not, say, xgboost."""
    folder, bare = cut(STAND_IN, tmp_path / "shards", 2, step=40), tmp_path / "bare"
    (bare / "xgboost").mkdir(parents=True)
    (bare / "xgboost/__init__.py").write_text("raise ImportError('none here')")
    with ExitStack() as ended:
        cluster = start_cluster(ended, tmp_path, workers=0)
        start_worker(ended, cluster, tmp_path / "bare.log", package=f"{bare}:{ROOT}")
        result = train("--data", folder, "--scheduler", cluster.address, "--out", tmp_path / "model.bin", status=1)
    assert "cannot import tiktok_claims; install this package there" in result.stderr
    assert result.stderr.count("\n") == 1
