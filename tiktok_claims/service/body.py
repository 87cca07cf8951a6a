"""Bodies: those of requests, read in time and parsed once, and those of responses, written as JSON.

Serves the fast path and Flask's views alike. Knows nothing of what the JSON says.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Response, current_app, request
from gevent import Timeout
from gunicorn.http.errors import ParseException
from pydantic_core import from_json, to_json
from werkzeug.exceptions import BadRequest, RequestTimeout, UnsupportedMediaType

JSON = "application/json"


def read_json() -> Any:
    """Return the parsed body of Flask's request. Raises what `read` and `parse_json` raise, UnsupportedMediaType."""
    if not request.is_json:
        raise UnsupportedMediaType(
            f"Send JSON, with the header Content-Type: {JSON}. POST /predict also takes text/csv, without explain."
        )
    return parse_json(read())


def read() -> bytes:
    """Return the body of Flask's request. Raises RequestTimeout, BadRequest, RequestEntityTooLarge."""
    return read_in_time(partial(request.get_data, cache=False), current_app.config["READ_TIMEOUT_SECONDS"])


def read_in_time(read: Callable[[], bytes], seconds: float) -> bytes:
    """Return what `read` returns. Raises RequestTimeout, BadRequest."""
    try:
        with Timeout(seconds):
            return read()
    except Timeout:
        raise RequestTimeout("The body did not arrive in time.") from None
    except (ParseException, OSError):  # the exception's message may hold what was sent
        raise BadRequest("The body is incomplete, or its chunks are malformed.") from None


def parse_json(content: bytes) -> Any:
    """Return the value in a body of JSON. Raises BadRequest."""
    try:
        return from_json(content)
    except ValueError as error:  # its message gives line and column, and nothing of the input
        raise BadRequest(f"The body is not JSON: {error}.") from None


def json_response(value: Any) -> Response:
    """Return a response that holds the value as JSON."""
    return Response(to_json(value, inf_nan_mode="null"), content_type=JSON)
