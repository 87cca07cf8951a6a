"""What is read of labels: each as it was given, the one that counts of each video, and how many are alike.

Of a video, the latest label counts, of those that each person gave last and has not withdrawn. Knows nothing of how
labels come in (labelling.py).
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from tiktok_claims.history.label import SECOND_LOOKS, LabelCount, ShadowCount, StoredLabel
from tiktok_claims.history.prediction import prediction_id
from tiktok_claims.history.tables import labels, predictions
from tiktok_claims.record import FIELDS

_of = labels.c
# Ids of the latest label of each person for each video.
OF_PERSONS = sa.select(sa.func.max(_of.id)).group_by(_of.video_key, _of.labelled_by)
# Ids of the labels that count.
CURRENT = sa.select(sa.func.max(_of.id)).where(_of.id.in_(OF_PERSONS), _of.label != "withdrawn").group_by(_of.video_key)
DECIDED = _of.label.in_(("claim", "opinion"))
_decile = sa.case(*[(_of.claim_probability < tenth / 10, tenth - 1) for tenth in range(1, 10)], else_=9)
# A second look keeps a video among those chosen at random: it is at what the model seems to have wrong.
_at_random = _of.video_key.in_(
    sa.select(_of.video_key).where(_of.chosen_by == "queue_random", _of.prediction_shown.is_(False))
)
_FIRST_LOOKS = (
    sa.select(sa.func.max(_of.id)).where(_of.chosen_by.not_in(SECOND_LOOKS)).group_by(_of.video_key, _of.labelled_by)
)
_COUNTS = (
    sa.select(
        _of.model_version,
        _of.needs_review,
        _decile.label("decile"),
        _of.claim_status,
        _of.label,
        sa.func.count().label("rows"),
        sa.func.sum(_of.claim_probability).label("probability"),
        _at_random.label("at_random"),
    )
    .where(_of.id.in_(CURRENT), DECIDED)
    .group_by(_of.model_version, _of.needs_review, "decile", _of.claim_status, _of.label, "at_random")
)


def counts(connection: sa.Connection, first: int, end: int, model_version: str | None) -> list[LabelCount]:
    """Return how many labelled videos are alike whose predictions have numbers from `first` to below `end`."""
    query = _COUNTS.where(_of.prediction_id >= first, _of.prediction_id < end)
    if model_version is not None:
        query = query.where(_of.model_version == model_version)
    return [LabelCount(*row) for row in connection.execute(query)]


def shadow_counts(connection: sa.Connection, first: int, end: int, model_version: str | None) -> list[ShadowCount]:
    """Return how many labelled videos are alike whose predictions have a shadow model's beside them.

    Of predictions with numbers from `first` to below `end` that are still stored.
    """
    of = predictions.c
    alike = (of.shadow_version, _of.claim_status, of.shadow_status, _of.label)
    query = (
        sa.select(*alike, sa.func.count())
        .join_from(labels, predictions, _of.prediction_id == of.id)
        .where(_of.id.in_(CURRENT), DECIDED, of.id >= first, of.id < end, of.shadow_version.is_not(None))
        .group_by(*alike)
    )
    if model_version is not None:
        query = query.where(of.model_version == model_version)
    return [ShadowCount(*row) for row in connection.execute(query)]


def pairs(connection: sa.Connection, first: int, end: int) -> list[tuple[str, str]]:
    """Return the labels of two people for each video that two or more have labelled claim or opinion.

    Of predictions with numbers from `first` to below `end`; of more people, the first two by name. What was said at a
    second look is left out: it settles what they disagreed on.
    """
    theirs = sa.and_(_of.id.in_(_FIRST_LOOKS), DECIDED, _of.prediction_id >= first, _of.prediction_id < end)
    several = sa.select(_of.video_key).where(theirs).group_by(_of.video_key).having(sa.func.count() > 1)
    query = sa.select(_of.video_key, _of.label).where(theirs, _of.video_key.in_(several))
    by_video: dict[str, list[str]] = {}
    for key, label in connection.execute(query.order_by(_of.video_key, _of.labelled_by)):
        by_video.setdefault(key, []).append(label)
    return [(first_label, second_label) for first_label, second_label, *_ in by_video.values()]


def chunk(connection: sa.Connection, after: int, rows: int, *, current: bool) -> list[tuple[int, StoredLabel]]:
    """Return labels with higher ids than `after`, the oldest first: all, or the claims and opinions that count."""
    query = sa.select(labels).where(_of.id > after).order_by(_of.id).limit(rows)
    if current:
        query = query.where(_of.id.in_(CURRENT), DECIDED)
    return [(row.id, _label(row)) for row in connection.execute(query)]


def of_video(connection: sa.Connection, video_id: str) -> list[StoredLabel]:
    """Return all labels of a video, the oldest first."""
    query = sa.select(labels).where(_of.video_key == video_id).order_by(_of.id)
    return [_label(row) for row in connection.execute(query)]


def delete_of_video(connection: sa.Connection, video_id: str) -> int:
    """Delete all labels of a video; return how many there were."""
    return connection.execute(sa.delete(labels).where(_of.video_key == video_id)).rowcount


def _label(row: Any) -> StoredLabel:
    values = row._mapping
    return {
        "video_id": row.video_id,
        "prediction_id": prediction_id(row.prediction_id),
        "claim_status": row.label,
        "labelled_by": row.labelled_by,
        "labelled_at": datetime.fromtimestamp(row.labelled_at, UTC),
        "note": row.note,
        "chosen_by": row.chosen_by,
        "prediction_shown": row.prediction_shown,
        "record": {name: values[name] for name in FIELDS if values[name] is not None},
        "predicted_status": row.claim_status,
        "claim_probability": row.claim_probability,
        "needs_review": row.needs_review,
        "model_version": row.model_version,
    }
