"""The tables of the history, and how its database is opened: SQLite in a file, or PostgreSQL.

Knows nothing of what is written to the tables (store.py), nor of what is read from them (queries.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tiktok_claims.history.prediction import StoredPrediction
from tiktok_claims.record import FIELDS, NUMBERS

WAIT_SECONDS = 1  # for the lock of another writer
CONNECT_SECONDS = 3
STATEMENT_SECONDS = 5  # of PostgreSQL; no statement takes as long with a million rows

# In SQLite, INTEGER has 64 bits, and as a key it is the row's own number.
_big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_metadata = sa.MetaData()
predictions = sa.Table(
    "predictions",
    _metadata,
    sa.Column("id", _big, primary_key=True, autoincrement=False),  # rises with time
    sa.Column("video_id", sa.Text),
    sa.Column("model_version", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    *[sa.Column(name, sa.Double if name in NUMBERS else sa.Text) for name in FIELDS],
    sa.Column("claim_probability", sa.Double, nullable=False),
    sa.Column("claim_status", sa.Text, nullable=False),
    sa.Column("needs_review", sa.Boolean, nullable=False),
    sa.Column("warnings", sa.Text),  # one on each line
    # The label: these two have had other names in the database since its first version.
    sa.Column("decided", sa.Text, key="label"),
    sa.Column("decided_at", sa.Double, key="labelled_at"),  # Unix time
)
_columns = predictions.c
# In SQLite, an index over which random ids scatter would cost more for each row than all else: there, rows are found by
# reading one that grows at its end, which takes under 0.1 s for 1,000,000.
sa.Index("predictions_by_video", _columns.video_id).ddl_if("postgresql")
sa.Index("predictions_videos", _columns.id, _columns.video_id).ddl_if("sqlite")
# All that live performance needs: it is read from the index alone.
sa.Index(
    "predictions_decided",
    _columns.id,
    _columns.model_version,
    _columns.needs_review,
    _columns.claim_probability,
    _columns.claim_status,
    _columns.label,
    sqlite_where=_columns.label.is_not(None),
    postgresql_where=_columns.label.is_not(None),
)
traffic = sa.Table(
    "traffic",
    _metadata,
    sa.Column("minute", _big, primary_key=True, autoincrement=False),  # since 1970
    sa.Column("model_version", sa.Text, primary_key=True),
    *[sa.Column(name, _big, nullable=False) for name in ("predictions", "claims", "needs_review")],
)

WRITTEN = StoredPrediction._fields  # columns of predictions; the label comes later


def connect(url: str) -> sa.Engine:
    """Return an engine for the database. It opens no connection yet, and closes those that are not in use."""
    is_sqlite = sa.make_url(url).get_backend_name() == "sqlite"
    options: dict[str, Any] = (
        {"timeout": WAIT_SECONDS, "isolation_level": None}  # None: transactions begin in writing()
        if is_sqlite
        else {"connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": CONNECT_SECONDS * 1000}
    )
    engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args=options, hide_parameters=True)
    sa.event.listen(engine, "connect", _set_up_sqlite if is_sqlite else _set_up_postgres)
    return engine


def sqlite_file(engine: sa.Engine) -> Path | None:
    """Return the file of a SQLite database; None for PostgreSQL."""
    return Path(engine.url.database or "").absolute() if engine.dialect.name == "sqlite" else None


def place(engine: sa.Engine) -> str:
    """Return where the database is, for people: no user and no password."""
    url = engine.url
    return str(sqlite_file(engine) or f"PostgreSQL database {url.database or ''} at {url.host or 'localhost'}")


def reason(engine: sa.Engine, error: Exception) -> str:
    """Return in one line where the database is and what is wrong with it: nothing of the rows, and no password."""
    message = str(getattr(error, "orig", None) or error).partition("\n")[0] or type(error).__name__
    folder = file.parent if (file := sqlite_file(engine)) else None
    if folder and not folder.is_dir():
        message += f" (there is no folder {folder})"
    return f"{place(engine)}: {message}"


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")  # readers and a writer do not wait for each other
    connection.execute("PRAGMA synchronous=NORMAL")  # a killed process loses nothing, a power cut the last moments


def _set_up_postgres(connection: Any, _record: object) -> None:
    """Have every query use an index: without fresh statistics, other plans would read and sort the whole table."""
    for option in ("enable_seqscan", "enable_bitmapscan", "jit"):
        connection.execute(f"SET {option} = off")
    for option, seconds in (("lock_timeout", WAIT_SECONDS), ("statement_timeout", STATEMENT_SECONDS)):
        connection.execute(f"SET {option} = '{seconds}s'")
    connection.commit()


@contextmanager
def writing(connection: sa.Connection) -> Iterator[None]:
    """Make the block one transaction, rolled back if it fails."""
    with connection.begin():
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # wait for other writers here and not in the middle
        yield


def make_tables(connection: sa.Connection) -> None:
    """Make the tables that are missing, while other processes may be doing the same."""
    with writing(connection):
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(9696)"))
        _metadata.create_all(connection)
