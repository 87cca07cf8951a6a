"""The schemas of the OpenAPI document, from the types that check requests and describe responses."""

from typing import Annotated, Any, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from tiktok_claims.files.csv_rows import PREDICTION_COLUMNS
from tiktok_claims.history.label import Label
from tiktok_claims.history.queue import Choice
from tiktok_claims.model.explanation import ExplainedPrediction
from tiktok_claims.model.scoring import Prediction
from tiktok_claims.record import CARRIED, CATEGORIES, FIELDS, FieldError, Fields

REF = "#/components/schemas/{model}"
TABLE_ROW = {"type": "object", "required": list(PREDICTION_COLUMNS), "description": "A CSV row and its prediction."}


class RowError(FieldError):
    """An error in a field; `index` is the place of the record in the list that was sent."""

    index: NotRequired[int]


class InvalidRow(TypedDict):
    """Takes the place of a prediction where a record of a list is invalid."""

    index: int
    errors: list[FieldError]


class Taken(TypedDict):
    """How many labels were stored, the ids of which nothing is known, and how many rows of a table have no label."""

    taken: int
    unknown: list[Any]  # as they were sent
    unlabelled: NotRequired[int]  # of a table


@with_config(ConfigDict(strict=True, extra="forbid"))
class Next(TypedDict):
    """Who asks the queue for how many videos of which kind, without those of some predictions."""

    labelled_by: NotRequired[Annotated[str, Field(max_length=100)]]
    rows: NotRequired[Annotated[int, Field(ge=1, le=50)]]
    without: NotRequired[Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=1000)]]
    choice: NotRequired[Choice]


class Problem(TypedDict):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: NotRequired[list[RowError]]


def ref(kind: type) -> dict[str, str]:
    """Return a reference to the schema of a type."""
    return {"$ref": REF.format(model=kind.__name__)}


def schemas() -> dict[str, Any]:
    """Return all schemas by name."""
    types = (Fields, Prediction, ExplainedPrediction, InvalidRow, Label, Next, Taken, Problem)
    inputs = [(kind.__name__, "validation", TypeAdapter(kind)) for kind in types]
    _, shared = TypeAdapter.json_schemas(inputs, ref_template=REF)  # type: ignore[arg-type]  # mode is one of its literals
    schemas: dict[str, Any] = shared["$defs"]
    _complete_record(schemas["Fields"])
    schemas["Label"]["oneOf"] = [{"required": [name]} for name in ("prediction_id", "video_id")]
    return schemas


def _complete_record(schema: dict[str, Any]) -> None:
    """Add what the type cannot say: categories in any spelling, carried columns, at least one known field."""
    fields = schema["properties"]
    for name, spellings in CATEGORIES.items():
        fields[name] = {"enum": [*spellings, None], "description": "Case and outer spaces do not matter."}
    fields.update({name: {"description": "Accepted and never scored."} for name in CARRIED})
    schema["anyOf"] = [{"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in FIELDS]
