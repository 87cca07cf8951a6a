"""GET /openapi.json: the service described in OpenAPI 3.1. Schemas and examples have files of their own."""

from functools import cache
from typing import Any

from flask import Blueprint, Response
from pydantic_core import to_json

from tiktok_claims import __version__
from tiktok_claims.model import explanation
from tiktok_claims.model.explanation import ExplainedPrediction
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.record import Fields
from tiktok_claims.service import body, openapi_examples
from tiktok_claims.service import openapi_moderation as moderation
from tiktok_claims.service import openapi_parts as parts
from tiktok_claims.service.openapi_schemas import TABLE_ROW, InvalidRow, ref, schemas
from tiktok_claims.settings import Settings

MODEL = "The served model: version, data, metrics"
MODELS = "The versions in the model store, and what was served when, by whom and why"
MODEL_VERSION = {"model_version": {"type": "string"}}
TEXT = {"type": "string"}


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
        parts.object_of(status, ["status"]),
        parts.object_of({**status, **MODEL_VERSION, **history}, [*status, *MODEL_VERSION]),
    )
    versions = {**MODEL_VERSION, "package_version": {"type": "string"}}
    about = parts.object_of(versions, list(versions))
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
            **(moderation.paths(settings) if settings.history_url else {}),
            "/health/live": {"get": parts.get("live", "health", "Is the process running?", live)},
            "/health/ready": {
                "get": parts.get("ready", "health", "Does the model score, and is the history available?", ready)
            },
            "/metrics": {"get": parts.get("metrics", "health", "Metrics for Prometheus", TEXT, "text/plain")},
            "/model": {"get": {**parts.get("model", "about", MODEL, about), **parts.guard(settings)}},
            "/models": {"get": {**parts.get("models", "about", MODELS, {"type": "object"}), **parts.guard(settings)}},
            "/openapi.json": {"get": parts.get("openapi", "about", "This document", {"type": "object"})},
        },
        "components": {"schemas": schemas(), "securitySchemes": parts.KEYS},
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
        **parts.guard(settings),
        "operationId": "predict",
        "tags": ["predictions"],
        "summary": "Classify one video, a list of them, or a table",
        "description": "Missing and null fields are unknown, which is not zero. The response to a table (CSV) is CSV, "
        "or, where `Accept` prefers JSON, a list of its rows with their predictions.",
        "parameters": [explain],
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {"description": "Classified", "content": predicted},
            **parts.problems({401: parts.NO_KEY, **parts.BODY_ERRORS}),
            "422": parts.problem("No record is valid", openapi_examples.invalid()),
        },
    }
