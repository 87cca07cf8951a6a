"""Labels come in: each finds the predictions it is meant for, and the latest one counts.

Knows nothing of what a label may hold (label.py).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

import sqlalchemy as sa

from tiktok_claims.history.label import Label
from tiktok_claims.history.prediction import Status, number_of
from tiktok_claims.history.store import video_key
from tiktok_claims.history.tables import predictions

Key: TypeAlias = tuple[str, Any]  # the field by which a label finds its predictions, and the value in its column

_columns = predictions.c
_COLUMNS = {"prediction_id": _columns.id, "video_id": _columns.video_id}
_VALUES: dict[str, Callable[[Any], Any]] = {"prediction_id": number_of, "video_id": video_key}
_SET_LABEL = (
    sa.update(predictions)
    .where(_columns.id == sa.bindparam("key"), _columns.label.is_distinct_from(sa.bindparam("status")))
    .values(label=sa.bindparam("status"), labelled_at=sa.bindparam("now"))
)


def write(connection: sa.Connection, labels: Sequence[Label]) -> list[str | int | float]:
    """Store the latest label for each prediction; return the ids in labels that no prediction has."""
    latest: dict[Key, Status] = {}
    for label in labels:
        latest.pop(_key(label), None)  # so that it comes last
        latest[_key(label)] = label["claim_status"]
    ids = _ids(connection, latest)
    status_of: dict[int, Status] = {}
    for key, status in latest.items():
        status_of |= dict.fromkeys(ids.get(key, []), status)
    if status_of:
        now = datetime.now(UTC).timestamp()
        connection.execute(
            _SET_LABEL, [{"key": id_, "status": status, "now": now} for id_, status in status_of.items()]
        )
    return [_id_in(label) for label in labels if not ids.get(_key(label))]


def _id_in(label: Label) -> str | int | float:
    return label["prediction_id"] if "prediction_id" in label else label["video_id"]


def _key(label: Label) -> Key:
    field = "prediction_id" if "prediction_id" in label else "video_id"
    return field, _VALUES[field](_id_in(label))


def _ids(connection: sa.Connection, keys: Iterable[Key]) -> dict[Key, list[int]]:
    """The ids of the predictions that have these keys."""
    ids: dict[Key, list[int]] = {}
    for field, column in _COLUMNS.items():
        values = [value for name, value in keys if name == field]
        for id_, value in (
            connection.execute(sa.select(_columns.id, column).where(column.in_(values))) if values else ()
        ):
            ids.setdefault((field, value), []).append(id_)
    return ids
