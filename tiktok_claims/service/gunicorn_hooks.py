"""What gunicorn calls as its master and workers start, serve and end. gunicorn.conf.py names these functions.

Functions import metrics.py and metric_files.py themselves, and not this module at its top: see metric_folder.py.
"""

import ctypes
import gc
import os
import signal
import socket
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import gevent
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from tiktok_claims import settings
from tiktok_claims.history.tables import NewerSchema
from tiktok_claims.model import model_store
from tiktok_claims.model.model_file import InvalidModelFile

STORE_SECONDS = 1  # between two looks into the model store


class Log(Logger):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's log without its line for each request, which it would format even to throw it away."""

    def access(self, *_: object) -> None:
        """Write nothing: access_log.py writes a line of its own."""


def json_log(level: str) -> dict[str, Any]:
    """Return the configuration by which gunicorn's messages become lines of JSON."""
    return {
        "formatters": {"generic": {"()": "tiktok_claims.service.access_log.JsonLines"}},
        "loggers": {"gunicorn.error": {"level": level.upper(), "handlers": ["console"], "propagate": False}},
    }


def on_starting(server: Arbiter) -> None:
    """Stop at once when the port is busy, where gunicorn would retry for five seconds."""
    from tiktok_claims.service.access_log import hide_client_input

    server.log.error_log.addFilter(hide_client_input)
    check_ports(address for address in server.cfg.address if isinstance(address, tuple))


def check_ports(addresses: Iterable[tuple[str, int]]) -> None:
    """Exit with one line when an address cannot be listened on."""
    for host, port in addresses:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                sys.exit(f"cannot listen on {host}:{port}: {error.strerror} (BIND=HOST:PORT sets another)")


def when_ready(server: Arbiter) -> None:  # noqa: ARG001 - gunicorn's signature
    """Leave memory to the workers that stays shared: nothing in it to collect, none that was needed only once."""
    gc.collect()
    gc.freeze()
    with suppress(OSError, AttributeError):  # glibc only
        ctypes.CDLL(None).malloc_trim(0)
    follow_store(settings.read().model_path)


def follow_store(path: Path, seconds: float = STORE_SECONDS) -> None:
    """Reload when the model store has another current model. A timer does it: the master is to have no thread."""
    if not path.is_dir():
        return
    served = model_store.current(path)

    def look(*_: object) -> None:
        nonlocal served
        with suppress(OSError):  # the store is not there now: what is served goes on
            if (current := model_store.current(path)) != served:
                served = current
                os.kill(os.getpid(), signal.SIGHUP)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)  # which forked workers do not have


def on_reload(server: Arbiter) -> None:
    """Load the model anew for the workers that start now; when it is refused, the old one goes on serving."""
    from tiktok_claims.service.app import load

    try:
        server.app.callable = load()
    except (settings.InvalidSetting, InvalidModelFile, NewerSchema) as error:
        server.log.error("The new model is refused, the old one goes on serving: %s", error)


def post_fork(server: Arbiter, worker: Worker) -> None:  # noqa: ARG001 - gunicorn's signature
    """Reserve the worker's metric files, and let SIGTERM end it at once while it is still starting.

    gunicorn's own handler would lose that signal, and wait for the graceful timeout.
    """
    from tiktok_claims.service import metric_files

    folder = _metric_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)  # somebody may have tidied up
        metric_files.reserve(os.getpid(), folder)
    except OSError as error:
        server.log.warning("There is little space for metric files in %s: %s", folder, error.strerror)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def post_worker_init(worker: Worker) -> None:
    """Count which model the worker serves, and start to write its predictions to the history."""
    from tiktok_claims.service import metrics

    metrics.worker_started(worker.wsgi.config["MODEL_VERSION"])
    if writer := worker.wsgi.config["HISTORY_WRITER"]:
        writer.start()


def post_request(worker: Worker, request: Any, environ: Any, response: Any) -> None:  # noqa: ARG001 - gunicorn's signature
    """Let other connections have their turn: one whose next request has arrived would never give way."""
    gevent.sleep(0)


def child_exit(server: Arbiter, worker: Worker) -> None:
    """Merge the metric files of a dead worker."""
    from tiktok_claims.service import metric_files

    try:
        metric_files.merge_dead(worker.pid, _metric_folder())
    except Exception as error:  # noqa: BLE001 - no metric file, whatever it holds, may end the master
        server.log.warning("What worker %s counted is lost: %s", worker.pid, error)


def worker_exit(server: Arbiter, worker: Worker) -> None:  # noqa: ARG001 - gunicorn's signature
    """Write the worker's last predictions and leave at once: logging would fail without gevent, which goes first."""
    if (app := getattr(worker, "wsgi", None)) and (writer := app.config["HISTORY_WRITER"]):
        writer.close()
    os._exit(0)


def _metric_folder() -> Path:
    folder = settings.read().prometheus_multiproc_dir
    assert folder, "gunicorn.conf.py calls metric_folder.prepare"  # noqa: S101 - for the type checker
    return folder
