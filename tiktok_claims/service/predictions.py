"""POST /predict: one record, a list of them, or a table of CSV, each row answered for itself.

Knows how records come in and answers go out, no more.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from flask import Blueprint, Response, abort, request

from tiktok_claims.files.csv_rows import InvalidTable, check_row
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model import explanation
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import SHOWN_CHARACTERS, InvalidRecord, Record, check
from tiktok_claims.service import body, csv_table, metrics
from tiktok_claims.settings import Settings

Predict: TypeAlias = Callable[[Sequence[Record], Sequence[Any]], Sequence[Any]]  # records, video_ids -> predictions
Check: TypeAlias = Callable[[Any], Record]

PROGRAM, PAGE, TABLE = "program", "page", "table"  # sources of records


class Answering(NamedTuple):
    """How records of one source are answered: predicted, counted and, where there is a journal, kept."""

    predict: Predict
    journal: HistoryWriter | None
    source: str = PROGRAM

    def one(self, value: Any) -> Any:
        """Return the prediction for what a body says. Raises InvalidRecord."""
        return self.all([check(value)], [value.get("video_id")])[0]

    def all(self, records: Sequence[Record], video_ids: Sequence[Any]) -> Sequence[Any]:
        """Return the predictions for checked records."""
        predictions = self.predict(records, video_ids)
        metrics.count(records, predictions)
        if self.journal:
            self.journal.keep(records, predictions, self.source)
        return predictions


def blueprint(settings: Settings, model: Model, journal: HistoryWriter | None) -> Blueprint:
    """Return the route of a service with these limits and this model."""
    routes = Blueprint("predictions", __name__)

    @routes.post("/predict")
    def predict() -> Response:
        explains = bool(request.query_string) and _explains()  # nearly all requests have no query to parse
        of_model = partial(explanation.predict, model) if explains else model.predict
        if request.mimetype == "text/csv" and not explains:
            return _table(Answering(of_model, journal, TABLE), settings.max_rows)
        answering = Answering(of_model, journal, PAGE if _from_page() else PROGRAM)
        value = body.body()
        if isinstance(value, list):
            limit = min(settings.max_rows, explanation.MAX_RECORDS) if explains else settings.max_rows
            return body.answer(_list(answering, value, check, limit))
        return body.answer(_one(answering, value))

    return routes


def _explains() -> bool:
    given = request.args.getlist("explain")
    if given not in ([], ["true"], ["false"]):
        fault = {
            "field": "explain",
            "received": repr(given[0][:SHOWN_CHARACTERS]) if len(given) == 1 else f"{len(given)} values",
            "problem": "is neither true nor false",
            "allowed": "true, false, or absent",
        }
        raise body.InvalidRequest("The query cannot be understood.", [fault])
    return given == ["true"]


def _from_page() -> bool:
    return request.headers.get("Sec-Fetch-Site") == "same-origin"  # which browsers say, and scripts cannot set


def _one(answering: Answering, value: Any) -> Any:
    try:
        prediction = answering.one(value)
    except InvalidRecord as error:
        metrics.count_faults(error.errors)
        raise body.InvalidRequest("The record cannot be scored.", [dict(fault) for fault in error.errors]) from None
    request.environ[metrics.ROWS] = 1
    return prediction


def _list(answering: Answering, values: list[Any], check: Check, max_rows: int) -> list[Any]:
    if len(values) > max_rows:
        abort(413, f"The list holds {len(values):,} records; up to {max_rows:,} are taken at a time.")
    answers: list[Any] = []
    good = []
    for index, value in enumerate(values):
        try:
            answers.append(check(value))
            good.append(index)
        except InvalidRecord as error:
            answers.append({"index": index, "errors": error.errors})
            metrics.count_faults(error.errors)
    if not good:
        errors = [{"index": answer["index"], **fault} for answer in answers for fault in answer["errors"]]
        raise body.InvalidRequest("The list holds no record that can be scored.", errors)
    records = [answers[index] for index in good]
    predictions = answering.all(records, [values[index].get("video_id") for index in good])
    request.environ[metrics.ROWS] = len(records)
    for index, prediction in zip(good, predictions, strict=True):
        answers[index] = prediction
    return answers


def _table(answering: Answering, max_rows: int) -> Response:
    """Answer CSV by CSV, or by JSON where the client prefers that: each row's own cells and the answer beside them."""
    try:
        videos = csv_table.read(body.read(), max_rows)
    except InvalidTable as error:
        abort(400, f"This is no table of records: {error}.")
    if len(videos.rows) > max_rows:
        abort(413, f"The table holds more than {max_rows:,} rows; send it in parts.")
    answers = _list(answering, videos.rows, check_row, max_rows)
    if request.accept_mimetypes.best_match(["text/csv", "application/json"]) == "application/json":
        return body.answer([csv_table.answered(row, answer) for row, answer in zip(videos.rows, answers, strict=True)])
    return Response(csv_table.write(videos, answers), content_type="text/csv; charset=utf-8")
