"""The database that keeps predictions: its tables, how it is opened, how groups of rows come in and old ones go.

SQLite in a file or PostgreSQL. Knows nothing of when rows come (journal.py), nor of what is asked of them (history.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sa
from pydantic_core import to_json
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from tiktok_claims.record import FIELDS, NUMBERS, TEXT

Row: TypeAlias = tuple[Any, ...]  # the columns of KEPT in their order

WRITER_BITS = 12  # of an id; before them stand microseconds since 1970, which together fit into 63 bits until 2041
MINUTE = 60_000_000 << WRITER_BITS  # what a minute adds to an id
DAY = 24 * 60 * MINUTE
WAIT_SECONDS = 1  # for another writer's lock
CONNECT_SECONDS = 3
STATEMENT_SECONDS = 5  # of PostgreSQL; longer than any that is asked takes with a million rows
DELETED_ROWS = 2_000  # at a time, so that nobody waits long for it
ID_CHARACTERS = 200  # of a video's id: an index has its limits
ROWS_OF_STATEMENT = (256, 64, 16, 4, 1)  # of SQLite, which allows 32,766 parameters

# In SQLite, INTEGER has 64 bits, and as a key it is the row's own number.
_big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_metadata = sa.MetaData()
predictions = sa.Table(
    "predictions",
    _metadata,
    sa.Column("id", _big, primary_key=True, autoincrement=False),  # tells the time: rows come in its order
    sa.Column("video_id", sa.Text),
    sa.Column("model_version", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    *[sa.Column(name, sa.Double if name in NUMBERS else sa.Text) for name in FIELDS],
    sa.Column("claim_probability", sa.Double, nullable=False),
    sa.Column("claim_status", sa.Text, nullable=False),
    sa.Column("needs_review", sa.Boolean, nullable=False),
    sa.Column("warnings", sa.Text),  # a line each
    sa.Column("decided", sa.Text),
    sa.Column("decided_at", sa.Double),  # Unix time
)
_columns = predictions.c
# In SQLite, an index over which random ids scatter would cost more for each row than all else: there, rows are found by
# reading one that grows at its end, which takes under 0.1 s for 1,000,000.
sa.Index("predictions_by_video", _columns.video_id).ddl_if("postgresql")
sa.Index("predictions_videos", _columns.id, _columns.video_id).ddl_if("sqlite")
# All that live quality asks for: it is read from the index alone.
sa.Index(
    "predictions_decided",
    _columns.id,
    _columns.model_version,
    _columns.needs_review,
    _columns.claim_probability,
    _columns.claim_status,
    _columns.decided,
    sqlite_where=_columns.decided.is_not(None),
    postgresql_where=_columns.decided.is_not(None),
)
traffic = sa.Table(
    "traffic",
    _metadata,
    sa.Column("minute", _big, primary_key=True, autoincrement=False),  # since 1970
    sa.Column("model_version", sa.Text, primary_key=True),
    *[sa.Column(name, _big, nullable=False) for name in ("predictions", "claims", "needs_review")],
)

KEPT = [column.name for column in predictions.columns if not column.name.startswith("decided")]
ID, VERSION, TEXT_AT, STATUS, REVIEW = map(KEPT.index, ("id", "model_version", TEXT, "claim_status", "needs_review"))
_names = ", ".join(KEPT)
_place = f"({', '.join('?' * len(KEPT))})"
_INSERTS = {
    rows: f"INSERT INTO predictions ({_names}) VALUES {', '.join([_place] * rows)}"  # noqa: S608 - our own names
    for rows in ROWS_OF_STATEMENT
}
_COPY = f"COPY predictions ({_names}) FROM STDIN"


class Refused(Exception):
    """The database is there and does not take these rows."""


class WrittenBefore(Refused):
    """It has rows with these ids."""


def plain(text: str | None) -> str | None:
    """Return the text as both databases can keep it: PostgreSQL has no character 0."""
    return text.replace("\0", "\ufffd") if text and "\0" in text else text


def video_key(video_id: Any) -> str | None:
    """Return the text that a video's id of any JSON type is kept as; None for one that is too long to be an id."""
    if video_id is None:
        return None
    key = plain(video_id if isinstance(video_id, str) else to_json(video_id, inf_nan_mode="constants").decode())
    return key if key and len(key) <= ID_CHARACTERS else None


def connect(url: str) -> sa.Engine:
    """Return what opens connections to the database; it opens none yet, and keeps none that is not used."""
    sqlite_file = sa.make_url(url).get_backend_name() == "sqlite"
    ours: dict[str, Any] = (
        {"timeout": WAIT_SECONDS, "isolation_level": None}  # None: transactions begin where we say
        if sqlite_file
        else {"connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": CONNECT_SECONDS * 1000}
    )
    engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args=ours, hide_parameters=True)
    sa.event.listen(engine, "connect", _set_up_sqlite if sqlite_file else _set_up_postgres)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")  # readers and a writer do not wait for each other
    connection.execute("PRAGMA synchronous=NORMAL")  # a killed process loses nothing, a power cut the last moments


def _set_up_postgres(connection: Any, _record: object) -> None:
    """All that is asked goes by an index: without fresh statistics, other plans would read and sort the whole table."""
    for what in ("enable_seqscan", "enable_bitmapscan", "jit"):
        connection.execute(f"SET {what} = off")
    for what, seconds in (("lock_timeout", WAIT_SECONDS), ("statement_timeout", STATEMENT_SECONDS)):
        connection.execute(f"SET {what} = '{seconds}s'")
    connection.commit()


@contextmanager
def writing(connection: sa.Connection) -> Iterator[None]:
    """Make what the block does one transaction, rolled back if it fails."""
    with connection.begin():
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # wait for other writers here and not in the middle
        yield


def make_tables(connection: sa.Connection) -> None:
    """Make what is not there yet, while other processes may be doing the same."""
    with writing(connection):
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(9696)"))
        _metadata.create_all(connection)


class Store:
    """The database as its writer sees it, over one connection that is opened anew whenever it is lost."""

    def __init__(self, url: str) -> None:
        self._engine = connect(url)
        self._connection: sa.Connection | None = None
        self._file: Path | None = None
        if self._engine.dialect.name == "sqlite":
            self._file = Path(self._engine.url.database or "").absolute()
        self._inode = 0

    def write(self, rows: Sequence[Row]) -> None:
        """Write all rows and their traffic, or nothing.

        Raises Refused for rows that this database does not take, and anything else when it cannot be reached now.
        """
        with self._open() as connection, writing(connection):
            (_copy if connection.dialect.name == "postgresql" else _insert)(connection, rows)
            connection.execute(_UPSERTS[connection.dialect.name], _traffic_of(rows))

    def delete_oldest(self, max_days: int, max_rows: int, now: int) -> bool:
        """Delete some of the rows that are too old or too many; True if there may be more. `now` is an id.

        The number is kept to the minute: the minute in which it is reached stays whole.
        """
        with self._open() as connection:
            with connection.begin():
                oldest = max(now - max_days * DAY, _minute_of_row(connection, max_rows) * MINUTE)
            some = sa.select(_columns.id).where(_columns.id < oldest).order_by(_columns.id).limit(DELETED_ROWS)
            with writing(connection):
                connection.execute(sa.delete(traffic).where(traffic.c.minute < (now - max_days * DAY) // MINUTE))
                gone = connection.execute(sa.delete(predictions).where(_columns.id.in_(some.scalar_subquery())))
            return gone.rowcount == DELETED_ROWS

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            with suppress(Exception):
                self._connection.invalidate()
            with suppress(Exception):
                self._connection.close()
        self._connection = None

    @contextmanager
    def _open(self) -> Iterator[sa.Connection]:
        """Yield the connection, and let go of it if it cannot be used."""
        driver = self._engine.dialect.loaded_dbapi
        try:
            yield self._connected()
        except Exception as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(cause, driver.IntegrityError):
                raise WrittenBefore from None
            if isinstance(cause, (driver.DataError, UnicodeError)):
                raise Refused from None
            self.close()
            raise

    def _connected(self) -> sa.Connection:
        if self._connection is not None and self._file and _inode(self._file) != self._inode:
            self.close()  # SQLite would go on writing to a file that nobody can find any more
        if self._connection is None:
            self._connection = self._engine.connect()
            make_tables(self._connection)
            self._inode = _inode(self._file) if self._file else 0
        return self._connection


def _inode(file: Path) -> int:
    try:
        return file.stat().st_ino
    except OSError:
        return 0


def _insert(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """A few statements of many rows: each lets go of the interpreter once, where executemany does for every row."""
    start = 0
    while start < len(rows):
        size = next(size for size in ROWS_OF_STATEMENT if size <= len(rows) - start)
        values = tuple(value for row in rows[start : start + size] for value in row)
        connection.exec_driver_sql(_INSERTS[size], values)
        start += size


def _copy(connection: sa.Connection, rows: Sequence[Row]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows:
            copy.write_row(row)


def _traffic_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Counts by minute and model version, in an order that is the same for all writers: none locks another out."""
    counts: dict[tuple[int, str], list[int]] = {}
    alike = Counter((row[ID] // MINUTE, row[VERSION], row[STATUS], row[REVIEW]) for row in rows)
    for (minute, version, status, review), number in alike.items():
        total = counts.setdefault((minute, version), [0, 0, 0])
        total[0] += number
        total[1] += number * (status == "claim")
        total[2] += number * review
    names = [column.name for column in traffic.columns]
    return [dict(zip(names, (*key, *total), strict=True)) for key, total in sorted(counts.items())]


def _upsert(insert: Any) -> Any:
    totals = {column.name: column + insert.excluded[column.name] for column in traffic.c if not column.primary_key}
    return insert.on_conflict_do_update(index_elements=list(traffic.primary_key), set_=totals)


_UPSERTS = {"sqlite": _upsert(sqlite.insert(traffic)), "postgresql": _upsert(postgresql.insert(traffic))}


def _minute_of_row(connection: sa.Connection, number: int) -> int:
    """The minute of the row with this number, counted back from the latest; 0 if there are fewer."""
    rows = sa.func.sum(sa.func.sum(traffic.c.predictions)).over(order_by=traffic.c.minute.desc()).label("rows")
    by_minute = sa.select(traffic.c.minute, rows).group_by(traffic.c.minute).subquery()
    return connection.scalar(sa.select(sa.func.max(by_minute.c.minute)).where(by_minute.c.rows >= number)) or 0
