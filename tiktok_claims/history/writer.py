"""The writer: predictions wait in a bounded queue, and one thread writes them to the database.

A request never waits for a disk: a prediction that does not fit into the queue is lost, and counted. The thread is a
native one also where gevent has patched threading, so that a slow database stops no greenlet. Knows nothing of SQL.
"""

import logging
import os
import secrets
import time
from collections import deque
from collections.abc import Callable, Sequence
from sys import getsizeof
from typing import Any, TypeAlias

from gevent import get_hub
from gevent.monkey import get_original

from tiktok_claims.history.prediction import WRITER_BITS, StoredPrediction, prediction_id
from tiktok_claims.history.retention import Limits, Retention
from tiktok_claims.history.shadow import Shadow
from tiktok_claims.history.store import AlreadyWritten, RowsRejected, Store, storable, video_key
from tiktok_claims.record import Record

PERIOD_SECONDS = 0.1  # between two groups; a killed process loses as much, and the time that writing takes
RETRY_SECONDS = 0.5  # while the database is not available
OPEN_SECONDS = 30  # for a database that has not been opened since the start; after that nothing waits for it
DELETE_SECONDS = 60  # between two looks for old rows
CLOSE_SECONDS = 5
ROWS_OF_GROUP = 2_000
MAX_ROWS_WAITING = 20_000  # for a database that is not available now
MAX_BYTES_WAITING = 30_000_000

OnCount: TypeAlias = Callable[[int, int], None]  # predictions written and lost since the last call

# The originals, whether gevent has patched them before this import or not: its own would be greenlets.
_start_thread, _lock = get_original("_thread", ["start_new_thread", "allocate_lock"])
_sleep = get_original("time", "sleep")
_log = logging.getLogger(__name__)
_FIRST_NUMBER = secrets.randbits(WRITER_BITS)  # forked workers share it, and add the number of their process
_STEP = 1 << WRITER_BITS  # from the id of one microsecond to the next


class HistoryWriter:
    """Writes predictions. It is started in a worker, after any fork; one thread of the worker calls add."""

    def __init__(self, store: Store, on_count: OnCount, limits: Limits, shadow: Shadow | None = None) -> None:
        self._store, self._on_count, self._shadow = store, on_count, shadow
        self._retention = Retention(limits)
        self._queue: deque[StoredPrediction] = deque()
        self._groups: list[list[StoredPrediction]] = []  # taken from the queue and not written yet; the last is next
        self._number = self._last_id = 0
        # Each is changed by one thread alone: these by the one that calls add,
        self._not_queued = self._bytes_in = 0
        # and these by the one that writes.
        self._written = self._dropped = self._bytes_out = 0
        self._reported = (0, 0)
        self.problem: str | None = None  # why the database is not available now; the dashboard shows it
        self._opened = self._given_up = False
        self._give_up_at = self._delete_at = 0.0
        self._close_at: float | None = None
        self._ended = _lock()

    def add(self, records: Sequence[Record], predictions: Sequence[Any], source: str) -> None:
        """Queue predictions and give each its `prediction_id`; those that are lost get none. Waits for nothing."""
        id_ = max(time.time_ns() // 1000 << WRITER_BITS | self._number, self._last_id + _STEP)
        rows = []
        for record, prediction in zip(records, predictions, strict=True):
            prediction["prediction_id"] = prediction_id(id_)
            rows.append(self._row(id_, record, prediction, source))
            id_ += _STEP
        self._last_id = id_ - _STEP
        size = self._bytes_in + _size(rows)
        if self._has_space(len(rows), size):
            self._bytes_in = size
            self._queue.extend(rows)
        else:
            self._not_queued += len(rows)
            for prediction in predictions:
                prediction.pop("prediction_id", None)

    def start(self) -> None:
        """Start the thread that writes."""
        self._number = (_FIRST_NUMBER + os.getpid()) % _STEP
        self._give_up_at = time.monotonic() + OPEN_SECONDS
        get_hub()  # the driver makes one in the thread: two threads that make their first at once can deadlock
        self._ended.acquire()
        _start_thread(self._run, ())

    def close(self, seconds: float = CLOSE_SECONDS) -> None:
        """Write all that waits, for this long at most; what is left then is lost, and so is what comes later."""
        self._close_at = time.monotonic() + seconds
        if not self._ended.acquire(timeout=seconds + PERIOD_SECONDS):
            _log.warning("history: the database is too slow: predictions are lost")
        self._not_queued += len(self._queue) + sum(map(len, self._groups))
        self._report()

    def _has_space(self, rows: int, bytes_in: int) -> bool:
        return (
            not self._given_up
            and len(self._queue) + rows <= MAX_ROWS_WAITING
            and bytes_in - self._bytes_out <= MAX_BYTES_WAITING
        )

    def _run(self) -> None:
        try:
            while self._close_at is None:
                self._work()
                if self.problem or len(self._queue) < ROWS_OF_GROUP:
                    _sleep(RETRY_SECONDS if self.problem else PERIOD_SECONDS)
            while (self._queue or self._groups) and time.monotonic() < self._close_at:
                self._work()
                if self.problem:
                    _sleep(PERIOD_SECONDS)
        finally:
            self._store.close()
            self._ended.release()

    def _work(self) -> None:
        """Write what waits, and now and then delete some of what is old."""
        try:
            self._write()
            self._delete_old()
            self._set_available(None)
        except Exception as error:  # noqa: BLE001 - whatever a driver raises: predictions go on, and it is tried again
            self._set_available(error)
            self._give_up(error)
        self._report()

    def _write(self) -> None:
        if self._queue and not self._groups:
            group = [self._queue.popleft() for _ in range(min(len(self._queue), ROWS_OF_GROUP))]
            self._groups.append(self._shadow.add(group) if self._shadow else group)
        while self._groups:
            group = self._groups[-1]
            try:
                self._store.write(group)
            except RowsRejected as error:
                written_before_it_failed = self.problem and isinstance(error, AlreadyWritten)
                if not written_before_it_failed:
                    self._split(group)
                    continue
            self._written += len(group)
            self._finish_group()

    def _split(self, group: list[StoredPrediction]) -> None:
        """Find by halves the row that the database does not take."""
        if len(group) > 1:
            half = len(group) // 2
            self._groups[-1:] = [group[half:], group[:half]]
        else:
            self._dropped += 1
            self._number = secrets.randbits(WRITER_BITS)  # that of another machine may be the same
            self._finish_group()

    def _finish_group(self) -> None:
        self._bytes_out += _size(self._groups.pop())

    def _row(self, id_: int, record: Record, prediction: Any, source: str) -> StoredPrediction:
        field = record.get
        video_id, warnings = prediction["video_id"], prediction["warnings"]
        return StoredPrediction(
            id_,
            None if video_id is None else video_key(video_id),
            prediction["model_version"],
            source,
            storable(field("video_transcription_text")),
            field("video_duration_sec"),
            field("video_view_count"),
            field("video_like_count"),
            field("video_share_count"),
            field("video_download_count"),
            field("video_comment_count"),
            field("verified_status"),
            field("author_ban_status"),
            prediction["claim_probability"],
            prediction["claim_status"],
            prediction["needs_review"],
            "\n".join(warnings) if warnings else None,
        )

    def _delete_old(self) -> None:
        if self._close_at is None and time.monotonic() >= self._delete_at:
            now = time.time_ns() // 1000 << WRITER_BITS
            if not self._retention.delete_some(self._store, now):
                self._delete_at = time.monotonic() + DELETE_SECONDS

    def _set_available(self, error: Exception | None) -> None:
        """Log that the database is not available, or is again; never rows, which a driver names in further lines."""
        self._given_up = self._given_up and error is not None
        self._opened = self._opened or error is None
        if (self.problem is None) != (error is None):
            self.problem = self._store.reason(error) if error else None
            _log.warning("history: %s", self.problem or "the database is available again")

    def _give_up(self, error: Exception) -> None:
        """Let nothing wait for a database that could never be opened: its folder or address may be wrong."""
        if self._opened or time.monotonic() < self._give_up_at:
            return
        if not self._given_up:
            self._given_up = True
            _log.error("history: predictions are lost until it can be opened: %s", self._store.reason(error))
        while self._queue:
            self._groups.append([self._queue.popleft()])
        while self._groups:
            self._dropped += len(self._groups[-1])
            self._finish_group()

    def _report(self) -> None:
        total = self._written, self._not_queued + self._dropped
        if total != self._reported:
            self._on_count(total[0] - self._reported[0], total[1] - self._reported[1])
            self._reported = total


def _size(rows: Sequence[StoredPrediction]) -> int:
    """The bytes that the texts take; the rest of a row is small."""
    return sum([getsizeof(row.video_transcription_text) for row in rows])
