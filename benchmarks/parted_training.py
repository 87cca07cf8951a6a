"""What memory training takes on a Dask cluster, by rows and by rows of a part: benchmarks/TRAINING.md.

python -m benchmarks.parted_training [--rows 2000000 20000000] [--part-rows 100000] [--trees 2] [--copies 1]

Each run has a cluster of its own: a scheduler and workers of one thread each on 127.0.0.1. Beside them stands what
train.py takes for one part alone, as a file. Few trees are enough, for memory does not depend on them; seconds do.
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

OUT = Path(__file__).with_name("TRAINING.md")


class Settings(NamedTuple):
    """What `train` takes."""

    parameters: dict[str, Any]
    recipe: fit.Recipe


class Run(NamedTuple):
    """What a run took; memory is the most at a time."""

    seconds: float
    worker_mb: float  # of the worker that took most
    client_mb: float
    disk_mb: float  # of all workers


def main() -> None:
    """Run all, print the table and write it down."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[2_000_000, 20_000_000], help="(%(default)s)")
    parser.add_argument("--part-rows", type=int, nargs="+", default=[100_000], help="(%(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="of the cluster (%(default)s)")
    parser.add_argument("--trees", type=int, default=2, help="that are fitted (%(default)s)")
    parser.add_argument("--copies", type=int, default=1, help="of each row, augmented (%(default)s)")
    parser.add_argument("--out", type=Path, default=OUT, help="where the table is written (%(default)s)")
    given = parser.parse_args()
    settings = Settings({**fit.PARAMETERS, "n_estimators": given.trees}, fit.Recipe(copies=given.copies))
    lines = [
        ["rows of a part", "rows", "seconds", "a worker (MB)", "the client (MB)", "one part alone (MB)", "disk (MB)"]
    ]
    for part_rows in given.part_rows:
        for rows in given.rows:
            with tempfile.TemporaryDirectory() as name:
                parts = write(Path(name) / "parts", rows, part_rows)
                run = clustered(parts, given.workers, Path(name), settings)
                one = _in_a_process(partial(_alone, sorted(parts.iterdir())[0], settings))
            figures = (
                part_rows,
                rows // part_rows * part_rows,
                run.seconds,
                run.worker_mb,
                run.client_mb,
                one,
                run.disk_mb,
            )
            lines.append([f"{figure:,.0f}" for figure in figures])
            print(*lines[-1], flush=True)
    text = "\n".join([*conditions(given.workers, given.trees, given.copies), "", *table(lines), ""])
    given.out.write_text(text)
    print(text)


def write(folder: Path, rows: int, part_rows: int) -> Path:
    """Write a labelled data set in parts of generated rows, all different, and return its folder."""
    folder.mkdir()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:  # Dask's threads would not outlive a fork
        list(pool.map(partial(_write, folder, part_rows), range(rows // part_rows)))
    return folder


def _write(folder: Path, rows: int, number: int) -> None:
    stand_in.write_dataset(folder / f"part-{number:05}.csv", rows, incomplete=0, seed=number)


def clustered(parts: Path, workers: int, folder: Path, settings: Settings) -> Run:
    """Train on a cluster of so many workers of one thread."""
    with LocalCluster(  # type: ignore[no-untyped-call] # Dask's types are not complete
        n_workers=workers,
        threads_per_worker=1,
        memory_limit=0,
        dashboard_address="127.0.0.1:0",
        local_directory=str(folder),
    ) as cluster:
        begun, ended, disk = time.monotonic(), threading.Event(), [0]
        watcher = threading.Thread(target=_watch, args=(folder / "dask-scratch-space", ended, disk))
        watcher.start()
        try:
            client = _in_a_process(partial(_client, parts, cluster.scheduler_address, settings))
        finally:
            ended.set()
            watcher.join()
        worker = max(_most(worker.pid) for worker in cluster.workers.values())
        return Run(time.monotonic() - begun, worker, client, disk[0] / 1e6)


def _watch(folder: Path, ended: threading.Event, most: list[int]) -> None:
    while not ended.wait(1):
        sizes = 0
        for path in folder.rglob("*"):
            with suppress(FileNotFoundError):  # removed meanwhile
                sizes += path.stat().st_size
        most[0] = max(most[0], sizes)


def _client(parts: Path, address: str, settings: Settings) -> None:
    cluster.train([str(parts)], address, *settings)


def _alone(part: Path, settings: Settings) -> None:
    fit.train(dataset.read(part), *settings)


def _in_a_process(work: partial[None]) -> float:
    """Do the work and return how many MB its process took at most."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(work).result()
        return pool.submit(_most).result()


def _most(process: int | str = "self") -> float:
    """Return how many MB a process has taken at most."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def conditions(workers: int, trees: int, copies: int) -> list[str]:
    """Say when and on what it was measured."""
    return [
        "# What memory training in parts takes",
        "",
        f"Written by `python -m benchmarks.parted_training` on {datetime.now(UTC):%Y-%m-%d}: a cluster of {workers} "
        f"workers of one thread, {trees} trees, generated rows with {copies} augmented copies of each; the most that a "
        "process took, and all workers took of the disk.",
        f"Machine: {processor()}, {len(os.sched_getaffinity(0))} cores.",
    ]


if __name__ == "__main__":
    main()
