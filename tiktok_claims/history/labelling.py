"""Labels come in: each finds its video, and is added to those that there are.

Knows nothing of what a label may hold (label.py), nor of how labels are read (labels.py).
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from tiktok_claims.history.label import SECOND_LOOKS, Label
from tiktok_claims.history.labels import CURRENT
from tiktok_claims.history.prediction import number_of
from tiktok_claims.history.store import storable, video_key
from tiktok_claims.history.tables import COPIED, labels, predictions

ROWS_OF_QUERY = 500  # SQLite allows so many values in a list, and more

_columns = predictions.c
_PREDICTION = {"number": _columns.id, "id": _columns.id, **{name: _columns[name] for name in COPIED}}
_COPY_OF_LABEL = {"number": labels.c.id, "id": labels.c.prediction_id, **{name: labels.c[name] for name in COPIED}}


def write(connection: sa.Connection, new: Sequence[Label]) -> list[str | int | float]:
    """Add labels to their videos; return the ids in labels of which nothing is known.

    One that repeats the latest label of that person for that video is not added again, but at a second look.
    """
    by_number = _known(connection, "id", {number_of(label.get("prediction_id")) for label in new})
    by_video = _known(connection, "video_id", {video_key(label.get("video_id")) for label in new} - {None})
    now = datetime.now(UTC).timestamp()
    unknown: list[str | int | float] = []
    rows: list[dict[str, Any]] = []
    for label in new:
        if "prediction_id" in label:
            prediction = by_number.get(number_of(label["prediction_id"]))
        else:
            prediction = by_video.get(video_key(label["video_id"]))
        if prediction is None:
            unknown.append(label["prediction_id"] if "prediction_id" in label else label["video_id"])
        else:
            rows.append(_row(label, prediction, now))
    keys = {row["video_key"] for row in rows}
    if added := _changing(rows, _latest_of_persons(connection, keys)):
        connection.execute(sa.insert(labels), added)
        _copy_to_predictions(connection, keys)
    return unknown


def key_of(prediction: Any) -> str:
    """Return the key of a prediction's video: its id, or that of the prediction."""
    return prediction.video_id if prediction.video_id is not None else f"prediction {prediction.id}"


def _row(label: Label, prediction: Any, now: float) -> dict[str, Any]:
    return {
        "video_key": key_of(prediction),
        "label": label["claim_status"],
        "labelled_by": storable(label.get("labelled_by", "")),
        "labelled_at": now,
        "note": storable(label.get("note")),
        "chosen_by": label.get("chosen_by", "api"),
        "prediction_shown": label.get("prediction_shown", True),
        "prediction_id": prediction.id,
        **{name: getattr(prediction, name) for name in COPIED},
    }


def _known(connection: sa.Connection, name: str, values: Iterable[Any]) -> dict[Any, Any]:
    """What is known for each value of a column: its latest prediction, or the copy in a label of one deleted since."""
    known: dict[Any, Any] = {}
    for chunk in _chunks(values):
        for columns in (_COPY_OF_LABEL, _PREDICTION):  # the prediction itself comes last, and replaces the copy
            column = columns[name]
            newest = sa.select(sa.func.max(columns["number"])).where(column.in_(chunk)).group_by(column)
            query = sa.select(*[column.label(name) for name, column in columns.items()])
            for row in connection.execute(query.where(columns["number"].in_(newest))):
                known[row._mapping[name]] = row
    return known


def _latest_of_persons(connection: sa.Connection, keys: Iterable[str]) -> dict[tuple[str, str], tuple[Any, ...]]:
    """The latest label of each person for these videos, by video and person."""
    latest: dict[tuple[str, str], tuple[Any, ...]] = {}
    of = labels.c
    for chunk in _chunks(keys):
        ids = sa.select(sa.func.max(of.id)).where(of.video_key.in_(chunk)).group_by(of.video_key, of.labelled_by)
        for row in connection.execute(sa.select(of.video_key, of.labelled_by, of.label, of.note).where(of.id.in_(ids))):
            latest[row.video_key, row.labelled_by] = (row.label, row.note)
    return latest


def _changing(rows: Iterable[dict[str, Any]], latest: dict[tuple[str, str], tuple[Any, ...]]) -> list[dict[str, Any]]:
    added = []
    for row in rows:
        key, value = (row["video_key"], row["labelled_by"]), (row["label"], row["note"])
        if latest.get(key, ("withdrawn", None)) != value or row["chosen_by"] in SECOND_LOOKS:
            latest[key] = value
            added.append(row)
    return added


def _copy_to_predictions(connection: sa.Connection, keys: Iterable[str]) -> None:
    """Write to the predictions of these videos the label that they have now."""
    for chunk in _chunks(keys):
        of = labels.c
        query = sa.select(of.video_key, of.label).where(of.id.in_(CURRENT), of.video_key.in_(chunk))
        current = {row.video_key: row.label for row in connection.execute(query)}
        numbers = [int(key.removeprefix("prediction ")) for key in chunk if _is_number(key)]
        of_videos = sa.or_(_columns.video_id.in_(chunk), sa.and_(_columns.id.in_(numbers), _columns.video_id.is_(None)))
        changed = [
            {"key": row.id, "new": current.get(key_of(row))}
            for row in connection.execute(sa.select(_columns.id, _columns.video_id, _columns.label).where(of_videos))
            if row.label != current.get(key_of(row))
        ]
        if changed:
            by_id = sa.update(predictions).where(_columns.id == sa.bindparam("key"))
            connection.execute(by_id.values(label=sa.bindparam("new")), changed)


def _is_number(key: str) -> bool:
    return key.startswith("prediction ") and key.removeprefix("prediction ").isdecimal() and len(key) < 32


def _chunks(values: Iterable[Any]) -> Iterable[list[Any]]:
    ordered = sorted(values)  # so that no two writers lock each other out
    return (ordered[start : start + ROWS_OF_QUERY] for start in range(0, len(ordered), ROWS_OF_QUERY))
