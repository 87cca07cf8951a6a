"""How gunicorn serves predict:app. Values come from tiktok_claims.settings."""

import atexit
import ctypes
import gc
import os
import shutil
import signal
import socket
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import gevent
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from tiktok_claims import settings

# Memory where there is such a folder: a slow or full disk must neither look like a hung worker nor stop the counting.
_memory = next((folder for folder in ("/dev/shm",) if Path(folder).is_dir()), None)  # noqa: S108

try:
    _settings = settings.read()
except settings.InvalidSetting as error:
    sys.exit(f"gunicorn.conf.py: {error}")

# Where workers count; read when prometheus_client is imported, hence before the application is. A folder made here is
# removed when the master ends, and only then: workers leave by os._exit.
_MADE_HERE = "claims-counts-"
try:
    _counts = _settings.prometheus_multiproc_dir or Path(tempfile.mkdtemp(prefix=_MADE_HERE, dir=_memory))
    _counts.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=_counts).close()  # can it be written?
except OSError as error:
    sys.exit(f"gunicorn.conf.py: PROMETHEUS_MULTIPROC_DIR: {error}")
if _counts.name.startswith(_MADE_HERE):
    atexit.register(shutil.rmtree, _counts, ignore_errors=True)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_counts)

wsgi_app = "predict:app"
bind = [_settings.bind, *filter(None, [_settings.metrics_bind])]
workers = _settings.workers
worker_class = "gevent"  # one slow client costs a greenlet, not a worker
preload_app = True  # the model is read and checked once, and its memory shared by all workers
timeout = _settings.timeout_seconds
graceful_timeout = _settings.graceful_timeout_seconds
keepalive = _settings.keep_alive_seconds
loglevel = _settings.log_level
worker_tmp_dir = _memory  # for the heartbeat
limit_request_line = 2048
limit_request_fields = 50
limit_request_field_size = 8190
forwarder_headers = ""  # no header of a client's stands for a part of the address
control_socket_disable = True  # nothing here speaks to it


class Log(Logger):
    """gunicorn's log without its line for each request, which it would format even to throw it away."""

    def access(self, *said: object) -> None:
        """Say nothing: the service writes a line of its own."""


logger_class = Log
if _settings.log_format == "json":
    logconfig_dict = {
        "formatters": {"generic": {"()": "tiktok_claims.service.metrics.JsonLines"}},
        "loggers": {"gunicorn.error": {"level": loglevel.upper(), "handlers": ["console"], "propagate": False}},
    }


def on_starting(server: Arbiter) -> None:
    """Say in one line that the port is busy, where gunicorn would retry for five seconds."""
    from tiktok_claims.service import metrics  # not at the top: the folder of the counts must be set before

    server.log.error_log.addFilter(metrics.hide_client_input)
    for address in server.cfg.address:
        if isinstance(address, tuple):
            with socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(address)
                except OSError as error:
                    sys.exit(
                        f"cannot listen on {address[0]}:{address[1]}: {error.strerror} (BIND=HOST:PORT sets another)"
                    )


def when_ready(server: Arbiter) -> None:  # noqa: ARG001 - gunicorn's signature
    """Leave to the workers memory that stays shared: nothing in it to collect, no room that was needed for once."""
    gc.collect()
    gc.freeze()
    with suppress(OSError, AttributeError):  # glibc's own
        ctypes.CDLL(None).malloc_trim(0)


def on_reload(server: Arbiter) -> None:
    """Load the model anew for the workers that start now; a bad one is refused, and the old one goes on serving."""
    import predict  # not at the top: the folder of the counts must be set before
    from tiktok_claims.model.model_file import InvalidModelFile

    try:
        server.app.callable = predict.load()
    except (settings.InvalidSetting, InvalidModelFile) as error:
        server.log.error("The new model is refused, the old one goes on serving: %s", error)


def post_fork(server: Arbiter, worker: Worker) -> None:  # noqa: ARG001 - gunicorn's signature
    """Let a SIGTERM end a worker that is still starting: gunicorn would lose it and wait for the graceful timeout."""
    from tiktok_claims.service import metric_files

    try:
        _counts.mkdir(parents=True, exist_ok=True)  # somebody may have tidied up
        metric_files.reserve(os.getpid(), _counts)
    except OSError as error:
        server.log.warning("There is little room for the counts in %s: %s", _counts, error.strerror)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def post_worker_init(worker: Worker) -> None:
    """Say which model the worker serves, and start to keep what it answers."""
    from tiktok_claims.service import metrics

    metrics.worker_started(worker.wsgi.config["MODEL_VERSION"])
    if journal := worker.wsgi.config["HISTORY_WRITER"]:
        journal.start()


def post_request(worker: Worker, request: Any, environ: Any, response: Any) -> None:  # noqa: ARG001 - gunicorn's signature
    """Let other connections have their turn: one whose next request is there already would never give way."""
    gevent.sleep(0)


def child_exit(server: Arbiter, worker: Worker) -> None:
    """Keep what a dead worker counted."""
    from tiktok_claims.service import metric_files

    try:
        metric_files.merge_dead(worker.pid, _counts)
    except Exception as error:  # noqa: BLE001 - no file of counts, whatever it holds, may end the master
        server.log.warning("What worker %s counted is lost: %s", worker.pid, error)


def worker_exit(server: Arbiter, worker: Worker) -> None:  # noqa: ARG001 - gunicorn's signature
    """Keep what the worker answered last, and leave at once: logging would stumble over gevent, which goes first."""
    if (app := getattr(worker, "wsgi", None)) and (journal := app.config["HISTORY_WRITER"]):
        journal.close()
    os._exit(0)
