"""The files in which workers count: the space for them, and what becomes of them when a worker dies.

prometheus_client gives each process files of its own in one folder, and a scrape adds them up. Knows nothing of what is
counted.
"""

import fcntl
import logging
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import mark_process_dead

FILE_BYTES = 1 << 18  # space for some 100 triples of route, method and status


def reserve(pid: int, folder: Path) -> None:
    """Reserve the space of a worker's files now: were the folder full later, counting would end in SIGBUS.

    Raises OSError.
    """
    for kind in ("counter", "histogram", "gauge_livemax"):
        _reserve(folder / f"{kind}_{pid}.db", FILE_BYTES)


def merge_dead(pid: int, folder: Path) -> None:
    """Add a dead worker's files to those of all dead workers: totals do not fall, and files do not pile up.

    Raises OSError.
    """
    with _locked(folder, fcntl.LOCK_EX):
        mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]  # the library's own
        for kind in ("counter", "histogram"):
            path = folder / f"{kind}_{pid}.db"
            if path.exists():
                try:
                    _add(path, folder / f"{kind}_dead.db")
                except (struct.error, ValueError):  # cut off: it would spoil every scrape
                    logging.getLogger("gunicorn.error").warning("The metric file %s is damaged and dropped", path)
                path.unlink()


@contextmanager
def unchanging(folder: Path) -> Iterator[None]:
    """Keep a scrape from counting a worker's files twice, or not at all, while they are merged."""
    with _locked(folder, fcntl.LOCK_SH):
        yield


def _add(path: Path, total: Path) -> None:
    _reserve(total, max(FILE_BYTES, _used(total) + _used(path)))
    sums = MmapedDict(str(total))  # type: ignore[no-untyped-call]
    for key, value, timestamp, _ in MmapedDict.read_all_values_from_file(str(path)):  # type: ignore[no-untyped-call]
        sums.write_value(key, sums.read_value(key)[0] + value, timestamp)  # type: ignore[no-untyped-call]
    sums.close()  # type: ignore[no-untyped-call]


def _reserve(path: Path, size: int) -> None:
    try:
        with path.open("ab") as file:
            os.posix_fallocate(file.fileno(), 0, size)
    except OSError:
        if path.exists() and not path.stat().st_size:
            path.unlink()  # an empty one would spoil every scrape
        raise


def _used(path: Path) -> int:
    """Return how many bytes of a file hold values, as its first four say; 0 where there is no file."""
    if not path.exists():
        return 0
    with path.open("rb") as file:
        return int.from_bytes(file.read(4), sys.byteorder)


@contextmanager
def _locked(folder: Path, operation: int) -> Iterator[None]:
    with (folder / "lock").open("a") as file:
        fcntl.flock(file, operation)
        yield
