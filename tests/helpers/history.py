"""Predictions to store, and a writer that counts."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.helpers.paths import ROOT
from tiktok_claims.history.prediction import WRITER_BITS, StoredPrediction
from tiktok_claims.history.retention import Limits
from tiktok_claims.history.shadow import Shadow
from tiktok_claims.history.store import Store
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.record import FIELDS, TEXT, Record

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
LIMITS = Limits(90, 10**6)
START, END = NOW - HOUR, NOW + HOUR
FULL: Record = {
    TEXT: 'the "moon" is a lantern, über ☾\nand so on\\',
    "video_duration_sec": 31.0,
    "video_view_count": 412_350.5,
    "video_like_count": 1e300,
    "video_share_count": 0.0,
    "video_download_count": 2_011.0,
    "video_comment_count": 0.1 + 0.2,
    "verified_status": "not verified",
    "author_ban_status": "under review",
}


def prediction(video_id: Any = None, probability: float = 0.75, **other: Any) -> dict[str, Any]:
    """What a model predicts."""
    status = "claim" if probability >= 0.5 else "opinion"
    predicted = {"claim_status": status, "claim_probability": probability, "needs_review": False, "warnings": []}
    return {**predicted, "video_id": video_id, "model_version": "first", **other}


def stored(number: int, record: Record, predicted: Mapping[str, Any], source: str = "program") -> StoredPrediction:
    """A prediction for a record as the database stores it."""
    values = {**dict.fromkeys(FIELDS), **record, **predicted, "id": number, "source": source}
    video_id = values.get("video_id")
    values |= {"video_id": None if video_id is None else str(video_id)}
    values |= {"warnings": "\n".join(predicted["warnings"]) or None}
    return StoredPrediction(**{name: values[name] for name in StoredPrediction._fields if name in values})


def id_at(when: datetime, number: int = 0) -> int:
    """An id of that time, some microseconds later."""
    return int(when.timestamp() * 1e6) + number << WRITER_BITS


def write(url: str, when: datetime, predictions: Sequence[Mapping[str, Any]], text: str = "a text") -> None:
    """Store predictions that were made at one time, microseconds apart."""
    database = Store(url)
    database.write([stored(id_at(when, number), {TEXT: text}, each) for number, each in enumerate(predictions)])
    database.close()


class CountingWriter(HistoryWriter):
    """A writer that adds up what it reports."""

    def __init__(
        self, url: str, *, keep_transcripts: bool = True, limits: Limits = LIMITS, shadow: Shadow | None = None
    ) -> None:
        self.written = self.lost = 0
        super().__init__(Store(url, keep_transcripts=keep_transcripts), self._count, limits, shadow)

    def ids(self, records: Sequence[Record], predictions: Sequence[Any], source: str = "program") -> list[str]:
        """Add predictions, and return the id that each was given."""
        self.add(records, predictions, source)
        return [predicted["prediction_id"] for predicted in predictions]

    def _count(self, written: int, lost: int) -> None:
        self.written += written
        self.lost += lost


@contextmanager
def writing(url: str, **options: Any) -> Iterator[CountingWriter]:
    """Yield a writer that runs; at the end all of its predictions are written."""
    writer = CountingWriter(url, **options)
    writer.start()
    try:
        yield writer
    finally:
        writer.close()


def run(code: str, url: str, **options: Any) -> subprocess.Popen[str]:
    """Run code in a process of its own, with the history's address in URL."""
    environ = {**os.environ, "URL": url, "HISTORY_URL": url}
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environ, text=True, **options)
