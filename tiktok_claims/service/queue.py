"""GET /queue: the page on which people label one video after the other; POST /queue gives them the next ones."""

from typing import Any

from flask import Blueprint, Response
from pydantic import TypeAdapter, ValidationError

from tiktok_claims.history.queries import History
from tiktok_claims.record import DISPLAY_NAMES, FieldError, field_error
from tiktok_claims.service import body
from tiktok_claims.service.errors import InvalidRequest
from tiktok_claims.service.history_thread import in_thread
from tiktok_claims.service.openapi_schemas import Next
from tiktok_claims.service.pages import page

ALLOWED = {
    "labelled_by": "a name of up to 100 characters",
    "rows": "1 to 50",
    "without": "a list of up to 1,000 prediction ids",
    "choice": "'value', 'second_look' or 'disagreement'",
}


_schema = TypeAdapter(Next)


def blueprint(history: History) -> Blueprint:
    """Return the routes over this history."""
    routes = Blueprint("queue", __name__)

    @routes.get("/queue")
    def show() -> Response:
        return page("queue.html", names=DISPLAY_NAMES)

    @routes.post("/queue")
    def take() -> Response:
        asked = _check(body.read_json())
        person, rows = asked.get("labelled_by", ""), asked.get("rows", 1)
        without, choice = asked.get("without", []), asked.get("choice", "value")
        return body.json_response(in_thread(lambda: history.queue(person, rows, without, choice)))

    return routes


def _check(value: Any) -> Next:
    try:
        asked: Next = _schema.validate_python(value)
    except ValidationError as error:
        raise InvalidRequest("The request is invalid.", _errors(error)) from None
    return asked


def _errors(error: ValidationError) -> list[FieldError]:
    names = {str(item["loc"][0]) if item["loc"] else "queue": item["input"] for item in error.errors(include_url=False)}
    allowed = ", ".join(ALLOWED)
    return [
        field_error(name, received, "is not what is allowed", ALLOWED.get(name, f"an object with {allowed}"))
        for name, received in list(names.items())[:10]
    ]
