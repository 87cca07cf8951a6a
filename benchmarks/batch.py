"""How fast score.py is next to the plain way, and how it scales: benchmarks/BATCH.md and batch.png.

python -m benchmarks.batch [--rows 10000000] [--plain-rows 200000] [--rounds 3] [--out FILE]    # part of `make bench`

The plain way is what one writes in an afternoon: pandas, to_dict, the same features, the pipeline with its
DictVectorizer, to_csv, in one process. It gets fewer rows, because all would take an hour. In each round both run one
after the other; the ratio is the median of the rounds' ratios of rows a second.
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks import servers
from benchmarks.serving import processor, table
from tiktok_claims.synthetic import stand_in

ROOT = Path(__file__).parent.parent
OUT = Path(__file__).with_name("BATCH.md")
MODEL = ROOT / "model_chosen.bin"
DIFFERENT = 400_000  # generated rows; a longer file repeats them
SIZES = (100_000, 1_000_000)  # rows of the smaller files; --rows is the largest


class Run(NamedTuple):
    """Time and memory of a run."""

    rows: int
    seconds: float
    memory_mb: float  # peak of all processes together, shared pages counted once


def main() -> None:
    """Run all, print the tables and write them to a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of the largest file (%(default)s)")
    parser.add_argument("--plain-rows", type=int, default=200_000, help="rows of the plain way's file (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each (%(default)s)")
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables are written (%(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        comparison = compare(Path(name), options.rows, options.plain_rows, options.rounds)
        scaling = scale(Path(name), options.rows)
    picture = options.out.with_name("batch.png")
    draw(scaling, picture)
    image = ["", f"![rows a second and memory by rows and workers]({picture.name})", ""]
    text = "\n".join([*conditions(options.rounds), "", *comparison, "", *scaling_table(scaling), *image])
    options.out.write_text(text)
    print(text)


def compare(folder: Path, rows: int, plain_rows: int, rounds: int) -> list[str]:
    """Return the table of both ways next to each other."""
    long, short = folder / "long.csv", folder / "short.csv"
    write(short, plain_rows)
    write(long, rows)
    pairs = [(plain(short, plain_rows, folder), score(long, rows, folder, 0)) for _ in range(rounds)]
    ratio = statistics.median((b.rows / b.seconds) / (a.rows / a.seconds) for a, b in pairs)
    lines = [["", "rows", "seconds", "rows/s", "memory (MB)"]]
    for name, runs in zip(("the plain way", "score.py"), zip(*pairs, strict=True), strict=True):
        lines.append([name, *_figures(sorted(runs, key=lambda run: run.seconds)[len(runs) // 2])])
    return [*table(lines), "", f"score.py scores {ratio:.1f} times as many rows a second."]


def scale(folder: Path, largest: int) -> dict[int, list[Run]]:
    """Return the runs of one worker and of two on files of up to `largest` rows."""
    path, scaling = folder / "long.csv", dict[int, list[Run]]({1: [], 2: []})
    for rows in sorted({*(size for size in SIZES if size < largest), largest}):
        write(path, rows)
        for workers, runs in scaling.items():
            runs.append(score(path, rows, folder, workers))
    return scaling


def scaling_table(scaling: dict[int, list[Run]]) -> list[str]:
    """Return the table of runs by rows and workers."""
    lines = [["rows", "workers", "seconds", "rows/s", "memory (MB)"]]
    for runs in zip(*scaling.values(), strict=True):
        for workers, run in zip(scaling, runs, strict=True):
            rows, *others = _figures(run)
            lines.append([rows, str(workers), *others])
    return table(lines)


def draw(scaling: dict[int, list[Run]], path: Path) -> None:
    """Draw rows a second and memory by rows."""
    import matplotlib.pyplot as plt  # here because tests measure without it

    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), layout="constrained")
    measures: tuple[tuple[str, Callable[[Run], float]], ...] = (
        ("rows a second", lambda run: run.rows / run.seconds),
        ("memory (MB)", lambda run: run.memory_mb),
    )
    for axis, (name, figure_of) in zip(axes, measures, strict=True):
        for (workers, runs), colour in zip(scaling.items(), ("#0072b2", "#d55e00"), strict=True):
            label = f"{workers} worker{'s' if workers > 1 else ''}"
            axis.plot([run.rows for run in runs], [figure_of(run) for run in runs], "o-", color=colour, label=label)
        axis.set(title=name, xlabel="rows of the file", xscale="log")
        axis.set_ylim(bottom=0)
        axis.yaxis.set_major_formatter("{x:,.0f}")
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].legend(frameon=False)
    figure.savefig(path, dpi=96, metadata={"Software": None})


def _figures(run: Run) -> list[str]:
    return [f"{run.rows:,}", f"{run.seconds:,.1f}", f"{run.rows / run.seconds:,.0f}", f"{run.memory_mb:,.0f}"]


def write(path: Path, rows: int) -> None:
    """Write a CSV of generated rows without labels."""
    columns = stand_in.COLUMNS[3:]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        header_bytes = file.tell()
        writer.writerows(stand_in.records(min(rows, DIFFERENT), seed=4))
    different = path.read_bytes()[header_bytes:]
    with path.open("ab") as file:
        for _ in range(rows // DIFFERENT - 1):
            file.write(different)
        if rows > DIFFERENT and rows % DIFFERENT:
            file.writelines(different.splitlines(keepends=True)[: rows % DIFFERENT])


def score(path: Path, rows: int, folder: Path, workers: int) -> Run:
    """Run score.py, its start and end included."""
    command = ["score.py", str(path), "--out", str(folder / "scored.csv"), "--workers", str(workers)]
    return _timed([*command, "--model", str(MODEL)], rows)


def plain(path: Path, rows: int, folder: Path) -> Run:
    """Run the plain way."""
    return _timed(["-m", "benchmarks.plain_batch", str(path), str(folder / "plain.csv"), str(MODEL)], rows)


def _timed(command: list[str], rows: int) -> Run:
    start = time.monotonic()
    with subprocess.Popen([sys.executable, *command], cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peak))
        watcher.start()
        status = process.wait()
        seconds = time.monotonic() - start
        watcher.join()
    if status:
        raise RuntimeError(f"{command[0]} ended with status {status}")
    return Run(rows, seconds, peak[0])


def _watch(process: "subprocess.Popen[bytes]", peak: list[float]) -> None:
    while process.poll() is None:
        with suppress(OSError):  # a process has just ended
            peak[0] = max(peak[0], servers.memory_mb(process.pid))
        time.sleep(0.5)


def conditions(rounds: int) -> list[str]:
    """Return when and on which machine it was measured."""
    return [
        "# How fast batch scoring is",
        "",
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}: CSV to CSV, start and end included, medians of "
        f"rounds: {rounds}; files of generated rows, of which {DIFFERENT:,} differ.",
        f"Machine: {processor()}, {len(os.sched_getaffinity(0))} cores.",
    ]


if __name__ == "__main__":
    main()
