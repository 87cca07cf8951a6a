"""What moderators decided, as it is sent: its fields, what each allows, and every fault of it at once.

Knows nothing of where decisions are kept.
"""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from tiktok_claims.record import FieldError, field_error

ALLOWED = {
    "prediction_id": "the prediction_id of an answer, or else video_id",
    "video_id": "the video_id that a record came with, or else prediction_id",
    "claim_status": "'claim' or 'opinion'",
}
MAX_FAULTS = 10  # told of one decision; a client could send thousands of keys
PROBLEMS = {"missing": "is absent", "extra_forbidden": "is no known field"}


class Label(TypedDict):
    """A moderator's decision on one prediction, or on all predictions of one video."""

    __pydantic_config__ = ConfigDict(strict=True, extra="forbid")  # type: ignore[misc]  # pydantic's own way for a TypedDict

    prediction_id: NotRequired[Annotated[str, Field(max_length=100)]]
    video_id: NotRequired[Annotated[str, Field(max_length=200)] | int | float]
    claim_status: Literal["claim", "opinion"]


class InvalidLabel(ValueError):
    """What cannot be taken for a decision; `faults` holds everything that is wrong with it."""

    def __init__(self, faults: list[FieldError]) -> None:
        super().__init__("; ".join(f"{each['field']} {each['problem']}" for each in faults))
        self.errors = faults


_schema = TypeAdapter(Label)


def check(value: Any) -> Label:
    """Return the decision that a parsed JSON object states. Raises InvalidLabel."""
    try:
        verdict: Label = _schema.validate_python(value)
    except ValidationError as error:
        raise InvalidLabel(_errors(error)) from None
    if ("prediction_id" in verdict) == ("video_id" in verdict):
        raise InvalidLabel(
            [field_error("verdict", value, "must name either a prediction_id or a video_id", ", ".join(ALLOWED))]
        )
    return verdict


def _errors(error: ValidationError) -> list[FieldError]:
    found: dict[str, FieldError] = {}
    for item in error.errors(include_url=False, include_context=False):
        if len(found) == MAX_FAULTS:
            break
        name = str(item["loc"][0]) if item["loc"] else "verdict"
        problem = PROBLEMS.get(item["type"], "is none of the allowed values")
        received = None if item["type"] == "missing" else item["input"]
        found[name] = field_error(name, received, problem, ALLOWED.get(name, f"an object with {', '.join(ALLOWED)}"))
    return list(found.values())
