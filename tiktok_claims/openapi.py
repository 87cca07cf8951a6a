"""The OpenAPI 3.1 document of the service, from the types that validate and answer.

Knows what each route takes and gives; knows nothing of Flask or of any request.
"""

from typing import Any, NotRequired

from pydantic import TypeAdapter
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from tiktok_claims.explanation import ExplainedPrediction
from tiktok_claims.record import CARRIED, CATEGORIES, FIELDS, Fault, Fields
from tiktok_claims.scoring import Prediction
from tiktok_claims.settings import Settings

REF = "#/components/schemas/{model}"
CSV = {"schema": {"type": "string"}}
LIVE = {"type": "object", "properties": {"status": {"const": "live"}}, "required": ["status"]}
READY = {
    "type": "object",
    "properties": {"status": {"const": "ready"}, "model_version": {"type": "string"}},
    "required": ["status", "model_version"],
}
MODEL = {"type": "object", "properties": {"model_version": {"type": "string"}}, "required": ["model_version"]}


class FaultOfRow(Fault):
    """One thing wrong with a record; `index` is its place in the list that was sent."""

    index: NotRequired[int]


class FaultyRow(TypedDict):
    """Stands in the list of answers where a record cannot be scored."""

    index: int
    errors: list[Fault]


class Problem(TypedDict):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: NotRequired[list[FaultOfRow]]


def document(settings: Settings) -> dict[str, Any]:
    """Return the document for a service with these limits."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "TikTok claims", "version": "1", "description": "Tells claims from opinions."},
        "paths": {
            "/predict": {"post": _predict(settings.max_rows)},
            "/health/live": {"get": _get("live", "Is the process up?", LIVE)},
            "/health/ready": {"get": _get("ready", "Does the model score?", READY)},
            "/model": {"get": _get("model", "What is known of the model", MODEL)},
            "/openapi.json": {"get": _get("openapi", "This document", {"type": "object"})},
        },
        "components": {"schemas": _schemas()},
    }


def _schemas() -> dict[str, Any]:
    types = (Fields, Prediction, ExplainedPrediction, FaultyRow, Problem)
    inputs = [(kind.__name__, "validation", TypeAdapter(kind)) for kind in types]
    _, shared = TypeAdapter.json_schemas(inputs, ref_template=REF)  # type: ignore[arg-type]  # mode is one of its literals
    schemas: dict[str, Any] = shared["$defs"]
    fields = schemas["Fields"]["properties"]
    for name, spellings in CATEGORIES.items():
        fields[name] = {"enum": [*spellings, None], "description": "Case and outer spaces do not matter."}
    known = [{"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in FIELDS]
    schemas["Fields"]["anyOf"] = known  # a record must hold something to score
    fields.update({name: {"description": "Taken along, never scored."} for name in CARRIED})
    return schemas


def _predict(max_rows: int) -> dict[str, Any]:
    one, rows = _ref("Fields"), {"type": "array", "minItems": 1, "maxItems": max_rows, "items": _ref("Fields")}
    answers = [_ref("ExplainedPrediction"), _ref("Prediction")]
    listed = {"type": "array", "items": {"anyOf": [*answers, _ref("FaultyRow")]}}
    explain = {"name": "explain", "in": "query", "schema": {"enum": ["true", "false"]}}
    problems = {400: "No JSON, or no table", 413: "Too much at once", 415: "Another type", 422: "Nothing to score"}
    return {
        "operationId": "predict",
        "summary": "Score one video, a list of them, or a table",
        "parameters": [explain],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"anyOf": [one, rows]}}, "text/csv": CSV},
        },
        "responses": {
            "200": {
                "description": "Scored",
                "content": {"application/json": {"schema": {"anyOf": [*answers, listed]}}, "text/csv": CSV},
            },
            **{str(status): _problem(text) for status, text in problems.items()},
        },
    }


def _get(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": summary, "content": {"application/json": {"schema": schema}}}
    return {"operationId": name, "summary": summary, "responses": {"200": answer}}


def _problem(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/problem+json": {"schema": _ref("Problem")}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": REF.format(model=name)}
