"""The OpenAPI 3.1 document of the service, from the types that validate and answer.

Knows what each route takes and gives; knows nothing of Flask or of any request. The example answers are what the served
model says, so they cannot go stale.
"""

from typing import Any, NotRequired

from pydantic import TypeAdapter
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from tiktok_claims.files.csv_rows import PREDICTION_COLUMNS
from tiktok_claims.history.label import Label
from tiktok_claims.model import explanation
from tiktok_claims.model.explanation import ExplainedPrediction
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.monitoring import summary
from tiktok_claims.record import CARRIED, CATEGORIES, FIELDS, TEXT, FieldError, Fields, InvalidRecord, check
from tiktok_claims.settings import Settings

REF = "#/components/schemas/{model}"
VERSIONED = {"model_version": {"type": "string"}}
CSV = {"schema": {"type": "string"}, "example": f"{TEXT},video_view_count\r\ni think that rain is lovely,310\r\n"}

CLAIM = {TEXT: "a neighbour read on a website that the old lighthouse is sinking", "video_view_count": 412_350}
OPINION = {TEXT: "i think that rain is lovely", "verified_status": "verified", "video_duration_sec": 18}
ROW_OF_TABLE = {"type": "object", "required": list(PREDICTION_COLUMNS), "description": "A CSV row and its answer."}
NO_KEY = "No key, or a wrong one"
REFUSALS = {
    400: "The body cannot be read",
    408: "The body did not arrive in time",
    413: "Too much at once",
    415: "Of a type that is not taken",
}
KEYS = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}
FIRST_ID = 0x66108D6522B75FF6  # of the examples
INVALID = {"video_view_count": "many", "views": 3}
EXAMPLES: dict[str, tuple[str, Any]] = {
    "claim": ("A claim", CLAIM),
    "opinion": ("An opinion, minutes old and without counts", OPINION),
    "list": ("A list; the second record is faulty and costs the first nothing", [CLAIM, INVALID]),
    "faulty": ("A faulty record: all its faults at once", INVALID),
}


class FaultOfRow(FieldError):
    """One thing wrong with a record; `index` is its place in the list that was sent."""

    index: NotRequired[int]


class FaultyRow(TypedDict):
    """Stands in the list of answers where a record cannot be scored."""

    index: int
    errors: list[FieldError]


class Taken(TypedDict):
    """What became of feedback."""

    taken: int
    unknown: list[Any]  # ids as they were sent


class Problem(TypedDict):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: NotRequired[list[FaultOfRow]]


def document(settings: Settings, model: Model) -> dict[str, Any]:
    """Return the document for a service with these limits and this model."""
    status = {"type": "object", "properties": {"status": {"type": "string"}, **VERSIONED}, "required": ["status"]}
    about = {"type": "object", "properties": VERSIONED, "required": ["model_version"]}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "TikTok claims",
            "version": "1",
            "description": "Tells whether a TikTok video makes a claim or states an opinion, so that claims are "
            "reviewed first. Every error is `application/problem+json` (RFC 9457).",
        },
        "tags": [{"name": name} for name in ("predictions", "moderation", "health", "about")],
        "paths": {
            "/predict": {"post": _predict(settings, model)},
            "/health/live": {"get": _get("live", "health", "Is the process up?", status)},
            "/health/ready": {"get": _get("ready", "health", "Does the model score?", status)},
            "/model": {
                "get": {
                    **_get("model", "about", "Which model is served: version, data, figures, versions", about),
                    **_guard(settings),
                }
            },
            "/metrics": {"get": _get("metrics", "health", "Metrics for Prometheus", {"type": "string"}, "text/plain")},
            **(_moderation(settings) if settings.history_url else {}),
            "/openapi.json": {"get": _get("openapi", "about", "This document", {"type": "object"})},
        },
        "components": {"schemas": _schemas(), "securitySchemes": KEYS},
    }


def _schemas() -> dict[str, Any]:
    types = (Fields, Prediction, ExplainedPrediction, FaultyRow, Label, Taken, Problem)
    inputs = [(kind.__name__, "validation", TypeAdapter(kind)) for kind in types]
    _, shared = TypeAdapter.json_schemas(inputs, ref_template=REF)  # type: ignore[arg-type]  # mode is one of its literals
    schemas: dict[str, Any] = shared["$defs"]
    fields = schemas["Fields"]["properties"]
    for name, spellings in CATEGORIES.items():
        fields[name] = {"enum": [*spellings, None], "description": "Case and outer spaces do not matter."}
    known = [{"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in FIELDS]
    schemas["Label"]["oneOf"] = [{"required": [name]} for name in ("prediction_id", "video_id")]
    schemas["Fields"]["anyOf"] = known  # a record must hold something to score
    fields.update({name: {"description": "Taken along, never scored."} for name in CARRIED})
    return schemas


def _predict(settings: Settings, model: Model) -> dict[str, Any]:
    one = _ref("Fields")
    rows = {"type": "array", "minItems": 1, "maxItems": settings.max_rows, "items": one}
    answers = [_ref("ExplainedPrediction"), _ref("Prediction")]
    listed = {"type": "array", "items": {"anyOf": [*answers, _ref("FaultyRow"), ROW_OF_TABLE]}}
    problems = {401: NO_KEY, **REFUSALS}
    sent = {name: {"summary": summary, "value": value} for name, (summary, value) in EXAMPLES.items()}
    return {
        **_guard(settings),
        "operationId": "predict",
        "tags": ["predictions"],
        "summary": "Score one video, a list of them, or a table",
        "description": "Absent and null fields are unknown, which is not zero. A table (CSV) is answered by CSV, or by "
        "a list of its rows with the answers beside them where `Accept` prefers JSON.",
        "parameters": [
            {
                "name": "explain",
                "in": "query",
                "description": f"Give the reasons, for up to {explanation.MAX_RECORDS} records of JSON.",
                "schema": {"enum": ["true", "false"]},
            }
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"anyOf": [one, rows]}, "examples": sent}, "text/csv": CSV},
        },
        "responses": {
            "200": {
                "description": "Scored",
                "content": {
                    "application/json": {
                        "schema": {"anyOf": [*answers, listed]},
                        "examples": _answers(settings, model),
                    },
                    "text/csv": {"schema": {"type": "string"}},
                },
            },
            **{str(status): _problem(text) for status, text in problems.items()},
            "422": _problem("Nothing to score", {"faulty": {"value": _faulty()}}),
        },
    }


def _moderation(settings: Settings) -> dict[str, Any]:
    one = _ref("Label")
    verdicts = {"anyOf": [one, {"type": "array", "maxItems": settings.max_rows, "items": one}]}
    example = {"prediction_id": f"{FIRST_ID:x}", "claim_status": "opinion"}
    problems = {"401": _problem(NO_KEY), "503": _problem("The history does not answer now")}
    chosen = {"window": list(summary.WINDOWS), "shown": list(summary.SHOWN), "model_version": None}
    parameters = [
        {"name": name, "in": "query", "schema": {"enum": values} if values else {"type": "string"}}
        for name, values in chosen.items()
    ]
    watched = _get("monitoring", "moderation", "What happened: traffic, drift, quality", {"type": "object"})
    watched["responses"] |= {**problems, "422": _problem("A query that cannot be understood")}
    return {
        "/feedback": {
            "post": {
                **_guard(settings),
                "operationId": "feedback",
                "tags": ["moderation"],
                "summary": "Tell what moderators decided",
                "description": "On one prediction, or by `video_id` on all predictions of a video. The latest decision "
                "wins; telling it again changes nothing. Ids of which nothing is known are named in the answer: a "
                "prediction is known moments after it was answered.",
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": verdicts, "example": example}},
                },
                "responses": {
                    "200": {"description": "Taken", "content": {"application/json": {"schema": _ref("Taken")}}},
                    **problems,
                    **{str(status): _problem(text) for status, text in REFUSALS.items()},
                    "422": _problem("Faulty decisions; none is taken"),
                },
            }
        },
        "/monitoring": {"get": {**watched, **_guard(settings), "parameters": parameters}},
    }


def _answers(settings: Settings, model: Model) -> dict[str, Any]:
    claim, opinion = model.predict([check(CLAIM), check(OPINION)], [None, None])
    (explained,) = explanation.predict(model, [check(CLAIM)], [None])
    if settings.history_url:
        for number, answer in enumerate((claim, opinion, explained)):
            answer["prediction_id"] = f"{FIRST_ID + number:x}"
    listed = [claim, {"index": 1, "errors": _errors()}]
    values = {"claim": claim, "opinion": opinion, "list": listed, "claim, explain=true": explained}
    return {name: {"value": value} for name, value in values.items()}


def _faulty() -> Problem:
    return {
        "type": "about:blank",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": "The record cannot be scored.",
        "errors": [*_errors()],
    }


def _errors() -> list[Any]:
    try:
        check(INVALID)
    except InvalidRecord as error:
        return error.errors
    raise AssertionError("the faulty example is faulty")


def _get(name: str, tag: str, summary: str, schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    answer = {"description": summary, "content": {kind: {"schema": schema}}}
    return {"operationId": name, "tags": [tag], "summary": summary, "responses": {"200": answer}}


def _guard(settings: Settings) -> dict[str, Any]:
    return {"security": [{name: []} for name in KEYS]} if settings.api_keys else {}


def _problem(description: str, examples: dict[str, Any] | None = None) -> dict[str, Any]:
    content = {"schema": _ref("Problem"), **({"examples": examples} if examples else {})}
    return {"description": description, "content": {"application/problem+json": content}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": REF.format(model=name)}
