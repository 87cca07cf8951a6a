"""deploy/kubernetes/: manifests that Kubernetes accepts and that fit each other, the image and the settings."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.helpers.manifests import (
    BATCH,
    CONTAINERS,
    DOCKERFILE,
    FILES,
    FOLDERS,
    KUBERNETES,
    KUSTOMIZATIONS,
    MANIFESTS,
    PODS,
    STORE,
    Manifest,
    environment,
    of_kind,
    ports,
    read,
    selected,
)
from tests.helpers.paths import ROOT
from tiktok_claims.settings import Settings

OLDEST = "1.31"  # version of Kubernetes that docs/deployment.md names
NOT_SETTINGS = {"PGPASSWORD"}  # read by psycopg
DOCS = (ROOT / "docs/deployment.md").read_text().split("## Kubernetes")[1]


# --- valid manifests


@pytest.mark.parametrize("version", [[], ["--kubernetes-version", OLDEST]], ids=["newest", OLDEST])
def test_the_manifests_are_valid(version: list[str]) -> None:
    validator = Path(sys.executable).with_name("kubernetes-validate")
    if not validator.exists():
        pytest.skip("no kubernetes-validate here (make install)")
    process = subprocess.run(
        [validator, *version, "--strict", *FILES], capture_output=True, text=True, check=False, timeout=60
    )
    assert process.returncode == 0, process.stdout + process.stderr
    assert (process.stdout + process.stderr).count("passed for resource") == len(MANIFESTS)
    assert f"({OLDEST} or later)" in DOCS


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Manifest]:
    """What `kubectl apply -k` would send: all of it, with the secrets that the docs name."""
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("no kubectl here (kubernetes.io/docs/tasks/tools)")
    folder = tmp_path_factory.mktemp("deploy") / "kubernetes"
    shutil.copytree(KUBERNETES, folder, ignore=shutil.ignore_patterns(".env"))
    (folder / ".env").write_text("HISTORY_URL=postgresql+psycopg://claims@db/claims\nPGPASSWORD=a b'$c\n")
    with (folder / "kustomization.yaml").open("a") as file:
        file.write(f"components: [{STORE.name}]\n")
    texts = [
        subprocess.run([kubectl, "kustomize", path], capture_output=True, text=True, check=True, timeout=60).stdout
        for path in (folder, folder / "batch")
    ]
    return [manifest for text in texts for manifest in yaml.safe_load_all(text)]


def test_kustomize_builds_all_manifests(built: list[Manifest]) -> None:
    names = {(manifest["kind"], manifest["metadata"]["name"]) for manifest in built if manifest["kind"] != "Secret"}
    assert names == {(manifest["kind"], manifest["metadata"]["name"]) for manifest in MANIFESTS}
    for manifest in built:
        assert manifest["kind"] == "Namespace" or manifest["metadata"]["namespace"] == "claims"


def test_pods_follow_the_model_store(built: list[Manifest]) -> None:
    (pod,) = [
        m["spec"]["template"]["spec"] for m in built if m["metadata"]["name"] == "claims" and m["kind"] == "Deployment"
    ]
    (training,) = [m["spec"]["jobTemplate"]["spec"]["template"]["spec"] for m in built if m["kind"] == "CronJob"]
    for spec in (pod, training):
        (container,) = spec["containers"]
        (path,) = [variable["value"] for variable in container["env"] if variable["name"] == "MODEL_PATH"]
        (name,) = [mount["name"] for mount in container["volumeMounts"] if mount["mountPath"] == path]
        claims = {volume["name"]: volume.get("persistentVolumeClaim") for volume in spec["volumes"]}
        assert claims[name] == {"claimName": "models"}
        assert spec["securityContext"]["fsGroup"] == spec["securityContext"].get("runAsGroup")  # it may write there
    assert len(pod["containers"][0]["volumeMounts"]) == len(CONTAINERS["claims"]["volumeMounts"]) + 1
    assert len(pod["containers"][0]["env"]) == len(CONTAINERS["claims"]["env"]) + 1


def test_new_secrets_start_new_pods(built: list[Manifest]) -> None:
    secret = next(manifest for manifest in built if manifest["kind"] == "Secret")
    assert re.fullmatch(r"claims-\w+", secret["metadata"]["name"])  # ends in a hash of its content
    assert f"'name': '{secret['metadata']['name']}'" in str([m for m in built if m["kind"] == "Deployment"])


def test_images_are_pinned(built: list[Manifest]) -> None:
    images = re.findall(r'"image": "([^"]+)"', json.dumps(built))
    assert len(images) == len(PODS)
    assert all(re.fullmatch(r"zoomcamp-project(-batch)?:\d[\w.]*", image) for image in images), images


# --- manifests that fit each other


def test_every_file_is_applied() -> None:
    patches = {folder / patch["path"] for folder in FOLDERS for patch in KUSTOMIZATIONS[folder].get("patches", ())}
    kustomizations = {folder / "kustomization.yaml" for folder in FOLDERS}
    applied = {*FILES, *patches, *kustomizations, KUBERNETES / "prometheus.yml"}
    assert set(KUBERNETES.rglob("*.y*ml")) == applied


def test_names_are_unique() -> None:
    names = [(manifest["kind"], manifest["metadata"]["name"]) for manifest in MANIFESTS]
    assert len(set(names)) == len(names)


def test_selectors_select_their_own_pods() -> None:
    for name, deployment in of_kind("Deployment").items():
        assert selected(deployment["spec"]["selector"]["matchLabels"]) == {name}
    for name, service in of_kind("Service").items():
        assert selected(service["spec"]["selector"]) == {name}
    for name, budget in of_kind("PodDisruptionBudget").items():
        assert selected(budget["spec"]["selector"]["matchLabels"]) == {name}
    for pod in PODS.values():
        for spread in pod["spec"].get("topologySpreadConstraints", []):
            assert spread["labelSelector"]["matchLabels"] == pod["metadata"]["labels"]


def test_every_pod_has_one_network_policy() -> None:
    chosen = [selected(policy["spec"]["podSelector"]["matchLabels"]) for policy in of_kind("NetworkPolicy").values()]
    assert sorted(name for names in chosen for name in names) == sorted(PODS)


def test_ports_are_those_that_pods_listen_on() -> None:
    for name, service in of_kind("Service").items():
        for port in service["spec"]["ports"]:
            assert ports(name)[port["targetPort"]] == port["port"]
    for name, container in CONTAINERS.items():
        for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
            assert probe not in container or container[probe]["httpGet"]["port"] in ports(name)
    for policy in of_kind("NetworkPolicy").values():
        listening = {
            port for name in selected(policy["spec"]["podSelector"]["matchLabels"]) for port in ports(name).values()
        }
        allowed = {port["port"] for rule in policy["spec"]["ingress"] for port in rule.get("ports", ())}
        assert allowed <= listening


def test_ports_are_those_of_the_image() -> None:
    exposed = int(re.search(r"^EXPOSE (\d+)", DOCKERFILE, re.MULTILINE)[1])  # type: ignore[index]  # fails if there is none
    metrics = int(environment("claims")["METRICS_BIND"]["value"].rpartition(":")[2])
    assert ports("claims") == {"http": exposed, "metrics": metrics}
    assert Settings().bind.endswith(f":{exposed}")


def test_only_monitoring_reaches_the_metrics_and_only_the_cluster_dask() -> None:
    rules = of_kind("NetworkPolicy")["claims"]["spec"]["ingress"]
    peers = {port["port"]: rule.get("from") for rule in rules for port in rule["ports"]}
    assert peers == {
        ports("claims")["http"]: None,
        ports("claims")["metrics"]: [
            {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}}
        ],
    }
    for rule in of_kind("NetworkPolicy")["batch"]["spec"]["ingress"]:
        assert [selected(peer["podSelector"]["matchLabels"]) for peer in rule["from"]] == [BATCH]


def test_prometheus_finds_the_pods() -> None:
    job = read(KUBERNETES / "prometheus.yml")[0]["scrape_configs"][0]
    discovery = job["kubernetes_sd_configs"][0]
    key, _, value = discovery["selectors"][0]["label"].partition("=")
    assert selected({key: value}) == {"claims"}
    assert discovery["namespaces"]["names"] == [KUSTOMIZATIONS[KUBERNETES]["namespace"]]
    assert job["relabel_configs"][0]["regex"] in ports("claims")
    jobs = set(re.findall(r'job="(\w+)"', (ROOT / "deploy/alerts.yml").read_text()))
    assert jobs == {job["job_name"]}


def test_the_autoscaler_scales_the_deployment() -> None:
    spec = of_kind("HorizontalPodAutoscaler")["claims"]["spec"]
    target = of_kind(spec["scaleTargetRef"]["kind"])[spec["scaleTargetRef"]["name"]]
    assert "replicas" not in target["spec"]  # or each apply would undo its work
    for metric in spec["metrics"]:
        assert metric["resource"]["name"] in CONTAINERS["claims"]["resources"]["requests"]
    budget = of_kind("PodDisruptionBudget")["claims"]["spec"]
    assert spec["minReplicas"] > budget["maxUnavailable"]  # one is left while a node is drained


# --- settings and secrets


def test_variables_are_settings() -> None:
    settings = {name.upper() for name in Settings.__dataclass_fields__} | NOT_SETTINGS
    assert environment("claims").keys() <= settings
    assert "HISTORY_URL" in environment("claims")  # its default is a file, which could not be written


def test_secrets_come_from_outside_and_the_docs_name_them() -> None:
    for name in PODS:
        for variable in environment(name).values():
            secret = "valueFrom" in variable
            assert secret or not re.search("PASSWORD|KEY|TOKEN|SECRET|URL", variable["name"]), variable["name"]
            assert not secret or f"`{variable['name']}`" in DOCS or f" {variable['name']} " in DOCS
    generated = {secret["name"] for secret in KUSTOMIZATIONS[KUBERNETES]["secretGenerator"]}
    used = {
        variable["valueFrom"]["secretKeyRef"]["name"]
        for variable in environment("claims").values()
        if "valueFrom" in variable
    }
    assert used == generated
    ignored = subprocess.run(
        ["git", "check-ignore", "deploy/kubernetes/.env"], cwd=ROOT, capture_output=True, check=False
    )
    assert ignored.returncode == 0


def test_images_are_those_that_the_docs_build() -> None:
    built = dict(re.findall(r"docker build -t (\S+):1(?: --target (\w+))? \.", DOCS))
    assert built.keys() == {container["image"] for container in CONTAINERS.values()}
    for target in filter(None, built.values()):
        assert f" AS {target}\n" in DOCKERFILE
    pinned = {image["name"] for kustomization in KUSTOMIZATIONS.values() for image in kustomization["images"]}
    assert pinned == built.keys()


def test_the_claimed_volume_is_named_in_the_docs() -> None:
    page = (ROOT / "docs/batch.md").read_text() + (ROOT / "docs/labels.md").read_text()
    for pod in PODS.values():
        for volume in pod["spec"].get("volumes", []):
            claim = volume.get("persistentVolumeClaim")
            assert not claim or f"`{claim['claimName']}`" in page
