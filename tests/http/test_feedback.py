"""POST /feedback, and the labels in GET /monitoring."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tests.helpers.service import application, wait_until
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT

KEY = "a-key-for-the-tests-only"
OPINION = {TEXT: "i think that rain is lovely"}


def predict(client: FlaskClient, body: Any = CLAIM, query: str = "") -> Any:
    response = client.post(f"/predict{query}", json=body)
    assert response.status_code == 200
    return response.get_json()


def label(client: FlaskClient, labels: Any) -> TestResponse:
    return client.post("/feedback", json=labels)


def label_all(client: FlaskClient, labels: list[dict[str, Any]]) -> None:
    """Label predictions until all are known: they are written moments after their responses."""
    wait_until(lambda: label(client, labels).get_json()["unknown"] == [])


def performance(client: FlaskClient) -> Any:
    return client.get("/monitoring").get_json()["performance"]


def test_predictions_are_labelled_by_prediction_and_by_video(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        first, second = predict(client, [{**CLAIM, "video_id": 701}, {**CLAIM, "video_id": "702"}])
        third = predict(client, OPINION, "?explain=true")
        ids = [prediction["prediction_id"] for prediction in (first, second, third)]
        assert len(set(ids)) == 3
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == 3)
        by_prediction, by_video = {"prediction_id": ids[0]}, {"video_id": 702}
        label_all(client, [{**by_prediction, "claim_status": "claim"}, {**by_video, "claim_status": "opinion"}])
        labels = [{"prediction_id": ids[2], "claim_status": "opinion"}, {"video_id": 9, "claim_status": "claim"}]
        assert label(client, labels).get_json() == {"taken": 1, "unknown": [9]}
        assert performance(client)["labelled"] == 3
        assert performance(client)["accuracy"]["value"] == pytest.approx(2 / 3)
        again = {"prediction_id": ids[1], "claim_status": "claim"}
        assert label(client, again).get_json() == {"taken": 1, "unknown": []}
        assert performance(client)["accuracy"]["value"] == 1


def test_invalid_labels_are_all_named_and_none_is_stored(client: FlaskClient) -> None:
    valid = {"prediction_id": predict(client)["prediction_id"], "claim_status": "claim"}
    before = performance(client)["labelled"]
    labels = [valid, {"claim_status": "claim"}, {"prediction_id": 7, "claim_status": "both", "moderator": "x"}, 3]
    errors = problem(label(client, labels), 422)["errors"]
    assert [(error["index"], error["field"]) for error in errors] == [
        (1, "label"),
        (2, "prediction_id"),
        (2, "claim_status"),
        (2, "moderator"),
        (3, "label"),
    ]
    assert {"received", "problem", "allowed"} <= errors[0].keys()
    assert performance(client)["labelled"] == before
    problem(label(client, [valid] * 1001), 413)
    problem(client.post("/feedback", data="{", content_type="application/json"), 400)


def test_thousands_of_unknown_keys_get_a_short_response(client: FlaskClient) -> None:
    response = label(client, dict.fromkeys(map(str, range(50_000)), 1))
    assert len(problem(response, 422)["errors"]) <= 10


def test_an_unknown_id_is_named_as_often_as_it_was_sent(client: FlaskClient) -> None:
    labels = [{"video_id": "nobody's", "claim_status": status} for status in ("claim", "opinion")]
    assert label(client, labels).get_json() == {"taken": 0, "unknown": ["nobody's", "nobody's"]}


def test_history_and_feedback_need_a_key_where_there_are_keys(tmp_path: Any, model: Model) -> None:
    with application(model, history_url=f"sqlite:///{tmp_path}/history.db", api_keys=(KEY,)) as app:
        client = app.test_client()
        problem(label(client, {"video_id": 1, "claim_status": "claim"}), 401)
        problem(client.get("/monitoring"), 401)
        assert client.get("/monitoring", headers={"X-API-Key": KEY}).status_code == 200


def test_without_a_history_there_is_no_feedback(model: Model) -> None:
    with application(model) as app:
        client = app.test_client()
        assert "prediction_id" not in predict(client)
        for response in (label(client, {"video_id": 1, "claim_status": "claim"}), client.get("/monitoring")):
            problem(response, 404)
