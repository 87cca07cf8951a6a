"""POST /feedback: labels that people give to videos. Knows how they come in; the history stores them."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from tiktok_claims.files.csv_rows import InvalidTable, Row
from tiktok_claims.history import label
from tiktok_claims.history.label import InvalidLabel, Label
from tiktok_claims.history.queries import History
from tiktok_claims.service import body, csv_table
from tiktok_claims.service.errors import InvalidRequest
from tiktok_claims.service.history_thread import in_thread
from tiktok_claims.settings import Settings


def blueprint(settings: Settings, history: History) -> Blueprint:
    """Return the route for a service with these limits and this history."""
    routes = Blueprint("feedback", __name__)

    @routes.post("/feedback")
    def add() -> Response:
        labels, unlabelled = _read(settings.max_rows)
        unknown = in_thread(lambda: history.add_labels(labels))
        counts = {"taken": len(labels) - len(unknown), "unknown": unknown}
        return body.json_response({**counts, **({} if unlabelled is None else {"unlabelled": unlabelled})})

    return routes


def _read(max_rows: int) -> tuple[list[Label], int | None]:
    """Return the labels of a body, and how many rows of a table have none."""
    if request.mimetype != "text/csv":
        value = body.read_json()
        if not isinstance(value, list):
            return [_check_one(value)], None
        _check_number(value, max_rows)
        return _check(value, label.check), None
    try:
        rows = csv_table.read(body.read(), max_rows, _check_columns).rows
    except InvalidTable as error:
        raise BadRequest(f"The body is not a table of labels: {error}.") from None
    _check_number(rows, max_rows)
    labels = _check(rows, lambda row: label.check_row(row) if _has_label(row) else None)
    return labels, len(rows) - len(labels)


def _has_label(row: Row) -> bool:
    return None in row.values() or bool(row["claim_status"].strip())  # a row of another length is told of


def _check_columns(columns: Sequence[str]) -> list[str]:
    if "claim_status" not in columns or not {"prediction_id", "video_id"} & set(columns):
        raise InvalidTable("the first line must name the columns claim_status and prediction_id or video_id")
    if len(set(columns)) < len(columns):
        raise InvalidTable("the first line names a column more than once")
    return list(columns)


def _check_number(values: Sequence[Any], max_rows: int) -> None:
    if len(values) > max_rows:
        raise RequestEntityTooLarge(f"The list holds {len(values):,} labels; a request may hold up to {max_rows:,}.")


def _check_one(value: Any) -> Label:
    try:
        return label.check(value)
    except InvalidLabel as error:
        raise InvalidRequest("The label is invalid.", error.errors) from None


def _check(values: Sequence[Any], check: Callable[[Any], Label | None]) -> list[Label]:
    """Return the labels of a list, without None. Raises InvalidRequest when one of them is invalid."""
    labels: list[Label] = []
    errors: list[dict[str, object]] = []
    for index, value in enumerate(values):
        try:
            if (checked := check(value)) is not None:
                labels.append(checked)
        except InvalidLabel as error:
            errors += [{"index": index, **field_error} for field_error in error.errors]
    if errors:
        raise InvalidRequest("The labels are invalid; none is stored.", errors)
    return labels
