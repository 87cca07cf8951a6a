"""The service as a client meets it: gunicorn on a real port."""

import json
import re
import socket
from typing import Any

import pytest
import requests

from tests.conftest import CLAIM
from tiktok_claims.model.scoring import Model

JSON = {"Content-Type": "application/json"}


def post(url: str, body: bytes | str, content_type: str = "application/json") -> requests.Response:
    return requests.post(f"{url}/predict", data=body, headers={"Content-Type": content_type}, timeout=10)


def problem(response: requests.Response, status: int) -> dict[str, Any]:
    """Check that the answer is a problem of this status, told in a few lines, and return it."""
    assert response.status_code == status, response.text[:300]
    assert response.headers["Content-Type"] == "application/problem+json"
    answer: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail"} <= answer.keys()
    assert answer["status"] == status
    assert "Traceback" not in response.text
    return answer


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
def test_the_fast_path_answers_as_flask_does(service: str, body: str) -> None:
    quick, slow = post(service, body), post(service, body, "application/json; charset=utf-8")
    first, second = (re.sub('"prediction_id":"[0-9a-f]{16}"', "", each.text) for each in (quick, slow))
    assert (quick.status_code, first) == (slow.status_code, second)
    own = {"Date", "X-Request-ID"}
    assert {name: quick.headers[name] for name in quick.headers.keys() - own} == {
        name: slow.headers[name] for name in slow.headers.keys() - own
    }


def test_one_record_gets_one_prediction(service: str, model: Model) -> None:
    answer = requests.post(f"{service}/predict", json={**CLAIM, "video_id": 7017666017, "#": 1}, timeout=10)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    prediction = answer.json()
    assert prediction["claim_status"] == "claim"
    assert prediction["video_id"] == 7017666017
    assert prediction["model_version"] == model.version
    assert 0.5 <= prediction["claim_probability"] <= 1
    assert prediction["needs_review"] == bool(prediction["warnings"])


def test_http_answers_what_the_model_scores(service: str, model: Model) -> None:
    records = [CLAIM, {"video_duration_sec": 3}, {"video_transcription_text": "i love this"}]
    answers = requests.post(f"{service}/predict", json=records, timeout=10).json()
    scored = [model.predict([record], [None])[0]["claim_probability"] for record in records]
    assert [answer["claim_probability"] for answer in answers] == scored


def test_a_list_keeps_its_order_and_a_faulty_row_costs_the_others_nothing(service: str) -> None:
    rows = [{**CLAIM, "video_id": 0}, {"views": 1}, {**CLAIM, "video_id": 2}, 7]
    answers = requests.post(f"{service}/predict", json=rows, timeout=10).json()
    assert [answer.get("video_id") for answer in answers] == [0, None, 2, None]
    assert [answer.get("index") for answer in answers] == [None, 1, None, 3]
    assert answers[1]["errors"][0]["field"] == "views"


def test_a_list_without_a_good_row_is_422_and_tells_the_faults_of_each(service: str) -> None:
    answer = problem(post(service, json.dumps([{"views": 1}, {"video_view_count": "1"}])), 422)
    assert [(fault["index"], fault["field"]) for fault in answer["errors"]] == [
        (0, "views"),
        (0, "record"),
        (1, "video_view_count"),
    ][::2]


def test_a_thousand_rows_are_taken(service: str) -> None:
    answers = requests.post(f"{service}/predict", json=[{"video_duration_sec": n} for n in range(1000)], timeout=10)
    assert len(answers.json()) == 1000


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
def test_no_body_is_answered_with_more_than_it_deserves(service: str, body: bytes, status: int) -> None:
    response = post(service, body)
    if status == 200:
        assert response.status_code == 200, response.text[:300]
        json.loads(response.text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
    else:
        problem(response, status)
        assert len(response.content) < 2_000


def test_what_is_not_json_is_told_with_its_position(service: str) -> None:
    assert "line 2 column 3" in problem(post(service, b"{\n  x"), 400)["detail"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "text/json-not"])
def test_another_content_type_is_415(service: str, content_type: str) -> None:
    problem(post(service, b"{}", content_type), 415)


def test_json_of_another_name_is_taken(service: str) -> None:
    assert post(service, json.dumps(CLAIM), "application/vnd.claims+json; charset=utf-8").status_code == 200


def test_get_predict_is_405_and_says_what_is_allowed(service: str) -> None:
    response = requests.get(f"{service}/predict", timeout=10)
    problem(response, 405)
    assert "POST" in response.headers["Allow"]


def test_an_unknown_path_is_404(service: str) -> None:
    problem(requests.get(f"{service}/predictions", timeout=10), 404)


def test_health_and_model_tell_what_is_served(service: str, model: Model) -> None:
    assert requests.get(f"{service}/health/live", timeout=10).status_code == 200
    assert requests.get(f"{service}/health/ready", timeout=10).json()["model_version"] == model.version
    about = requests.get(f"{service}/model", timeout=10).json()
    assert about["model_version"] == model.version
    assert len(about["data"]["sha256"]) == 64
    assert {"accuracy", "log_loss"} <= about["metrics"]["test part"]["as given"].keys()
    assert "onnxruntime" in about["versions"]


def test_a_client_that_breaks_off_leaves_the_service_well(service: str) -> None:
    host, port = service.removeprefix("http://").split(":")
    for _ in range(20):
        with socket.create_connection((host, int(port))) as half:
            half.sendall(
                b"POST /predict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
            )
    assert post(service, json.dumps(CLAIM)).status_code == 200
