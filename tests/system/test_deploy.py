"""deploy/: alerts that fire, a compose file whose services fit each other, a Grafana dashboard that shows data."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import make_url

from tests.helpers.deploy import COMPOSE, DEPLOY, GRAFANA, RULES, mounts, read
from tests.helpers.paths import ROOT
from tiktok_claims.monitoring import drift, performance
from tiktok_claims.settings import Settings


def promtool(*arguments: str) -> str:
    program = shutil.which("promtool")
    if not program:
        pytest.skip("no promtool here (Debian: apt-get install prometheus)")
    process = subprocess.run([program, *arguments], cwd=DEPLOY, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


# --- alerts


def test_prometheus_accepts_the_configuration() -> None:
    assert f"{len(RULES)} rules found" in promtool("check", "rules", "alerts.yml")
    promtool("check", "config", "prometheus.yml")


def test_each_alert_fires_and_stays_silent() -> None:
    promtool("test", "rules", "alerts_test.yml")
    cases = [case for test in read("alerts_test.yml")["tests"] for case in test["alert_rule_test"]]
    for rule in RULES:
        fired = {bool(case.get("exp_alerts")) for case in cases if case["alertname"] == rule["alert"]}
        assert fired == {True, False}, rule["alert"]


def test_the_runbook_has_an_entry_for_each_alert() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    runbook = page.split("## Runbook")[1]
    rows = dict(re.findall(r"^\| \[`(Claims\w+)`\]\(#\w+\) \|.*\| (\w+) \|$", runbook, re.MULTILINE))
    assert rows == {rule["alert"]: rule["labels"]["severity"] for rule in RULES}
    headings = re.findall(r"^### (\w+)$", runbook, re.MULTILINE)
    assert [f"docs/operations.md#{heading.lower()}" for heading in headings] == [
        rule["annotations"]["runbook"] for rule in RULES
    ]


def test_bounds_are_those_of_the_dashboard() -> None:
    expressions = {rule["alert"]: rule["expr"] for rule in RULES}
    assert f"> {drift.RED}" in expressions["ClaimsDrift"]
    recall = rf'\{{measure="recall"\}}\) < {performance.MIN_RECALL} .*>= {performance.MIN_LABELLED}'
    assert re.search(recall, expressions["ClaimsRecall"])
    for title, bound in (("Recall", performance.MIN_RECALL), ("Live performance", performance.MIN_RECALL)):
        (panel,) = [panel for panel in GRAFANA["panels"] if panel["title"] == title]
        steps = panel["fieldConfig"]["defaults"]["thresholds"]["steps"]
        assert bound in [step["value"] for step in steps]
    (panel,) = [panel for panel in GRAFANA["panels"] if panel["title"] == "Drift by field"]
    steps = panel["fieldConfig"]["defaults"]["thresholds"]["steps"]
    assert [step["value"] for step in steps] == [None, drift.AMBER, drift.RED]


# --- compose.yaml


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
    process = subprocess.run(command, cwd=DEPLOY, env=environ, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stdout + process.stderr


def test_mounted_files_exist() -> None:
    assert all(here.is_file() for here in mounts().values()), mounts()
    named = {v.split(":")[0] for service in COMPOSE["services"].values() for v in service.get("volumes", [])}
    assert {name for name in named if not name.startswith(".")} == COMPOSE["volumes"].keys()
    assert (DEPLOY / COMPOSE["services"]["claims"]["build"] / "Dockerfile").is_file()


def test_passwords_come_from_outside_and_the_docs_name_them() -> None:
    text, docs = (DEPLOY / "compose.yaml").read_text(), (ROOT / "docs/deployment.md").read_text()
    for name, value in re.findall(r"(\w*(?:PASSWORD|KEY|TOKEN|SECRET)\w*): *(.*)", text):
        assert value.startswith("${"), f"{name} is written down"
    for name, without in re.findall(r"\$\{(\w+)([^}]*)", text):
        assert without[:2] in (":?", ":-"), f"without {name} a blank is taken"
        assert name in docs, f"docs/deployment.md does not name {name}"
    assert make_url(COMPOSE["services"]["claims"]["environment"]["HISTORY_URL"]).password is None
    ignored = subprocess.run(["git", "check-ignore", "deploy/.env"], cwd=ROOT, capture_output=True, check=False)
    assert ignored.returncode == 0


def test_the_service_has_its_history_in_the_database() -> None:
    services = COMPOSE["services"]
    url = make_url(services["claims"]["environment"]["HISTORY_URL"])
    database = services[url.host]["environment"]
    assert url.drivername == "postgresql+psycopg"
    assert (url.username, url.database) == (database["POSTGRES_USER"], database["POSTGRES_DB"])
    assert services["claims"]["environment"]["PGPASSWORD"] == database["POSTGRES_PASSWORD"]


def test_prometheus_and_grafana_have_the_right_addresses() -> None:
    services = COMPOSE["services"]
    metrics_port = services["claims"]["environment"]["METRICS_BIND"].rpartition(":")[2]
    assert read("prometheus.yml")["scrape_configs"][0]["static_configs"] == [{"targets": [f"claims:{metrics_port}"]}]
    source = urlsplit(read("grafana/datasource.yml")["datasources"][0]["url"])
    assert services[source.hostname]["ports"] == [f"127.0.0.1:{source.port}:{source.port}"]


def test_only_the_service_is_reachable_from_other_machines() -> None:
    for name, service in COMPOSE["services"].items():
        for port in service.get("ports", []):
            assert name == "claims" or port.startswith("127.0.0.1:"), name
    port = Settings().bind.rpartition(":")[2]
    assert COMPOSE["services"]["claims"]["ports"] == [f"{port}:{port}"]


@pytest.mark.parametrize("name", sorted(COMPOSE["services"].keys() - {"claims", "training"}))  # whose Dockerfile has it
def test_every_other_service_is_pinned_checked_and_restarted(name: str) -> None:
    service = COMPOSE["services"][name]
    assert re.fullmatch(r"[a-z/]+:v?\d[\d.]*", service["image"])
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["restart"] == "unless-stopped"
