"""POST /predict with JSON, and what every route has in common."""

import json
import re
import socket
from typing import Any

import pytest
import requests
from flask.testing import FlaskClient
from werkzeug.test import Client, TestResponse

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tests.helpers.service import application
from tiktok_claims import __version__
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import fast_path
from tiktok_claims.service.predictor import Predictor
from tiktok_claims.settings import Settings

JSON = "application/json"


def post(client: FlaskClient, body: bytes | str, content_type: str = JSON) -> TestResponse:
    return client.post("/predict", data=body, content_type=content_type)


@pytest.mark.parametrize(
    "body",
    [
        json.dumps({**CLAIM, "video_id": "7017"}),
        '{"video_view_count": 12}',
        '{"video_view_count": "many", "colour": 1}',
        '{"video_view_count": 12',
        '{"video_transcription_text": "\\ud800"}',
        json.dumps([CLAIM, {}]),
        "{}",
        "",
    ],
)
def test_the_fast_path_responds_as_flask_does(service: str, body: str) -> None:
    def send(content_type: str) -> requests.Response:
        return requests.post(f"{service}/predict", data=body, headers={"Content-Type": content_type}, timeout=10)

    fast, slow = send(JSON), send(f"{JSON}; charset=utf-8")
    first, second = (re.sub('"prediction_id":"[0-9a-f]{16}"', "", response.text) for response in (fast, slow))
    assert (fast.status_code, first) == (slow.status_code, second)
    differing = {"Date", "X-Request-ID"}
    assert {name: fast.headers[name] for name in fast.headers.keys() - differing} == {
        name: slow.headers[name] for name in slow.headers.keys() - differing
    }


@pytest.mark.parametrize(
    ("body", "status"),
    [('{"video_view_count": 3}', 200), ('{"video_view_count": "many"}', 422), ('{"video_view_count": 3', 400)],
)
def test_an_object_is_parsed_and_checked_by_the_fast_path_alone(model: Model, body: str, status: int) -> None:
    def flask(*_: Any) -> Any:
        pytest.fail("the request goes on to Flask, which parses and checks it again")

    fast = fast_path.install(flask, Settings(), Predictor(model.predict, None).one)
    assert Client(fast).post("/predict", data=body, content_type=JSON).status_code == status


def test_one_record_gets_one_prediction(client: FlaskClient, model: Model) -> None:
    response = client.post("/predict", json={**CLAIM, "video_id": 7017666017, "#": 1})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == JSON
    prediction = response.get_json()
    assert prediction["claim_status"] == "claim"
    assert prediction["video_id"] == 7017666017
    assert prediction["model_version"] == model.version
    assert 0.5 <= prediction["claim_probability"] <= 1
    assert prediction["needs_review"] == bool(prediction["warnings"])


def test_the_response_holds_the_probabilities_of_the_model(client: FlaskClient, model: Model) -> None:
    records = [CLAIM, {"video_duration_sec": 3}, {"video_transcription_text": "i love this"}]
    predictions = client.post("/predict", json=records).get_json()
    expected = [model.predict([record], [None])[0]["claim_probability"] for record in records]
    assert [prediction["claim_probability"] for prediction in predictions] == expected


def test_a_list_keeps_its_order_and_an_invalid_row_costs_the_others_nothing(client: FlaskClient) -> None:
    rows = [{**CLAIM, "video_id": 0}, {"views": 1}, {**CLAIM, "video_id": 2}, 7]
    predictions = client.post("/predict", json=rows).get_json()
    assert [prediction.get("video_id") for prediction in predictions] == [0, None, 2, None]
    assert [prediction.get("index") for prediction in predictions] == [None, 1, None, 3]
    assert predictions[1]["errors"][0]["field"] == "views"


def test_a_list_without_a_valid_row_is_422_with_the_errors_of_each(client: FlaskClient) -> None:
    errors = problem(client.post("/predict", json=[{"views": 1}, {"video_view_count": "1"}]), 422)["errors"]
    assert [(error["index"], error["field"]) for error in errors] == [(0, "views"), (1, "video_view_count")]


def test_a_thousand_rows_are_accepted(client: FlaskClient) -> None:
    predictions = client.post("/predict", json=[{"video_duration_sec": number} for number in range(1000)]).get_json()
    assert len(predictions) == 1000


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"not json", 400),
        (b'{"video_view_count": 1', 400),
        (b'{"video_view_count": 1} 2', 400),
        (b"\xff\xfe", 400),
        (b'{"video_transcription_text": "\xff"}', 400),
        (rb'{"video_transcription_text": "\ud800"}', 400),  # a lone surrogate is no character
        (b'{"video_transcription_text": "\x01"}', 400),  # JSON wants it escaped
        (b"[" * 100_000, 400),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, 400),
        (b"3", 422),
        (b'"text"', 422),
        (b"null", 422),
        (b"true", 422),
        (b"[]", 422),
        (b"[[]]", 422),
        (b"{}", 422),
        (json.dumps([{}] * 1001).encode(), 413),
        (b'{"video_transcription_text": "%s"}' % (b"a" * 1_153_434), 413),
        (b'{"video_transcription_text": "%s"}' % (b"a" * 20_000_000), 413),
        (b'{"video_transcription_text": "%s"}' % (b"a" * 20_001), 422),
        (b'{"video_view_count": NaN}', 422),
        (b'{"video_view_count": Infinity}', 422),
        (b'{"video_view_count": 1e400}', 422),
        (b'{"video_view_count": true}', 422),
        (b'{"video_view_count": "12"}', 422),
        (b'{"video_view_count": -1}', 422),
        (b'{"video_view_count": %s}' % (b"9" * 400), 422),
        (b'{"verified_status": ""}', 422),
        (rb'{"video_transcription_text": "\u0000\u0007 i think so"}', 200),
        (b'{"video_transcription_text": ""}', 200),
        (b'{"video_transcription_text": "   "}', 200),
        ('{"video_transcription_text": "😀 Ünïcödé 中文"}'.encode(), 200),
        (b'{"video_view_count": 1e308, "video_like_count": 1e308}', 200),
        (b'{"video_view_count": 0, "video_like_count": 5}', 200),
        (b'{"video_view_count": 1e-320, "video_like_count": 5}', 200),
        (b'{"video_duration_sec": 1, "video_id": [[["any"]], NaN]}', 200),
        (b'{"author_ban_status": "under scrutiny", "verified_status": "Not Verified "}', 200),
    ],
    ids=lambda value: str(value[:40]) if isinstance(value, bytes) else None,
)
def test_each_body_gets_its_status_and_a_short_response(client: FlaskClient, body: bytes, status: int) -> None:
    response = post(client, body)
    if status == 200:
        assert response.status_code == 200, response.text[:300]
        json.loads(response.text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
    else:
        problem(response, status)
        assert len(response.data) < 2_000


def test_a_body_that_is_not_json_is_400_with_its_position(client: FlaskClient) -> None:
    assert "line 2 column 3" in problem(post(client, b"{\n  x"), 400)["detail"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "text/json-not"])
def test_another_content_type_is_415(client: FlaskClient, content_type: str) -> None:
    problem(post(client, b"{}", content_type), 415)


def test_json_of_another_name_is_accepted(client: FlaskClient) -> None:
    assert post(client, json.dumps(CLAIM), "application/vnd.claims+json; charset=utf-8").status_code == 200


def test_get_predict_is_405_and_names_what_is_allowed(client: FlaskClient) -> None:
    response = client.get("/predict")
    problem(response, 405)
    assert "POST" in response.headers["Allow"]


def test_an_unknown_path_is_404(client: FlaskClient) -> None:
    problem(client.get("/predictions"), 404)


def test_health_names_the_model_and_the_state_of_the_history(client: FlaskClient, model: Model) -> None:
    assert client.get("/health/live").status_code == 200
    ready = client.get("/health/ready").get_json()
    assert ready == {"status": "ready", "model_version": model.version, "history": "available"}
    with application(model) as without_history:
        assert without_history.test_client().get("/health/ready").get_json()["history"] == "off"


def test_model_describes_what_is_served(client: FlaskClient, model: Model) -> None:
    about = client.get("/model").get_json()
    assert about["model_version"] == model.version
    assert about["package_version"] == __version__
    assert len(about["data"]["sha256"]) == 64
    assert "onnxruntime" in about["versions"]


@pytest.mark.parametrize("path", ["/", "/docs", "/model", "/nowhere", "/static/app.css", "/health/live"])
def test_every_response_carries_the_security_headers(service: str, path: str) -> None:
    headers = requests.get(f"{service}{path}", timeout=10).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert not any(character.isdigit() for character in headers.get("Server", ""))  # no version


def test_a_client_that_breaks_off_harms_nobody(service: str) -> None:
    host, port = service.removeprefix("http://").split(":")
    head = f"POST /predict HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nContent-Length: 99\r\n\r\n"
    for _ in range(20):
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(head.encode() + b"{")
    assert requests.post(f"{service}/predict", json=CLAIM, timeout=10).status_code == 200
