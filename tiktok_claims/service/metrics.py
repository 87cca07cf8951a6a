"""What the service tells of itself: Prometheus metrics, request ids, a log line for each request.

Counts what goes by and keeps none of it: no transcript, no key and no query is ever logged. Each worker counts in files
of its own in one folder, so that any worker can answer for all of them.
"""

import logging
import os
import re
import select
import time
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from pydantic_core import to_json

from tiktok_claims.record import FIELDS, Record
from tiktok_claims.service import metric_files
from tiktok_claims.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ROUTE, ROWS = "claims.route", "claims.rows"  # keys of the environ
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
TENTHS = tuple(tenth / 10 for tenth in range(1, 11))
SIZES = (1, 10, 100, 1_000)
SHOWN_PATH = 200  # characters; a line stays short enough to be written in one piece
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})  # others share one label: a client could invent thousands

REQUESTS = Histogram(
    "claims_request_seconds", "Requests and their time", ["route", "method", "status"], buckets=SECONDS
)
PREDICTIONS = Counter("claims_predictions", "Predictions", ["claim_status", "needs_review"])
PROBABILITY = Histogram("claims_probability", "Probability of a claim as answered", buckets=TENTHS)
FAULTS = Counter("claims_faults", "What was wrong with records", ["field", "problem"])
ABSENT = Counter("claims_absent_fields", "Scored records without the field", ["field"])
ROWS_OF_REQUEST = Histogram("claims_rows", "Records that a request was scored for", buckets=SIZES)
LOST = Counter("claims_log_lines_lost", "Log lines for which there was no room")
KEPT = Counter("claims_history_kept", "Predictions that the history took")
NOT_KEPT = Counter("claims_history_lost", "Predictions that the history will never have")
MODEL = Gauge("claims_model_info", "Model that workers serve", ["model_version"], multiprocess_mode="livemax")

_requests = cache(REQUESTS.labels)  # looking a series up by its labels costs more than counting
_absent = {name: ABSENT.labels(name) for name in FIELDS}
_predicted = {
    (status, review): PREDICTIONS.labels(status, str(review).lower())
    for status in ("claim", "opinion")
    for review in (False, True)
}
_said = itemgetter("claim_status", "needs_review")
_request_id = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_traceparent = re.compile(r"[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
_STDOUT = 1
_refused = re.compile(r"(Invalid request from ip=\S+: [^:']*).*", re.DOTALL)
_stdout = select.poll()  # made before gevent patches select: it must answer at once and not wait for other requests
_stdout.register(_STDOUT, select.POLLOUT)


def watched(application: "WSGIApplication", settings: Settings, model_version: str) -> "WSGIApplication":
    """Return the application with an id, a measure and a log line for each request.

    What answers a request says in its environ which ROUTE it is and how many ROWS it scored.
    """
    logged_from = 100 if settings.log_level in ("debug", "info") else 500  # the lowest status that makes a line
    as_text = settings.log_format == "text"

    def watch(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        start = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _request_id.fullmatch(given) else os.urandom(8).hex()
        status = 0

        def respond(said: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            nonlocal status
            status = int(said[:3])
            return start_response(said, [*headers, ("X-Request-ID", request_id)], *error)

        answer = application(environ, respond)
        seconds = time.perf_counter() - start
        method = environ["REQUEST_METHOD"]
        _requests(environ.get(ROUTE, "unknown"), method if method in METHODS else "other", status).observe(seconds)
        if status >= logged_from:
            _write(_line(environ, request_id, status, seconds, model_version), as_text)
        return answer

    return watch


def count(records: Sequence[Record], predictions: Sequence[Any]) -> None:
    """Count what a request was scored for: its predictions, and the fields that its records lacked."""
    ROWS_OF_REQUEST.observe(len(records))
    lacking = [_absent.keys() - record.keys() for record in records if len(record) < len(_absent)]
    for name, rows in Tally(chain.from_iterable(lacking)).items():
        _absent[name].inc(rows)
    for said, rows in Tally(map(_said, predictions)).items():
        _predicted[said].inc(rows)
    for answer in predictions:
        PROBABILITY.observe(answer["claim_probability"])


def count_faults(faults: Iterable[Any]) -> None:
    """Count faults by field and kind; the names that clients make up share one."""
    for fault in faults:
        name, problem = (fault["field"], fault["problem"]) if fault["field"] in FIELDS else ("other", "no known field")
        FAULTS.labels(name, problem).inc()


def worker_started(model_version: str) -> None:
    """Say, in a worker, which model it serves."""
    MODEL.labels(model_version).set(1)


def count_kept(kept: int, lost: int) -> None:
    """Count what the history took and what it will never have."""
    KEPT.inc(kept)
    NOT_KEPT.inc(lost)


def exposition(folder: Path | None, summary: Mapping[str, Any] | None = None) -> bytes:
    """Return the metrics in Prometheus's text format: of all workers that count in the folder, living and dead.

    With a summary of the history (monitoring.py), its drift and live quality as well.
    """
    if folder is None:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    if summary:
        registry.register(Live(summary))
    registry.register(Workers())
    MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]  # the library's own
    with metric_files.unchanging(folder):
        return generate_latest(registry)


class Live(Collector):
    """Drift by field and quality by feedback; no value where there is too little to tell."""

    def __init__(self, summary: Mapping[str, Any]) -> None:
        """Take both from a summary of monitoring.py."""
        self._drift, self._quality = summary["drift"], summary["quality"]

    def collect(self) -> Iterator[Metric]:
        """Yield each measure."""
        drift = GaugeMetricFamily("claims_drift_psi", "Population stability index, last day", labels=["field"])
        for field in self._drift:
            if field["psi"] is not None:
                drift.add_metric([field["field"]], field["psi"])
        live = GaugeMetricFamily("claims_live_quality", "By what moderators decided, last day", labels=["measure"])
        for measure in ("accuracy", "precision", "recall", "f1"):
            if (value := self._quality[measure]["value"]) is not None:
                live.add_metric([measure], value)
        labelled = GaugeMetricFamily("claims_live_labelled", "Predictions of the last day that moderators decided on")
        labelled.add_metric([], self._quality["labelled"])
        yield from (drift, live, labelled)


class Workers(Collector):
    """Memory and start time of each worker, read when asked for."""

    def collect(self) -> Iterator[Metric]:
        """Yield each measure with a value for each worker."""
        memory = GaugeMetricFamily("claims_worker_memory_bytes", "Resident memory", labels=["pid"])
        started = GaugeMetricFamily("claims_worker_start_time_seconds", "Start in Unix time", labels=["pid"])
        families = {"process_resident_memory_bytes": memory, "process_start_time_seconds": started}
        for pid in _workers():
            for measured in ProcessCollector(pid=lambda pid=pid: pid, registry=None).collect():  # type: ignore[misc]
                if measured.name in families:
                    families[measured.name].add_metric([str(pid)], measured.samples[0].value)
        yield from families.values()


def _workers() -> list[int]:
    """The ids of this worker and its siblings: the children of gunicorn's master."""
    parent, pids = os.getppid(), {os.getpid()}
    with suppress(OSError):
        pids.update(map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split()))
    return sorted(pids)


def _line(
    environ: "WSGIEnvironment", request_id: str, status: int, seconds: float, model_version: str
) -> dict[str, Any]:
    line: dict[str, Any] = {
        "time": _now(),
        "request_id": request_id,
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"].encode("latin-1").decode(errors="replace")[:SHOWN_PATH],  # as WSGI has it
        "status": status,
        "duration_ms": round(seconds * 1e3, 3),
        "rows": environ.get(ROWS, 0),
        "model_version": model_version,
    }
    traceparent = environ.get("HTTP_TRACEPARENT", "")
    if _traceparent.fullmatch(traceparent):
        line["traceparent"] = traceparent
    return line


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _write(line: dict[str, Any], as_text: bool) -> None:
    """Write a line to stdout at once, so that lines of workers do not mix.

    A log that nobody reads stops no answer: a line for which there is no room is lost, and counted.
    """
    # escaped: a path may hold line ends and a terminal's control characters
    text = " ".join(map(str, line.values())).encode("unicode_escape") if as_text else to_json(line)
    try:
        room = bool(_stdout.poll(0))
        if room:
            os.write(_STDOUT, text + b"\n")
    except OSError:
        room = False
    if not room:
        LOST.inc()


def hide_client_input(record: logging.LogRecord) -> bool:
    """Cut what a client sent from gunicorn's word on a malformed request: it may be a transcript or a key."""
    if told := _refused.fullmatch(record.getMessage()):
        record.msg, record.args = told[1], ()
    return True


class JsonLines(logging.Formatter):
    """Writes what gunicorn says as the requests' lines are written."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        said = {"time": _now(), "level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        return to_json(said).decode()
