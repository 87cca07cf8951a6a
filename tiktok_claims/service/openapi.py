"""GET /openapi.json: the service described in OpenAPI 3.1. Schemas and examples have files of their own."""

from functools import cache
from typing import Any

from flask import Blueprint, Response
from pydantic_core import to_json

from tiktok_claims import __version__
from tiktok_claims.history.label import Label
from tiktok_claims.model import explanation
from tiktok_claims.model.explanation import ExplainedPrediction
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.monitoring import summary
from tiktok_claims.record import Fields
from tiktok_claims.service import body, openapi_examples
from tiktok_claims.service.openapi_schemas import TABLE_ROW, InvalidRow, Problem, Taken, ref, schemas
from tiktok_claims.settings import Settings

MODEL_VERSION = {"model_version": {"type": "string"}}
NO_KEY = "The API key is missing or wrong"
BODY_ERRORS = {
    400: "The body cannot be read",
    408: "The body did not arrive in time",
    413: "Too large, or too many records",
    415: "A content type that is not accepted",
}
KEYS = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}


def blueprint(settings: Settings, model: Model) -> Blueprint:
    """Return the route for a service with these limits and this model."""
    routes = Blueprint("openapi", __name__)

    @cache  # made when first asked for: it costs start-up nothing
    def content() -> bytes:
        return to_json(document(settings, model))

    @routes.get("/openapi.json")
    def show() -> Response:
        return Response(content(), content_type=body.JSON)

    return routes


def document(settings: Settings, model: Model) -> dict[str, Any]:
    """Return the document for a service with these limits and this model."""
    status = {"status": {"type": "string"}}
    history = {"history": {"enum": ["available", "unavailable", "off"]}}
    live, ready = (
        _object(status, ["status"]),
        _object({**status, **MODEL_VERSION, **history}, [*status, *MODEL_VERSION]),
    )
    versions = {**MODEL_VERSION, "package_version": {"type": "string"}}
    about = _object(versions, list(versions))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "TikTok claims",
            "version": __version__,
            "description": "Tells whether a TikTok video makes a claim or states an opinion, so that claims are "
            "reviewed first. Every error is `application/problem+json` (RFC 9457).",
        },
        "tags": [{"name": name} for name in ("predictions", "moderation", "health", "about")],
        "paths": {
            "/predict": {"post": _predict(settings, model)},
            **(_moderation(settings) if settings.history_url else {}),
            "/health/live": {"get": _get("live", "health", "Is the process running?", live)},
            "/health/ready": {
                "get": _get("ready", "health", "Does the model score, and is the history available?", ready)
            },
            "/metrics": {"get": _get("metrics", "health", "Metrics for Prometheus", {"type": "string"}, "text/plain")},
            "/model": {
                "get": {**_get("model", "about", "The served model: version, data, metrics", about), **_guard(settings)}
            },
            "/openapi.json": {"get": _get("openapi", "about", "This document", {"type": "object"})},
        },
        "components": {"schemas": schemas(), "securitySchemes": KEYS},
    }


def _predict(settings: Settings, model: Model) -> dict[str, Any]:
    record, predictions = ref(Fields), [ref(ExplainedPrediction), ref(Prediction)]
    records = {"type": "array", "minItems": 1, "maxItems": settings.max_rows, "items": record}
    listed = {"type": "array", "items": {"anyOf": [*predictions, ref(InvalidRow), TABLE_ROW]}}
    explain = {
        "name": "explain",
        "in": "query",
        "description": f"Explain each prediction, of up to {explanation.MAX_RECORDS} records of JSON.",
        "schema": {"enum": ["true", "false"]},
    }
    content = {
        "application/json": {"schema": {"anyOf": [record, records]}, "examples": openapi_examples.requests()},
        "text/csv": {"schema": {"type": "string"}, "example": openapi_examples.TABLE},
    }
    predicted = {
        "application/json": {
            "schema": {"anyOf": [*predictions, listed]},
            "examples": openapi_examples.predictions(settings, model),
        },
        "text/csv": {"schema": {"type": "string"}},
    }
    return {
        **_guard(settings),
        "operationId": "predict",
        "tags": ["predictions"],
        "summary": "Classify one video, a list of them, or a table",
        "description": "Missing and null fields are unknown, which is not zero. The response to a table (CSV) is CSV, "
        "or, where `Accept` prefers JSON, a list of its rows with their predictions.",
        "parameters": [explain],
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {"description": "Classified", "content": predicted},
            **_problems({401: NO_KEY, **BODY_ERRORS}),
            "422": _problem("No record is valid", openapi_examples.invalid()),
        },
    }


def _moderation(settings: Settings) -> dict[str, Any]:
    values = {"window": list(summary.WINDOWS), "shown": list(summary.SHOWN), "model_version": None}
    parameters = [
        {"name": name, "in": "query", "schema": {"enum": allowed} if allowed else {"type": "string"}}
        for name, allowed in values.items()
    ]
    text = "What happened in a window: traffic, drift, live performance"
    monitoring = {**_get("monitoring", "moderation", text, {"type": "object"}), **_guard(settings)}
    monitoring["responses"] |= _problems({401: NO_KEY, 422: "The query is invalid", 503: "The history is unavailable"})
    return {
        "/feedback": {"post": _feedback(settings)},
        "/monitoring": {"get": {**monitoring, "parameters": parameters}},
    }


def _feedback(settings: Settings) -> dict[str, Any]:
    label = ref(Label)
    schema = {"anyOf": [label, {"type": "array", "maxItems": settings.max_rows, "items": label}]}
    content = {"application/json": {"schema": schema, "example": openapi_examples.LABEL}}
    problems = {401: NO_KEY, **BODY_ERRORS, 422: "Invalid labels; none is stored", 503: "The history is unavailable"}
    return {
        **_guard(settings),
        "operationId": "feedback",
        "tags": ["moderation"],
        "summary": "Label predictions",
        "description": "One prediction by `prediction_id`, or all of a video by `video_id`. The latest label "
        "wins; sending it again changes nothing. The response names the ids of which no prediction is known: a "
        "prediction is known moments after its response.",
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {"description": "Stored", "content": {"application/json": {"schema": ref(Taken)}}},
            **_problems(problems),
        },
    }


def _get(name: str, tag: str, summary: str, schema: dict[str, Any], kind: str = body.JSON) -> dict[str, Any]:
    response = {"description": summary, "content": {kind: {"schema": schema}}}
    return {"operationId": name, "tags": [tag], "summary": summary, "responses": {"200": response}}


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required}


def _guard(settings: Settings) -> dict[str, Any]:
    return {"security": [{name: []} for name in KEYS]} if settings.api_keys else {}


def _problems(texts: dict[int, str]) -> dict[str, Any]:
    return {str(status): _problem(text) for status, text in texts.items()}


def _problem(description: str, examples: dict[str, Any] | None = None) -> dict[str, Any]:
    content = {"schema": ref(Problem), **({"examples": examples} if examples else {})}
    return {"description": description, "content": {"application/problem+json": content}}
