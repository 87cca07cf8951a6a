"""How fast the service is next to others: one run, one table, in benchmarks/RESULTS.md too.

python -m benchmarks.serving [--rounds 5] [--seconds 3] [--out FILE]    # `make bench`; to try: --rounds 1 --seconds 1

In each round each service is started anew, loaded and ended, and each round begins with another one, so that a noisy
machine hits all alike. Figures are medians over the rounds; ratios are medians of the ratios within a round.
"""

import argparse
import os
import platform
import re
import signal
import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from math import nan
from pathlib import Path
from typing import NamedTuple

from benchmarks import load, plain_model, servers
from benchmarks.servers import Server

OUT = Path(__file__).with_name("RESULTS.md")
OTHERS = "Batch scoring: [BATCH.md](BATCH.md). Training on shards: [TRAINING.md](TRAINING.md)."
WARM_UP_SECONDS = 1
COLUMNS = {
    "ready after (s)": ".2f",
    "requests/s": ",.0f",
    "p50 (ms)": ",.2f",
    "p99 (ms)": ",.2f",
    "rows/s": ",.0f",
    "memory (MB)": ",.0f",
    "errors": ",.0f",
}
PACKAGES = (
    "flask", "gunicorn", "gevent", "pydantic", "numpy", "onnxruntime", "prometheus-client",
    "scikit-learn", "xgboost-cpu", "fastapi", "uvicorn", "uvloop", "httptools",
)  # fmt: skip


class Load(NamedTuple):
    """What is sent: requests of so many rows over so many connections, for so many times `--seconds`."""

    name: str
    connections: int
    rows: int
    times: int = 1


ALONE = Load("1 connection", 1, 1)
MANY = Load("16 connections", 16, 1)
LISTS = Load("lists of 100", 8, 100)
LONG_LISTS = Load("lists of 1,000", 8, 1_000, times=5)  # for one of which a slow service takes a second
LOADS = (ALONE, MANY, LISTS, LONG_LISTS)
COMPARED = (
    (MANY, "requests/s"),
    (MANY, "p99 (ms)"),
    (ALONE, "requests/s"),
    (ALONE, "p50 (ms)"),
    (LISTS, "rows/s"),
    (LONG_LISTS, "rows/s"),
    (MANY, "ready after (s)"),
    (MANY, "memory (MB)"),
)

Figures = dict[str, float]  # by column
Round = dict[tuple[Load, str], Figures]  # by load and service


def main() -> None:
    """Run all rounds, print the tables and write them down."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each service is measured (%(default)s)")
    parser.add_argument("--seconds", type=int, default=3, help="of each load in a round (%(default)s)")
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables are written (%(default)s)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # no service is left behind
    with tempfile.TemporaryDirectory() as folder:
        services = _prepare(Path(folder))
        rounds = [measure(services, turn, options.seconds, Path(folder)) for turn in range(options.rounds)]
    names = [service.name for service in services]
    tables = [*figures(rounds, names), "", *ratios(rounds, names)]
    lines = [*conditions(options.rounds, options.seconds), "", *tables, "", OTHERS, ""]
    options.out.write_text("\n".join(lines))
    print(*lines[2:], sep="\n")


def _prepare(folder: Path) -> list[Server]:
    plain_model.train(folder / plain_model.FILE)
    for sent in LOADS:
        load.write_bodies(_bodies(folder, sent), sent.rows)
    return [servers.OURS, *servers.others(folder)]


def _bodies(folder: Path, sent: Load) -> Path:
    return folder / f"{sent.rows}.jsonl"


def measure(services: Sequence[Server], turn: int, seconds: int, folder: Path) -> Round:
    """Measure each service under each load, beginning with another service each turn."""
    measured: Round = {}
    first = turn % len(services)
    for service in (*services[first:], *services[:first]):
        print(f"round {turn + 1}: {service.name}", file=sys.stderr)
        with servers.running(service) as running:
            load.send(_bodies(folder, MANY), running.address, MANY.connections, WARM_UP_SECONDS)
            for sent in LOADS:
                seconds_sent = seconds * sent.times
                outcome = load.send(_bodies(folder, sent), running.address, sent.connections, seconds_sent)
                measured[sent, service.name] = _figures(running, sent, outcome)
    return measured


def _figures(running: servers.Running, sent: Load, outcome: load.Outcome) -> Figures:
    rate = outcome.requests / outcome.seconds
    return {
        "ready after (s)": running.ready_seconds,
        "requests/s": rate,
        "p50 (ms)": outcome.p50_ms,
        "p99 (ms)": outcome.p99_ms,
        "rows/s": rate * sent.rows,
        "memory (MB)": servers.memory_mb(running.pid),
        "errors": outcome.errors,
    }


def conditions(rounds: int, seconds: int) -> list[str]:
    """Say when, on what and with what it was measured."""
    return [
        "# How fast the service is",
        "",
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}: rounds: {rounds}, seconds a load: {seconds}, "
        f"{load.RECORDS:,} different records in turn, {servers.WORKERS} workers each.",
        f"Machine: {processor()}, {len(os.sched_getaffinity(0))} cores, which wrk uses too. "
        f"Python {platform.python_version()}, {', '.join(_versions())}.",
    ]


def processor() -> str:
    """Return the name of this machine's processor."""
    match = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return match[1] if match else platform.machine()


def _versions() -> Iterable[str]:
    for package in PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"no {package}"


def figures(rounds: Sequence[Round], names: Sequence[str]) -> list[str]:
    """Return the table of all figures, as medians over the rounds."""
    lines = [["load", "service", *COLUMNS]]
    for sent in LOADS:
        for name in names:
            seen = [measured[sent, name] for measured in rounds]
            medians = [format(statistics.median(f[column] for f in seen), form) for column, form in COLUMNS.items()]
            lines.append([sent.name, name, *medians])
    return table(lines)


def ratios(rounds: Sequence[Round], names: Sequence[str]) -> list[str]:
    """Return the table of the first service's figures divided by those of the others."""
    ours, *others = names
    lines = [[f"{ours} divided by", *others]]
    for sent, column in COMPARED:
        line = [f"{column}, {sent.name}"]
        for name in others:
            shares = [m[sent, ours][column] / (m[sent, name][column] or nan) for m in rounds]
            line.append(f"{statistics.median(shares):.2f}")
        lines.append(line)
    return table(lines)


def table(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return lines of cells, the first of them headings, as a Markdown table that reads well as it is."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rows = [[cell.rjust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    rows.insert(1, ["-" * (width - 1) + ":" for width in widths])
    return [f"| {' | '.join(row)} |" for row in rows]


if __name__ == "__main__":
    main()
