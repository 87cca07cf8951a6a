"""Pieces that many operations of the OpenAPI document share: what they return, need and report as errors."""

from typing import Any

from tiktok_claims.service import body
from tiktok_claims.service.openapi_schemas import Problem, ref
from tiktok_claims.settings import Settings

NO_KEY = "The API key is missing or wrong"
UNAVAILABLE = "The history is unavailable"
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


def get(name: str, tag: str, summary: str, schema: dict[str, Any], kind: str = body.JSON) -> dict[str, Any]:
    """Return an operation that takes nothing."""
    response = {"description": summary, "content": {kind: {"schema": schema}}}
    return {"operationId": name, "tags": [tag], "summary": summary, "responses": {"200": response}}


def object_of(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties, "required": required}


def guard(settings: Settings) -> dict[str, Any]:
    """Return how the key is sent, where there are keys."""
    return {"security": [{name: []} for name in KEYS]} if settings.api_keys else {}


def problems(texts: dict[int, str]) -> dict[str, Any]:
    """Return the responses of errors, from texts by status."""
    return {str(status): problem(text) for status, text in texts.items()}


def problem(description: str, examples: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the response of an error."""
    content = {"schema": ref(Problem), **({"examples": examples} if examples else {})}
    return {"description": description, "content": {"application/problem+json": content}}
