"""A tiny fitted model, a service that really runs (gunicorn on a port of its own), and a real PostgreSQL."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient

from tiktok_claims.model import model_file, scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.service.app import create_app
from tiktok_claims.settings import Settings
from tiktok_claims.training import dataset, fit

ROOT = Path(__file__).parent.parent
KAGGLE = ROOT.parent / "shared" / "tiktok_dataset.csv"
STAND_IN = ROOT / "tiktok_dataset.csv"
SHIPPED = ROOT / "model_chosen.bin"

CLAIM: dict[str, Any] = {
    "video_duration_sec": 31,
    "video_transcription_text": "a neighbour read on a website that the old lighthouse is sinking",
    "verified_status": "not verified",
    "author_ban_status": "under review",
    "video_view_count": 412_350,
    "video_like_count": 120_911,
    "video_share_count": 31_020,
    "video_download_count": 2_011,
    "video_comment_count": 640,
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", help="write the README's pictures anew")


@pytest.fixture(scope="session")
def tiny_data() -> dataset.Dataset:
    """A few hundred rows of the stand-in, both labels."""
    data = dataset.read(STAND_IN)
    rows = data.rows.take(list(range(0, len(data.rows.labels), 16)))
    return dataset.Dataset(data.sha256, len(rows.labels), 0, 0, rows)


@pytest.fixture(scope="session")
def tiny_model_file(tiny_data: dataset.Dataset) -> ModelFile:
    """A model fitted in seconds: few rows, few trees, all of the real code."""
    return fit.train(tiny_data, {**fit.PARAMETERS, "n_estimators": 60}, fit.Recipe(sentences=300))


@pytest.fixture(scope="session")
def model_path(tiny_model_file: ModelFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "tiny.bin"
    model_file.write(path, tiny_model_file)
    return path


@pytest.fixture(scope="session")
def model(model_path: Path) -> scoring.Model:
    return scoring.load(model_path)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "not within the time"
        time.sleep(0.02)


def is_ready(url: str) -> bool:
    try:
        return requests.get(f"{url}/health/ready", timeout=2).status_code == 200
    except requests.RequestException:
        return False


def children(pid: int) -> set[int]:
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def start(output: Any = subprocess.PIPE, **environ: Any) -> subprocess.Popen[str]:
    """Start gunicorn as `make run` does, with these settings."""
    return subprocess.Popen(
        [Path(sys.executable).with_name("gunicorn")],
        cwd=ROOT,
        env={**os.environ, "WEB_CONCURRENCY": "2", "HISTORY_URL": "", **environ},
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def serving(log: Path | None = None, **environ: Any) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a service until the block ends; yields its address and its process. What it says goes to `log`."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder, log.open("a+") if log else tempfile.TemporaryFile("a+") as output:
        usual = {"BIND": f"127.0.0.1:{port}", "HISTORY_URL": f"sqlite:///{folder}/history.db"}
        process = start(output.fileno(), **{**usual, **environ})
        try:
            wait_until(lambda: is_ready(url) or process.poll() is not None)
            output.seek(0)
            assert process.poll() is None, output.read()
            yield url, process
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def app(model: scoring.Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with the tiny model and a history of its own, in this process."""
    url = f"sqlite:///{tmp_path_factory.mktemp('history')}/history.db"
    with application(model, history_url=url) as app:
        yield app


@pytest.fixture(scope="session")
def client(app: Flask) -> FlaskClient:
    """A client of the application. No process and no socket is between them."""
    return app.test_client()


@contextmanager
def application(model: scoring.Model, **settings: Any) -> Iterator[Flask]:
    """Give the application with these settings, its history being written until the block ends."""
    app = create_app(Settings(**{"history_url": "", **settings}), model)
    writer = app.config["HISTORY_WRITER"]
    if writer:
        writer.start()
    try:
        yield app
    finally:
        if writer:
            writer.close()


@pytest.fixture(scope="session")
def service(model_path: Path) -> Iterator[str]:
    """The address of a running service with the tiny model."""
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        yield url


SCRAPING: Mapping[str, Any] = {"scrape_configs": [{"job_name": "claims"}]}


@contextmanager
def prometheus(folder: Path, targets: list[str], config: Mapping[str, Any] = SCRAPING) -> Iterator[str]:
    """Run Prometheus until the block ends; yields its address.

    Whatever the configuration says, it scrapes these targets, four times a second. It looks for rules in the folder.
    """
    program = shutil.which("prometheus")
    if not program:
        pytest.skip("no Prometheus here (Debian: apt-get install prometheus)")
    often = {"scrape_interval": "250ms", "evaluation_interval": "250ms"}
    job = {**config["scrape_configs"][0], "static_configs": [{"targets": targets}]}
    written = json.dumps({**config, "global": often, "scrape_configs": [job]})  # JSON is YAML
    (folder / "prometheus.yml").write_text(written)
    address = f"127.0.0.1:{free_port()}"
    options = [f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data"]
    with (folder / "prometheus.log").open("w") as log:
        process = subprocess.Popen(
            [program, *options, f"--web.listen-address={address}"], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def version(url: str) -> str:
    found: str = requests.get(f"{url}/health/ready", timeout=10).json()["model_version"]
    return found


@contextmanager
def load(url: str, sessions: int, fresh: int) -> Iterator[Counter[str]]:
    """Send requests until the block ends: some clients keep a connection, some open one each time. Nobody retries."""
    seen: Counter[str] = Counter()
    done = threading.Event()

    def ask(post: Callable[..., requests.Response]) -> None:
        while not done.is_set():
            try:
                answer = post(f"{url}/predict", json=CLAIM, timeout=10)
                seen[answer.json()["model_version"] if answer.ok else f"status {answer.status_code}"] += 1
            except requests.RequestException as error:
                seen[type(error).__name__] += 1

    clients = [*(requests.Session().post for _ in range(sessions)), *[requests.post] * fresh]
    threads = [threading.Thread(target=ask, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        done.set()
        for thread in threads:
            thread.join()


class Postgres:
    """A cluster of our own in a temporary folder, on a loopback port. It refuses root, who lends it to nobody."""

    def __init__(self, programs: Path) -> None:
        self.folder, self.port = Path(tempfile.mkdtemp(prefix="claims-postgres-")), free_port()
        self._programs = programs
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody", "nogroup")
            self._as = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        options = ["--auth=trust", "--username=claims", "--encoding=UTF8", "--locale=C", "--no-sync"]
        command = [str(programs / "initdb"), f"--pgdata={self.folder}/data", *options]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, **self._as)
        self.start()

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://claims@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        options = {"listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
        given = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), f"-D{self.folder}/data", f"-p{self.port}", *given]
        with (self.folder / "log").open("a") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self._as)
        wait_until(self._answers)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGINT)  # which ends connections, too
        self._process.wait(timeout=20)

    def _answers(self) -> bool:
        assert self._process.poll() is None, (self.folder / "log").read_text()
        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb") or (debian and debian[-1])
    if not found:
        pytest.skip("there is no PostgreSQL here (Debian: apt-get install postgresql)")
    cluster = Postgres(Path(found).parent)
    yield cluster
    cluster.stop()
    shutil.rmtree(cluster.folder)


@pytest.fixture(scope="session")
def postgres_url(postgres: Postgres) -> str:
    """The address of a database of a real PostgreSQL."""
    return postgres.url()


@pytest.fixture(params=["sqlite", "postgresql"])
def history_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/history.db"
    cluster: Postgres = request.getfixturevalue("postgres")
    name = f"history_{secrets.token_hex(4)}"
    cluster.run(f"CREATE DATABASE {name}")
    return cluster.url(name)
