"""A prediction in the history, as the database stores it and as it is read back; and the number that identifies it.

Knows no SQL.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from typing_extensions import TypedDict

from tiktok_claims.record import FIELDS, Record

WRITER_BITS = 12  # the lower bits of an id differ by writer; the upper ones are microseconds since 1970, until 2041
MINUTE = 60_000_000 << WRITER_BITS  # between the ids of two predictions a minute apart
DAY = 24 * 60 * MINUTE

Status = Literal["claim", "opinion"]
_prediction_id = re.compile(r"[0-7][0-9a-f]{15}")


class StoredPrediction(NamedTuple):
    """A prediction as it is written: the columns of its table, in their order."""

    id: int
    video_id: str | None
    model_version: str
    source: str
    video_transcription_text: str | None
    video_duration_sec: float | None
    video_view_count: float | None
    video_like_count: float | None
    video_share_count: float | None
    video_download_count: float | None
    video_comment_count: float | None
    verified_status: str | None
    author_ban_status: str | None
    claim_probability: float
    claim_status: str
    needs_review: bool
    warnings: str | None  # one on each line
    shadow_version: str | None = None  # these four are of the shadow model, if there is one
    shadow_probability: float | None = None
    shadow_status: str | None = None
    shadow_needs_review: bool | None = None


class ShadowPrediction(TypedDict):
    """What the shadow model predicted for the record of a prediction."""

    model_version: str
    claim_status: Status
    claim_probability: float
    needs_review: bool


class HistoryEntry(TypedDict):
    """A prediction as it is read: its record as it was sent, and its label if a moderator has labelled it."""

    prediction_id: str
    time: datetime
    video_id: str | None
    model_version: str
    source: str
    record: Record
    claim_status: Status
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    label: Status | None
    shadow: ShadowPrediction | None


_RECORD = slice(StoredPrediction._fields.index(FIELDS[0]), StoredPrediction._fields.index(FIELDS[-1]) + 1)


def record_of(row: Sequence[Any]) -> Record:
    """Return the record of a prediction, or of a row of its table."""
    return {name: value for name, value in zip(FIELDS, row[_RECORD], strict=True) if value is not None}


def prediction_id(number: int) -> str:
    """Return the id under which clients know a prediction."""
    return f"{number:x}"


def number_of(prediction_id: object) -> int:
    """Return the number of a prediction id; one that no prediction has for what is not an id."""
    is_id = isinstance(prediction_id, str) and _prediction_id.fullmatch(prediction_id)
    return int(prediction_id, 16) if is_id else -1  # type: ignore[call-overload]  # a string, as checked above


def first_id(when: datetime) -> int:
    """Return the lowest number of a prediction made at this time."""
    return int(when.timestamp() * 1e6) << WRITER_BITS


def time_of(number: int) -> datetime:
    """Return when the prediction with this number was made."""
    return datetime.fromtimestamp((number >> WRITER_BITS) / 1e6, UTC)
