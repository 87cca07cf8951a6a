"""The service's Prometheus metrics, and GET /metrics.

Each worker counts in files of its own in one folder (metric_files.py), so that any worker can respond for all of them.
"""

import os
from collections import Counter as Tally
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from flask import Blueprint, Response
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from tiktok_claims.record import FIELDS, Record
from tiktok_claims.service import metric_files

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
TENTHS = tuple(tenth / 10 for tenth in range(1, 11))
SIZES = (1, 10, 100, 1_000)
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})  # others share one label: a client could invent thousands

REQUESTS = Histogram(
    "claims_request_seconds", "Requests and how long they took", ["route", "method", "status"], buckets=SECONDS
)
PREDICTIONS = Counter("claims_predictions", "Predictions", ["claim_status", "needs_review"])
PROBABILITY = Histogram("claims_probability", "Claim probability of the predictions", buckets=TENTHS)
FIELD_ERRORS = Counter("claims_field_errors", "Errors in the fields of records", ["field", "problem"])
MISSING_FIELDS = Counter("claims_missing_fields", "Scored records in which the field is missing", ["field"])
ROWS = Histogram("claims_rows", "Records scored for a request", buckets=SIZES)
LOST_LINES = Counter("claims_log_lines_lost", "Log lines for which stdout had no space")
WRITTEN = Counter("claims_history_written", "Predictions that were written to the history")
LOST = Counter("claims_history_lost", "Predictions that will never be written to the history")
MODEL = Gauge("claims_model_info", "Model that workers serve", ["model_version"], multiprocess_mode="livemax")

_requests = cache(REQUESTS.labels)  # looking a series up by its labels costs more than counting
_missing = {name: MISSING_FIELDS.labels(name) for name in FIELDS}
_predictions = {
    (status, review): PREDICTIONS.labels(status, str(review).lower())
    for status in ("claim", "opinion")
    for review in (False, True)
}
_labels = itemgetter("claim_status", "needs_review")


def blueprint(folder: Path | None, last_day: Callable[[], Mapping[str, Any] | None]) -> Blueprint:
    """Return the route. `last_day` gives a summary of the history, from which come the gauges; None for no gauges."""
    routes = Blueprint("metrics", __name__)

    @routes.get("/metrics")
    def show() -> Response:
        return Response(exposition(folder, last_day()), content_type=CONTENT_TYPE_PLAIN_0_0_4)

    return routes


def count_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count a request and its time."""
    _requests(route, method if method in METHODS else "other", status).observe(seconds)


def count_predictions(records: Sequence[Record], predictions: Sequence[Any]) -> None:
    """Count the predictions of a request, and the fields that are missing in its records."""
    ROWS.observe(len(records))
    missing = [_missing.keys() - record.keys() for record in records if len(record) < len(_missing)]
    for name, rows in Tally(chain.from_iterable(missing)).items():
        _missing[name].inc(rows)
    for labels, rows in Tally(map(_labels, predictions)).items():
        _predictions[labels].inc(rows)
    for prediction in predictions:
        PROBABILITY.observe(prediction["claim_probability"])


def count_field_errors(errors: Iterable[Mapping[str, Any]]) -> None:
    """Count errors by field and problem; fields that clients invent share one label."""
    for error in errors:
        known = error["field"] in FIELDS
        FIELD_ERRORS.labels(*((error["field"], error["problem"]) if known else ("other", "unknown field"))).inc()


def count_history(written: int, lost: int) -> None:
    """Count predictions that were written to the history, and those that never will be."""
    WRITTEN.inc(written)
    LOST.inc(lost)


def worker_started(model_version: str) -> None:
    """Set, in a worker, which model it serves."""
    MODEL.labels(model_version).set(1)


def exposition(folder: Path | None, summary: Mapping[str, Any] | None = None) -> bytes:
    """Return the metrics in Prometheus's text format: of all workers that count in the folder, living and dead.

    With a summary of the history, its drift and live performance as well.
    """
    if folder is None:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    if summary:
        registry.register(HistoryGauges(summary))
    registry.register(WorkerGauges())
    MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]  # the library's own
    with metric_files.unchanging(folder):
        return generate_latest(registry)


def lost_predictions(folder: Path | None) -> int:
    """Return how many predictions the history has lost since the service started."""
    name = "claims_history_lost_total"
    if folder is None:
        return int(REGISTRY.get_sample_value(name) or 0)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]  # the library's own
    with metric_files.unchanging(folder):
        return int(registry.get_sample_value(name) or 0)


class HistoryGauges(Collector):
    """Drift by field and live performance by measure; no value where there is too little data."""

    def __init__(self, summary: Mapping[str, Any]) -> None:
        """Take both from a summary of the history."""
        self._drift, self._performance = summary["drift"], summary["performance"]

    def collect(self) -> Iterator[Metric]:
        """Yield each gauge."""
        drift = GaugeMetricFamily("claims_drift_psi", "Population stability index, last 24 hours", labels=["field"])
        for field in self._drift:
            if field["psi"] is not None:
                drift.add_metric([field["field"]], field["psi"])
        live = GaugeMetricFamily(
            "claims_live_performance", "Measured with the labels of moderators, last 24 hours", labels=["measure"]
        )
        for measure in ("accuracy", "precision", "recall", "f1"):
            if (value := self._performance[measure]["value"]) is not None:
                live.add_metric([measure], value)
        labelled = GaugeMetricFamily("claims_live_labelled", "Predictions of the last 24 hours that have a label")
        labelled.add_metric([], self._performance["labelled"])
        yield from (drift, live, labelled)


class WorkerGauges(Collector):
    """Memory and start time of each worker, read at each scrape."""

    def collect(self) -> Iterator[Metric]:
        """Yield each gauge with a value for each worker."""
        memory = GaugeMetricFamily("claims_worker_memory_bytes", "Resident memory", labels=["pid"])
        started = GaugeMetricFamily("claims_worker_start_time_seconds", "Start in Unix time", labels=["pid"])
        families = {"process_resident_memory_bytes": memory, "process_start_time_seconds": started}
        for pid in _workers():
            for metric in ProcessCollector(pid=lambda pid=pid: pid, registry=None).collect():  # type: ignore[misc]
                if metric.name in families:
                    families[metric.name].add_metric([str(pid)], metric.samples[0].value)
        yield from families.values()


def _workers() -> list[int]:
    """Return the ids of this worker and its siblings: the children of gunicorn's master."""
    parent, pids = os.getppid(), {os.getpid()}
    with suppress(OSError):
        pids.update(map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split()))
    return sorted(pids)
