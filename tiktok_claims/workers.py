"""Processes of this machine that work through tasks and end with the process that started them.

Knows nothing of the tasks. A Dask cluster's workers are in dask_client.py; what both raise is here, so that nobody has
to import Dask to catch it.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial


class ClusterUnavailable(Exception):
    """The cluster does not answer, or no longer; the message says which cluster and what to do."""


def count(workers: int) -> int:
    """Return the number of processes: 0 stands for one for each core."""
    return workers or len(os.sched_getaffinity(0))


def pool(workers: int = 0, prepare: Callable[..., None] | None = None, *arguments: object) -> ProcessPoolExecutor:
    """Return `count(workers)` processes, each of which first calls `prepare` with the arguments."""
    context = multiprocessing.get_context("spawn")  # a fork would inherit the locks of the ONNX runtime
    return ProcessPoolExecutor(count(workers), context, partial(_start, prepare, *arguments))


def _start(prepare: Callable[..., None] | None, *arguments: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which ends this process
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare:
        prepare(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)  # the parent was killed: no other process would end this one
