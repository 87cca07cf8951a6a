"""POST /queue: who gets which videos to label."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.helpers.problems import problem
from tests.helpers.service import application, wait_until
from tiktok_claims.history.queries import History
from tiktok_claims.history.queue_order import most_valuable
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT


def predict(client: FlaskClient, records: list[dict[str, Any]]) -> None:
    before = client.get("/monitoring").get_json()["predictions"]
    assert client.post("/predict", json=records).status_code == 200
    wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == before + len(records))


def take(client: FlaskClient, **asked: Any) -> Any:
    response = client.post("/queue", json=asked)
    assert response.status_code == 200
    return response.get_json()


def ids(queue: Any) -> set[str]:
    return {video["video_id"] for video in queue["videos"]}


def numbered(count: int, start: int = 0) -> list[dict[str, Any]]:
    return [{"video_id": number, TEXT: f"this is video number {number}"} for number in range(start, start + count)]


def test_two_people_never_get_the_same_video_at_once(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, numbered(12))
        ann, bob = take(client, labelled_by="Ann", rows=7), take(client, labelled_by="Bob", rows=7)
        assert (len(ids(ann)), len(ids(bob))) == (7, 5)
        assert not ids(ann) & ids(bob)
        assert (ann["left"], bob["left"]) == (12, 5)
        assert ids(take(client, labelled_by="Ann", rows=50)) == ids(ann)  # hers, as long as she has not labelled them
        without = [video["prediction_id"] for video in ann["videos"][:3]]
        assert len(ids(take(client, labelled_by="Ann", rows=50, without=without))) == 4


def test_many_people_at_once_never_get_the_same_video(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        predict(app.test_client(), numbered(200))
    history = History(history_url)

    def videos_of(person: str) -> set[str | None]:
        taken = [history.queue(person, 5, []) for _ in range(3)]
        return {video["video_id"] for queue in taken for video in queue["videos"]}

    with ThreadPoolExecutor(6) as people:
        taken = list(people.map(videos_of, "ABCDEF"))
    assert all(taken)
    assert sum(map(len, taken)) == len(set().union(*taken))


def test_what_is_labelled_or_said_again_does_not_come(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, numbered(4))
        for label in ({"video_id": 0, "claim_status": "claim"}, {"video_id": 1, "claim_status": "unsure"}):
            assert client.post("/feedback", json=label).get_json()["taken"] == 1
        predict(client, [*numbered(2), {"video_id": 9, TEXT: "This is video number 0!"}])
        predict(client, [{"video_id": 8, TEXT: "this is VIDEO number 3"}, {"video_id": 7, "video_view_count": 1}])
        assert ids(take(client, rows=50)) == {"2", "8"}
        client.delete("/labels?video_id=1")
        assert ids(take(client, rows=50)) == {"2", "8", "1"}


def test_about_a_fifth_is_chosen_at_random(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, numbered(200))
        chosen = Counter[str]()
        for _ in range(10):
            chosen.update(video["chosen_by"] for video in take(client, rows=50)["videos"])
    assert chosen.keys() == {"queue_random", "queue_value"}
    assert 50 < chosen["queue_random"] < 150  # of 500: beyond it by chance once in millions


@pytest.mark.parametrize("asked", [{"rows": 0}, {"rows": 51}, {"rows": "2"}, {"person": "Ann"}, [], {"without": [1]}])
def test_an_invalid_request_is_told(client: FlaskClient, asked: Any) -> None:
    assert problem(client.post("/queue", json=asked), 422)["errors"]


def test_the_most_valuable_is_unsure_and_unlike_what_is_labelled() -> None:
    texts = ["owls are birds of the night", "owls are birds of the day", "the moon is far away", "he sold the old car"]
    order = most_valuable(texts, [0.5, 0.5, 0.99, 0.5], ["owls are birds"], 4)
    assert order[0] == 3
    assert most_valuable(texts, [0.5] * 4, [], 2) != [0, 1]  # two that are alike
    assert sorted(order) == [0, 1, 2, 3]
    assert most_valuable([], [], [], 3) == []
