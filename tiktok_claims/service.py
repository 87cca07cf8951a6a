"""The HTTP service: routes, keys, error handlers, health. Knows how records come in and answers go out, no more."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, TypeAlias

from flask import Flask, Response, abort, current_app, request
from gevent import Timeout
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from pydantic_core import from_json, to_json
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import HTTPException, Unauthorized, UnprocessableEntity

from tiktok_claims import explanation, fastpath, openapi, pages, table, telemetry
from tiktok_claims.record import SHOWN_CHARACTERS, FaultyRecord, Record, check
from tiktok_claims.scoring import Model
from tiktok_claims.settings import Settings

Predict: TypeAlias = Callable[[Sequence[Record], Sequence[Any]], Sequence[Any]]  # records, video_ids -> predictions
Check: TypeAlias = Callable[[Any], Record]

# What answers without a key where there are keys: nothing in it tells of a video. A new route needs a key.
OPEN = frozenset(
    ("live", "ready", "metrics", "describe_service", "static", "pages.index", "pages.docs", "pages.swagger_ui")
)
LATE = "The body did not arrive in time."
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",  # a page sets its own
}


def create_app(settings: Settings, model: Model) -> Flask:
    """Return the WSGI application that serves `model`."""
    app = Flask(__name__)
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_body_bytes,
        READ_TIMEOUT_SECONDS=settings.read_timeout_seconds,
        MODEL_VERSION=model.version,
    )
    about = {"model_version": model.version, **model.metadata}

    @app.before_request
    def guard() -> None:
        if request.url_rule:
            request.environ[telemetry.ROUTE] = request.url_rule.rule
        if settings.metrics_bind and fastpath.at_metrics_port(request.environ, settings) != (
            request.endpoint == "metrics"
        ):
            abort(404)
        if (
            request.endpoint
            and request.endpoint not in OPEN
            and not fastpath.has_key(request.environ, settings.api_keys)
        ):
            raise Unauthorized(
                "This needs a key: send Authorization: Bearer KEY, or X-API-Key.",
                www_authenticate=WWWAuthenticate("bearer"),
            )

    @app.after_request
    def harden(response: Response) -> Response:
        own = response.headers
        own.extend([header for header in HEADERS.items() if header[0] not in own])
        return response

    @app.post("/predict")
    def predict() -> Response:
        explains = bool(request.query_string) and _explains()  # nearly all requests have no query to parse
        if request.mimetype == "text/csv" and not explains:
            return _predict_table(model.predict, settings.max_rows)
        value = _body()
        predict = partial(explanation.predict, model) if explains else model.predict
        if isinstance(value, list):
            limit = min(settings.max_rows, explanation.MAX_RECORDS) if explains else settings.max_rows
            return _json(_predict_list(predict, value, check, limit))
        try:
            answer = _predict_one(predict, value)
        except FaultyRecord as error:
            telemetry.count_faults(error.faults)
            raise FaultyRequest("The record cannot be scored.", [dict(fault) for fault in error.faults]) from None
        request.environ[telemetry.ROWS] = 1
        return _json(answer)

    @app.get("/health/live")
    def live() -> Response:
        return _json({"status": "live"})

    @app.get("/health/ready")
    def ready() -> Response:
        return _json({"status": "ready", "model_version": model.version})  # no app exists without a model that scores

    @app.get("/model")
    def describe_model() -> Response:
        return _json(about)

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(telemetry.exposition(settings.prometheus_multiproc_dir), content_type=CONTENT_TYPE_PLAIN_0_0_4)

    @cache  # made when first asked for: it costs start-up nothing
    def document() -> bytes:
        return to_json(openapi.document(settings, model))

    @app.get("/openapi.json")
    def describe_service() -> Response:
        return Response(document(), content_type="application/json")

    app.register_blueprint(pages.blueprint(settings, model))
    app.register_error_handler(HTTPException, _problem)
    quick = fastpath.install(app.wsgi_app, settings, partial(_predict_one, model.predict), list(HEADERS.items()))
    app.wsgi_app = telemetry.watched(quick, settings, model.version)  # type: ignore[method-assign, assignment]  # Flask's own way
    return app


class FaultyRequest(UnprocessableEntity):
    """No record of the request can be scored; `errors` says why."""

    def __init__(self, detail: str, errors: list[dict[str, Any]]) -> None:
        super().__init__(detail)
        self.errors = errors


def _body() -> Any:
    if not request.is_json:
        abort(
            415,
            "Send JSON, with the header Content-Type: application/json, or without explain a table as text/csv.",
        )
    try:
        return from_json(_read())
    except ValueError as error:  # its message gives line and column, and nothing of the input
        abort(400, f"The body is not JSON: {error}.")


def _read() -> bytes:
    if fastpath.LATE in request.environ:
        abort(408, LATE)
    try:
        with Timeout(current_app.config["READ_TIMEOUT_SECONDS"]):
            return request.get_data(cache=False)
    except Timeout:
        abort(408, LATE)


def _explains() -> bool:
    given = request.args.getlist("explain")
    if given not in ([], ["true"], ["false"]):
        fault = {
            "field": "explain",
            "received": repr(given[0][:SHOWN_CHARACTERS]) if len(given) == 1 else f"{len(given)} values",
            "problem": "is neither true nor false",
            "allowed": "true, false, or absent",
        }
        raise FaultyRequest("The query cannot be understood.", [fault])
    return given == ["true"]


def _predict_one(predict: Predict, value: Any) -> Any:
    """Return the prediction for what a body holds. Raises FaultyRecord."""
    record = check(value)
    predictions = predict([record], [value.get("video_id")])
    telemetry.count([record], predictions)
    return predictions[0]


def _predict_list(predict: Predict, values: list[Any], check: Check, max_rows: int) -> list[Any]:
    if len(values) > max_rows:
        abort(413, f"The list holds {len(values):,} records; up to {max_rows:,} are taken at a time.")
    answers: list[Any] = []
    good = []
    for index, value in enumerate(values):
        try:
            answers.append(check(value))
            good.append(index)
        except FaultyRecord as error:
            answers.append({"index": index, "errors": error.faults})
            telemetry.count_faults(error.faults)
    if not good:
        errors = [{"index": answer["index"], **fault} for answer in answers for fault in answer["errors"]]
        raise FaultyRequest("The list holds no record that can be scored.", errors)
    records = [answers[index] for index in good]
    predictions = predict(records, [values[index].get("video_id") for index in good])
    telemetry.count(records, predictions)
    request.environ[telemetry.ROWS] = len(records)
    for index, prediction in zip(good, predictions, strict=True):
        answers[index] = prediction
    return answers


def _predict_table(predict: Predict, max_rows: int) -> Response:
    """Answer CSV by CSV, or by JSON where the client prefers that: each row's own cells and the answer beside them."""
    try:
        videos = table.read(_read(), max_rows)
    except table.BadTable as error:
        abort(400, f"This is no table of records: {error}.")
    if len(videos.rows) > max_rows:
        abort(413, f"The table holds more than {max_rows:,} rows; send it in parts.")
    answers = _predict_list(predict, videos.rows, table.check_row, max_rows)
    if request.accept_mimetypes.best_match(["text/csv", "application/json"]) == "application/json":
        return _json([table.answered(row, answer) for row, answer in zip(videos.rows, answers, strict=True)])
    return Response(table.write(videos, answers), content_type="text/csv; charset=utf-8")


def _json(value: Any) -> Response:
    return Response(to_json(value, inf_nan_mode="null"), content_type="application/json")


def _problem(error: HTTPException) -> Response:
    """The one place where an error becomes an answer (RFC 9457)."""
    problem: dict[str, Any] = {"type": "about:blank", "title": error.name, "status": error.code}
    problem["detail"] = error.description
    if isinstance(error, FaultyRequest):
        problem["errors"] = error.errors
    headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]  # such as Allow
    return Response(to_json(problem), error.code, headers, content_type="application/problem+json")
