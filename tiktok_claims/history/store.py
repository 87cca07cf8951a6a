"""The history as its writer sees it: groups of predictions come in, old ones are deleted (retention).

Knows nothing of when predictions come (writer.py), nor of what is read (queries.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic_core import to_json
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from tiktok_claims.history import tables
from tiktok_claims.history.prediction import DAY, MINUTE, StoredPrediction
from tiktok_claims.history.tables import WRITTEN, labels, predictions, traffic, writing
from tiktok_claims.record import TEXT

DELETED_ROWS = 2_000  # at a time, so that nobody waits long for it
MAX_ID_CHARACTERS = 200  # of a video's id: an index has its limits
ROWS_OF_STATEMENT = (256, 64, 16, 4, 1)  # of SQLite, which allows 32,766 parameters

_id = predictions.c.id
_names = ", ".join(WRITTEN)
_values = f"({', '.join('?' * len(WRITTEN))})"
_INSERTS = {
    rows: f"INSERT INTO predictions ({_names}) VALUES {', '.join([_values] * rows)}"  # noqa: S608 - our own names
    for rows in ROWS_OF_STATEMENT
}
_COPY = f"COPY predictions ({_names}) FROM STDIN"


class RowsRejected(Exception):
    """The database is there and does not take these rows."""


class AlreadyWritten(RowsRejected):
    """The database has rows with these ids."""


def storable(text: str | None) -> str | None:
    """Return the text as both databases can store it: PostgreSQL has no character 0."""
    return text.replace("\0", "\ufffd") if text and "\0" in text else text


def video_key(video_id: Any) -> str | None:
    """Return the text as which a video's id of any JSON type is stored; None for one that is too long to be an id."""
    if video_id is None:
        return None
    key = storable(video_id if isinstance(video_id, str) else to_json(video_id, inf_nan_mode="constants").decode())
    return key if key and len(key) <= MAX_ID_CHARACTERS else None


class Store:
    """One connection to the database for writing; it is opened again whenever it is lost."""

    def __init__(self, url: str, *, keep_transcripts: bool = True) -> None:
        self._engine = tables.connect(url)
        self._keep_transcripts = keep_transcripts
        self._connection: sa.Connection | None = None
        self._file = tables.sqlite_file(self._engine)
        self._inode = 0

    def write(self, rows: Sequence[StoredPrediction]) -> None:
        """Write all rows and their traffic, or nothing.

        Raises RowsRejected for rows that this database does not take, and anything else when it is not available now.
        """
        if not self._keep_transcripts:
            rows = [row._replace(video_transcription_text=None) for row in rows]
        with self._open() as connection, writing(connection):
            (_copy if connection.dialect.name == "postgresql" else _insert)(connection, rows)
            connection.execute(_UPSERTS[connection.dialect.name], _traffic_of(rows))

    def delete_oldest(self, max_days: int, max_rows: int, now: int) -> bool:
        """Delete some of the rows that are too old or too many; True if there may be more. `now` is an id.

        Whole minutes are deleted: all rows of the minute in which `max_rows` is reached stay.
        """
        with self._open() as connection:
            with connection.begin():
                oldest = max(now - max_days * DAY, _minute_of_row(connection, max_rows) * MINUTE)
            some = sa.select(_id).where(_id < oldest).order_by(_id).limit(DELETED_ROWS)
            with writing(connection):
                connection.execute(sa.delete(traffic).where(traffic.c.minute < (now - max_days * DAY) // MINUTE))
                deleted = connection.execute(sa.delete(predictions).where(_id.in_(some.scalar_subquery())))
            return deleted.rowcount == DELETED_ROWS

    def delete_labels(self, before: float) -> None:
        """Delete the labels given before a Unix time."""
        with self._open() as connection, writing(connection):
            connection.execute(sa.delete(labels).where(labels.c.labelled_at < before))

    def delete_texts(self, first: int, end: int) -> int:
        """Delete the transcripts of some predictions, by id from `first` to below `end`; return where to go on."""
        with self._open() as connection, writing(connection):
            some = sa.select(_id).where(_id >= first, _id < end).order_by(_id).limit(DELETED_ROWS)
            last = connection.scalar(sa.select(sa.func.max(some.subquery().c.id)))
            if last is None:
                return first
            of_some = sa.update(predictions).where(_id >= first, _id <= last)
            connection.execute(of_some.values({TEXT: None}))
            return int(last) + 1

    def reason(self, error: Exception) -> str:
        """Return in one line which database is not available and why."""
        return tables.reason(self._engine, error)

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            with suppress(Exception):
                self._connection.invalidate()
            with suppress(Exception):
                self._connection.close()
        self._connection = None

    @contextmanager
    def _open(self) -> Iterator[sa.Connection]:
        """Yield the connection, and close it if it cannot be used."""
        driver = self._engine.dialect.loaded_dbapi
        try:
            yield self._connected()
        except Exception as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(cause, driver.IntegrityError):
                raise AlreadyWritten from None
            if isinstance(cause, (driver.DataError, UnicodeError)):
                raise RowsRejected from None
            self.close()
            raise

    def _connected(self) -> sa.Connection:
        if self._connection is not None and self._file and _inode(self._file) != self._inode:
            self.close()  # SQLite would go on writing to a file that nobody can find any more
        if self._connection is None:
            self._connection = self._engine.connect()
            tables.make_tables(self._connection)
            self._inode = _inode(self._file) if self._file else 0
        return self._connection


def _inode(file: Path) -> int:
    try:
        return file.stat().st_ino
    except OSError:
        return 0


def _insert(connection: sa.Connection, rows: Sequence[StoredPrediction]) -> None:
    """A few statements of many rows: each releases the interpreter once, where executemany does so for every row."""
    start = 0
    while start < len(rows):
        size = next(size for size in ROWS_OF_STATEMENT if size <= len(rows) - start)
        values = tuple(value for row in rows[start : start + size] for value in row)
        connection.exec_driver_sql(_INSERTS[size], values)
        start += size


def _copy(connection: sa.Connection, rows: Sequence[StoredPrediction]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows:
            copy.write_row(row)


def _traffic_of(rows: Sequence[StoredPrediction]) -> list[dict[str, Any]]:
    """Counts by minute and model version, in an order that is the same for all writers: none locks another out."""
    totals: dict[tuple[int, str], list[int]] = {}
    alike = Counter((row.id // MINUTE, row.model_version, row.claim_status, row.needs_review) for row in rows)
    for (minute, version, status, review), number in alike.items():
        total = totals.setdefault((minute, version), [0, 0, 0])
        total[0] += number
        total[1] += number * (status == "claim")
        total[2] += number * review
    names = [column.name for column in traffic.columns]
    return [dict(zip(names, (*key, *total), strict=True)) for key, total in sorted(totals.items())]


def _upsert(insert: Any) -> Any:
    totals = {column.name: column + insert.excluded[column.name] for column in traffic.c if not column.primary_key}
    return insert.on_conflict_do_update(index_elements=list(traffic.primary_key), set_=totals)


_UPSERTS = {"sqlite": _upsert(sqlite.insert(traffic)), "postgresql": _upsert(postgresql.insert(traffic))}


def _minute_of_row(connection: sa.Connection, number: int) -> int:
    """The minute of the row with this number, counted back from the latest; 0 if there are fewer."""
    rows = sa.func.sum(sa.func.sum(traffic.c.predictions)).over(order_by=traffic.c.minute.desc()).label("rows")
    by_minute = sa.select(traffic.c.minute, rows).group_by(traffic.c.minute).subquery()
    return connection.scalar(sa.select(sa.func.max(by_minute.c.minute)).where(by_minute.c.rows >= number)) or 0
