"""A week in a minute: days of usual traffic, then a shift, as monitoring, alarms and the dashboard show them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import requests
import yaml

from tests.conftest import ROOT, prometheus, serving, wait_until
from tiktok_claims.history import store
from tiktok_claims.history.queries import History
from tiktok_claims.history.store import KEPT, WRITER_BITS, Store
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import summary
from tiktok_claims.monitoring.drift import PROBABILITY, UNKNOWN
from tiktok_claims.record import COUNTS, FIELDS, TEXT, check
from tiktok_claims.synthetic import stand_in

DAYS, ROWS_OF_DAY, ROWS_SHIFTED = 6, 600, 1_500
RECALL = 0.7  # below which it alarms: the README asks users to set their own, and this small model finds .88 of claims
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ABSENT = "author_ban_status"
MOVED = {*COUNTS, UNKNOWN, ABSENT, PROBABILITY}  # the probability, for the new wording misleads the model


def usual(rows: int, seed: int) -> list[tuple[dict[str, Any], str]]:
    """Records as those of training, and what they are."""
    drawn = stand_in.records(rows, seed=seed)
    return [
        ({name: record[name] for name in FIELDS if name in record}, str(record["claim_status"])) for record in drawn
    ]


def shifted(rows: int, seed: int) -> list[tuple[dict[str, Any], str]]:
    """Counts ten times larger, claims that sound like opinions in words of another language, a field always absent."""
    moved = []
    for record, label in usual(rows, seed):
        words = record[TEXT].split()
        strange = ["zlorp", "vint", "quabe", "drelk", "plorm"]
        text = " ".join(
            word if index < 3 else strange[index % 5] for index, word in enumerate(["i", "think", "that", *words[3:]])
        )
        counts = {name: record[name] * 10 for name in COUNTS}
        moved.append(({**record, **counts, TEXT: text, ABSENT: None}, label))
    return moved


def write(
    url: str, model: Model, start: datetime, sent: list[tuple[dict[str, Any], str]], length: timedelta = DAY
) -> None:
    """Keep what the model answers, spread over a time, and what moderators decided of it."""
    records = [check(record) for record, _ in sent]
    rows = []
    for number, (record, answer) in enumerate(zip(records, model.predict(records, [None] * len(records)), strict=True)):
        when = start + length * number / len(sent)
        values = {**record, **answer, "id": int(when.timestamp() * 1e6) << WRITER_BITS, "source": "program"}
        rows.append(tuple({**values, "warnings": "\n".join(answer["warnings"]) or None}.get(name) for name in KEPT))
    Store(url).write(rows)
    decided = [
        {"prediction_id": f"{row[store.ID]:x}", "claim_status": label}
        for row, (_, label) in zip(rows, sent, strict=True)
    ]
    assert History(url).decide(decided) == []


def bands(told: dict[str, Any]) -> dict[str, str]:
    return {field["field"]: field["band"] for field in told["drift"]}


def test_a_shift_shows_in_the_right_fields_and_alarms(
    history_url: str, model_path: Path, model: Model, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    History(history_url).model_versions(now, now)  # makes the tables
    for day in range(DAYS, 0, -1):
        write(history_url, model, now - HOUR - day * DAY, usual(ROWS_OF_DAY, seed=100 + day))
        told = summary.summary(History(history_url), model.reference, now=now - HOUR - (day - 1) * DAY)
        assert set(bands(told).values()) == {"green"}, bands(told)
        assert told["quality"]["recall"]["low"] > RECALL

    rules = yaml.safe_load((ROOT / "deploy" / "alerts.yml").read_text())
    for rule in rules["groups"][0]["rules"]:
        rule["for"] = "1s"
        rule["expr"] = rule["expr"].replace('{measure="recall"}) < 0.9', f'{{measure="recall"}}) < {RECALL}')
    (tmp_path / "alerts.yml").write_text(yaml.safe_dump(rules))
    config = yaml.safe_load((ROOT / "deploy" / "prometheus.yml").read_text())
    with (
        serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url) as (url, _),
        prometheus(tmp_path, [url.removeprefix("http://")], config) as asked,
    ):

        def prometheus_says(path: str) -> Any:
            try:
                return requests.get(f"{asked}/api/v1/{path}", timeout=5).json()["data"]
            except (requests.ConnectionError, requests.JSONDecodeError):  # it is starting
                return {"alerts": []}

        def firing() -> set[str]:
            alerts = prometheus_says("alerts")["alerts"]
            return {alert["labels"]["alertname"] for alert in alerts if alert["state"] == "firing"}

        def monitored(window: str) -> Any:
            return requests.get(f"{url}/monitoring?window={window}", timeout=10).json()

        wait_until(lambda: "claims_drift_psi" in prometheus_says("label/__name__/values"))
        assert set(bands(monitored("7d")).values()) == {"green"}
        assert not firing() & {"ClaimsDrift", "ClaimsRecall"}

        sent = shifted(ROWS_SHIFTED, seed=200)
        for start in range(0, ROWS_SHIFTED, 500):
            part = sent[start : start + 500]
            answers = requests.post(f"{url}/predict", json=[record for record, _ in part], timeout=30).json()
            decided = [
                {"prediction_id": answer["prediction_id"], "claim_status": label}
                for answer, (_, label) in zip(answers, part, strict=True)
            ]
            wait_until(lambda: requests.post(f"{url}/feedback", json=decided, timeout=10).json()["unknown"] == [])  # noqa: B023 - it is waited for here

        told = monitored("1h")
        assert {field for field, band in bands(told).items() if band == "red"} == MOVED, bands(told)
        assert {band for field, band in bands(told).items() if field not in MOVED} == {"green"}
        assert told["quality"]["recall"]["high"] < RECALL
        wait_until(lambda: {"ClaimsDrift", "ClaimsRecall"} <= firing(), seconds=60)
