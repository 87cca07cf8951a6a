"""Errors as responses: application/problem+json (RFC 9457), for the fast path and Flask's views alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response
from pydantic_core import to_json
from werkzeug.exceptions import HTTPException, UnprocessableEntity


class InvalidRequest(UnprocessableEntity):
    """The request is well-formed and cannot be served (422).

    `errors` are field errors; in a list of records, each also has the `index` of its record.
    """

    def __init__(self, detail: str, errors: Sequence[Mapping[str, object]]) -> None:
        super().__init__(detail)
        self.errors = errors


def problem(error: HTTPException) -> Response:
    """Return the response for an error. Nothing else turns an error into HTTP."""
    content: dict[str, Any] = {"type": "about:blank", "title": error.name, "status": error.code}
    content["detail"] = error.description
    if isinstance(error, InvalidRequest):
        content["errors"] = error.errors
    headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]  # such as Allow
    return Response(to_json(content), error.code, headers, content_type="application/problem+json")
