"""What was answered, on its way to the database: a bounded queue, and the one thread that empties it.

An answer never waits for a disk: what the queue has no room for is lost, and counted. The thread is a native one also
where gevent has patched threading, so that a slow database stops no greenlet. Knows nothing of SQL.
"""

import logging
import os
import secrets
import time
from collections import deque
from collections.abc import Callable, Sequence
from sys import getsizeof
from typing import Any, TypeAlias

from gevent.monkey import get_original

from tiktok_claims.history.store import TEXT_AT, WRITER_BITS, Refused, Row, Store, WrittenBefore, plain, video_key
from tiktok_claims.record import FIELDS, Record

PERIOD_SECONDS = 0.1  # between two groups; what a killed process loses, together with the time that writing takes
RETRY_SECONDS = 0.5  # while the database is gone
TRIM_SECONDS = 60
CLOSE_SECONDS = 5
ROWS_OF_GROUP = 2_000
ROWS_WAITING = 20_000  # at most, for a database that is gone
BYTES_WAITING = 30_000_000

Counted: TypeAlias = Callable[[int, int], None]  # rows kept, rows lost, since it was last called

# The true ones: gevent's would be greenlets.
_start_thread = get_original("_thread", "start_new_thread")
_lock = get_original("_thread", "allocate_lock")
_sleep = get_original("time", "sleep")
_log = logging.getLogger(__name__)
_SIBLINGS = secrets.randbits(WRITER_BITS)  # forked workers share it, and differ by their process's number
_STEP = 1 << WRITER_BITS  # from the id of one microsecond to the next


class HistoryWriter:
    """Keeps predictions. Started in the process that answers, after any fork; one thread of that calls keep."""

    def __init__(self, store: Store, counted: Counted, *, keep_transcripts: bool, max_days: int, max_rows: int) -> None:
        self._store, self._counted, self._keep_transcripts = store, counted, keep_transcripts
        self._max_days, self._max_rows = max_days, max_rows
        self._waiting: deque[Row] = deque()
        self._groups: list[list[Row]] = []  # taken from the queue and not written yet; the last one is next
        self._writer = self._last_id = 0
        # Each is changed by one thread alone: these by the one that answers,
        self._refused = self._bytes_in = 0
        # and these by the one that writes.
        self._kept = self._dropped = self._bytes_out = 0
        self._told = (0, 0)
        self._gone = False
        self.problem: str | None = None  # why the database cannot be written now, with its path; the service shows it
        self._trim_at = 0.0
        self._close_at: float | None = None
        self._ended = _lock()

    def keep(self, records: Sequence[Record], predictions: Sequence[Any], source: str) -> None:
        """Give each prediction an id, its `prediction_id`, under which it is written soon. Waits for nothing."""
        id_ = max(time.time_ns() // 1000 << WRITER_BITS | self._writer, self._last_id + _STEP)
        rows = []
        for record, prediction in zip(records, predictions, strict=True):
            prediction["prediction_id"] = f"{id_:x}"
            rows.append(self._row(id_, record, prediction, source))
            id_ += _STEP
        self._last_id = id_ - _STEP
        size = self._bytes_in + _size(rows)
        if len(self._waiting) + len(rows) <= ROWS_WAITING and size - self._bytes_out <= BYTES_WAITING:
            self._bytes_in = size
            self._waiting.extend(rows)
        else:
            self._refused += len(rows)

    def start(self) -> None:
        """Start to write."""
        self._writer = (_SIBLINGS + os.getpid()) % _STEP
        self._ended.acquire()
        _start_thread(self._run, ())

    def close(self, seconds: float = CLOSE_SECONDS) -> None:
        """Write all that waits, for so long at most; what is left then is lost, and so is what comes later."""
        self._close_at = time.monotonic() + seconds
        if not self._ended.acquire(timeout=seconds + PERIOD_SECONDS):
            _log.warning("history: the database does not answer in time")
        self._refused += len(self._waiting) + sum(map(len, self._groups))
        self._tell()

    def _run(self) -> None:
        try:
            while self._close_at is None:
                self._work()
                if self._gone or len(self._waiting) < ROWS_OF_GROUP:
                    _sleep(RETRY_SECONDS if self._gone else PERIOD_SECONDS)
            while (self._waiting or self._groups) and time.monotonic() < self._close_at:
                self._work()
                if self._gone:
                    _sleep(PERIOD_SECONDS)
        finally:
            self._store.close()
            self._ended.release()

    def _work(self) -> None:
        """Write a group of what waits, and now and then delete some of what is old."""
        try:
            self._write()
            self._trim()
            self._say(None)
        except Exception as error:  # noqa: BLE001 - whatever a driver raises: answers go on, and it is tried again
            self._say(error)
        self._tell()

    def _write(self) -> None:
        if self._waiting and not self._groups:
            self._groups.append([self._waiting.popleft() for _ in range(min(len(self._waiting), ROWS_OF_GROUP))])
        while self._groups:
            group = self._groups[-1]
            try:
                self._store.write(group)
            except Refused as refusal:
                if not (self._gone and isinstance(refusal, WrittenBefore)):  # else it went when it had written them
                    self._split(group)
                    continue
            self._kept += len(group)
            self._done()

    def _split(self, group: list[Row]) -> None:
        """Find by halves the row that the database does not take."""
        if len(group) > 1:
            half = len(group) // 2
            self._groups[-1:] = [group[half:], group[:half]]
        else:
            self._dropped += 1
            self._writer = secrets.randbits(WRITER_BITS)  # that of another machine may be the same
            self._done()

    def _done(self) -> None:
        self._bytes_out += _size(self._groups.pop())

    def _row(self, id_: int, record: Record, prediction: Any, source: str) -> Row:
        text, *fields = map(record.get, FIELDS)
        video_id, warnings = prediction["video_id"], prediction["warnings"]
        return (
            id_,
            None if video_id is None else video_key(video_id),
            prediction["model_version"],
            source,
            plain(text) if self._keep_transcripts else None,
            *fields,
            prediction["claim_probability"],
            prediction["claim_status"],
            prediction["needs_review"],
            "\n".join(warnings) if warnings else None,
        )

    def _trim(self) -> None:
        if self._close_at is None and time.monotonic() >= self._trim_at:
            now = time.time_ns() // 1000 << WRITER_BITS
            if not self._store.delete_oldest(self._max_days, self._max_rows, now):
                self._trim_at = time.monotonic() + TRIM_SECONDS

    def _say(self, error: Exception | None) -> None:
        """Log that the database went or came back; never what it was given, which a driver tells in further lines."""
        if self._gone == (error is None):
            self._gone = error is not None
            self.problem = f"{error}".partition("\n")[0] if error else None
            told = self.problem or "the database is back"
            _log.warning("history: %s", told)

    def _tell(self) -> None:
        now = self._kept, self._refused + self._dropped
        if now != self._told:
            self._counted(now[0] - self._told[0], now[1] - self._told[1])
            self._told = now


def _size(rows: Sequence[Row]) -> int:
    """The bytes that the texts take; all else of a row is small."""
    return sum([getsizeof(row[TEXT_AT]) for row in rows])
