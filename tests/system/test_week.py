"""A week in a minute: days of usual traffic, then drift, as summaries and alerts show it."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import requests
import yaml

from tests.helpers.paths import ROOT
from tests.helpers.prometheus import prometheus
from tests.helpers.service import serving, wait_until
from tests.helpers.week import DAY, DRIFTED, HOUR, drifted, usual, write
from tiktok_claims.history.queries import History
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import summary
from tiktok_claims.monitoring.drift import Drift
from tiktok_claims.monitoring.performance import MIN_RECALL

DAYS, ROWS_OF_DAY, ROWS_DRIFTED = 6, 600, 1_500
RECALL = 0.7  # the alert's bound here: the small model of the tests finds 0.88 of the claims on usual days


def bands(drift: list[Drift]) -> dict[str, str]:
    return {field["field"]: field["band"] for field in drift}


def alerts_at_once() -> dict[str, Any]:
    """The alerts of deploy/ with the recall bound of this test, firing at the first sign."""
    rules: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "alerts.yml").read_text())
    for rule in rules["groups"][0]["rules"]:
        rule["for"] = "0s"
        rule["expr"] = rule["expr"].replace(
            f'{{measure="recall"}}) < {MIN_RECALL}', f'{{measure="recall"}}) < {RECALL}'
        )
    return rules


def store_usual_week(url: str, model: Model) -> None:
    """Store days on which drift stays green and recall high."""
    now = datetime.now(UTC)
    for day in range(DAYS, 0, -1):
        write(url, model, now - HOUR - day * DAY, usual(ROWS_OF_DAY, seed=100 + day))
        of_day = summary.summary(History(url), model.reference, now=now - HOUR - (day - 1) * DAY)
        assert set(bands(of_day["drift"]).values()) == {"green"}, bands(of_day["drift"])
        assert (of_day["performance"]["recall"]["low"] or 0) > RECALL


def send_drifted(url: str) -> None:
    """Send drifted records and their labels."""
    labelled = drifted(ROWS_DRIFTED, seed=200)
    labels: list[dict[str, str]] = []
    for start in range(0, ROWS_DRIFTED, 500):
        chunk = labelled[start : start + 500]
        predictions = requests.post(f"{url}/predict", json=[record for record, _ in chunk], timeout=30).json()
        labels += [
            {"prediction_id": predicted["prediction_id"], "claim_status": label}
            for predicted, (_, label) in zip(predictions, chunk, strict=True)
        ]
    for start in range(0, ROWS_DRIFTED, 500):
        some = partial(requests.post, f"{url}/feedback", json=labels[start : start + 500], timeout=10)
        wait_until(lambda post=some: post().json()["unknown"] == [])  # type: ignore[misc]  # mypy cannot infer defaults


def test_drift_shows_in_the_right_fields_and_raises_alerts(
    history_url: str, model_path: Path, model: Model, tmp_path: Path
) -> None:
    store_usual_week(history_url, model)
    (tmp_path / "alerts.yml").write_text(yaml.safe_dump(alerts_at_once()))
    config = yaml.safe_load((ROOT / "deploy" / "prometheus.yml").read_text())
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=history_url) as (url, _):

        def monitored(window: str) -> Any:
            return requests.get(f"{url}/monitoring?window={window}", timeout=10).json()

        assert set(bands(monitored("7d")["drift"]).values()) == {"green"}
        send_drifted(url)
        last_hour = monitored("1h")
        assert {field for field, band in bands(last_hour["drift"]).items() if band == "red"} == DRIFTED
        assert {band for field, band in bands(last_hour["drift"]).items() if field not in DRIFTED} == {"green"}
        assert last_hour["performance"]["recall"]["high"] < RECALL

        with prometheus(tmp_path, [url.removeprefix("http://")], config) as prometheus_url:
            wait_until(lambda: {"ClaimsDrift", "ClaimsRecall"} <= firing(prometheus_url), seconds=60)


def firing(prometheus_url: str) -> set[str]:
    """The names of the alerts that fire; none while Prometheus is starting."""
    try:
        alerts = requests.get(f"{prometheus_url}/api/v1/alerts", timeout=5).json()["data"]["alerts"]
    except (requests.ConnectionError, requests.JSONDecodeError):
        return set()
    return {alert["labels"]["alertname"] for alert in alerts if alert["state"] == "firing"}
