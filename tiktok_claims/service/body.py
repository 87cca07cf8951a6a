"""What requests bring and answers carry: a body that is read in time, JSON in and out, problems (RFC 9457).

Knows nothing of what the JSON says.
"""

from typing import Any

from flask import Response, abort, current_app, request
from gevent import Timeout
from gunicorn.http.errors import ParseException
from pydantic_core import from_json, to_json
from werkzeug.exceptions import HTTPException, UnprocessableEntity

from tiktok_claims.service.fast_path import LATE

TOO_LATE = "The body did not arrive in time."


class InvalidRequest(UnprocessableEntity):
    """No record of the request can be scored; `errors` says why."""

    def __init__(self, detail: str, errors: list[dict[str, Any]]) -> None:
        super().__init__(detail)
        self.errors = errors


def body() -> Any:
    """Return what the JSON of a request says."""
    if not request.is_json:
        abort(
            415,
            "Send JSON, with the header Content-Type: application/json; to /predict, without explain, also text/csv.",
        )
    try:
        return from_json(read())
    except ValueError as error:  # its message gives line and column, and nothing of the input
        abort(400, f"The body is not JSON: {error}.")


def read() -> bytes:
    """Return the body of a request."""
    if LATE in request.environ:
        abort(408, TOO_LATE)
    try:
        with Timeout(current_app.config["READ_TIMEOUT_SECONDS"]):
            return request.get_data(cache=False)
    except (ParseException, OSError):  # its message may hold what was sent
        abort(400, "The body broke off, or its chunks are none.")
    except Timeout:
        abort(408, TOO_LATE)


def answer(value: Any) -> Response:
    """Return an answer of JSON."""
    return Response(to_json(value, inf_nan_mode="null"), content_type="application/json")


def problem(error: HTTPException) -> Response:
    """The one place where an error becomes an answer (RFC 9457)."""
    told: dict[str, Any] = {"type": "about:blank", "title": error.name, "status": error.code}
    told["detail"] = error.description
    if isinstance(error, InvalidRequest):
        told["errors"] = error.errors
    headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]  # such as Allow
    return Response(to_json(told), error.code, headers, content_type="application/problem+json")
