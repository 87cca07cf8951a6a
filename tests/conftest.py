"""Fixtures: a tiny fitted model, its application with and without a process, and databases."""

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.helpers.paths import STAND_IN
from tests.helpers.postgres import Postgres
from tests.helpers.service import application, serving
from tiktok_claims.evaluation import metrics
from tiktok_claims.model import model_file, scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.training import dataset, fit
from tiktok_claims.training.augmentation import Recipe


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", help="write the README's pictures anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs more than one pip install brings: all of tests/system, and each test on a real PostgreSQL."""
    for item in items:
        if "system" in item.path.parts:
            item.add_marker("system")


@pytest.fixture(scope="session")
def tiny_data() -> dataset.Dataset:
    """A few hundred rows of the stand-in, both labels."""
    data = dataset.read(STAND_IN)
    rows = data.rows.take(list(range(0, len(data.rows.labels), 16)))
    return dataset.Dataset(data.sha256, len(rows.labels), 0, 0, rows=rows)


@pytest.fixture(scope="session")
def tiny_model_file(tiny_data: dataset.Dataset) -> ModelFile:
    """A model fitted in seconds: few rows, few trees, all of the real code."""
    trained = fit.train(tiny_data, {**fit.PARAMETERS, "n_estimators": 60}, Recipe(sentences=300))
    return {**trained.model, "metrics": metrics.of_trained(trained)}


@pytest.fixture(scope="session")
def model_path(tiny_model_file: ModelFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "tiny.bin"
    model_file.write(path, tiny_model_file)
    return path


@pytest.fixture(scope="session")
def model(model_path: Path) -> scoring.Model:
    return scoring.load(model_path)


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


@pytest.fixture(scope="session")
def service(model_path: Path) -> Iterator[str]:
    """The address of a running service with the tiny model."""
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        yield url


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (debian and debian[-1])
    if not initdb:
        pytest.skip("there is no PostgreSQL here (Debian: apt-get install postgresql)")
    cluster = Postgres(Path(initdb).parent)
    yield cluster
    cluster.stop()
    shutil.rmtree(cluster.folder)


@pytest.fixture(scope="session")
def postgres_url(postgres: Postgres) -> str:
    """The address of a database of a real PostgreSQL."""
    return postgres.url()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.system)])
def history_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/history.db"
    cluster: Postgres = request.getfixturevalue("postgres")
    name = f"history_{secrets.token_hex(4)}"
    cluster.run(f"CREATE DATABASE {name}")
    return cluster.url(name)
