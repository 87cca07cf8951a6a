"""Labelled videos that somebody is to look at again: against a confident prediction, or two people disagree.

The label of a second look counts as any other, and so as the latest; after it the video does not come again.
"""

from typing import Any, Literal

import sqlalchemy as sa

from tiktok_claims.history.label import SECOND_LOOKS
from tiktok_claims.history.labels import CURRENT, DECIDED, OF_PERSONS
from tiktok_claims.history.tables import COPIED, labels

VIDEOS = 2_000  # at most

_of = labels.c
_LABELLED = (
    sa.select(_of.prediction_id.label("id"), *[_of[name] for name in COPIED], sa.null().label("warnings"))
    .where(_of.id.in_(CURRENT), _of.chosen_by.not_in(SECOND_LOOKS), _of.video_transcription_text.is_not(None))
    .limit(VIDEOS)
)
_DISAGREEMENTS = (
    sa.select(_of.video_key)
    .where(_of.id.in_(OF_PERSONS), DECIDED)
    .group_by(_of.video_key)
    .having(sa.func.count(_of.label.distinct()) > 1)
)
_QUERIES = {
    "second_look": _LABELLED.where(DECIDED, _of.label != _of.claim_status, _of.needs_review.is_(False)).order_by(
        sa.func.abs(_of.claim_probability - 0.5).desc(), _of.id
    ),
    "disagreement": _LABELLED.where(_of.video_key.in_(_DISAGREEMENTS)).order_by(_of.id.desc()),
}


def videos(connection: sa.Connection, choice: Literal["second_look", "disagreement"]) -> list[Any]:
    """Return the copies of predictions in such labels: those that most need a second look come first."""
    return list(connection.execute(_QUERIES[choice]))
