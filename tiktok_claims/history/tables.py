"""The tables of the history, and how its database is opened: SQLite in a file, or PostgreSQL.

A new database gets them as they are here; an older one is brought up to date by migrations. Knows nothing of what is
written to the tables (store.py, labelling.py), nor of what is read from them (queries.py, labels.py).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tiktok_claims.history.prediction import StoredPrediction
from tiktok_claims.record import FIELDS, NUMBERS

WAIT_SECONDS = 1  # for the lock of another writer
WAL_TRIES = 20
CONNECT_SECONDS = 3
STATEMENT_SECONDS = 5  # of PostgreSQL; no statement takes as long with a million rows
COPIED = ("video_id", "model_version", *FIELDS, "claim_probability", "claim_status", "needs_review")  # into labels

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
    sa.Column("shadow_version", sa.Text),  # these four are of the shadow model, if there was one
    sa.Column("shadow_probability", sa.Double),
    sa.Column("shadow_status", sa.Text),
    sa.Column("shadow_needs_review", sa.Boolean),
    sa.Column("label", sa.Text),  # of the video now: a copy, for lists of predictions
)
_columns = predictions.c
# In SQLite, an index over which random ids scatter would cost more for each row than all else: there, rows are found by
# reading one that grows at its end, which takes under 0.1 s for 1,000,000.
sa.Index("predictions_by_video", _columns.video_id).ddl_if("postgresql")
sa.Index("predictions_videos", _columns.id, _columns.video_id).ddl_if("sqlite")
traffic = sa.Table(
    "traffic",
    _metadata,
    sa.Column("minute", _big, primary_key=True, autoincrement=False),  # since 1970
    sa.Column("model_version", sa.Text, primary_key=True),
    *[sa.Column(name, _big, nullable=False) for name in ("predictions", "claims", "needs_review")],
)
# Rows are only ever added: the latest of a video and person counts. Each has a copy of what was labelled, so that it
# lasts when the prediction is deleted.
labels = sa.Table(
    "labels",
    _metadata,
    sa.Column("id", _big, primary_key=True),
    sa.Column("video_key", sa.Text, nullable=False),  # the video's id, or that of a prediction without one
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("labelled_by", sa.Text, nullable=False),  # empty: unknown
    sa.Column("labelled_at", sa.Double, nullable=False),  # Unix time
    sa.Column("note", sa.Text),
    sa.Column("chosen_by", sa.Text, nullable=False),
    sa.Column("prediction_shown", sa.Boolean, nullable=False),
    sa.Column("prediction_id", _big, nullable=False),
    *[sa.Column(name, predictions.c[name].type, nullable=predictions.c[name].nullable) for name in COPIED],
)
sa.Index("labels_by_video", labels.c.video_key, labels.c.labelled_by, labels.c.id)
# Who is looking at which video of the queue, so that nobody else gets it.
leases = sa.Table(
    "leases",
    _metadata,
    sa.Column("video_key", sa.Text, primary_key=True),
    sa.Column("labelled_by", sa.Text, nullable=False),
    sa.Column("until", sa.Double, nullable=False),  # Unix time
)
_version = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), primary_key=True))

WRITTEN = StoredPrediction._fields  # columns of predictions; the label comes later
SCHEMA = "0003"  # the latest of migrations/versions
FIRST_SCHEMA = "0001"  # which had no version yet


class NewerSchema(Exception):
    """The database is of a newer version of this program; the message is one line."""


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
    for _ in range(WAL_TRIES):  # readers and a writer do not wait for each other
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError:  # another connection to a new file does the same, and SQLite does not wait:
            connection.execute("BEGIN IMMEDIATE")  # here it does, for WAIT_SECONDS
            connection.execute("COMMIT")
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
    """Make the tables, or bring older ones up to date, while other processes may be doing the same.

    Raises NewerSchema.
    """
    with writing(connection):
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(9696)"))
        schema = _schema(connection)
        if schema is None:
            _metadata.create_all(connection)
            _version.create(connection)
            connection.execute(sa.insert(_version).values(version_num=SCHEMA))
        elif schema > SCHEMA:
            raise NewerSchema(
                f"{place(connection.engine)} has schema {schema}, of a newer version; this one has {SCHEMA}: update it"
            )
        elif schema < SCHEMA:
            from tiktok_claims.history import migrations  # not at the top: hardly ever needed, and slow to import

            migrations.upgrade(connection, schema)


def check_schema(url: str) -> None:
    """Raise NewerSchema where a database that answers is of a newer version of this program."""
    engine = connect(url)
    file = sqlite_file(engine)
    if file and not file.is_file():
        return
    with suppress(sa.exc.SQLAlchemyError), engine.connect() as connection:
        make_tables(connection)


def _schema(connection: sa.Connection) -> str | None:
    """The version of the schema; None for a database without tables."""
    has_table = sa.inspect(connection).has_table
    if has_table(_version.name):
        return connection.scalar(sa.select(_version.c.version_num))
    return FIRST_SCHEMA if has_table(predictions.name) else None
