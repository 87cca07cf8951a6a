"""A database of an older version: its rows stay, and its tables become those of today."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.helpers.history import END, FULL, NOW, START, id_at, prediction, run, stored, write, writing
from tiktok_claims.history import tables
from tiktok_claims.history.queries import History, HistoryUnavailable
from tiktok_claims.history.tables import NewerSchema

# The tables of 1.0.0.
COLUMNS = """
    id BIGINT NOT NULL PRIMARY KEY, video_id TEXT, model_version TEXT NOT NULL, source TEXT NOT NULL,
    video_transcription_text TEXT, video_duration_sec DOUBLE PRECISION, video_view_count DOUBLE PRECISION,
    video_like_count DOUBLE PRECISION, video_share_count DOUBLE PRECISION, video_download_count DOUBLE PRECISION,
    video_comment_count DOUBLE PRECISION, verified_status TEXT, author_ban_status TEXT,
    claim_probability DOUBLE PRECISION NOT NULL, claim_status TEXT NOT NULL, needs_review BOOLEAN NOT NULL,
    warnings TEXT, decided TEXT, decided_at DOUBLE PRECISION
"""
STATEMENTS = (
    f"CREATE TABLE predictions ({COLUMNS})",
    "CREATE INDEX predictions_decided ON predictions (id, model_version, needs_review, claim_probability, "
    "claim_status, decided) WHERE decided IS NOT NULL",
    "CREATE TABLE traffic (minute BIGINT NOT NULL, model_version TEXT NOT NULL, predictions BIGINT NOT NULL, "
    "claims BIGINT NOT NULL, needs_review BIGINT NOT NULL, PRIMARY KEY (minute, model_version))",
)
INDEX = {
    "sqlite": "CREATE INDEX predictions_videos ON predictions (id, video_id)",
    "postgresql": "CREATE INDEX predictions_by_video ON predictions (video_id)",
}


def make_first(url: str) -> None:
    """Make a database of 1.0.0: three videos, one labelled twice, one without an id and a label."""
    engine = tables.connect(url)
    labels = [("7", "opinion"), ("7", "claim"), (None, "opinion"), ("8", None)]
    rows: list[dict[str, Any]] = []
    for number, (video, label) in enumerate(labels):
        row = stored(id_at(NOW, number), FULL, prediction(video))._asdict()
        first = {name: value for name, value in row.items() if not name.startswith("shadow_")}
        rows.append({**first, "decided": label, "decided_at": label and 5.0})
    statements = [*STATEMENTS, INDEX[engine.dialect.name]]
    if engine.dialect.name == "sqlite":
        statements = [each.replace("BIGINT", "INTEGER").replace("DOUBLE PRECISION", "DOUBLE") for each in statements]
    places = ", ".join(f":{name}" for name in rows[0])
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
        connection.execute(sa.text(f"INSERT INTO predictions ({', '.join(rows[0])}) VALUES ({places})"), rows)  # noqa: S608
        connection.commit()


def test_rows_and_labels_of_the_first_version_stay(history_url: str) -> None:
    make_first(history_url)
    tables.check_schema(history_url)
    history = History(history_url)
    assert [(row["video_id"], row["label"]) for row in history.rows()] == [
        ("7", "opinion"),
        ("7", "claim"),
        (None, "opinion"),
        ("8", None),
    ]
    assert [row["record"] for row in history.rows()] == [FULL] * 4
    assert [(label["video_id"], label["claim_status"]) for label in history.labels()] == [
        ("7", "claim"),
        (None, "opinion"),
    ]
    assert [label["record"] for label in history.labels()] == [FULL] * 2
    with writing(history_url) as writer:
        writer.add([FULL], [prediction("9")], "program")
    assert history.add_labels([{"video_id": "9", "claim_status": "claim"}]) == []
    assert sum(count.rows for count in history.label_counts(START, END)) == 3


def description(url: str) -> dict[str, Any]:
    """The tables of a database with their columns and indexes, whatever their order."""
    inspector = sa.inspect(tables.connect(url))
    return {
        table: (
            sorted((each["name"], str(each["type"]), each["nullable"]) for each in inspector.get_columns(table)),
            sorted((str(each["name"]), each["column_names"]) for each in inspector.get_indexes(table)),
        )
        for table in inspector.get_table_names()
    }


def test_an_old_database_becomes_what_a_new_one_is(history_url: str) -> None:
    make_first(history_url)
    tables.check_schema(history_url)
    migrated = description(history_url)
    with tables.connect(history_url).connect() as connection:
        for table in migrated:
            connection.execute(sa.text(f"DROP TABLE {table}"))
        connection.commit()
    write(history_url, NOW, [prediction()])
    assert migrated == description(history_url)


def test_a_database_of_a_newer_version_is_refused_in_one_line(history_url: str) -> None:
    write(history_url, NOW, [prediction()])
    with tables.connect(history_url).connect() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
        connection.commit()
    with pytest.raises(NewerSchema, match="has schema 9999, of a newer version") as error:
        tables.check_schema(history_url)
    assert "\n" not in str(error.value)
    with pytest.raises(HistoryUnavailable, match="9999"):
        list(History(history_url).rows())


def test_the_service_stops_with_one_line_at_a_newer_version(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    write(url, NOW, [prediction()])
    with tables.connect(url).connect() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
        connection.commit()
    process = run("import predict", url, stderr=subprocess.PIPE)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert re.fullmatch(r"predict\.py: .*history\.db has schema 9999, of a newer version.*\n", errors)


def test_a_database_that_does_not_answer_is_no_reason_to_stop() -> None:
    tables.check_schema("postgresql+psycopg://nobody@127.0.0.1:1/none")
