"""How much memory training takes on a Dask cluster, by rows and by rows a shard: benchmarks/TRAINING.md.

python -m benchmarks.sharded_training [--rows 2000000 20000000] [--shard-rows 100000] [--trees 2] [--copies 1]

Each run has a cluster of its own: a scheduler and workers of one thread each on 127.0.0.1. The table also has the
memory that train.py takes for one shard alone. Few trees are enough: they change the seconds, not the memory.
"""

import argparse
import os
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from distributed import LocalCluster

from benchmarks.serving import processor, table
from tiktok_claims.synthetic import stand_in
from tiktok_claims.training import cluster, dataset, fit
from tiktok_claims.training.augmentation import Recipe

OUT = Path(__file__).with_name("TRAINING.md")


class Settings(NamedTuple):
    """The arguments of `train`."""

    parameters: dict[str, Any]
    recipe: Recipe


class Run(NamedTuple):
    """Time and peak memory of a run."""

    seconds: float
    worker_mb: float  # of the largest worker
    client_mb: float
    disk_mb: float  # of all workers


def main() -> None:
    """Run all, print the table and write it to a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--rows", type=int, nargs="+", default=[2_000_000, 20_000_000], help="rows in all (%(default)s)"
    )
    parser.add_argument("--shard-rows", type=int, nargs="+", default=[100_000], help="rows a shard (%(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="workers of the cluster (%(default)s)")
    parser.add_argument("--trees", type=int, default=2, help="trees to fit (%(default)s)")
    parser.add_argument("--copies", type=int, default=1, help="augmented copies of each row (%(default)s)")
    parser.add_argument("--out", type=Path, default=OUT, help="where the table is written (%(default)s)")
    options = parser.parse_args()
    settings = Settings({**fit.PARAMETERS, "n_estimators": options.trees}, Recipe(copies=options.copies))
    lines = [
        ["rows a shard", "rows", "seconds", "a worker (MB)", "the client (MB)", "one shard alone (MB)", "disk (MB)"]
    ]
    for shard_rows in options.shard_rows:
        for rows in options.rows:
            with tempfile.TemporaryDirectory() as name:
                shards = write(Path(name) / "shards", rows, shard_rows)
                run = clustered(shards, options.workers, Path(name), settings)
                one = _in_a_process(partial(_alone, sorted(shards.iterdir())[0], settings))
            figures = (
                shard_rows,
                rows // shard_rows * shard_rows,
                run.seconds,
                run.worker_mb,
                run.client_mb,
                one,
                run.disk_mb,
            )
            lines.append([f"{figure:,.0f}" for figure in figures])
            print(*lines[-1], flush=True)
    text = "\n".join([*conditions(options.workers, options.trees, options.copies), "", *table(lines), ""])
    options.out.write_text(text)
    print(text)


def write(folder: Path, rows: int, shard_rows: int) -> Path:
    """Write a labelled data set of generated rows, all different, in shards; return its folder."""
    folder.mkdir()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:  # a fork would lose Dask's threads
        list(pool.map(partial(_write, folder, shard_rows), range(rows // shard_rows)))
    return folder


def _write(folder: Path, rows: int, number: int) -> None:
    stand_in.write_dataset(folder / f"shard-{number:05}.csv", rows, incomplete=0, seed=number)


def clustered(shards: Path, workers: int, folder: Path, settings: Settings) -> Run:
    """Train on a cluster of workers of one thread each."""
    with LocalCluster(  # type: ignore[no-untyped-call] # Dask's types are incomplete
        n_workers=workers,
        threads_per_worker=1,
        memory_limit=0,
        dashboard_address="127.0.0.1:0",
        local_directory=str(folder),
    ) as cluster:
        start, ended, disk = time.monotonic(), threading.Event(), [0]
        watcher = threading.Thread(target=_watch, args=(folder / "dask-scratch-space", ended, disk))
        watcher.start()
        try:
            client = _in_a_process(partial(_client, shards, cluster.scheduler_address, settings))
        finally:
            ended.set()
            watcher.join()
        worker = max(_peak_mb(worker.pid) for worker in cluster.workers.values())
        return Run(time.monotonic() - start, worker, client, disk[0] / 1e6)


def _watch(folder: Path, ended: threading.Event, peak: list[int]) -> None:
    while not ended.wait(1):
        sizes = 0
        for path in folder.rglob("*"):
            with suppress(FileNotFoundError):  # removed just now
                sizes += path.stat().st_size
        peak[0] = max(peak[0], sizes)


def _client(shards: Path, address: str, settings: Settings) -> None:
    cluster.train([str(shards)], address, *settings)


def _alone(shard: Path, settings: Settings) -> None:
    fit.train(dataset.read(shard), *settings)


def _in_a_process(work: partial[None]) -> float:
    """Do the work in a new process and return its peak memory in MB."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(work).result()
        return pool.submit(_peak_mb).result()


def _peak_mb(process: int | str = "self") -> float:
    """Return the peak memory of a process in MB."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def conditions(workers: int, trees: int, copies: int) -> list[str]:
    """Return when and on which machine it was measured."""
    return [
        "# How much memory training on shards takes",
        "",
        f"Written by `python -m benchmarks.sharded_training` on {datetime.now(UTC):%Y-%m-%d}: a cluster of {workers} "
        f"workers of one thread, {trees} trees, generated rows with {copies} augmented copies of each; the highest "
        "memory of a process, and the highest disk use of all workers.",
        f"Machine: {processor()}, {len(os.sched_getaffinity(0))} cores.",
    ]


if __name__ == "__main__":
    main()
