"""How gunicorn serves predict:app: values come from tiktok_claims.settings, hooks from service/gunicorn_hooks.py."""

import sys

from tiktok_claims import settings
from tiktok_claims.service import gunicorn_hooks, metric_folder
from tiktok_claims.service.gunicorn_hooks import (  # noqa: F401 - gunicorn finds these by their names
    child_exit,
    on_reload,
    on_starting,
    post_fork,
    post_request,
    post_worker_init,
    when_ready,
    worker_exit,
)

try:
    _settings = settings.read()
    metric_folder.prepare(_settings)
except settings.InvalidSetting as error:
    sys.exit(f"gunicorn.conf.py: {error}")

wsgi_app = "predict:app"
bind = [_settings.bind, *filter(None, [_settings.metrics_bind])]
workers = _settings.workers
worker_class = "gevent"  # one slow client costs a greenlet, not a worker
preload_app = True  # the model is read and checked once, and its memory shared by all workers
timeout = _settings.timeout_seconds
graceful_timeout = _settings.graceful_timeout_seconds
keepalive = _settings.keep_alive_seconds
loglevel = _settings.log_level
worker_tmp_dir = metric_folder.MEMORY  # for the heartbeat
limit_request_line = 2048
limit_request_fields = 50
limit_request_field_size = 8190
forwarder_headers = ""  # no client's header replaces a part of the address
control_socket_disable = True  # nothing here speaks to it
logger_class = gunicorn_hooks.Log
if _settings.log_format == "json":
    logconfig_dict = gunicorn_hooks.json_log(loglevel)
