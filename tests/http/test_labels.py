"""Labels as a table to POST /feedback, GET and DELETE /labels; and all of a video by its id."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tests.helpers.service import application, wait_until
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import FIELDS
from tiktok_claims.training import dataset


@pytest.fixture
def labelling(tmp_path: Path, model: Model) -> Iterator[FlaskClient]:
    """A service that has made predictions for the videos 1 to 3, the second one twice."""
    with application(model, history_url=f"sqlite:///{tmp_path}/history.db") as app:
        client = app.test_client()
        client.post("/predict", json=[{**CLAIM, "video_id": number} for number in (1, 2, 2, 3)])
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == 4)
        yield client


def post_table(client: FlaskClient, text: str) -> Any:
    return client.post("/feedback", data=text.encode(), content_type="text/csv")


def rows(client: FlaskClient) -> list[dict[str, str]]:
    response = client.get("/labels")
    assert response.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(response.text)))


def lines(client: FlaskClient) -> list[dict[str, Any]]:
    response = client.get("/labels", headers={"Accept": "application/x-ndjson"})
    return [json.loads(line) for line in response.text.splitlines()]


def test_labels_come_as_a_table_and_leave_as_a_data_set(labelling: FlaskClient, tmp_path: Path) -> None:
    table = "video_id;claim_status;labelled_by;other\r\n1;Claim;Ann;x\r\n2;opinion;;\r\n3; ;Ann;\r\n9;claim;;\r\n"
    assert post_table(labelling, table).get_json() == {"taken": 2, "unknown": ["9"], "unlabelled": 1}
    assert [(row["video_id"], row["claim_status"]) for row in rows(labelling)] == [("1", "claim"), ("2", "opinion")]
    assert [(line["labelled_by"], line["chosen_by"]) for line in lines(labelling)] == [("Ann", "file"), ("", "file")]
    path = tmp_path / "labels.csv"
    path.write_text(labelling.get("/labels").text)
    data = dataset.read(path)
    assert data.rows.labels.tolist() == [1, 0]
    assert data.rows.records == [{name: CLAIM[name] for name in FIELDS if name in CLAIM}] * 2


@pytest.mark.parametrize(
    ("table", "status"),
    [
        ("video_id,claim_status\n1,maybe\n", 422),
        ("video_id,claim_status\n1,claim,\n", 422),
        ("video_id,claim_status\n1,claim\n2\n", 422),
        ("video_id,status\n1,claim\n", 400),
        ("claim_status\nclaim\n", 400),
        ("video_id,claim_status,video_id\n1,claim,1\n", 400),
        ("video_id,claim_status\n", 400),
        ("video_id,claim_status\n" + "1,claim\n" * 1001, 413),
    ],
)
def test_a_table_that_is_wrong_stores_nothing(labelling: FlaskClient, table: str, status: int) -> None:
    problem(post_table(labelling, table), status)
    assert rows(labelling) == []


def test_the_output_of_predict_becomes_labels(labelling: FlaskClient) -> None:
    predicted = post = labelling.post("/predict", data="video_id,claim_status,video_view_count\n7,,3\n8,claim,5\n",
                                      content_type="text/csv")  # fmt: skip
    assert post.status_code == 200
    wait_until(lambda: labelling.get("/videos/8").status_code == 200)
    assert post_table(labelling, predicted.text).get_json() == {"taken": 1, "unknown": [], "unlabelled": 1}
    assert [(row["video_id"], row["video_view_count"]) for row in rows(labelling)] == [("8", "5.0")]


def test_a_label_is_withdrawn_by_the_person_who_gave_it(labelling: FlaskClient) -> None:
    for person in ("Ann", "Bob"):
        label = {"video_id": 1, "claim_status": "claim", "labelled_by": person, "note": "quotes a paper"}
        assert labelling.post("/feedback", json=label).get_json()["taken"] == 1
    withdrawn = labelling.delete("/labels?video_id=1&labelled_by=Ann")
    assert withdrawn.get_json() == {"taken": 1, "unknown": []}
    assert [row["video_id"] for row in rows(labelling)] == ["1"]
    labelling.delete("/labels?video_id=1&labelled_by=Bob")
    assert rows(labelling) == []
    assert [line["claim_status"] for line in lines(labelling)] == ["claim", "claim", "withdrawn", "withdrawn"]
    problem(labelling.delete("/labels"), 422)
    problem(labelling.delete("/labels?video=1"), 422)


def test_all_of_a_video_is_shown_and_deleted(labelling: FlaskClient) -> None:
    labelling.post("/feedback", json={"video_id": 2, "claim_status": "claim"})
    video = labelling.get("/videos/2").get_json()
    assert (len(video["predictions"]), len(video["labels"])) == (2, 1)
    assert labelling.delete("/videos/2").get_json() == {"predictions": 2, "labels": 1}
    problem(labelling.get("/videos/2"), 404)
    problem(labelling.delete("/videos/2"), 404)
    problem(labelling.get("/videos/a%2Fb%00"), 404)
    assert rows(labelling) == []


@pytest.mark.parametrize("content_type", ["application/json", "text/csv"])
def test_a_request_that_asks_for_it_is_not_stored(labelling: FlaskClient, content_type: str) -> None:
    body = '{"video_id": 5, "video_view_count": 1}' if "json" in content_type else "video_id,video_view_count\n5,1\n"
    for value in ("true", "false"):
        headers = {"X-Do-Not-Store": value}
        response = labelling.post("/predict", data=body, content_type=content_type, headers=headers)
        assert response.status_code == 200
    wait_until(lambda: labelling.get("/videos/5").status_code == 200)
    assert len(labelling.get("/videos/5").get_json()["predictions"]) == 1


def test_without_its_database_every_route_says_so_at_once(tmp_path: Path, model: Model) -> None:
    with application(model, history_url=f"sqlite:///{tmp_path}/none/history.db") as app:
        client = app.test_client()
        for response in (
            client.get("/labels"),
            client.get("/labels", headers={"Accept": "application/x-ndjson"}),
            client.delete("/labels?video_id=1"),
            client.get("/videos/1"),
            client.delete("/videos/1"),
            client.post("/queue", json={}),
            post_table(client, "video_id,claim_status\n1,claim\n"),
        ):
            assert "history" in problem(response, 503)["detail"]


def test_thousands_of_labels_are_streamed_and_numbered(tmp_path: Path, model: Model) -> None:
    with application(model, history_url=f"sqlite:///{tmp_path}/history.db") as app:
        client = app.test_client()
        for start in range(0, 3_000, 1_000):
            client.post("/predict", json=[{"video_id": start + row, "video_view_count": row} for row in range(1_000)])
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == 3_000)
        for start in range(0, 3_000, 1_000):
            labels = [{"video_id": start + row, "claim_status": "claim"} for row in range(1_000)]
            assert client.post("/feedback", json=labels).get_json()["taken"] == 1_000
        assert [int(row["#"]) for row in rows(client)] == list(range(1, 3_001))
        assert {row["video_id"] for row in rows(client)} == set(map(str, range(3_000)))
