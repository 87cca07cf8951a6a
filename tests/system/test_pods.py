"""The pods of deploy/kubernetes/: their rights and resources, how they stop, and their real commands."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.helpers.manifests import CONTAINERS, DOCKERFILE, PODS, of_kind, ports
from tests.helpers.paths import ROOT
from tests.helpers.service import free_port, is_ready, wait_until
from tiktok_claims.settings import Settings


@pytest.mark.parametrize("name", PODS)
def test_pods_have_no_more_rights_than_they_need(name: str) -> None:
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
def test_pods_have_requests_and_limits(name: str) -> None:
    resources = CONTAINERS[name]["resources"]
    assert resources["requests"].keys() == {"cpu", "memory"}
    assert "memory" in resources["limits"]
    for volume in PODS[name]["spec"]["volumes"]:
        assert "sizeLimit" in volume.get("emptyDir", {"sizeLimit": "the claim's"})


@pytest.mark.parametrize("name", ["claims", "batch-workers"])
def test_processes_follow_the_cpu_limit(name: str) -> None:
    assert CONTAINERS[name]["resources"]["limits"]["cpu"].isdigit()  # without it: one for each CPU of the node


def test_a_stopping_pod_has_time_for_its_requests() -> None:
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

    In these are the metric files that a killed run has left.
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
            mkdir -p "$folder/claims-metrics-old/full"; done
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
    addresses = {"BIND": f"127.0.0.1:{port}", "METRICS_BIND": f"127.0.0.1:{metrics}", "HISTORY_URL": ""}
    url = f"http://127.0.0.1:{port}"
    with in_a_pod("claims", WEB_CONCURRENCY="2", **addresses) as process:
        wait_until(lambda: is_ready(url) or process.poll() is not None)
        assert process.poll() is None, process.communicate()[0]
        for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
            path = CONTAINERS["claims"][probe]["httpGet"]["path"]
            assert requests.get(url + path, timeout=5).status_code == 200
        record = {"video_transcription_text": "my aunt read that bees can count"}
        assert requests.post(f"{url}/predict", json=record, timeout=5).status_code == 200
        metrics_text = requests.get(f"http://127.0.0.1:{metrics}/metrics", timeout=5).text
        assert re.search(r"^claims_predictions_total\{.*\} 1\.0$", metrics_text, re.MULTILINE)
        memory = Path("/proc", str(process.pid), "root", "dev", "shm")  # seen from where the process is
        (folder,) = memory.iterdir()
        assert folder.name != "claims-metrics-old"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0


# --- the batch job


def scheduler_address() -> str:
    """Where the scheduler's Service is."""
    (name, service), *_ = [(n, s) for n, s in of_kind("Service").items() if "scheduler" in n]
    return f"tcp://{name}:{service['spec']['ports'][0]['port']}"


def test_workers_and_job_find_the_scheduler() -> None:
    assert scheduler_address() in CONTAINERS["batch-workers"]["command"]
    assert scheduler_address() in CONTAINERS["batch"]["args"]


def test_the_pods_of_the_batch_job_reach_each_other_by_any_port() -> None:
    rules = of_kind("NetworkPolicy")["batch"]["spec"]
    own = {"podSelector": rules["podSelector"]}
    assert {"from": [own]} in rules["ingress"]
    assert {"to": [own]} in rules["egress"]  # workers that train meet on ports that the system chooses


def test_the_job_reads_and_writes_where_workers_do() -> None:
    mounted = {mount["mountPath"] for mount in CONTAINERS["batch-workers"]["volumeMounts"]}
    read_from, _, write_to = CONTAINERS["batch"]["args"][:3]
    assert {str(Path(read_from).parent), str(Path(write_to).parent)} <= mounted
    assert {mount["mountPath"] for mount in CONTAINERS["batch"]["volumeMounts"]} == mounted


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


def test_dask_accepts_the_commands(tmp_path: Path) -> None:
    scheduler, worker = ports("batch-scheduler"), ports("batch-workers")
    here = {str(port): str(free_port()) for port in (*scheduler.values(), *worker.values())}
    here |= {"batch-scheduler:": "127.0.0.1:", "/tmp": str(tmp_path)}  # noqa: S108 - the pod's own
    probe = CONTAINERS["batch-scheduler"]["readinessProbe"]["httpGet"]
    url = f"http://127.0.0.1:{here[str(scheduler[probe['port']])]}{probe['path']}"
    log = tmp_path / "worker.log"
    with (
        dask("batch-scheduler", tmp_path / "scheduler.log", here),
        dask("batch-workers", log, here),
    ):
        wait_until(lambda: is_healthy(url))
        wait_until(lambda: "Registered to" in log.read_text())
        assert re.search(rf"Listening to: .*:{here[str(worker['worker'])]}$", log.read_text(), re.MULTILINE)


def is_healthy(url: str) -> bool:
    try:
        return requests.get(url, timeout=2).ok
    except requests.RequestException:
        return False
