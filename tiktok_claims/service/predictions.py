"""POST /predict: one record, a list of them, or a table of CSV. Knows how records come in and predictions go out."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from tiktok_claims.files.csv_rows import InvalidTable, check_row
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model import explanation
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import SHOWN_CHARACTERS
from tiktok_claims.service import body, csv_table
from tiktok_claims.service.access_log import ROWS
from tiktok_claims.service.errors import InvalidRequest
from tiktok_claims.service.predictor import PAGE, PROGRAM, TABLE, Predictor
from tiktok_claims.settings import Settings

DO_NOT_STORE = "X-Do-Not-Store"  # whatever it says but false: when in doubt, nothing is stored


def blueprint(settings: Settings, model: Model, writer: HistoryWriter | None) -> Blueprint:
    """Return the route for a service with these limits and this model."""
    routes = Blueprint("predictions", __name__)

    @routes.post("/predict")
    def predict() -> Response:
        explain = bool(request.query_string) and _explain()  # nearly all requests have no query to parse
        predict = partial(explanation.predict, model) if explain else model.predict
        stored = writer if request.headers.get(DO_NOT_STORE, "false").lower() == "false" else None
        if request.mimetype == "text/csv" and not explain:
            return _table(Predictor(predict, stored, TABLE), settings.max_rows)
        predictor = Predictor(predict, stored, PAGE if _from_page() else PROGRAM)
        value = body.read_json()
        if isinstance(value, list):
            max_rows = min(settings.max_rows, explanation.MAX_RECORDS) if explain else settings.max_rows
            return body.json_response(_list(predictor, value, max_rows))
        prediction = predictor.one(value)
        request.environ[ROWS] = 1
        return body.json_response(prediction)

    return routes


def _explain() -> bool:
    values = request.args.getlist("explain")
    if values not in ([], ["true"], ["false"]):
        error = {
            "field": "explain",
            "received": repr(values[0][:SHOWN_CHARACTERS]) if len(values) == 1 else f"{len(values)} values",
            "problem": "is neither true nor false",
            "allowed": "true, false, or missing",
        }
        raise InvalidRequest("The query is invalid.", [error])
    return values == ["true"]


def _from_page() -> bool:
    return request.headers.get("Sec-Fetch-Site") == "same-origin"  # set by browsers; scripts cannot forge it


def _list(predictor: Predictor, values: list[Any], max_rows: int) -> list[Any]:
    if len(values) > max_rows:
        raise RequestEntityTooLarge(f"The list holds {len(values):,} records; a request may hold up to {max_rows:,}.")
    predictions = predictor.many(values)
    _count_rows(predictions)
    return predictions


def _table(predictor: Predictor, max_rows: int) -> Response:
    """Respond to CSV with CSV, or with JSON where the client prefers it: each row's cells and its prediction."""
    try:
        table = csv_table.read(body.read(), max_rows)
    except InvalidTable as error:
        raise BadRequest(f"The body is not a table of records: {error}.") from None
    if len(table.rows) > max_rows:
        raise RequestEntityTooLarge(f"The table holds more than {max_rows:,} rows; split it into several requests.")
    predictions = predictor.many(table.rows, check_row)
    _count_rows(predictions)
    if request.accept_mimetypes.best_match(["text/csv", body.JSON]) == body.JSON:
        pairs = zip(table.rows, predictions, strict=True)
        return body.json_response([csv_table.with_prediction(row, prediction) for row, prediction in pairs])
    return Response(csv_table.write(table, predictions), content_type="text/csv; charset=utf-8")


def _count_rows(predictions: list[Any]) -> None:
    request.environ[ROWS] = sum("claim_status" in prediction for prediction in predictions)
