"""The files in which workers count: their room, and what becomes of them when a worker dies.

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

FILE_BYTES = 1 << 18  # room for some 100 triples of route, method and status


def reserve(pid: int, folder: Path) -> None:
    """Take the room of a worker's files now: where the folder is full later, counting would end in SIGBUS.

    Raises OSError.
    """
    for kind in ("counter", "histogram", "gauge_livemax"):
        _reserve(folder / f"{kind}_{pid}.db", FILE_BYTES)


def merge_dead(pid: int, folder: Path) -> None:
    """Add a dead worker's counts to those of all dead workers: totals do not fall, and files do not pile up.

    Raises OSError.
    """
    with _locked(folder, fcntl.LOCK_EX):
        mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]  # the library's own
        for kind in ("counter", "histogram"):
            counted = folder / f"{kind}_{pid}.db"
            if counted.exists():
                try:
                    _add(counted, folder / f"{kind}_dead.db")
                except (struct.error, ValueError):  # cut off: it would spoil every scrape
                    logging.getLogger("gunicorn.error").warning("The counts in %s are damaged and dropped", counted)
                counted.unlink()


@contextmanager
def unchanging(folder: Path) -> Iterator[None]:
    """Keep a scrape from seeing counts twice, or not at all, while they are added up."""
    with _locked(folder, fcntl.LOCK_SH):
        yield


def _add(counted: Path, total: Path) -> None:
    _reserve(total, max(FILE_BYTES, _used(total) + _used(counted)))
    sums = MmapedDict(str(total))  # type: ignore[no-untyped-call]
    for key, value, timestamp, _ in MmapedDict.read_all_values_from_file(str(counted)):  # type: ignore[no-untyped-call]
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
    """How many bytes of a file hold counts, as its first four say; none where there is no file."""
    if not path.exists():
        return 0
    with path.open("rb") as file:
        return int.from_bytes(file.read(4), sys.byteorder)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    with (folder / "lock").open("a") as file:
        fcntl.flock(file, how)
        yield
