"""What the history knows: traffic, samples, single predictions, labels; and labels come in.

Each call opens a connection of its own and waits for the database: in a worker of greenlets, it belongs in a thread.
Knows nothing of how predictions come in (writer.py), nor of what is computed from them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from typing_extensions import TypedDict

from tiktok_claims.history import labelling, tables
from tiktok_claims.history.label import Label, LabelCount
from tiktok_claims.history.prediction import (
    MINUTE,
    HistoryEntry,
    Status,
    StoredPrediction,
    first_id,
    prediction_id,
    time_of,
)
from tiktok_claims.history.tables import predictions, traffic
from tiktok_claims.record import FIELDS

SAMPLE_STEPS = 50
CHUNK_ROWS = 5_000

_of = predictions.c
_decile = sa.case(*[(_of.claim_probability < tenth / 10, tenth - 1) for tenth in range(1, 10)], else_=9)
_LABEL_COUNTS = (
    sa.select(
        _of.model_version,
        _of.needs_review,
        _decile.label("decile"),
        _of.claim_status,
        _of.label,
        sa.func.count().label("rows"),
        sa.func.sum(_of.claim_probability).label("probability"),
    )
    .where(_of.label.is_not(None))
    .group_by(_of.model_version, _of.needs_review, "decile", _of.claim_status, _of.label)
)


class HistoryUnavailable(Exception):
    """The history is not available now; the message is one line with the database and the reason, without rows."""


class TrafficStep(TypedDict):
    """The predictions made in one step of a window."""

    start: datetime
    predictions: int
    claims: int
    needs_review: int


class History:
    """The predictions in one database. All its methods raise HistoryUnavailable."""

    def __init__(self, url: str) -> None:
        self._engine = tables.connect(url)
        self._has_tables = False

    def traffic(
        self, start: datetime, end: datetime, model_version: str | None, step_seconds: int
    ) -> list[TrafficStep]:
        """Return the counts of each step of whole minutes, zeros included; they are exact."""
        with self._connected() as connection:
            return _traffic(connection, _minute(start), _minute(end), model_version, step_seconds // 60)

    def model_versions(self, start: datetime, end: datetime) -> list[str]:
        """Return the versions that made predictions within the window, the latest first."""
        of = traffic.c
        query = (
            sa.select(of.model_version)
            .where(of.minute >= _minute(start), of.minute < _minute(end))
            .group_by(of.model_version)
            .order_by(sa.func.max(of.minute).desc(), of.model_version)
        )
        with self._connected() as connection:
            return list(connection.scalars(query))

    def sample(
        self, start: datetime, end: datetime, model_version: str | None, rows: int = 2_000
    ) -> list[HistoryEntry]:
        """Return about so many predictions of the window, oldest first: of each step the latest, by its share."""
        sampled: list[Any] = []
        with self._connected() as connection:
            oldest = connection.scalar(sa.select(sa.func.min(_of.id))) or 0
            first, last = max(_minute(start), oldest // MINUTE), _minute(end)
            step = max(1, -(-(last - first) // SAMPLE_STEPS))
            steps = _traffic(connection, first, last, model_version, step)
            total = max(rows, sum(each["predictions"] for each in steps))
            for begin, each in zip(range(first, last, step), steps, strict=True):
                if share := -(-rows * each["predictions"] // total):
                    query = _of_window(begin * MINUTE, min(begin + step, last) * MINUTE, model_version)
                    sampled += reversed(connection.execute(query.order_by(_of.id.desc()).limit(share)).all())
        return [_entry(row) for row in sampled]

    def label_counts(self, start: datetime, end: datetime, model_version: str | None = None) -> list[LabelCount]:
        """Return how many labelled predictions of the window are alike."""
        query = _within(_LABEL_COUNTS, first_id(start), first_id(end), model_version)
        with self._connected() as connection:
            return [LabelCount(*row) for row in connection.execute(query)]

    def recent(
        self,
        rows: int,
        start: datetime,
        end: datetime,
        model_version: str | None = None,
        needs_review: bool | None = None,
        claim_status: Status | None = None,
        unlabelled: bool = False,
    ) -> list[HistoryEntry]:
        """Return the latest predictions of the window that match, the latest first."""
        query = _of_window(first_id(start), first_id(end), model_version)
        if needs_review is not None:
            query = query.where(_of.needs_review.is_(needs_review))
        if claim_status is not None:
            query = query.where(_of.claim_status == claim_status)
        if unlabelled:
            query = query.where(_of.label.is_(None))
        with self._connected() as connection:
            return [_entry(row) for row in connection.execute(query.order_by(_of.id.desc()).limit(rows))]

    def rows(self, start: datetime | None = None, end: datetime | None = None) -> Iterator[HistoryEntry]:
        """Yield every prediction in the history, oldest first; they are read in chunks."""
        position, stop = first_id(start) if start else 0, first_id(end) if end else 2**63 - 1
        while True:
            with self._connected() as connection:
                query = _of_window(position, stop, None).order_by(_of.id).limit(CHUNK_ROWS)
                chunk = connection.execute(query).all()
            if not chunk:
                return
            yield from map(_entry, chunk)
            position = chunk[-1].id + 1

    def add_labels(self, labels: Sequence[Label]) -> list[str | int | float]:
        """Store labels, the latest for each prediction; return the ids that no prediction in the history has.

        A label has a `prediction_id`, or a `video_id` for all predictions of that video, and the `claim_status`. A
        prediction can be labelled when the writer has written it, moments after it was made.
        """
        with self._connected() as connection, tables.writing(connection):
            return labelling.write(connection, labels)

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.connect() as connection:
                if not self._has_tables:
                    tables.make_tables(connection)
                    self._has_tables = True
                yield connection
        except SQLAlchemyError as error:
            self._has_tables = False  # the file may be another one now
            raise HistoryUnavailable(tables.reason(self._engine, error)) from None


def open_existing(url: str) -> History:
    """Return the history of a database that is there: a misspelt path must not become a new and empty one.

    Raises HistoryUnavailable.
    """
    if not url:
        raise HistoryUnavailable("HISTORY_URL is empty, so there is no history")
    file = tables.sqlite_file(tables.connect(url))
    if file and not file.is_file():
        raise HistoryUnavailable(f"there is no database {file}")
    return History(url)


def _traffic(
    connection: sa.Connection, first: int, last: int, model_version: str | None, step: int
) -> list[TrafficStep]:
    """The counts from one minute since 1970 to another, `step` minutes at a time."""
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


def _within(query: sa.Select[Any], first: int, end: int, model_version: str | None) -> sa.Select[Any]:
    query = query.where(_of.id >= first, _of.id < end)
    return query if model_version is None else query.where(_of.model_version == model_version)


def _of_window(first: int, end: int, model_version: str | None) -> sa.Select[Any]:
    return _within(sa.select(predictions), first, end, model_version)


def _minute(when: datetime) -> int:
    """Minutes since 1970; one that has begun counts as a whole minute."""
    return -(-first_id(when) // MINUTE)


_RECORD = slice(StoredPrediction._fields.index(FIELDS[0]), StoredPrediction._fields.index(FIELDS[-1]) + 1)


def _entry(row: Any) -> HistoryEntry:
    return {
        "prediction_id": prediction_id(row.id),
        "time": time_of(row.id),
        "video_id": row.video_id,
        "model_version": row.model_version,
        "source": row.source,
        "record": {name: value for name, value in zip(FIELDS, row[_RECORD], strict=True) if value is not None},
        "claim_status": row.claim_status,
        "claim_probability": row.claim_probability,
        "needs_review": row.needs_review,
        "warnings": row.warnings.split("\n") if row.warnings else [],
        "label": row.label,
    }
