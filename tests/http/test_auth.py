"""Keys: how they are sent, what needs one, and the port that only the metrics have."""

import base64
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tests.helpers.service import application
from tiktok_claims.model.scoring import Model

KEYS = ("a-key-for-the-first-team", "another-key-for-others")


def basic(credentials: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(credentials.encode()).decode()}


@pytest.fixture(scope="module")
def guarded(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A client of a service that needs a key."""
    url = f"sqlite:///{tmp_path_factory.mktemp('history')}/history.db"
    with application(model, history_url=url, api_keys=KEYS) as app:
        yield app.test_client()


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer {KEYS[0]}"},
        {"Authorization": f"bearer {KEYS[1]}"},
        {"X-API-Key": KEYS[1]},
        basic(f":{KEYS[0]}"),
        basic(f"anybody:{KEYS[1]}"),
    ],
)
def test_each_way_to_send_a_key_works(guarded: FlaskClient, headers: dict[str, str]) -> None:
    assert guarded.post("/predict", json=CLAIM, headers=headers).status_code == 200
    assert guarded.get("/model", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer "},
        {"Authorization": f"Basic {KEYS[0]}"},
        {"Authorization": "Basic"},
        {"Authorization": "Basic %%%"},
        basic(KEYS[0]),
        {"Authorization": f"Bearer {KEYS[0][:-1]}"},
        {"Authorization": f"Bearer {','.join(KEYS)}"},
        {"X-API-Key": "schön-und-lang-genug"},
    ],
)
@pytest.mark.parametrize("path", ["/predict", "/predict?explain=true", "/feedback", "/monitoring", "/model"])
def test_without_a_key_it_is_401(guarded: FlaskClient, path: str, headers: dict[str, str]) -> None:
    method = "GET" if path in ("/model", "/monitoring") else "POST"
    response = guarded.open(path, method=method, headers=headers)
    problem(response, 401)
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_for_the_dashboard_the_browser_asks_for_the_key(guarded: FlaskClient) -> None:
    response = guarded.get("/dashboard")
    problem(response, 401)
    assert response.headers["WWW-Authenticate"].startswith("Basic ")
    assert guarded.get("/dashboard", headers=basic(f":{KEYS[0]}")).status_code == 200


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/health/live", "/health/ready", "/metrics"])
def test_what_says_nothing_of_videos_needs_no_key(guarded: FlaskClient, path: str) -> None:
    assert guarded.get(path).status_code == 200


def test_metrics_can_have_a_port_of_their_own(model: Model) -> None:
    with application(model, metrics_bind="127.0.0.1:9697") as app:
        client, own_port = app.test_client(), "http://localhost:9697"
        assert client.get("/metrics").status_code == 404
        assert client.post("/predict", json=CLAIM).status_code == 200
        assert client.get("/metrics", base_url=own_port).status_code == 200
        assert client.post("/predict", json=CLAIM, base_url=own_port).status_code == 404
