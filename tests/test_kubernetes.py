"""What deploy/kubernetes/ promises: manifests that Kubernetes takes, that fit each other, the image, the settings."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import requests
import yaml

from tests.conftest import ROOT, free_port, is_ready, wait_until
from tiktok_claims.settings import Settings

Manifest: TypeAlias = dict[str, Any]

KUBERNETES = ROOT / "deploy/kubernetes"
FOLDERS = [KUBERNETES, KUBERNETES / "backlog"]  # each with a kustomization of its own
OLDEST = "1.31"  # of Kubernetes, which the README names
NOT_SETTINGS = {"HISTORY_URL", "PGPASSWORD"}  # read by the history and by psycopg
DOCKERFILE = (ROOT / "Dockerfile").read_text()
DEPLOY_PART = (ROOT / "README.md").read_text().split("## Deploy and alarms")[1].split("\n## ")[0]


def read(path: Path) -> list[Manifest]:
    return list(yaml.safe_load_all(path.read_text()))


KUSTOMIZATIONS = {folder: read(folder / "kustomization.yaml")[0] for folder in FOLDERS}
FILES = [folder / name for folder, kustomization in KUSTOMIZATIONS.items() for name in kustomization["resources"]]
MANIFESTS = [manifest for path in FILES for manifest in read(path)]
PODS = {
    manifest["metadata"]["name"]: manifest["spec"]["template"]
    for manifest in MANIFESTS
    if manifest["kind"] in ("Deployment", "Job")
}
CONTAINERS = {name: pod["spec"]["containers"][0] for name, pod in PODS.items()}


def of_kind(kind: str) -> dict[str, Manifest]:
    return {manifest["metadata"]["name"]: manifest for manifest in MANIFESTS if manifest["kind"] == kind}


def selected(labels: Mapping[str, str]) -> set[str]:
    """The names of those whose pods bear these labels."""
    return {name for name, pod in PODS.items() if labels.items() <= pod["metadata"]["labels"].items()}


BACKLOG = selected({"app.kubernetes.io/name": "backlog"})


def ports(name: str) -> dict[str, int]:
    return {port["name"]: port["containerPort"] for port in CONTAINERS[name].get("ports", [])}


def environment(name: str) -> dict[str, Manifest]:
    return {variable["name"]: variable for variable in CONTAINERS[name].get("env", [])}


# --- what Kubernetes takes


@pytest.mark.parametrize("version", [[], ["--kubernetes-version", OLDEST]], ids=["newest", OLDEST])
def test_the_manifests_are_valid(version: list[str]) -> None:
    validator = Path(sys.executable).with_name("kubernetes-validate")
    if not validator.exists():
        pytest.skip("no kubernetes-validate here (make install)")
    ran = subprocess.run(
        [validator, *version, "--strict", *FILES], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (ran.stdout + ran.stderr).count("passed for resource") == len(MANIFESTS)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Manifest]:
    """What `kubectl apply -k` would send, of both folders, with the secrets that the README names."""
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("no kubectl here (kubernetes.io/docs/tasks/tools)")
    folder = tmp_path_factory.mktemp("deploy") / "kubernetes"
    shutil.copytree(KUBERNETES, folder, ignore=shutil.ignore_patterns(".env"))
    (folder / ".env").write_text("HISTORY_URL=postgresql+psycopg://claims@db/claims\nPGPASSWORD=a b'$c\n")
    texts = [
        subprocess.run([kubectl, "kustomize", path], capture_output=True, text=True, check=True, timeout=60).stdout
        for path in (folder, folder / "backlog")
    ]
    return [manifest for text in texts for manifest in yaml.safe_load_all(text)]


def test_kustomize_builds_all_of_it(built: list[Manifest]) -> None:
    made = {(manifest["kind"], manifest["metadata"]["name"]) for manifest in built if manifest["kind"] != "Secret"}
    assert made == {(manifest["kind"], manifest["metadata"]["name"]) for manifest in MANIFESTS}
    for manifest in built:
        assert manifest["kind"] == "Namespace" or manifest["metadata"]["namespace"] == "claims"


def test_new_secrets_roll_the_deployment(built: list[Manifest]) -> None:
    secret = next(manifest for manifest in built if manifest["kind"] == "Secret")
    assert re.fullmatch(r"claims-\w+", secret["metadata"]["name"])  # ends in a hash of what it holds
    assert f"'name': '{secret['metadata']['name']}'" in str([m for m in built if m["kind"] == "Deployment"])


def test_images_are_pinned(built: list[Manifest]) -> None:
    images = re.findall(r'"image": "([^"]+)"', json.dumps(built))
    assert len(images) == len(PODS)
    assert all(re.fullmatch(r"zoomcamp-project(-batch)?:\d[\w.]*", image) for image in images), images


# --- what fits together


def test_every_file_is_applied() -> None:
    told = {*FILES, *(folder / "kustomization.yaml" for folder in FOLDERS), KUBERNETES / "prometheus.yml"}
    assert set(KUBERNETES.rglob("*.y*ml")) == told


def test_names_are_unique() -> None:
    names = [(manifest["kind"], manifest["metadata"]["name"]) for manifest in MANIFESTS]
    assert len(set(names)) == len(names)


def test_selectors_select_the_pods_that_they_mean() -> None:
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
        let_in = {port["port"] for rule in policy["spec"]["ingress"] for port in rule["ports"]}
        assert let_in <= listening


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
    for rule in of_kind("NetworkPolicy")["backlog"]["spec"]["ingress"]:
        assert [selected(peer["podSelector"]["matchLabels"]) for peer in rule["from"]] == [BACKLOG]


def test_prometheus_finds_the_pods() -> None:
    job = read(KUBERNETES / "prometheus.yml")[0]["scrape_configs"][0]
    found = job["kubernetes_sd_configs"][0]
    key, _, value = found["selectors"][0]["label"].partition("=")
    assert selected({key: value}) == {"claims"}
    assert found["namespaces"]["names"] == [KUSTOMIZATIONS[KUBERNETES]["namespace"]]
    assert job["relabel_configs"][0]["regex"] in ports("claims")
    asked = set(re.findall(r'job="(\w+)"', (ROOT / "deploy/alerts.yml").read_text()))
    assert asked == {job["job_name"]}


def test_the_autoscaler_has_what_it_scales() -> None:
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


def test_secrets_come_from_outside_and_the_readme_tells_which() -> None:
    for name in PODS:
        for variable in environment(name).values():
            secret = "valueFrom" in variable
            assert secret or not re.search("PASSWORD|KEY|TOKEN|SECRET|URL", variable["name"]), variable["name"]
            assert not secret or f"`{variable['name']}`" in DEPLOY_PART or f" {variable['name']} " in DEPLOY_PART
    generated = {secret["name"] for secret in KUSTOMIZATIONS[KUBERNETES]["secretGenerator"]}
    wanted = {
        variable["valueFrom"]["secretKeyRef"]["name"]
        for variable in environment("claims").values()
        if "valueFrom" in variable
    }
    assert wanted == generated
    ignored = subprocess.run(
        ["git", "check-ignore", "deploy/kubernetes/.env"], cwd=ROOT, capture_output=True, check=False
    )
    assert ignored.returncode == 0


def test_images_are_those_that_the_readme_builds() -> None:
    made = dict(re.findall(r"docker build -t (\S+):1(?: --target (\w+))? \.", DEPLOY_PART))
    assert made.keys() == {container["image"] for container in CONTAINERS.values()}
    for target in filter(None, made.values()):
        assert f" AS {target}\n" in DOCKERFILE
    pinned = {image["name"] for kustomization in KUSTOMIZATIONS.values() for image in kustomization["images"]}
    assert pinned == made.keys()


def test_the_claimed_volume_is_named_in_the_readme() -> None:
    for pod in PODS.values():
        for volume in pod["spec"].get("volumes", []):
            claim = volume.get("persistentVolumeClaim")
            assert not claim or f"`{claim['claimName']}`" in DEPLOY_PART


# --- how pods run


@pytest.mark.parametrize("name", PODS)
def test_pods_may_do_nothing_that_they_need_not(name: str) -> None:
    spec, container = PODS[name]["spec"], CONTAINERS[name]
    user = int(re.search(r"^USER (\d+)", DOCKERFILE, re.MULTILINE)[1])  # type: ignore[index]  # fails if there is none
    assert spec["securityContext"].items() >= {"runAsNonRoot": True, "runAsUser": user}.items()
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert spec["automountServiceAccountToken"] is False
    assert spec["enableServiceLinks"] is False
    assert {volume["name"] for volume in spec["volumes"]} == {mount["name"] for mount in container["volumeMounts"]}


@pytest.mark.parametrize("name", PODS)
def test_pods_ask_for_what_they_use_and_are_held_to_it(name: str) -> None:
    resources = CONTAINERS[name]["resources"]
    assert resources["requests"].keys() == {"cpu", "memory"}
    assert "memory" in resources["limits"]
    for volume in PODS[name]["spec"]["volumes"]:
        assert "sizeLimit" in volume.get("emptyDir", {"sizeLimit": "the claim's"})


@pytest.mark.parametrize("name", ["claims", "backlog-workers"])
def test_processes_follow_the_cpu_limit(name: str) -> None:
    assert CONTAINERS[name]["resources"]["limits"]["cpu"].isdigit()  # without it: one for each CPU of the node


def test_a_pod_that_goes_has_time_for_its_requests() -> None:
    spec, settings = PODS["claims"]["spec"], Settings()
    pause = CONTAINERS["claims"]["lifecycle"]["preStop"]["sleep"]["seconds"]
    assert pause > settings.keep_alive_seconds
    for_history = 15
    assert spec["terminationGracePeriodSeconds"] >= pause + settings.graceful_timeout_seconds + for_history
    rolling = of_kind("Deployment")["claims"]["spec"]["strategy"]["rollingUpdate"]
    assert rolling == {"maxSurge": 1, "maxUnavailable": 0}


def test_a_stuck_worker_is_replaced_before_its_pod() -> None:
    probe = CONTAINERS["claims"]["livenessProbe"]
    assert probe["periodSeconds"] * probe["failureThreshold"] > Settings().timeout_seconds


@contextmanager
def in_a_pod(name: str, **environ: str) -> Iterator[subprocess.Popen[str]]:
    """Run a pod's command until the block ends, without a capability and with its volumes alone to write in.

    In them lies what a run that was killed has left.
    """
    writable = [
        mount["mountPath"]
        for mount in CONTAINERS[name]["volumeMounts"]
        if any(v["name"] == mount["name"] and "emptyDir" in v for v in PODS[name]["spec"]["volumes"])
    ]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    script = f"""
        for mount in $(cut -d ' ' -f 2 /proc/self/mounts); do mount -o remount,bind,ro "$mount" 2>/dev/null; done
        for folder in {" ".join(writable)}; do mount -t tmpfs -o mode=1777 tmpfs "$folder" || exit 99
            mkdir -p "$folder/claims-counts-old/full"; done
        touch "$0" 2>/dev/null && exit 99
        exec setpriv --no-new-privs --inh-caps=-all --bounding-set=-all "$@"
    """
    with subprocess.Popen(
        ["unshare", "--mount", "sh", "-c", script, ROOT / "Pipfile", *CONTAINERS[name]["command"]],
        cwd=ROOT,
        env={**os.environ, "HOME": "/nonexistent", "PATH": path, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def skip_without_namespaces() -> None:
    tried = ["unshare", "--mount", "sh", "-c", "mount -o remount,bind,ro / && exec setpriv --bounding-set=-all true"]
    if not shutil.which("unshare") or subprocess.run(tried, cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("a read-only file system of its own for a process needs root, unshare and setpriv (util-linux)")


def test_the_service_runs_on_a_read_only_file_system() -> None:
    skip_without_namespaces()
    port, metrics = free_port(), free_port()
    given = {"BIND": f"127.0.0.1:{port}", "METRICS_BIND": f"127.0.0.1:{metrics}", "HISTORY_URL": ""}
    url = f"http://127.0.0.1:{port}"
    with in_a_pod("claims", WEB_CONCURRENCY="2", **given) as process:
        wait_until(lambda: is_ready(url) or process.poll() is not None)
        assert process.poll() is None, process.communicate()[0]
        for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
            path = CONTAINERS["claims"][probe]["httpGet"]["path"]
            assert requests.get(url + path, timeout=5).status_code == 200
        record = {"video_transcription_text": "my aunt read that bees can count"}
        assert requests.post(f"{url}/predict", json=record, timeout=5).status_code == 200
        counted = requests.get(f"http://127.0.0.1:{metrics}/metrics", timeout=5).text
        assert re.search(r"^claims_predictions_total\{.*\} 1\.0$", counted, re.MULTILINE)
        memory = Path(f"/proc/{process.pid}/root/dev/shm")  # seen from where the process is
        (counts,) = memory.iterdir()
        assert counts.name != "claims-counts-old"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0


# --- the backlog


def scheduler_address() -> str:
    """Where the scheduler's Service is."""
    (name, service), *_ = [(n, s) for n, s in of_kind("Service").items() if "scheduler" in n]
    return f"tcp://{name}:{service['spec']['ports'][0]['port']}"


def test_workers_and_run_find_the_scheduler() -> None:
    assert scheduler_address() in CONTAINERS["backlog-workers"]["command"]
    assert scheduler_address() in CONTAINERS["backlog"]["args"]
    rules = of_kind("NetworkPolicy")["backlog"]["spec"]
    let_in = {port["port"] for rule in rules["ingress"] for port in rule["ports"]}
    let_out = {port["port"] for rule in rules["egress"] for port in rule["ports"] if "podSelector" in rule["to"][0]}
    assert let_in == let_out == {ports("backlog-scheduler")["scheduler"], ports("backlog-workers")["worker"]}


def test_the_run_reads_and_writes_where_workers_do() -> None:
    mounted = {mount["mountPath"] for mount in CONTAINERS["backlog-workers"]["volumeMounts"]}
    read_from, _, write_to = CONTAINERS["backlog"]["args"][:3]
    assert {str(Path(read_from).parent), str(Path(write_to).parent)} <= mounted
    assert {mount["mountPath"] for mount in CONTAINERS["backlog"]["volumeMounts"]} == mounted


@contextmanager
def dask(name: str, log: Path, here: Mapping[str, str]) -> Iterator[None]:
    """Run a pod's command until the block ends, with the addresses and folders that it has here."""
    program, *arguments = CONTAINERS[name]["command"]
    for there, ours in here.items():
        arguments = [argument.replace(there, ours) for argument in arguments]
    with log.open("w") as output:
        process = subprocess.Popen(
            [Path(sys.executable).with_name(program), *arguments], stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def test_dask_takes_the_commands(tmp_path: Path) -> None:
    scheduler, worker = ports("backlog-scheduler"), ports("backlog-workers")
    here = {str(port): str(free_port()) for port in (*scheduler.values(), *worker.values())}
    here |= {"backlog-scheduler:": "127.0.0.1:", "/tmp": str(tmp_path)}  # noqa: S108 - the pod's own
    probe = CONTAINERS["backlog-scheduler"]["readinessProbe"]["httpGet"]
    url = f"http://127.0.0.1:{here[str(scheduler[probe['port']])]}{probe['path']}"
    log = tmp_path / "worker.log"
    with (
        dask("backlog-scheduler", tmp_path / "scheduler.log", here),
        dask("backlog-workers", log, here),
    ):
        wait_until(lambda: is_healthy(url))
        wait_until(lambda: "Registered to" in log.read_text())
        assert re.search(rf"Listening to: .*:{here[str(worker['worker'])]}$", log.read_text(), re.MULTILINE)


def is_healthy(url: str) -> bool:
    try:
        return requests.get(url, timeout=2).ok
    except requests.RequestException:
        return False
