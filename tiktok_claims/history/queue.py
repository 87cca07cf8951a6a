"""The queue: which videos a person labels next. One of equal texts, and none that somebody else is looking at.

A fifth is chosen at random, so that it stands for all videos; the rest by value. Knows nothing of what makes a video
valuable (queue_order.py), nor which labels need a second look (second_look.py).
"""

import time
from collections.abc import Iterable
from random import SystemRandom
from typing import Any, Literal

import sqlalchemy as sa
from typing_extensions import TypedDict

from tiktok_claims.features.text import normalise, tokenise
from tiktok_claims.history import second_look
from tiktok_claims.history.labelling import key_of
from tiktok_claims.history.labels import CURRENT
from tiktok_claims.history.prediction import Status, number_of, prediction_id
from tiktok_claims.history.queue_order import most_valuable
from tiktok_claims.history.tables import labels, leases, predictions, writing
from tiktok_claims.record import FIELDS, Record

RANDOM_SHARE = 0.2
CANDIDATES = 2_000  # the latest predictions without a label
LABELLED = 1_000  # texts that candidates are compared with
LEASE_SECONDS = 600
ROWS_OF_QUERY = 500

Choice = Literal["value", "second_look", "disagreement"]  # which videos; "value": those not labelled yet

_random = SystemRandom()
_of = predictions.c
_CANDIDATES = (
    sa.select(predictions)
    .where(_of.label.is_(None), _of.video_transcription_text.is_not(None))
    .order_by(_of.id.desc())
    .limit(CANDIDATES)
)
_LABELLED = (
    sa.select(labels.c.video_transcription_text)
    .where(labels.c.id.in_(CURRENT), labels.c.video_transcription_text.is_not(None))
    .order_by(labels.c.id.desc())
    .limit(LABELLED)
)


class QueuedVideo(TypedDict):
    """A video to label, with what the model predicted."""

    prediction_id: str
    video_id: str | None
    record: Record
    claim_status: Status
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    chosen_by: Literal["queue_random", "queue_value", "second_look", "disagreement"]


class Queue(TypedDict):
    """What a person labels next, and how many videos are left, these included."""

    videos: list[QueuedVideo]
    left: int  # of the latest CANDIDATES, or of those for a second look


def take(
    connection: sa.Connection, person: str, rows: int, without: Iterable[str] = (), choice: Choice = "value"
) -> Queue:
    """Return so many videos for a person, and keep others from them for a while.

    `without` are the ids of predictions that the person has now, or has skipped. Only the leases are written, and only
    then is the database locked: choosing takes longer.
    """
    has = set(map(number_of, without))
    while True:
        with connection.begin():
            labelled = list(connection.scalars(_LABELLED))
            free = _unlabelled(connection, labelled) if choice == "value" else second_look.videos(connection, choice)
            leased = _leased_by_others(connection, person)
        free = [row for row in free if row.id not in has and key_of(row) not in leased]
        chosen = _choose(free, labelled, rows) if choice == "value" else [(row, choice) for row in free[:rows]]
        with writing(connection):
            leased = _lease(connection, [key_of(row) for row, _ in chosen], person)
        if leased or not chosen:
            videos = [_video(row, chosen_by) for row, chosen_by in chosen if key_of(row) in leased]
            return {"videos": videos, "left": len(free)}


def _unlabelled(connection: sa.Connection, labelled: Iterable[str]) -> list[Any]:
    """The latest predictions that nobody has labelled; of equal texts one."""
    candidates = _distinct(connection.execute(_CANDIDATES).all(), {_normalised(text) for text in labelled})
    known = _labelled_keys(connection, [key_of(row) for row in candidates])
    return [row for row in candidates if key_of(row) not in known]


def _leased_by_others(connection: sa.Connection, person: str) -> set[str]:
    of = leases.c
    return set(connection.scalars(sa.select(of.video_key).where(of.until > time.time(), of.labelled_by != person)))


def _choose(free: list[Any], labelled: list[str], rows: int) -> list[tuple[Any, Any]]:
    """Return rows and how each was chosen, in an order that does not show it."""
    rows = min(rows, len(free))
    at_random = _random.sample(range(len(free)), sum(_random.random() < RANDOM_SHARE for _ in range(rows)))
    others = [number for number in range(len(free)) if number not in set(at_random)]
    texts = [free[number].video_transcription_text for number in others]
    probabilities = [free[number].claim_probability for number in others]
    valuable = most_valuable(texts, probabilities, labelled, rows - len(at_random)) if others else []
    chosen = [(free[number], "queue_random") for number in at_random]
    chosen += [(free[others[number]], "queue_value") for number in valuable]
    _random.shuffle(chosen)
    return chosen


def _distinct(rows: Iterable[Any], seen: set[str]) -> list[Any]:
    """The rows without those whose text, or video, came before."""
    distinct = []
    for row in rows:
        text, key = _normalised(row.video_transcription_text), f"\0{key_of(row)}"
        if text and text not in seen and key not in seen:
            distinct.append(row)
        seen |= {text, key}
    return distinct


def _normalised(text: str) -> str:
    return " ".join(tokenise(normalise(text), len(text)))


def _labelled_keys(connection: sa.Connection, keys: list[str]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(keys), ROWS_OF_QUERY):
        chunk = keys[start : start + ROWS_OF_QUERY]
        query = sa.select(labels.c.video_key).where(labels.c.video_key.in_(chunk), labels.c.id.in_(CURRENT))
        known.update(connection.scalars(query))
    return known


def _lease(connection: sa.Connection, keys: list[str], person: str) -> set[str]:
    """Lease those of the videos that nobody else has leased since they were chosen, and return them."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(9697)"))
    now = time.time()
    free = set(keys) - _leased_by_others(connection, person)
    connection.execute(sa.delete(leases).where(sa.or_(leases.c.until <= now, leases.c.video_key.in_(free))))
    if free:
        rows = [{"video_key": key, "labelled_by": person, "until": now + LEASE_SECONDS} for key in sorted(free)]
        connection.execute(sa.insert(leases), rows)
    return free


def _video(row: Any, chosen_by: Any) -> QueuedVideo:
    values = row._mapping
    return {
        "prediction_id": prediction_id(row.id),
        "video_id": row.video_id,
        "record": {name: values[name] for name in FIELDS if values[name] is not None},
        "claim_status": row.claim_status,
        "claim_probability": row.claim_probability,
        "needs_review": row.needs_review,
        "warnings": row.warnings.split("\n") if row.warnings else [],
        "chosen_by": chosen_by,
    }
