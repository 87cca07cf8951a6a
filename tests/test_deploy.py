"""What deploy/ promises: alarms that fire, a compose file whose parts fit, a dashboard that shows data."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import combinations
from math import isnan
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import yaml
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import make_url

from tests.conftest import CLAIM, ROOT, prometheus, serving, wait_until
from tiktok_claims.monitoring.drift import MIN_ROWS
from tiktok_claims.settings import Settings

DEPLOY = ROOT / "deploy"
SINCE = 5  # seconds over which rates are taken and ranges asked for


def read(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text())


COMPOSE = read("compose.yaml")
RULES = read("alerts.yml")["groups"][0]["rules"]
DASHBOARD = json.loads((DEPLOY / "grafana/claims.json").read_text())
QUERIES = [(panel, target) for panel in DASHBOARD["panels"] for target in panel["targets"]]


def promtool(*arguments: str) -> str:
    program = shutil.which("promtool")
    if not program:
        pytest.skip("no promtool here (Debian: apt-get install prometheus)")
    ran = subprocess.run([program, *arguments], cwd=DEPLOY, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


# --- alarms


def test_prometheus_accepts_the_configuration() -> None:
    assert f"{len(RULES)} rules found" in promtool("check", "rules", "alerts.yml")
    promtool("check", "config", "prometheus.yml")


def test_each_alarm_fires_and_stays_silent() -> None:
    promtool("test", "rules", "alerts_test.yml")
    tried = [case for test in read("alerts_test.yml")["tests"] for case in test["alert_rule_test"]]
    for rule in RULES:
        fired = {bool(case.get("exp_alerts")) for case in tried if case["alertname"] == rule["alert"]}
        assert fired == {True, False}, rule["alert"]


def test_the_readme_tells_of_each_alarm() -> None:
    told = dict(re.findall(r"^\| `(Claims\w+)` \|.*\| (\w+) \|$", (ROOT / "README.md").read_text(), re.MULTILINE))
    assert told == {rule["alert"]: rule["labels"]["severity"] for rule in RULES}


# --- compose.yaml


def mounts() -> dict[str, Path]:
    """What each container is given of this folder: its path there and here."""
    volumes = [volume.split(":") for service in COMPOSE["services"].values() for volume in service.get("volumes", [])]
    return {there: DEPLOY / here for here, there, *_ in volumes if here.startswith(".")}


def test_the_compose_file_is_valid() -> None:
    checker = Path(sys.executable).with_name("check-jsonschema")
    docker = shutil.which("docker")
    if docker and subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode == 0:
        command = [docker, "compose", "config", "--quiet"]
    elif checker.exists():
        command = [str(checker), "--builtin-schema", "vendor.compose-spec", "compose.yaml"]
    else:
        pytest.skip("neither Docker Compose nor check-jsonschema here (make install)")
    environ = {**os.environ, "POSTGRES_PASSWORD": "x", "GRAFANA_PASSWORD": "x"}
    ran = subprocess.run(command, cwd=DEPLOY, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_containers_are_given_is_there() -> None:
    assert all(here.is_file() for here in mounts().values()), mounts()
    named = {v.split(":")[0] for service in COMPOSE["services"].values() for v in service.get("volumes", [])}
    assert {name for name in named if not name.startswith(".")} == COMPOSE["volumes"].keys()
    assert (DEPLOY / COMPOSE["services"]["claims"]["build"] / "Dockerfile").is_file()


def test_passwords_come_from_outside_and_the_readme_tells_which() -> None:
    text, readme = (DEPLOY / "compose.yaml").read_text(), (ROOT / "README.md").read_text()
    for name, value in re.findall(r"(\w*(?:PASSWORD|KEY|TOKEN|SECRET)\w*): *(.*)", text):
        assert value.startswith("${"), f"{name} is written down"
    for name, without in re.findall(r"\$\{(\w+)([^}]*)", text):
        assert without[:2] in (":?", ":-"), f"without {name} a blank is taken"
        assert name in readme, f"the README does not tell of {name}"
    assert make_url(COMPOSE["services"]["claims"]["environment"]["HISTORY_URL"]).password is None
    ignored = subprocess.run(["git", "check-ignore", "deploy/.env"], cwd=ROOT, capture_output=True, check=False)
    assert ignored.returncode == 0


def test_the_service_keeps_its_history_in_the_database_that_is_there() -> None:
    services = COMPOSE["services"]
    url = make_url(services["claims"]["environment"]["HISTORY_URL"])
    database = services[url.host]["environment"]
    assert url.drivername == "postgresql+psycopg"
    assert (url.username, url.database) == (database["POSTGRES_USER"], database["POSTGRES_DB"])
    assert services["claims"]["environment"]["PGPASSWORD"] == database["POSTGRES_PASSWORD"]


def test_prometheus_and_grafana_ask_where_somebody_answers() -> None:
    services = COMPOSE["services"]
    metrics_port = services["claims"]["environment"]["METRICS_BIND"].rpartition(":")[2]
    assert read("prometheus.yml")["scrape_configs"][0]["static_configs"] == [{"targets": [f"claims:{metrics_port}"]}]
    source = urlsplit(read("grafana/datasource.yml")["datasources"][0]["url"])
    assert services[source.hostname]["ports"] == [f"127.0.0.1:{source.port}:{source.port}"]


def test_only_the_service_is_reached_from_other_machines() -> None:
    for name, service in COMPOSE["services"].items():
        for port in service.get("ports", []):
            assert name == "claims" or port.startswith("127.0.0.1:"), name
    port = Settings().bind.rpartition(":")[2]
    assert COMPOSE["services"]["claims"]["ports"] == [f"{port}:{port}"]


@pytest.mark.parametrize("name", sorted(COMPOSE["services"].keys() - {"claims"}))  # whose Dockerfile says all this
def test_every_part_is_pinned_watched_and_started_again(name: str) -> None:
    service = COMPOSE["services"][name]
    assert re.fullmatch(r"[a-z/]+:v?\d[\d.]*", service["image"])
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["restart"] == "unless-stopped"


# --- Grafana


def test_grafana_finds_its_files() -> None:
    given = mounts()
    dashboard = next(there for there, here in given.items() if here.name == "claims.json")
    assert read("grafana/dashboards.yml")["providers"][0]["options"]["path"] == str(Path(dashboard).parent)
    assert COMPOSE["services"]["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"] == dashboard
    assert {Path(there).parent.name for there in given if "provisioning" in there} == {"datasources", "dashboards"}


def test_panels_lie_side_by_side_and_say_what_they_show() -> None:
    for panel in DASHBOARD["panels"]:
        assert panel["description"]
        assert panel["datasource"]["uid"] == "${datasource}"
        assert panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24
    for one, other in combinations([panel["gridPos"] for panel in DASHBOARD["panels"]], 2):
        beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
        assert beside or one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]


@pytest.fixture(scope="module")
def targets(model_path: Path) -> Iterator[list[str]]:
    """What is scraped: a service with enough of a history to tell of drift and quality."""
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        answers = requests.post(f"{url}/predict", json=[CLAIM] * MIN_ROWS, timeout=30).json()
        decided = [{"prediction_id": answer["prediction_id"], "claim_status": "claim"} for answer in answers]
        wait_until(lambda: requests.post(f"{url}/feedback", json=decided, timeout=10).json()["unknown"] == [])
        yield [url.removeprefix("http://")]


@pytest.fixture(scope="module")
def watched(targets: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prometheus with the alarms of deploy/."""
    folder = tmp_path_factory.mktemp("prometheus")
    shutil.copy(DEPLOY / "alerts.yml", folder)
    with prometheus(folder, targets, read("prometheus.yml")) as url:
        wait_until(lambda: _found(url, 'min(up{job="claims"}) == 1') != [])
        yield url


def _traffic(target: str) -> None:
    """Send a record of each kind: sound, almost empty, faulty."""
    records = [CLAIM, {"video_duration_sec": 3}, {"video_view_count": -1}]
    assert requests.post(f"http://{target}/predict", json=records, timeout=10).status_code == 200


def _found(url: str, query: str, over_time: bool = False) -> list[dict[str, str]]:
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
    found: list[dict[str, str]] = []

    def is_found() -> bool:
        _traffic(targets[0])
        found[:] = _found(watched, query, target.get("range", False))
        return found != []

    wait_until(is_found)
    for label in re.findall(r"{{(\w+)}}", target["legendFormat"]):
        assert all(label in series for series in found), f"{label} is not among {found[0]}"


def test_prometheus_evaluates_every_alarm(watched: str) -> None:
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
    tried = [series["series"] for test in read("alerts_test.yml")["tests"] for series in test["input_series"]]
    asked = [rule["expr"] for rule in RULES] + [target["expr"] for _, target in QUERIES] + tried
    assert set(re.findall(r"\bclaims_\w+", " ".join(asked))) <= served
