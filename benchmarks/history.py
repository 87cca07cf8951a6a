"""What writing a prediction to the history costs, and how long the queries of a dashboard take with 1,000,000 rows.

python -m benchmarks.history [postgresql://USER@HOST/EMPTY_DATABASE]     without one: SQLite in a temporary file
"""

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from zlib import crc32

from tiktok_claims.history.label import Label
from tiktok_claims.history.prediction import WRITER_BITS, StoredPrediction, prediction_id
from tiktok_claims.history.queries import History
from tiktok_claims.history.retention import Limits
from tiktok_claims.history.store import Store
from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.model.review import OUT_OF_DISTRIBUTION
from tiktok_claims.record import FIELDS, check
from tiktok_claims.synthetic import stand_in

ROWS, GROUP = 1_000_000, 2_000
DAYS = 30
LABELLED_SHARE = 0.05
ADDED, RATE, BURST = 3_000, 1_000, 10  # predictions, how many in a second, and at a time
ROUNDS = 5
RECORDS = [check(record) for record in stand_in.records(2_000, seed=2)]
PREDICTIONS: list[dict[str, Any]] = [
    {
        "claim_status": "claim" if number % 100 >= 50 else "opinion",
        "claim_probability": number % 100 / 100,
        "needs_review": number % 7 == 0,
        "warnings": [OUT_OF_DISTRIBUTION] if number % 7 == 0 else [],
        "video_id": crc32(str(number).encode()),
        "model_version": "0fb5ec6ab642" if number % 2_000 < 1_500 else "3f9c0a12b7de",
    }
    for number in range(2_000)
]


def main() -> None:
    """Fill the database, query it, then write predictions as a busy worker does."""
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{folder}/history.db"
        begin = time.perf_counter()
        fill(url)
        print(f"{ROWS:,} rows, {LABELLED_SHARE:.0%} of them labelled, written in {time.perf_counter() - begin:.0f} s")
        query(History(url))
        write(url)


def fill(url: str) -> None:
    """Write the rows, evenly over the days until now."""
    store, history = Store(url), History(url)
    step = DAYS * 86_400_000_000 // ROWS
    ids = itertools.count((time.time_ns() // 1000 - ROWS * step) << WRITER_BITS, step << WRITER_BITS)
    for _ in range(ROWS // GROUP):
        rows = [_row(id_, number) for id_, number in zip(ids, range(GROUP), strict=False)]
        store.write(rows)
        some = rows[:: int(1 / LABELLED_SHARE)]
        history.add_labels([{"prediction_id": prediction_id(row.id), "claim_status": "claim"} for row in some])
    store.close()


def _row(id_: int, number: int) -> StoredPrediction:
    record, predicted = RECORDS[number], PREDICTIONS[number]
    return StoredPrediction(
        id=id_,
        video_id=str(crc32(str(id_).encode())),
        model_version=predicted["model_version"],
        source="program",
        claim_probability=predicted["claim_probability"],
        claim_status=predicted["claim_status"],
        needs_review=predicted["needs_review"],
        warnings=OUT_OF_DISTRIBUTION if predicted["needs_review"] else None,
        **dict(zip(FIELDS, map(record.get, FIELDS), strict=True)),
    )


def query(history: History) -> None:
    """Print the median milliseconds of each query of a dashboard."""
    end = datetime.now(UTC)
    worst = 0.0
    for days, version in itertools.product((1, DAYS), (None, "3f9c0a12b7de")):
        start = end - timedelta(days=days)
        queries: dict[str, Callable[[], object]] = {
            "model_versions": partial(history.model_versions, start, end),
            "traffic": partial(history.traffic, start, end, version, days * 1800),
            "sample": partial(history.sample, start, end, version),
            "label_counts": partial(history.label_counts, start, end, version),
            "recent": partial(history.recent, 50, start, end, version, needs_review=True, unlabelled=True),
        }
        times = {name: _milliseconds(each) for name, each in queries.items()}
        parts = ", ".join(f"{name} {time:.0f}" for name, time in times.items())
        print(f"{days:>2} days, {version or 'all versions'}: {sum(times.values()):.0f} ms ({parts})")
        worst = max(worst, sum(times.values()))
    nothing = partial(history.recent, 50, end - timedelta(days=DAYS), end, "no such version", needs_review=True)
    label: Label = {"video_id": "no such video", "claim_status": "claim"}
    print(f"worst: {worst:.0f} ms; recent without a match: {_milliseconds(nothing):.0f} ms")
    print(f"a label by a video's id: {_milliseconds(partial(history.add_labels, [label])):.0f} ms")


def _milliseconds(query: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        query()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1e3


def write(url: str) -> None:
    """Print the CPU time of a prediction: in the path of a request, and in the thread that writes."""
    limits = Limits(90, 2 * ROWS)
    writer = HistoryWriter(Store(url), lambda _written, _lost: None, limits)
    writer.start()
    time.sleep(1)  # it connects, and looks for old rows
    main, process, begin = time.thread_time(), time.process_time(), time.perf_counter()
    path = 0.0
    for number in range(0, ADDED, BURST):
        before = time.thread_time()
        for record, predicted in zip(
            RECORDS[number % 2_000 :][:BURST], PREDICTIONS[number % 2_000 :][:BURST], strict=True
        ):
            writer.add([record], [predicted], "program")
        path += time.thread_time() - before
        time.sleep(max(0.0, begin + number / RATE - time.perf_counter()))
    writer.close()
    thread = (time.process_time() - process) - (time.thread_time() - main)
    print(f"a prediction: {path / ADDED * 1e6:.1f} + {thread / ADDED * 1e6:.1f} microseconds (request, writer)")


if __name__ == "__main__":
    main()
