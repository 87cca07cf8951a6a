"""The manifests of deploy/kubernetes/, and what of them belongs together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from tests.helpers.paths import ROOT

Manifest: TypeAlias = dict[str, Any]

KUBERNETES = ROOT / "deploy/kubernetes"
STORE = KUBERNETES / "model-store"  # a component, which is used where KUBERNETES names it
FOLDERS = [KUBERNETES, KUBERNETES / "batch", STORE]  # each with a kustomization of its own
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def read(path: Path) -> list[Manifest]:
    return list(yaml.safe_load_all(path.read_text()))


KUSTOMIZATIONS = {folder: read(folder / "kustomization.yaml")[0] for folder in FOLDERS}
FILES = [folder / name for folder, kustomization in KUSTOMIZATIONS.items() for name in kustomization["resources"]]
MANIFESTS = [manifest for path in FILES for manifest in read(path)]
PODS = {
    manifest["metadata"]["name"]: manifest["spec"].get("jobTemplate", manifest)["spec"]["template"]
    for manifest in MANIFESTS
    if manifest["kind"] in ("Deployment", "Job", "CronJob")
}
CONTAINERS = {name: pod["spec"]["containers"][0] for name, pod in PODS.items()}


def of_kind(kind: str) -> dict[str, Manifest]:
    return {manifest["metadata"]["name"]: manifest for manifest in MANIFESTS if manifest["kind"] == kind}


def selected(labels: Mapping[str, str]) -> set[str]:
    """The names of those whose pods bear these labels."""
    return {name for name, pod in PODS.items() if labels.items() <= pod["metadata"]["labels"].items()}


BATCH = selected({"app.kubernetes.io/name": "batch"})


def ports(name: str) -> dict[str, int]:
    return {port["name"]: port["containerPort"] for port in CONTAINERS[name].get("ports", [])}


def environment(name: str) -> dict[str, Manifest]:
    return {variable["name"]: variable for variable in CONTAINERS[name].get("env", [])}
