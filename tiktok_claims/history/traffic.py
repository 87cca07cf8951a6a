"""How many predictions were made when: exact counts by minute, added up by steps of a window."""

from datetime import UTC, datetime

import sqlalchemy as sa
from typing_extensions import TypedDict

from tiktok_claims.history.prediction import MINUTE, first_id
from tiktok_claims.history.tables import traffic


class TrafficStep(TypedDict):
    """The predictions made in one step of a window."""

    start: datetime
    predictions: int
    claims: int
    needs_review: int


def steps(connection: sa.Connection, first: int, last: int, model_version: str | None, step: int) -> list[TrafficStep]:
    """Return the counts from one minute since 1970 to another, `step` minutes at a time."""
    of = traffic.c
    at = ((of.minute - first) // step).label("at")
    query = sa.select(at, sa.func.sum(of.predictions), sa.func.sum(of.claims), sa.func.sum(of.needs_review))
    query = query.where(of.minute >= first, of.minute < last).group_by("at")
    if model_version is not None:
        query = query.where(of.model_version == model_version)
    counts = {row[0]: tuple(map(int, row[1:])) for row in connection.execute(query)}
    return [
        TrafficStep(
            start=datetime.fromtimestamp(begin * 60, UTC), predictions=total, claims=claims, needs_review=review
        )
        for at, begin in enumerate(range(first, last, step))
        for total, claims, review in [counts.get(at, (0, 0, 0))]
    ]


def minute(when: datetime) -> int:
    """Return the minutes since 1970; one that has begun counts as a whole minute."""
    return -(-first_id(when) // MINUTE)
