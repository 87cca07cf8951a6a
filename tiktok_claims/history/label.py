"""The label that a moderator gives: its fields, what each allows, and all errors of a label at once.

Knows nothing of where labels are stored.
"""

from typing import Annotated, Any, Literal, NamedTuple, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from tiktok_claims.record import FieldError, field_error

ALLOWED = {
    "prediction_id": "the prediction_id of a prediction, or else video_id",
    "video_id": "the video_id of a record, or else prediction_id",
    "claim_status": "'claim' or 'opinion'",
}
MAX_ERRORS = 10  # reported of one label; a client could send thousands of keys
PROBLEMS = {"missing": "is missing", "extra_forbidden": "is not a known field"}


@with_config(ConfigDict(strict=True, extra="forbid"))
class Label(TypedDict):
    """What a moderator says of one prediction, or of all predictions of one video."""

    prediction_id: NotRequired[Annotated[str, Field(max_length=100)]]
    video_id: NotRequired[Annotated[str, Field(max_length=200)] | int | float]
    claim_status: Literal["claim", "opinion"]


class LabelCount(NamedTuple):
    """How many labelled predictions are alike: of one model, with one status, in one tenth, with one label."""

    model_version: str
    needs_review: bool
    decile: int  # of the probability, 0 to 9
    claim_status: str  # "claim" or "opinion", as the model predicted
    label: str
    rows: int
    probability: float  # of all these rows, added up


class InvalidLabel(ValueError):
    """A label that cannot be stored; `errors` has everything that is wrong with it."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__("; ".join(f"{error['field']} {error['problem']}" for error in errors))
        self.errors = errors


_schema = TypeAdapter(Label)


def check(value: Any) -> Label:
    """Return the label that a parsed JSON object holds. Raises InvalidLabel."""
    try:
        label: Label = _schema.validate_python(value)
    except ValidationError as error:
        raise InvalidLabel(_errors(error)) from None
    if ("prediction_id" in label) == ("video_id" in label):
        problem = "must have either a prediction_id or a video_id"
        raise InvalidLabel([field_error("label", value, problem, ", ".join(ALLOWED))])
    return label


def _errors(error: ValidationError) -> list[FieldError]:
    errors: dict[str, FieldError] = {}
    for item in error.errors(include_url=False, include_context=False):
        if len(errors) == MAX_ERRORS:
            break
        name = str(item["loc"][0]) if item["loc"] else "label"
        problem = PROBLEMS.get(item["type"], "is not one of the allowed values")
        received = None if item["type"] == "missing" else item["input"]
        errors[name] = field_error(name, received, problem, ALLOWED.get(name, f"an object with {', '.join(ALLOWED)}"))
    return list(errors.values())
