"""The HTTP service: routes, error handlers, health. Knows how records come in and answers go out, no more."""

from typing import Any

from flask import Flask, Response, abort, request
from pydantic_core import from_json, to_json
from werkzeug.exceptions import HTTPException, UnprocessableEntity

from tiktok_claims.record import FaultyRecord, check
from tiktok_claims.scoring import Model
from tiktok_claims.settings import Settings


def create_app(settings: Settings, model: Model) -> Flask:
    """Return the WSGI application that serves `model`."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    about = {"model_version": model.version, **model.metadata}

    @app.post("/predict")
    def predict() -> Response:
        value = _body()
        if isinstance(value, list):
            return _json(_predict_list(model, value, settings.max_rows))
        return _json(_predict_one(model, value))

    @app.get("/health/live")
    def live() -> Response:
        return _json({"status": "live"})

    @app.get("/health/ready")
    def ready() -> Response:
        return _json({"status": "ready", "model_version": model.version})  # no app exists without a model that scores

    @app.get("/model")
    def describe_model() -> Response:
        return _json(about)

    app.register_error_handler(HTTPException, _problem)
    return app


class FaultyRequest(UnprocessableEntity):
    """No record of the request can be scored; `errors` says why."""

    def __init__(self, detail: str, errors: list[dict[str, Any]]) -> None:
        super().__init__(detail)
        self.errors = errors


def _body() -> Any:
    if not request.is_json:
        abort(415, "Send JSON, with the header Content-Type: application/json.")
    try:
        return from_json(request.get_data(cache=False))
    except ValueError as error:  # its message gives line and column, and nothing of the input
        abort(400, f"The body is not JSON: {error}.")


def _predict_one(model: Model, value: Any) -> Any:
    try:
        record = check(value)
    except FaultyRecord as error:
        raise FaultyRequest("The record cannot be scored.", [dict(fault) for fault in error.faults]) from None
    return model.predict([record], [value.get("video_id")])[0]


def _predict_list(model: Model, values: list[Any], max_rows: int) -> list[Any]:
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
    if not good:
        errors = [{"index": answer["index"], **fault} for answer in answers for fault in answer["errors"]]
        raise FaultyRequest("The list holds no record that can be scored.", errors)
    predictions = model.predict([answers[index] for index in good], [values[index].get("video_id") for index in good])
    for index, prediction in zip(good, predictions, strict=True):
        answers[index] = prediction
    return answers


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
