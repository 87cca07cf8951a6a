"""GET /labels: all labels as they were given, or as a data set to train on; DELETE /labels withdraws one."""

import csv
import io
from collections.abc import Iterator
from itertools import count, islice

from flask import Blueprint, Response, request
from pydantic_core import to_json

from tiktok_claims.history import label
from tiktok_claims.history.label import InvalidLabel, StoredLabel
from tiktok_claims.history.queries import History
from tiktok_claims.record import FIELDS
from tiktok_claims.service import body
from tiktok_claims.service.errors import InvalidRequest
from tiktok_claims.service.history_thread import in_thread

ROWS = 1_000  # of a piece of the response
NDJSON = "application/x-ndjson"
COLUMNS = ("#", "claim_status", "video_id", *FIELDS)  # of the data set


def blueprint(history: History) -> Blueprint:
    """Return the routes over this history."""
    routes = Blueprint("labels", __name__)

    @routes.get("/labels")
    def show() -> Response:
        if request.accept_mimetypes.best_match(["text/csv", NDJSON, body.JSON]) in (NDJSON, body.JSON):
            return Response(_started(_lines(history)), content_type=NDJSON)
        return Response(_started(_table(history)), content_type="text/csv; charset=utf-8")

    @routes.delete("/labels")
    def withdraw() -> Response:
        try:
            withdrawn = label.check({**request.args.to_dict(), "claim_status": "withdrawn"})
        except InvalidLabel as error:
            raise InvalidRequest("The query is invalid.", error.errors) from None
        unknown = in_thread(lambda: history.add_labels([withdrawn]))
        return body.json_response({"taken": 1 - len(unknown), "unknown": unknown})

    return routes


def _started(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Have the first piece ready, so that a history that does not answer is an error and no empty response."""
    first = next(pieces, b"")

    def all_pieces() -> Iterator[bytes]:
        yield first
        yield from pieces

    return all_pieces()


def _chunks(history: History, *, current: bool) -> Iterator[list[StoredLabel]]:
    labels = history.labels(current=current)

    def chunk() -> list[StoredLabel]:
        return list(islice(labels, ROWS))

    while labels_read := in_thread(chunk):
        yield labels_read


def _lines(history: History) -> Iterator[bytes]:
    for chunk in _chunks(history, current=False):
        yield b"".join(to_json(each, inf_nan_mode="null") + b"\n" for each in chunk)


def _table(history: History) -> Iterator[bytes]:
    head, numbers = ",".join(COLUMNS) + "\n", count(1)
    for chunk in _chunks(history, current=True):
        file = io.StringIO()
        rows = csv.writer(file, lineterminator="\n")
        for each, number in zip(chunk, numbers, strict=False):
            values = [each["record"].get(name) for name in FIELDS]
            rows.writerow([number, each["claim_status"], each["video_id"], *values])
        yield (head + file.getvalue()).encode()
        head = ""
    if head:
        yield head.encode()
