"""Calls of the history from a worker: in a thread, so that a slow database stops no other request."""

from collections.abc import Callable
from typing import TypeVar

from gevent import get_hub
from werkzeug.exceptions import ServiceUnavailable

from tiktok_claims.history.queries import HistoryUnavailable

RETRY_SECONDS = 5

T = TypeVar("T")


def in_thread(work: Callable[[], T]) -> T:
    """Return what `work` returns. Raises ServiceUnavailable while the database does not answer."""
    try:
        return raising_in_thread(work)
    except HistoryUnavailable:
        detail = "The history is not available now; predictions are."
        raise ServiceUnavailable(detail, retry_after=RETRY_SECONDS) from None


def raising_in_thread(work: Callable[[], T]) -> T:
    """Return what `work` returns. Raises here what it raises there: gevent would print it, with what was asked."""

    def outcome() -> tuple[T | None, Exception | None]:
        try:
            return work(), None
        except Exception as error:  # noqa: BLE001 - raised below
            return None, error

    result, error = get_hub().threadpool.apply(outcome)
    if error:
        raise error
    return result  # type: ignore[no-any-return]
