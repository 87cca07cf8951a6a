"""The access log: an id, a measured time and a line for each request; and gunicorn's own messages in the same form.

No transcript, key or query is ever logged.
"""

import logging
import os
import re
import select
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from tiktok_claims.service import metrics
from tiktok_claims.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Keys of the environ: whatever responds to a request sets there its route and how many records it scored.
ROUTE, ROWS = "claims.route", "claims.rows"
LOGGED_PATH = 200  # characters; a line stays short enough to be written in one piece

_request_id = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_traceparent = re.compile(r"[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
_invalid_request = re.compile(r"(Invalid request from ip=\S+: [^:']*).*", re.DOTALL)
_STDOUT = 1
_stdout = select.poll()  # made before gevent patches select: it must return at once and not wait for other requests
_stdout.register(_STDOUT, select.POLLOUT)


def install(application: "WSGIApplication", settings: Settings, model_version: str) -> "WSGIApplication":
    """Return the application with an id, a measured time and a line in the log for each request."""
    lowest_status = 100 if settings.log_level in ("debug", "info") else 500  # that makes a line
    as_text = settings.log_format == "text"

    def respond(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        start = time.perf_counter()
        sent = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = sent if _request_id.fullmatch(sent) else os.urandom(8).hex()
        status = 0

        def start_with_id(status_line: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            nonlocal status
            status = int(status_line[:3])
            return start_response(status_line, [*headers, ("X-Request-ID", request_id)], *error)

        response = application(environ, start_with_id)
        seconds = time.perf_counter() - start
        metrics.count_request(environ.get(ROUTE, "unknown"), environ["REQUEST_METHOD"], status, seconds)
        if status >= lowest_status:
            _write(_line(environ, request_id, status, seconds, model_version), as_text)
        return response

    return respond


def _line(
    environ: "WSGIEnvironment", request_id: str, status: int, seconds: float, model_version: str
) -> dict[str, Any]:
    line: dict[str, Any] = {
        "time": _now(),
        "request_id": request_id,
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"].encode("latin-1").decode(errors="replace")[:LOGGED_PATH],  # WSGI's encoding
        "status": status,
        "duration_ms": round(seconds * 1e3, 3),
        "rows": environ.get(ROWS, 0),
        "model_version": model_version,
    }
    traceparent = environ.get("HTTP_TRACEPARENT", "")
    if _traceparent.fullmatch(traceparent):
        line["traceparent"] = traceparent
    return line


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _write(line: dict[str, Any], as_text: bool) -> None:
    """Write a line to stdout in one piece, so that lines of workers do not mix.

    A log that nobody reads delays no response: a line for which stdout has no space is lost, and counted.
    """
    # escaped: a path may hold line ends and a terminal's control characters
    text = " ".join(map(str, line.values())).encode("unicode_escape") if as_text else to_json(line)
    try:
        writable = bool(_stdout.poll(0))
        if writable:
            os.write(_STDOUT, text + b"\n")
    except OSError:
        writable = False
    if not writable:
        metrics.LOST_LINES.inc()


def hide_client_input(record: logging.LogRecord) -> bool:
    """Cut what a client sent from gunicorn's message on a malformed request: it may be a transcript or a key."""
    if match := _invalid_request.fullmatch(record.getMessage()):
        record.msg, record.args = match[1], ()
    return True


class JsonLines(logging.Formatter):
    """Formats gunicorn's messages as the lines of requests are formatted."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        line = {"time": _now(), "level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return to_json(line).decode()
