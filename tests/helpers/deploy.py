"""The files of deploy/ for Docker Compose, as tests read them."""

import json
from pathlib import Path
from typing import Any

import yaml

from tests.helpers.paths import ROOT

DEPLOY = ROOT / "deploy"


def read(name: str) -> Any:
    """Return a YAML file of the folder."""
    return yaml.safe_load((DEPLOY / name).read_text())


COMPOSE = read("compose.yaml")
RULES = read("alerts.yml")["groups"][0]["rules"]
GRAFANA = json.loads((DEPLOY / "grafana/claims.json").read_text())


def mounts() -> dict[str, Path]:
    """What containers mount from this folder: its path there and here."""
    volumes = [volume.split(":") for service in COMPOSE["services"].values() for volume in service.get("volumes", [])]
    return {there: DEPLOY / here for here, there, *_ in volumes if here.startswith(".")}
