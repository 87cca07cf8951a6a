"""deploy/grafana: the dashboard's files, its panels, and that a real Prometheus has data for each query."""

import re
import shutil
import time
from collections.abc import Iterator
from itertools import combinations
from math import isnan
from pathlib import Path
from typing import Any

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from tests.helpers.deploy import COMPOSE, DEPLOY, GRAFANA, RULES, mounts, read
from tests.helpers.prometheus import prometheus
from tests.helpers.records import CLAIM
from tests.helpers.service import serving, wait_until
from tiktok_claims.monitoring.drift import MIN_ROWS

SINCE = 5  # seconds over which rates are taken and ranges asked for
QUERIES = [(panel, target) for panel in GRAFANA["panels"] for target in panel["targets"]]


def test_grafana_finds_its_files() -> None:
    mounted = mounts()
    dashboard = next(there for there, here in mounted.items() if here.name == "claims.json")
    assert read("grafana/dashboards.yml")["providers"][0]["options"]["path"] == str(Path(dashboard).parent)
    assert COMPOSE["services"]["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"] == dashboard
    assert {Path(there).parent.name for there in mounted if "provisioning" in there} == {"datasources", "dashboards"}


def test_panels_do_not_overlap_and_have_descriptions() -> None:
    for panel in GRAFANA["panels"]:
        assert panel["description"]
        assert panel["datasource"]["uid"] == "${datasource}"
        assert panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24
    for one, other in combinations([panel["gridPos"] for panel in GRAFANA["panels"]], 2):
        side_by_side = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
        assert side_by_side or one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]


@pytest.fixture(scope="module")
def targets(model_path: Path) -> Iterator[list[str]]:
    """What is scraped: a service with enough of a history for drift and live performance."""
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        predictions = requests.post(f"{url}/predict", json=[CLAIM] * MIN_ROWS, timeout=30).json()
        labels = [{"prediction_id": each["prediction_id"], "claim_status": "claim"} for each in predictions]
        wait_until(lambda: requests.post(f"{url}/feedback", json=labels, timeout=10).json()["unknown"] == [])
        yield [url.removeprefix("http://")]


@pytest.fixture(scope="module")
def watched(targets: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prometheus with the alerts of deploy/."""
    folder = tmp_path_factory.mktemp("prometheus")
    shutil.copy(DEPLOY / "alerts.yml", folder)
    with prometheus(folder, targets, read("prometheus.yml")) as url:
        wait_until(lambda: _series(url, 'min(up{job="claims"}) == 1') != [])
        yield url


def _traffic(target: str) -> None:
    """Send a record of each kind: complete, almost empty, invalid."""
    records = [CLAIM, {"video_duration_sec": 3}, {"video_view_count": -1}]
    assert requests.post(f"http://{target}/predict", json=records, timeout=10).status_code == 200


def _series(url: str, query: str, over_time: bool = False) -> list[dict[str, str]]:
    """The labels of each series that Prometheus finds values for."""
    now = time.time()
    range_: dict[str, Any] = {"start": now - SINCE, "end": now, "step": 0.5} if over_time else {}
    try:
        path = "query_range" if over_time else "query"
        answer = requests.get(f"{url}/api/v1/{path}", params={"query": query, **range_}, timeout=5)
    except requests.ConnectionError:  # it is starting
        return []
    if answer.status_code == 503:
        return []
    assert answer.ok, answer.text
    return [
        series["metric"]
        for series in answer.json()["data"]["result"]
        if not all(isnan(float(value)) for _, value in series.get("values") or [series["value"]])
    ]


@pytest.mark.parametrize(("panel", "target"), QUERIES, ids=[f"{p['title']} {t['refId']}" for p, t in QUERIES])
def test_every_query_of_the_dashboard_returns_data(
    watched: str, targets: list[str], panel: dict[str, Any], target: dict[str, Any]
) -> None:
    query = target["expr"].replace("$__rate_interval", f"{SINCE}s")
    assert "$" not in query
    assert panel["fieldConfig"]["defaults"]
    series: list[dict[str, str]] = []

    def has_data() -> bool:
        _traffic(targets[0])
        series[:] = _series(watched, query, target.get("range", False))
        return series != []

    wait_until(has_data)
    for label in re.findall(r"{{(\w+)}}", target["legendFormat"]):
        assert all(label in labels for labels in series), f"{label} is not in {series[0]}"


def test_prometheus_evaluates_every_alert(watched: str) -> None:
    def rules() -> list[dict[str, Any]]:
        groups = requests.get(f"{watched}/api/v1/rules", timeout=5).json()["data"]["groups"]
        return [rule for group in groups for rule in group["rules"]]

    wait_until(lambda: all(rule["health"] != "unknown" for rule in rules()))
    assert {rule["name"]: rule["health"] for rule in rules()} == {rule["alert"]: "ok" for rule in RULES}


def test_every_metric_that_deploy_names_is_served(targets: list[str]) -> None:
    _traffic(targets[0])
    served = {
        sample.name
        for target in targets
        for family in text_string_to_metric_families(requests.get(f"http://{target}/metrics", timeout=10).text)
        for sample in family.samples
    }
    tested = [series["series"] for test in read("alerts_test.yml")["tests"] for series in test["input_series"]]
    asked = [rule["expr"] for rule in RULES] + [target["expr"] for _, target in QUERIES] + tested
    assert set(re.findall(r"\bclaims_\w+", " ".join(asked))) <= served
