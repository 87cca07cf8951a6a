"""Who may call what: API keys, how a client is asked for one, and the port that only the metrics have.

A new route needs a key unless it is listed in PUBLIC.
"""

import hmac
from base64 import b64decode
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from flask import request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import NotFound, Unauthorized

from tiktok_claims.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

METRICS = "metrics.show"
PUBLIC = frozenset(  # endpoints that say nothing of any video
    (
        "health.live",
        "health.ready",
        METRICS,
        "openapi.show",
        "docs.show",
        "docs.swagger_ui",
        "pages.index",
        "queue.show",
        "pages.static",
        "static",
    )
)


def guard(settings: Settings) -> Callable[[], None]:
    """Return the check that runs before each of Flask's views. It raises NotFound, Unauthorized."""

    def check() -> None:
        if settings.metrics_bind and at_metrics_port(request.environ, settings) != (request.endpoint == METRICS):
            raise NotFound
        if request.endpoint and request.endpoint not in PUBLIC and not has_key(request.environ, settings.api_keys):
            raise Unauthorized(
                "An API key is required: send Authorization: Bearer KEY, or X-API-Key: KEY.",
                www_authenticate=_challenge(request.endpoint),
            )

    return check


def at_metrics_port(environ: "WSGIEnvironment", settings: Settings) -> bool:
    """Tell whether a request came to the port that only the metrics have."""
    return bool(settings.metrics_bind) and environ["SERVER_PORT"] == settings.metrics_bind.rpartition(":")[2]


def has_key(environ: "WSGIEnvironment", keys: Sequence[str]) -> bool:
    """Tell whether a request carries one of the keys, or needs none."""
    if not keys:
        return True
    key = _key(environ)
    return bool(sum(hmac.compare_digest(key, known.encode()) for known in keys))  # a sum: all compared, in equal time


def _key(environ: "WSGIEnvironment") -> bytes:
    scheme, _, credentials = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    if scheme.lower() == "basic":  # from a browser: the key is the password, any user name will do
        return _password(credentials)
    key: str = credentials if scheme.lower() == "bearer" else environ.get("HTTP_X_API_KEY", "")
    return key.strip().encode()


def _password(credentials: str) -> bytes:
    try:
        return b64decode(credentials).partition(b":")[2]
    except ValueError:
        return b""


def _challenge(endpoint: str) -> WWWAuthenticate:
    """How the key is to be sent. A browser asks its user for one only when challenged with Basic."""
    if endpoint == "dashboard.show":
        return WWWAuthenticate("basic", {"realm": "API key as password", "charset": "UTF-8"})
    return WWWAuthenticate("bearer")
