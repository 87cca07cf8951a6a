"""Days of a service: usual records, and some that have drifted, written to a history as the model predicts them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from tests.helpers.history import id_at, stored
from tiktok_claims.history.label import Label
from tiktok_claims.history.prediction import prediction_id
from tiktok_claims.history.queries import History
from tiktok_claims.history.shadow import Shadow
from tiktok_claims.history.store import Store
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring.drift import PROBABILITY, UNKNOWN
from tiktok_claims.record import COUNTS, FIELDS, TEXT, check
from tiktok_claims.synthetic import stand_in

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MISSING = "author_ban_status"
DRIFTED = {*COUNTS, UNKNOWN, MISSING, PROBABILITY}  # the probability, for the new wording misleads the model

Labelled: TypeAlias = tuple[dict[str, Any], str]  # a record and its label


def usual(rows: int, seed: int) -> list[Labelled]:
    """Records as those of training, and their labels."""
    drawn = stand_in.records(rows, seed=seed)
    return [
        ({name: record[name] for name in FIELDS if name in record}, str(record["claim_status"])) for record in drawn
    ]


def drifted(rows: int, seed: int) -> list[Labelled]:
    """Counts ten times larger, claims that sound like opinions in words of another language, a field always missing."""
    return [(_drifted(record), label) for record, label in usual(rows, seed)]


def _drifted(record: dict[str, Any]) -> dict[str, Any]:
    words = ["i", "think", "that", *record[TEXT].split()[3:]]
    strange = ["zlorp", "vint", "quabe", "drelk", "plorm"]
    text = " ".join(word if index < 3 else strange[index % 5] for index, word in enumerate(words))
    return {**record, **{name: record[name] * 10 for name in COUNTS}, TEXT: text, MISSING: None}


def write(
    url: str,
    model: Model,
    start: datetime,
    labelled: list[Labelled],
    length: timedelta = DAY,
    shadow: Model | None = None,
) -> None:
    """Store what the model predicts, spread over a time, and the labels; with a shadow model, some by two people."""
    records = [check(record) for record, _ in labelled]
    predictions: list[Mapping[str, Any]] = [*model.predict(records, [None] * len(records))]
    step = length / len(labelled)
    rows = [
        stored(id_at(start + step * number), record, predicted)
        for number, (record, predicted) in enumerate(zip(records, predictions, strict=True))
    ]
    Store(url).write(Shadow(shadow.predict).add(rows) if shadow else rows)
    labels = [_label(row.id, label) for row, (_, label) in zip(rows, labelled, strict=True)]
    assert History(url).add_labels(labels) == []
    if shadow:
        assert History(url).add_labels([{**label, "labelled_by": "Ann"} for label in labels[:9]]) == []


def _label(id_: int, label: str) -> Label:
    return {"prediction_id": prediction_id(id_), "claim_status": "claim" if label == "claim" else "opinion"}
