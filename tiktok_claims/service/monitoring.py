"""GET /monitoring: the summary of a window as JSON; the dashboard and the metrics show the same summary.

Knows how a summary is asked for. What it holds and how it is computed: tiktok_claims.monitoring.
"""

import logging
import time
from collections.abc import Callable, Collection
from functools import lru_cache, partial
from typing import Any

from flask import Blueprint, Response, request

from tiktok_claims.history.queries import History
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import summary
from tiktok_claims.monitoring.summary import Summary
from tiktok_claims.record import FieldError, field_error
from tiktok_claims.service import body
from tiktok_claims.service.errors import InvalidRequest
from tiktok_claims.service.history_thread import in_thread, raising_in_thread

GAUGES_SECONDS = 30  # for so long the gauges of one scrape serve the next

_log = logging.getLogger(__name__)


def blueprint(model: Model, history: History) -> Blueprint:
    """Return the route over this history."""
    routes = Blueprint("monitoring", __name__)

    @routes.get("/monitoring")
    def show() -> Response:
        return body.json_response(summarize(model, history, query()))

    return routes


def summarize(model: Model, history: History, query: dict[str, Any]) -> Summary:
    """Return the summary that a query asks for. Raises ServiceUnavailable."""
    return in_thread(partial(summary.summary, history, model.reference, **query))


def query() -> dict[str, Any]:
    """Return the keyword arguments of `summary.summary` that a request's query names. Raises InvalidRequest."""
    allowed: dict[str, Collection[str]] = {"window": summary.WINDOWS, "shown": summary.SHOWN}
    values = {name: request.args[name] for name in allowed if name in request.args}
    errors: list[FieldError] = [
        field_error(name, value, "is not one of the allowed values", ", ".join(allowed[name]))
        for name, value in values.items()
        if value not in allowed[name]
    ]
    version = request.args.get("model_version") or None
    if version and not version.isprintable():
        errors.append(field_error("model_version", version, "is not printable", "the model_version of a prediction"))
    if errors:
        raise InvalidRequest("The query is invalid.", errors)
    return {**values, "model_version": version}


def last_day(model: Model, history: History) -> Callable[[], Summary | None]:
    """Return a function that gives the last day's summary, some seconds old; None while the history does not answer."""

    @lru_cache(maxsize=1)
    def computed(_period: int) -> Summary:
        return raising_in_thread(partial(summary.summary, history, model.reference))

    def latest() -> Summary | None:
        try:
            return computed(int(time.monotonic() // GAUGES_SECONDS))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with the history, the other metrics are not
            _log.warning("no gauges of drift and live performance: %s", type(error).__name__)
            return None

    return latest
