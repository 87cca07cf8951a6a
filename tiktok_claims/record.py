"""The record of one video: its fields, what each one allows, and all errors of a record at once.

Knows nothing of features, models or HTTP.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

MAX_TEXT_CHARACTERS = 20_000
MAX_UNKNOWN_KEYS = 5  # named one by one; a client could send thousands
SHOWN_CHARACTERS = 60  # of a received value

VERIFIED = {"verified": "verified", "not verified": "not verified"}
BAN = {"active": "active", "under review": "under review", "under scrutiny": "under review", "banned": "banned"}


def _one_of(spellings: dict[str, str]) -> AfterValidator:
    def canonical(value: str) -> str:
        try:
            return spellings[value]
        except KeyError:
            raise PydanticCustomError("category", "is none of the allowed values") from None

    return AfterValidator(canonical)


Count = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True)]


class Fields(TypedDict, total=False):
    """What each field of a record may hold. Missing and None both mean unknown, which is not zero."""

    __pydantic_config__ = ConfigDict(strict=True, extra="forbid")  # type: ignore[misc]  # pydantic's own way for a TypedDict

    video_transcription_text: Annotated[str, Field(max_length=MAX_TEXT_CHARACTERS)] | None
    video_duration_sec: Count | None
    video_view_count: Count | None
    video_like_count: Count | None
    video_share_count: Count | None
    video_download_count: Count | None
    video_comment_count: Count | None
    verified_status: Annotated[Word, _one_of(VERIFIED)] | None
    author_ban_status: Annotated[Word, _one_of(BAN)] | None


Record = dict[str, Any]  # a checked record: Fields in canonical form, without None

# Index columns, as pandas writes them in CSV, reads them back (once or twice), and writes them in JSON and Parquet.
_INDEXES = ("", "Unnamed: 0", "Unnamed: 0.1", "Unnamed: 0.2", "Unnamed: 0.1.1", "index", "level_0", "__index_level_0__")
# Columns of the data set that may come along and are never features; video_id is echoed.
CARRIED = (*_INDEXES, "#", "video_id", "claim_status")
TEXT = "video_transcription_text"
CATEGORIES = {"verified_status": VERIFIED, "author_ban_status": BAN}
FIELDS = tuple(Fields.__annotations__)
NUMBERS = tuple(name for name in FIELDS if name not in (TEXT, *CATEGORIES))
COUNTS = tuple(name for name in NUMBERS if name.endswith("_count"))

DISPLAY_NAMES = {  # on pages and in reports
    TEXT: "Transcript",
    "video_view_count": "Views",
    "video_like_count": "Likes",
    "video_share_count": "Shares",
    "video_download_count": "Downloads",
    "video_comment_count": "Comments",
    "video_duration_sec": "Duration (s)",
    "verified_status": "Verification",
    "author_ban_status": "Account status",
}
ALLOWED = {
    TEXT: f"a string of up to {MAX_TEXT_CHARACTERS:,} characters, or null",
    **dict.fromkeys(NUMBERS, "a finite number >= 0, or null"),
    "verified_status": "'verified', 'not verified', or null",
    "author_ban_status": "'active', 'under review' (or 'under scrutiny'), 'banned', or null",
}
PROBLEMS = {
    "float_type": "is not a number",
    "finite_number": "is not a finite number",
    "greater_than_equal": "is below 0",
    "string_type": "is not a string",
    "string_too_long": "is too long",
    "string_unicode": "is not valid Unicode",
    "dict_type": "is not an object",
}


class FieldError(TypedDict):
    """One thing wrong with a record."""

    field: str
    received: str
    problem: str
    allowed: str


class InvalidRecord(ValueError):
    """A record that cannot be scored; `errors` holds everything that is wrong with it."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__("; ".join(f"{error['field']} {error['problem']}" for error in errors))
        self.errors = errors


_schema = TypeAdapter(Fields)


def check(value: object) -> Record:
    """Return the record in `value` (parsed JSON), categories in their canonical spelling.

    Raises InvalidRecord with all errors.
    """
    fields = value
    if isinstance(value, dict) and not value.keys().isdisjoint(CARRIED):
        fields = {key: item for key, item in value.items() if key not in CARRIED}
    try:
        values = _schema.validate_python(fields)
    except ValidationError as error:
        raise InvalidRecord(_errors(error)) from None
    record = {name: item for name, item in values.items() if item is not None}
    if not record:
        problem = "has no known field, so there is nothing to score"
        raise InvalidRecord([field_error("record", value, problem, f"at least one of: {', '.join(FIELDS)}")])
    return record


def check_cells(row: Mapping[str, str]) -> Record:
    """Return the record in a row of CSV, where all cells are text: numbers are parsed and an empty cell is missing."""
    return check({name: _cell(name, text) for name, text in row.items() if name not in CARRIED})


def _cell(name: str, text: str) -> object:
    if text.strip() == "":
        return None
    if name not in NUMBERS:
        return text
    try:
        return float(text)
    except ValueError:
        return text  # check() says that it is no number


def _errors(error: ValidationError) -> list[FieldError]:
    errors, unknown = [], []
    for item in error.errors(include_url=False, include_context=False):
        name = str(item["loc"][0]) if item["loc"] else "record"
        if item["type"] == "extra_forbidden":
            unknown.append((name, item["input"]))
        else:
            allowed = ALLOWED.get(name, "an object with the fields of one video")
            errors.append(field_error(name, item["input"], PROBLEMS.get(item["type"], item["msg"]), allowed))
    for name, received in unknown[:MAX_UNKNOWN_KEYS]:
        errors.append(
            field_error(name, received, f"is not a known field; did you mean {_nearest(name)}?", ", ".join(FIELDS))
        )
    if len(unknown) > MAX_UNKNOWN_KEYS:
        problem = f"has {len(unknown) - MAX_UNKNOWN_KEYS} more unknown keys"
        errors.append(field_error("record", dict(unknown), problem, ", ".join(FIELDS)))
    return errors


def _letter_pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}


_pairs = {name: _letter_pairs(name) for name in FIELDS}


def _nearest(name: str) -> str:
    """The field that shares most letter pairs (Dice): for `views` that is `video_view_count`, where difflib errs."""
    pairs = _letter_pairs(name[:SHOWN_CHARACTERS].lower())
    return max(FIELDS, key=lambda known: len(pairs & _pairs[known]) / (len(pairs) + len(_pairs[known])))


def field_error(name: str, received: object, problem: str, allowed: str) -> FieldError:
    """Return a field error, the received value shortened."""
    return {"field": _shortened(name), "received": _shown(received), "problem": problem, "allowed": allowed}


def _shown(value: object) -> str:
    """The start of a value as a client would write it."""
    if isinstance(value, (dict, list)):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value)}"
    return _shortened(repr(value[:SHOWN_CHARACTERS] if isinstance(value, str) else value))


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
