"""The fast path: POST /predict of one plain record, answered without what Flask does around a view, which costs more.

It answers only what is plainly right. All else goes on to Flask with its body unread or put back, so that what is wrong
with a request is found and said in one place, service.py.
"""

import hmac
from base64 import b64decode
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from gevent import Timeout
from pydantic_core import from_json, to_json

from tiktok_claims.service import metrics
from tiktok_claims.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATH = "/predict"
JSON = "application/json"
LATE = "claims.late"  # key of the environ: the body did not arrive in time

Header = tuple[str, str]


def install(
    application: "WSGIApplication", settings: Settings, predict: Callable[[Any], Any], headers: Sequence[Header]
) -> "WSGIApplication":
    """Return the application with the fast path before it.

    `predict` turns what a body holds into its prediction, or raises ValueError; `headers` go out with each answer.
    """
    headers = [*headers, ("Content-Type", JSON)]

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if not _is_plain(environ, settings):
            return application(environ, start_response)
        body = _read(environ, settings.read_timeout_seconds)
        try:
            answered = to_json(predict(_record(body)), inf_nan_mode="null")
        except ValueError:
            environ["wsgi.input"] = BytesIO(body)
            return application(environ, start_response)
        environ[metrics.ROUTE], environ[metrics.ROWS] = PATH, 1
        start_response("200 OK", [*headers, ("Content-Length", str(len(answered)))])
        return [answered]

    return answer


def _is_plain(environ: "WSGIEnvironment", settings: Settings) -> bool:
    length = environ.get("CONTENT_LENGTH", "")
    return (
        environ["PATH_INFO"] == PATH
        and environ["REQUEST_METHOD"] == "POST"
        and environ.get("CONTENT_TYPE") == JSON
        and not environ.get("QUERY_STRING")
        and "HTTP_SEC_FETCH_SITE" not in environ  # a browser, which may be our own page
        and length.isdecimal()
        and int(length) <= settings.max_body_bytes
        and not at_metrics_port(environ, settings)
        and has_key(environ, settings.api_keys)
    )


def _read(environ: "WSGIEnvironment", seconds: float) -> bytes:
    try:
        with Timeout(seconds):
            body: bytes = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            return body
    except Timeout:
        environ[LATE] = True
        return b""


def _record(body: bytes) -> Any:
    """Return the one record of a body; a list is parsed once, by who answers it. Raises ValueError."""
    if not body.startswith(b"{"):
        raise ValueError
    return from_json(body)


def at_metrics_port(environ: "WSGIEnvironment", settings: Settings) -> bool:
    """Say whether a request came to the port that only the metrics have."""
    return bool(settings.metrics_bind) and environ["SERVER_PORT"] == settings.metrics_bind.rpartition(":")[2]


def has_key(environ: "WSGIEnvironment", keys: Sequence[str]) -> bool:
    """Say whether a request carries one of the keys, or needs none."""
    if not keys:
        return True
    scheme, _, sent = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    if scheme.lower() == "basic":  # as browsers ask for it: the key is the password, the user's name may be any
        given = _password(sent)
    else:
        given = (sent if scheme.lower() == "bearer" else environ.get("HTTP_X_API_KEY", "")).strip().encode()
    return bool(sum(hmac.compare_digest(given, key.encode()) for key in keys))  # a sum: all compared, in equal time


def _password(credentials: str) -> bytes:
    try:
        return b64decode(credentials).partition(b":")[2]
    except ValueError:
        return b""
