"""How fast a backlog is scored beside the plain way: one run, one table, in benchmarks/BACKLOG.md too.

python -m benchmarks.backlog [--rows 10000000] [--plain-rows 200000] [--rounds 3] [--out FILE]    # part of `make bench`

The plain way is what one writes in an afternoon: pandas, to_dict, the same features, the pipeline with its
DictVectorizer, to_csv, in one process. It has fewer rows of the same kind, for it would take an hour. In each round
both are run one after the other; the ratio is the median of the rounds' ratios of rows a second.
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
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks import servers
from benchmarks.serving import processor, table
from tiktok_claims import synthetic

ROOT = Path(__file__).parent.parent
OUT = Path(__file__).with_name("BACKLOG.md")
MODEL = ROOT / "model_chosen.bin"
DIFFERENT = 400_000  # rows that are made; a longer file repeats them
SIZES = (100_000, 1_000_000)  # rows, beside those of --rows


class Run(NamedTuple):
    """What a run took."""

    rows: int
    seconds: float
    memory_mb: float  # the most at a time, of all processes, shared pages counted once


def main() -> None:
    """Run all, print the tables and write them down."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000, help="of the longest file (%(default)s)")
    parser.add_argument("--plain-rows", type=int, default=200_000, help="of the plain way's file (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often both are run (%(default)s)")
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables are written (%(default)s)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        lines = measure(Path(name), given.rows, given.plain_rows, given.rounds)
    text = "\n".join([*conditions(given.rounds), "", *lines, ""])
    given.out.write_text(text)
    print(text)


def measure(folder: Path, rows: int, plain_rows: int, rounds: int) -> list[str]:
    """Return the tables: both ways beside each other, and how ours grows."""
    long, short = folder / "long.csv", folder / "short.csv"
    write(short, plain_rows)
    write(long, rows)
    pairs = [(plain(short, plain_rows, folder), ours(long, rows, folder, 0)) for _ in range(rounds)]
    ratio = statistics.median((b.rows / b.seconds) / (a.rows / a.seconds) for a, b in pairs)
    lines = [["", "rows", "seconds", "rows/s", "memory (MB)"]]
    for name, runs in zip(("the plain way", "score.py"), zip(*pairs, strict=True), strict=True):
        lines.append([name, *_figures(sorted(runs, key=lambda run: run.seconds)[len(runs) // 2])])
    grown = [["rows", "workers", "seconds", "rows/s", "memory (MB)"]]
    for size in sorted({*(size for size in SIZES if size < rows), rows}):
        write(long, size)
        for workers in (1, 2):
            figures = _figures(ours(long, size, folder, workers))
            grown.append([figures[0], str(workers), *figures[1:]])
    return [*table(lines), "", f"score.py scores {ratio:.1f} times as many rows a second.", "", *table(grown)]


def _figures(run: Run) -> list[str]:
    return [f"{run.rows:,}", f"{run.seconds:,.1f}", f"{run.rows / run.seconds:,.0f}", f"{run.memory_mb:,.0f}"]


def write(path: Path, rows: int) -> None:
    """Write a CSV of so many generated rows, without labels."""
    columns = synthetic.COLUMNS[3:]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        begin = file.tell()
        writer.writerows(synthetic.records(min(rows, DIFFERENT), seed=4))
    different = path.read_bytes()[begin:]
    with path.open("ab") as file:
        for _ in range(rows // DIFFERENT - 1):
            file.write(different)
        if rows > DIFFERENT and rows % DIFFERENT:
            file.writelines(different.splitlines(keepends=True)[: rows % DIFFERENT])


def ours(path: Path, rows: int, folder: Path, workers: int) -> Run:
    """Run score.py, start and end included."""
    command = ["score.py", str(path), "--out", str(folder / "ours.csv"), "--workers", str(workers)]
    return _timed([*command, "--model", str(MODEL)], rows)


def plain(path: Path, rows: int, folder: Path) -> Run:
    """Run the plain way."""
    return _timed(["-m", "benchmarks.plain_backlog", str(path), str(folder / "plain.csv"), str(MODEL)], rows)


def _timed(command: list[str], rows: int) -> Run:
    begun = time.monotonic()
    with subprocess.Popen([sys.executable, *command], cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        most = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, most))
        watcher.start()
        status = process.wait()
        seconds = time.monotonic() - begun
        watcher.join()
    if status:
        raise RuntimeError(f"{command[0]} ended with status {status}")
    return Run(rows, seconds, most[0])


def _watch(process: "subprocess.Popen[bytes]", most: list[float]) -> None:
    while process.poll() is None:
        with suppress(OSError):  # one of them has just ended
            most[0] = max(most[0], servers.memory_mb(process.pid))
        time.sleep(0.5)


def conditions(rounds: int) -> list[str]:
    """Say when and on what it was measured."""
    return [
        "# How fast a backlog is scored",
        "",
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}: CSV to CSV, start and end included, medians of "
        f"rounds: {rounds}; files of generated rows, of which {DIFFERENT:,} differ.",
        f"Machine: {processor()}, {len(os.sched_getaffinity(0))} cores.",
    ]


if __name__ == "__main__":
    main()
