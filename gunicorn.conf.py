"""How gunicorn serves predict:app. Values come from tiktok_claims.settings."""

import os
import socket
import sys
from pathlib import Path

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from tiktok_claims import settings

try:
    _settings = settings.read()
except settings.BadSetting as error:
    sys.exit(f"gunicorn.conf.py: {error}")

wsgi_app = "predict:app"
bind = _settings.bind
workers = _settings.workers
worker_class = "gevent"  # one slow client costs a greenlet, not a worker
preload_app = True  # the model is read and checked once, and its memory shared by all workers
timeout = _settings.timeout_seconds
graceful_timeout = _settings.graceful_timeout_seconds
keepalive = _settings.keep_alive_seconds
loglevel = _settings.log_level
# the heartbeat file lies in memory where there is such a folder: a slow disk must not look like a hung worker
worker_tmp_dir = next((folder for folder in ("/dev/shm",) if Path(folder).is_dir()), None)  # noqa: S108
control_socket_disable = True  # nothing here speaks to it


def on_starting(server: Arbiter) -> None:
    """Say in one line that the port is busy, where gunicorn would retry for five seconds."""
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


def worker_exit(server: Arbiter, worker: Worker) -> None:  # noqa: ARG001 - gunicorn's signature
    """Leave at once: onnxruntime starts a thread at import, for which a forked worker would wait on its way out."""
    os._exit(0)
