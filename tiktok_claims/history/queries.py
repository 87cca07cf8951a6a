"""What the history knows: traffic, samples, single predictions, labels; and labels come in.

Each call opens a connection of its own and waits for the database: in a worker of greenlets, it belongs in a thread.
Knows nothing of how predictions come in (writer.py), nor of what is computed from them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from typing_extensions import TypedDict

from tiktok_claims.history import labelling, labels, queue, tables
from tiktok_claims.history import traffic as traffic_of
from tiktok_claims.history.label import Label, LabelCount, ShadowCount, StoredLabel
from tiktok_claims.history.prediction import (
    MINUTE,
    HistoryEntry,
    ShadowPrediction,
    Status,
    first_id,
    prediction_id,
    record_of,
    time_of,
)
from tiktok_claims.history.queue import Choice, Queue
from tiktok_claims.history.tables import predictions, traffic
from tiktok_claims.history.traffic import TrafficStep

SAMPLE_STEPS = 50
CHUNK_ROWS = 5_000

_of = predictions.c


class HistoryUnavailable(Exception):
    """The history is not available now; the message is one line with the database and the reason, without rows."""


class Video(TypedDict):
    """All that is stored of one video."""

    predictions: list[HistoryEntry]
    labels: list[StoredLabel]


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
            return traffic_of.steps(
                connection, traffic_of.minute(start), traffic_of.minute(end), model_version, step_seconds // 60
            )

    def model_versions(self, start: datetime, end: datetime) -> list[str]:
        """Return the versions that made predictions within the window, the latest first."""
        of = traffic.c
        query = (
            sa.select(of.model_version)
            .where(of.minute >= traffic_of.minute(start), of.minute < traffic_of.minute(end))
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
            first, last = max(traffic_of.minute(start), oldest // MINUTE), traffic_of.minute(end)
            step = max(1, -(-(last - first) // SAMPLE_STEPS))
            steps = traffic_of.steps(connection, first, last, model_version, step)
            total = max(rows, sum(each["predictions"] for each in steps))
            for begin, each in zip(range(first, last, step), steps, strict=True):
                if share := -(-rows * each["predictions"] // total):
                    query = _of_window(begin * MINUTE, min(begin + step, last) * MINUTE, model_version)
                    sampled += reversed(connection.execute(query.order_by(_of.id.desc()).limit(share)).all())
        return [_entry(row) for row in sampled]

    def label_counts(self, start: datetime, end: datetime, model_version: str | None = None) -> list[LabelCount]:
        """Return how many labelled videos are alike whose predictions were made in the window."""
        with self._connected() as connection:
            return labels.counts(connection, first_id(start), first_id(end), model_version)

    def shadow_counts(self, start: datetime, end: datetime, model_version: str | None = None) -> list[ShadowCount]:
        """Return how many labelled videos are alike for which a shadow model predicted, too, in the window."""
        with self._connected() as connection:
            return labels.shadow_counts(connection, first_id(start), first_id(end), model_version)

    def label_pairs(self, start: datetime, end: datetime) -> list[tuple[str, str]]:
        """Return the labels of two people for each video of the window that several have labelled."""
        with self._connected() as connection:
            return labels.pairs(connection, first_id(start), first_id(end))

    def labels(self, *, current: bool = False) -> Iterator[StoredLabel]:
        """Yield all labels, oldest first, or only the claim or opinion that counts of each video."""
        after = 0
        while True:
            with self._connected() as connection:
                chunk = labels.chunk(connection, after, CHUNK_ROWS, current=current)
            if not chunk:
                return
            yield from (label for _, label in chunk)
            after = chunk[-1][0]

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

    def add_labels(self, new: Sequence[Label]) -> list[str | int | float]:
        """Add labels; return the ids in them of which no prediction is known.

        A video can be labelled when the writer has written its prediction, moments after it was made.
        """
        with self._connected() as connection, tables.writing(connection):
            return labelling.write(connection, new)

    def video(self, video_id: str) -> Video:
        """Return all that is stored of one video, oldest first."""
        of_video = sa.select(predictions).where(_of.video_id == video_id).order_by(_of.id)
        with self._connected() as connection:
            entries = [_entry(row) for row in connection.execute(of_video)]
            return {"predictions": entries, "labels": labels.of_video(connection, video_id)}

    def delete_video(self, video_id: str) -> dict[str, int]:
        """Delete all that is stored of one video; return how many predictions and labels that were."""
        with self._connected() as connection, tables.writing(connection):
            deleted = connection.execute(sa.delete(predictions).where(_of.video_id == video_id)).rowcount
            return {"predictions": deleted, "labels": labels.delete_of_video(connection, video_id)}

    def queue(self, person: str, rows: int, without: Sequence[str] = (), choice: Choice = "value") -> Queue:
        """Return the videos that a person labels next: see queue.take."""
        with self._connected() as connection:
            return queue.take(connection, person, rows, without, choice)

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.connect() as connection:
                if not self._has_tables:
                    tables.make_tables(connection)
                    self._has_tables = True
                yield connection
        except tables.NewerSchema as error:
            raise HistoryUnavailable(str(error)) from None
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


def _within(query: sa.Select[Any], first: int, end: int, model_version: str | None) -> sa.Select[Any]:
    query = query.where(_of.id >= first, _of.id < end)
    return query if model_version is None else query.where(_of.model_version == model_version)


def _of_window(first: int, end: int, model_version: str | None) -> sa.Select[Any]:
    return _within(sa.select(predictions), first, end, model_version)


def _entry(row: Any) -> HistoryEntry:
    return {
        "prediction_id": prediction_id(row.id),
        "time": time_of(row.id),
        "video_id": row.video_id,
        "model_version": row.model_version,
        "source": row.source,
        "record": record_of(row),
        "claim_status": row.claim_status,
        "claim_probability": row.claim_probability,
        "needs_review": row.needs_review,
        "warnings": row.warnings.split("\n") if row.warnings else [],
        "label": row.label,
        "shadow": _shadow(row) if row.shadow_version is not None else None,
    }


def _shadow(row: Any) -> ShadowPrediction:
    return {
        "model_version": row.shadow_version,
        "claim_status": row.shadow_status,
        "claim_probability": row.shadow_probability,
        "needs_review": row.shadow_needs_review,
    }
