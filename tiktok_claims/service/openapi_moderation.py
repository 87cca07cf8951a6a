"""The routes over the history in the OpenAPI document: labels, videos, the summary of a window."""

from typing import Any

from tiktok_claims.history.label import Label
from tiktok_claims.monitoring import summary
from tiktok_claims.service import openapi_examples
from tiktok_claims.service.openapi_parts import BODY_ERRORS, NO_KEY, UNAVAILABLE, get, guard, problems
from tiktok_claims.service.openapi_schemas import Next, Taken, ref
from tiktok_claims.settings import Settings

TAG = "moderation"
OBJECT = {"application/json": {"schema": {"type": "object"}}}
OF_HISTORY = {401: NO_KEY, 503: UNAVAILABLE}


def paths(settings: Settings) -> dict[str, Any]:
    """Return the paths of these routes."""
    return {
        "/feedback": {"post": _feedback(settings)},
        "/labels": {"get": _labels(settings), "delete": _withdraw(settings)},
        "/queue": {"post": _queue(settings)},
        "/videos/{video_id}": _video(settings),
        "/monitoring": {"get": _monitoring(settings)},
    }


def _monitoring(settings: Settings) -> dict[str, Any]:
    values = {"window": list(summary.WINDOWS), "shown": list(summary.SHOWN), "model_version": None}
    parameters = [
        {"name": name, "in": "query", "schema": {"enum": allowed} if allowed else {"type": "string"}}
        for name, allowed in values.items()
    ]
    text = "What happened in a window: traffic, drift, live performance"
    operation = {**get("monitoring", TAG, text, {"type": "object"}), **guard(settings), "parameters": parameters}
    operation["responses"] |= problems({**OF_HISTORY, 422: "The query is invalid"})
    return operation


def _feedback(settings: Settings) -> dict[str, Any]:
    label = ref(Label)
    schema = {"anyOf": [label, {"type": "array", "maxItems": settings.max_rows, "items": label}]}
    content = {
        "application/json": {"schema": schema, "example": openapi_examples.LABEL},
        "text/csv": {"schema": {"type": "string"}, "example": openapi_examples.LABELS},
    }
    return {
        **guard(settings),
        "operationId": "feedback",
        "tags": [TAG],
        "summary": "Label videos",
        "description": "A video is named by its `video_id`, or by the `prediction_id` of one of its predictions. Of a "
        "video, the latest label of each person counts; sending it again changes nothing. `withdrawn` takes a label "
        "back. The response names the ids of which nothing is known: a prediction is known moments after its response.",
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {"description": "Stored", "content": {"application/json": {"schema": ref(Taken)}}},
            **problems({**OF_HISTORY, **BODY_ERRORS, 422: "Invalid labels; none is stored"}),
        },
    }


def _queue(settings: Settings) -> dict[str, Any]:
    responses = {"200": {"description": "Videos, for ten minutes those of this person", "content": OBJECT}}
    return {
        **guard(settings),
        "operationId": "queue",
        "tags": [TAG],
        "summary": "Return the next videos to label",
        "description": "A fifth is chosen at random, the rest by what a model learns most from. Send `chosen_by` back "
        "with the label.",
        "requestBody": {"required": True, "content": {"application/json": {"schema": ref(Next)}}},
        "responses": {**responses, **problems({**OF_HISTORY, **BODY_ERRORS, 422: "The request is invalid"})},
    }


def _labels(settings: Settings) -> dict[str, Any]:
    text = "All labels: the one that counts of each video as CSV to train on, or with Accept all of them as JSON lines"
    operation = {**get("labels", TAG, text, {"type": "string"}, "text/csv"), **guard(settings)}
    operation["responses"]["200"]["content"]["application/x-ndjson"] = {"schema": {"type": "string"}}
    operation["responses"] |= problems(OF_HISTORY)
    return operation


def _withdraw(settings: Settings) -> dict[str, Any]:
    parameters = [
        {"name": name, "in": "query", "schema": {"type": "string"}}
        for name in ("prediction_id", "video_id", "labelled_by", "note")
    ]
    operation = {**get("withdraw", TAG, "Withdraw a label", ref(Taken)), **guard(settings), "parameters": parameters}
    operation["responses"] |= problems({**OF_HISTORY, 422: "The query is invalid"})
    return operation


def _video(settings: Settings) -> dict[str, Any]:
    unknown = {**OF_HISTORY, 404: "Nothing is stored of this video"}
    operations: dict[str, Any] = {
        "get": get("video", TAG, "All that is stored of one video", {"type": "object"}),
        "delete": get("deleteVideo", TAG, "Delete all that is stored of one video", {"type": "object"}),
    }
    path = {"name": "video_id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
    for operation in operations.values():
        operation.update({**guard(settings), "parameters": [path]})
        operation["responses"] |= problems(unknown)
    return operations
