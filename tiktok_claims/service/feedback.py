"""POST /feedback: labels that moderators give to predictions. Knows how they come in; the history stores them."""

from typing import Any

from flask import Blueprint, Response
from werkzeug.exceptions import RequestEntityTooLarge

from tiktok_claims.history import label
from tiktok_claims.history.label import InvalidLabel, Label
from tiktok_claims.history.queries import History
from tiktok_claims.service import body
from tiktok_claims.service.errors import InvalidRequest
from tiktok_claims.service.history_thread import in_thread
from tiktok_claims.settings import Settings


def blueprint(settings: Settings, history: History) -> Blueprint:
    """Return the route for a service with these limits and this history."""
    routes = Blueprint("feedback", __name__)

    @routes.post("/feedback")
    def add() -> Response:
        labels = _labels(body.read_json(), settings.max_rows)
        unknown = in_thread(lambda: history.add_labels(labels))
        return body.json_response({"taken": len(labels) - len(unknown), "unknown": unknown})

    return routes


def _labels(value: Any, max_rows: int) -> list[Label]:
    """Return the labels of a body. Raises InvalidRequest when one of them is invalid."""
    values = value if isinstance(value, list) else [value]
    if len(values) > max_rows:
        raise RequestEntityTooLarge(f"The list holds {len(values):,} labels; a request may hold up to {max_rows:,}.")
    labels: list[Label] = []
    errors: list[dict[str, object]] = []
    for index, each in enumerate(values):
        try:
            labels.append(label.check(each))
        except InvalidLabel as error:
            place = {"index": index} if values is value else {}
            errors += [{**place, **field_error} for field_error in error.errors]
    if errors:
        raise InvalidRequest("The labels are invalid; none is stored.", errors)
    return labels
