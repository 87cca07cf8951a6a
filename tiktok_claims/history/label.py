"""The label that a person gives to a video: its fields, what each allows, and all errors of a label at once.

Knows nothing of where labels are stored.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, NamedTuple, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from tiktok_claims.record import FieldError, Record, field_error

ALLOWED = {
    "prediction_id": "the prediction_id of a prediction, or else video_id",
    "video_id": "the video_id of a record, or else prediction_id",
    "claim_status": "'claim', 'opinion', 'unsure' or 'withdrawn'",
    "labelled_by": "a name of up to 100 characters",
    "note": "a text of up to 1,000 characters",
    "chosen_by": "'page', 'queue_random', 'queue_value', 'second_look', 'disagreement', 'api' or 'file'",
    "prediction_shown": "true or false",
}
WRONG_LENGTH: FieldError = {
    "field": "label",
    "received": "a row of another length",
    "problem": "has more or fewer cells than the first line; is a quote missing?",
    "allowed": "one cell for each column",
}
MAX_ERRORS = 10  # reported of one label; a client could send thousands of keys
PROBLEMS = {"missing": "is missing", "extra_forbidden": "is not a known field"}

LabelStatus = Literal["claim", "opinion", "unsure", "withdrawn"]
ChosenBy = Literal["page", "queue_random", "queue_value", "second_look", "disagreement", "api", "file"]
SECOND_LOOKS = ("second_look", "disagreement")  # how videos are chosen that are labelled already


@with_config(ConfigDict(strict=True, extra="forbid"))
class Label(TypedDict):
    """What a person says of one video, which is named by its id or by one of its predictions."""

    prediction_id: NotRequired[Annotated[str, Field(max_length=100)]]
    video_id: NotRequired[Annotated[str, Field(max_length=200)] | int | float]
    claim_status: LabelStatus
    labelled_by: NotRequired[Annotated[str, Field(max_length=100)]]  # the latest label of each person counts
    note: NotRequired[Annotated[str, Field(max_length=1000)]]
    chosen_by: NotRequired[ChosenBy]  # how the video came to be labelled; "api" unless given
    prediction_shown: NotRequired[bool]  # whether the person saw it; true unless given


class StoredLabel(TypedDict):
    """A label as it is read: with a copy of what was labelled."""

    video_id: str | None
    prediction_id: str
    claim_status: LabelStatus
    labelled_by: str
    labelled_at: datetime
    note: str | None
    chosen_by: ChosenBy
    prediction_shown: bool
    record: Record
    predicted_status: Literal["claim", "opinion"]
    claim_probability: float
    needs_review: bool
    model_version: str


class LabelCount(NamedTuple):
    """How many labelled videos are alike: of one model, with one status, in one tenth, with one label."""

    model_version: str
    needs_review: bool
    decile: int  # of the probability, 0 to 9
    claim_status: str  # "claim" or "opinion", as the model predicted
    label: str
    rows: int
    probability: float  # of all these rows, added up
    at_random: bool = False  # chosen at random, with the prediction hidden: only these are unbiased


class ShadowCount(NamedTuple):
    """How many labelled videos are alike: of one shadow model, with one status by each model, with one label."""

    shadow_version: str
    claim_status: str  # by the model that served
    shadow_status: str
    label: str
    rows: int


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
        raise InvalidLabel([field_error("label", value, problem, "prediction_id, video_id")])
    return label


def check_row(row: Mapping[Any, str | None]) -> Label:
    """Return the label in a row of a table, of which other columns are ignored. Raises InvalidLabel."""
    if None in row or None in row.values():  # how csv.DictReader marks a row with more or fewer cells than columns
        raise InvalidLabel([WRONG_LENGTH])
    cells = {name: cell for name in ALLOWED if (cell := (row.get(name) or "").strip())}
    if "prediction_id" in cells:
        cells.pop("video_id", None)  # a table of predictions has both
    if "claim_status" in cells:
        cells["claim_status"] = cells["claim_status"].lower()
    values: dict[str, Any] = {"chosen_by": "file", **cells}
    if "prediction_shown" in cells:
        shown = cells["prediction_shown"].lower()
        values["prediction_shown"] = {"true": True, "false": False}.get(shown, shown)
    return check(values)


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
