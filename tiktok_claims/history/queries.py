"""What the service answered before, and what moderators decided: all that is asked of the database that keeps it.

Each call opens a connection of its own and waits for the database: in a worker of greenlets, it belongs in a thread.
Knows nothing of how rows come in (journal.py), nor of what is made of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from typing_extensions import TypedDict

from tiktok_claims.history import store
from tiktok_claims.history.store import KEPT, MINUTE, WRITER_BITS, predictions, traffic, video_key
from tiktok_claims.monitoring.performance import Labelled
from tiktok_claims.record import FIELDS, Record

SAMPLE_STEPS = 50
CHUNK_ROWS = 5_000

Status = Literal["claim", "opinion"]
_id = re.compile(r"[0-7][0-9a-f]{15}")
_of = predictions.c
_decile = sa.case(*[(_of.claim_probability < tenth / 10, tenth - 1) for tenth in range(1, 10)], else_=9)
_LABELLED = (
    sa.select(
        _of.model_version,
        _of.needs_review,
        _decile.label("decile"),
        _of.claim_status,
        _of.decided,
        sa.func.count().label("rows"),
        sa.func.sum(_of.claim_probability).label("probability"),
    )
    .where(_of.decided.is_not(None))
    .group_by(_of.model_version, _of.needs_review, "decile", _of.claim_status, _of.decided)
)

_DECIDE = (
    sa.update(predictions)
    .where(_of.id == sa.bindparam("key"), _of.decided.is_distinct_from(sa.bindparam("verdict")))
    .values(decided=sa.bindparam("verdict"), decided_at=sa.bindparam("now"))
)


class HistoryUnavailable(Exception):
    """The database does not answer now; the message is one line that says why, without what was asked."""


class Step(TypedDict):
    """What was answered in one step of a window."""

    start: datetime
    predictions: int
    claims: int
    needs_review: int


class Kept(TypedDict):
    """A prediction that was kept, its record as it was given, and what a moderator decided."""

    prediction_id: str
    time: datetime
    video_id: str | None
    model_version: str
    source: str
    record: Record
    claim_status: Status
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    decided: Status | None


class History:
    """The kept predictions of one database. All its methods raise HistoryUnavailable."""

    def __init__(self, url: str) -> None:
        self._engine = store.connect(url)
        self._made = False

    def traffic(self, start: datetime, end: datetime, model_version: str | None, step_seconds: int) -> list[Step]:
        """Return what was answered in each step of whole minutes, zeros included; the counts are exact."""
        with self._connected() as connection:
            return _traffic(connection, _minute(start), _minute(end), model_version, step_seconds // 60)

    def model_versions(self, start: datetime, end: datetime) -> list[str]:
        """Return the versions that answered within the window, the latest first."""
        of = traffic.c
        query = (
            sa.select(of.model_version)
            .where(of.minute >= _minute(start), of.minute < _minute(end))
            .group_by(of.model_version)
            .order_by(sa.func.max(of.minute).desc(), of.model_version)
        )
        with self._connected() as connection:
            return list(connection.scalars(query))

    def sample(self, start: datetime, end: datetime, model_version: str | None, rows: int = 2_000) -> list[Kept]:
        """Return about so many predictions of the window, oldest first: of each step the latest, by its share."""
        found: list[Any] = []
        with self._connected() as connection:
            oldest = connection.scalar(sa.select(sa.func.min(_of.id))) or 0
            first, last = max(_minute(start), oldest // MINUTE), _minute(end)
            step = max(1, -(-(last - first) // SAMPLE_STEPS))
            steps = _traffic(connection, first, last, model_version, step)
            total = max(rows, sum(each["predictions"] for each in steps))
            for begin, each in zip(range(first, last, step), steps, strict=True):
                if share := -(-rows * each["predictions"] // total):
                    query = _of_window(begin * MINUTE, min(begin + step, last) * MINUTE, model_version)
                    found += reversed(connection.execute(query.order_by(_of.id.desc()).limit(share)).all())
        return [_read(row) for row in found]

    def quality_counts(self, start: datetime, end: datetime, model_version: str | None = None) -> list[Labelled]:
        """Return how many decided predictions of the window are alike."""
        query = _within(_LABELLED, _first_id(start), _first_id(end), model_version)
        with self._connected() as connection:
            return [Labelled(*row) for row in connection.execute(query)]

    def recent(
        self,
        rows: int,
        start: datetime,
        end: datetime,
        model_version: str | None = None,
        needs_review: bool | None = None,
        claim_status: Status | None = None,
        undecided: bool = False,
    ) -> list[Kept]:
        """Return the latest predictions of the window of the kind asked for, the latest first."""
        query = _of_window(_first_id(start), _first_id(end), model_version)
        if needs_review is not None:
            query = query.where(_of.needs_review.is_(needs_review))
        if claim_status is not None:
            query = query.where(_of.claim_status == claim_status)
        if undecided:
            query = query.where(_of.decided.is_(None))
        with self._connected() as connection:
            return [_read(row) for row in connection.execute(query.order_by(_of.id.desc()).limit(rows))]

    def rows(self, start: datetime | None = None, end: datetime | None = None) -> Iterator[Kept]:
        """Yield every prediction that is kept, oldest first; they are read in chunks."""
        position, stop = _first_id(start) if start else 0, _first_id(end) if end else 2**63 - 1
        while True:
            with self._connected() as connection:
                query = _of_window(position, stop, None).order_by(_of.id).limit(CHUNK_ROWS)
                found = connection.execute(query).all()
            if not found:
                return
            yield from map(_read, found)
            position = found[-1].id + 1

    def decide(self, verdicts: Sequence[Mapping[str, Any]]) -> list[str]:
        """Keep what moderators decided, the latest verdict for each; returns the ids of which nothing is known.

        A verdict names a `prediction_id`, or a `video_id` for all its predictions, and the `claim_status`. A prediction
        is known when its group is written, moments after it was answered.
        """
        latest: dict[tuple[str, Any], Status] = {}
        for verdict in verdicts:
            by, given = _named(verdict)
            latest.pop((by, _KEYS[by](given)), None)  # so that it comes last
            latest[by, _KEYS[by](given)] = verdict["claim_status"]
        decided: dict[int, Status] = {}
        with self._connected() as connection, store.writing(connection):
            ids = _ids(connection, verdicts)
            for (by, key), said in latest.items():
                decided |= dict.fromkeys(ids[by].get(key, []), said)
            if decided:
                now = datetime.now(UTC).timestamp()
                connection.execute(
                    _DECIDE, [{"key": id_, "verdict": said, "now": now} for id_, said in decided.items()]
                )
        named = map(_named, verdicts)
        return [given for by, given in named if not ids[by].get(_KEYS[by](given))]

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.connect() as connection:
                if not self._made:
                    store.make_tables(connection)
                    self._made = True
                yield connection
        except SQLAlchemyError as error:
            self._made = False  # the file may be another one now
            raise HistoryUnavailable(str(error).partition("\n")[0]) from None


def _traffic(connection: sa.Connection, first: int, last: int, model_version: str | None, step: int) -> list[Step]:
    """The same by minutes since 1970, `step` of them at a time."""
    of = traffic.c
    at = ((of.minute - first) // step).label("at")
    query = sa.select(at, sa.func.sum(of.predictions), sa.func.sum(of.claims), sa.func.sum(of.needs_review))
    query = query.where(of.minute >= first, of.minute < last).group_by("at")
    if model_version is not None:
        query = query.where(of.model_version == model_version)
    counts = {row[0]: tuple(map(int, row[1:])) for row in connection.execute(query)}
    return [
        Step(start=datetime.fromtimestamp(begin * 60, UTC), predictions=total, claims=claims, needs_review=review)
        for at, begin in enumerate(range(first, last, step))
        for total, claims, review in [counts.get(at, (0, 0, 0))]
    ]


def _within(query: sa.Select[Any], first_id: int, end_id: int, model_version: str | None) -> sa.Select[Any]:
    query = query.where(_of.id >= first_id, _of.id < end_id)
    return query if model_version is None else query.where(_of.model_version == model_version)


def _of_window(first_id: int, end_id: int, model_version: str | None) -> sa.Select[Any]:
    return _within(sa.select(predictions), first_id, end_id, model_version)


def _first_id(when: datetime) -> int:
    return int(when.timestamp() * 1e6) << WRITER_BITS


def _minute(when: datetime) -> int:
    """Minutes since 1970; one that has begun counts whole."""
    return -(-_first_id(when) // MINUTE)


def _number(prediction_id: Any) -> int:
    """The key of a prediction; one that no prediction has for what is no id."""
    return int(prediction_id, 16) if isinstance(prediction_id, str) and _id.fullmatch(prediction_id) else -1


_KEYS: dict[str, Callable[[Any], Any]] = {"prediction_id": _number, "video_id": video_key}


def _named(verdict: Mapping[str, Any]) -> tuple[str, Any]:
    by = "prediction_id" if "prediction_id" in verdict else "video_id"
    return by, verdict[by]


def _ids(connection: sa.Connection, verdicts: Sequence[Mapping[str, Any]]) -> dict[str, dict[Any, list[int]]]:
    """The ids of the predictions that the verdicts name, by the names and keys in these."""
    ids: dict[str, dict[Any, list[int]]] = {}
    for by, column in (("prediction_id", _of.id), ("video_id", _of.video_id)):
        ids[by] = {}
        keys = {_KEYS[by](given) for name, given in map(_named, verdicts) if name == by}
        for id_, key in connection.execute(sa.select(_of.id, column).where(column.in_(keys))) if keys else ():
            ids[by].setdefault(key, []).append(id_)
    return ids


_FIRST = KEPT.index(FIELDS[0])


def _read(row: Any) -> Kept:
    fields = zip(FIELDS, row[_FIRST : _FIRST + len(FIELDS)], strict=True)
    return {
        "prediction_id": f"{row.id:x}",
        "time": datetime.fromtimestamp((row.id >> WRITER_BITS) / 1e6, UTC),
        "video_id": row.video_id,
        "model_version": row.model_version,
        "source": row.source,
        "record": {name: value for name, value in fields if value is not None},
        "claim_status": row.claim_status,
        "claim_probability": row.claim_probability,
        "needs_review": row.needs_review,
        "warnings": row.warnings.split("\n") if row.warnings else [],
        "decided": row.decided,
    }
