"""What moderators decided comes in at POST /feedback; what happened goes out at /monitoring, /dashboard and as gauges.

Knows how both travel; what is kept and what it says is known elsewhere.
"""

import logging
import time
from collections.abc import Callable, Collection
from functools import lru_cache, partial
from typing import Any, TypeVar

from flask import Blueprint, Response, abort, request
from gevent import get_hub
from werkzeug.exceptions import ServiceUnavailable

from tiktok_claims.history import label
from tiktok_claims.history.label import InvalidLabel, Label
from tiktok_claims.history.queries import History, HistoryUnavailable
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import charts, phrasing, summary
from tiktok_claims.monitoring.summary import Summary
from tiktok_claims.record import field_error
from tiktok_claims.service import body
from tiktok_claims.service.pages import page
from tiktok_claims.settings import Settings

RETRY_SECONDS = 5
GAUGES_SECONDS = 30  # for so long the gauges of one scrape serve the next

T = TypeVar("T")
_log = logging.getLogger(__name__)


def blueprint(settings: Settings, model: Model, history: History) -> Blueprint:
    """Return the routes over what is kept."""
    routes = Blueprint("moderation", __name__)
    summarize = partial(summary.summary, history, model.reference)

    @routes.post("/feedback")
    def take_feedback() -> Response:
        verdicts = _verdicts(body.body(), settings.max_rows)
        unknown = in_thread(lambda: history.decide(verdicts))
        return body.answer({"taken": len(verdicts) - len(unknown), "unknown": unknown})

    @routes.get("/monitoring")
    def monitor() -> Response:
        return body.answer(in_thread(partial(summarize, **asked_for())))

    @routes.get("/dashboard")
    def show() -> Response:
        asked = asked_for()
        told = in_thread(partial(summarize, **asked))
        return page(
            "dashboard.html",
            form_action="'self'",
            summary=told,
            shown=asked.get("shown", "review"),
            status=phrasing.status(told),
            charts=charts,
            **phrasing.WORDING,
        )

    return routes


def in_thread(work: Callable[[], T]) -> T:
    """Return what the database says, while other requests go on."""
    try:
        return _in_thread(work)
    except HistoryUnavailable:
        told = "The history does not answer now; predictions do."
        raise ServiceUnavailable(told, retry_after=RETRY_SECONDS) from None


def _in_thread(work: Callable[[], T]) -> T:
    """Raise here what goes wrong there: gevent would print it, and with it what was asked."""

    def outcome() -> tuple[T | None, Exception | None]:
        try:
            return work(), None
        except Exception as error:  # noqa: BLE001 - raised below
            return None, error

    found, error = get_hub().threadpool.apply(outcome)
    if error:
        raise error
    return found  # type: ignore[no-any-return]


def asked_for() -> dict[str, Any]:
    """Return what a query names of window, kind of recent predictions and model version, as summary takes them."""
    allowed: dict[str, Collection[str]] = {"window": summary.WINDOWS, "shown": summary.SHOWN}
    given = {name: request.args[name] for name in allowed if name in request.args}
    errors = [
        {**field_error(name, value, "is none of the allowed values", ", ".join(allowed[name]))}
        for name, value in given.items()
        if value not in allowed[name]
    ]
    version = request.args.get("model_version") or None
    if version and not version.isprintable():
        errors.append({**field_error("model_version", version, "is none", "the model_version of an answer")})
    if errors:
        raise body.InvalidRequest("The query cannot be understood.", errors)
    return {**given, "model_version": version}


def gauges(model: Model, history: History) -> Callable[[], Summary | None]:
    """Return what gives the last day's summary, made anew now and then; None while the history does not answer."""

    @lru_cache(maxsize=1)
    def made(_period: int) -> Summary:
        return _in_thread(partial(summary.summary, history, model.reference))

    def latest() -> Summary | None:
        try:
            return made(int(time.monotonic() // GAUGES_SECONDS))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with the history, the other metrics are not
            _log.warning("no gauges of drift and quality: %s", type(error).__name__)
            return None

    return latest


def _verdicts(sent: Any, max_rows: int) -> list[Label]:
    listed = sent if isinstance(sent, list) else [sent]
    if len(listed) > max_rows:
        abort(413, f"The list holds {len(listed):,} decisions; up to {max_rows:,} are taken at a time.")
    verdicts, errors = [], []
    for index, each in enumerate(listed):
        try:
            verdicts.append(label.check(each))
        except InvalidLabel as error:
            errors += [{"index": index, **told} if listed is sent else {**told} for told in error.errors]
    if errors:
        raise body.InvalidRequest("There are faults, so no decision is taken.", errors)
    return verdicts
