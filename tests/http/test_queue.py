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


def label(client: FlaskClient, video_id: int, status: str, who: str = "Ann", **more: Any) -> None:
    sent = {"video_id": video_id, "claim_status": status, "labelled_by": who, **more}
    assert client.post("/feedback", json=sent).get_json()["taken"] == 1


SURE = [  # two claims and an opinion that need no review, and one that does
    {
        "video_id": 1,
        TEXT: "someone learned from the media that the moon is 400 thousand kilometers away from the earth",
    },
    {"video_id": 2, TEXT: "i read in a news article that there are more trees on earth than stars in the milky way"},
    {"video_id": 3, TEXT: "in my opinion that cats are nicer than dogs is the best part of summer"},
    {"video_id": 4, TEXT: "qwerty uiop"},
]


def test_a_label_against_a_sure_prediction_gets_a_second_look(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, SURE)
        sure = {
            entry["video_id"]: not entry["needs_review"]
            for entry in client.get("/monitoring?shown=all").get_json()["recent"]
        }
        assert sure == {"1": True, "2": True, "3": True, "4": False}
        label(client, 1, "opinion")
        label(client, 2, "claim")
        label(client, 3, "unsure")
        label(client, 4, "claim")
        label(client, 4, "opinion")
        queue = take(client, labelled_by="Bob", rows=5, choice="second_look")
        assert (ids(queue), queue["left"], queue["videos"][0]["chosen_by"]) == ({"1"}, 1, "second_look")
        assert ids(take(client, labelled_by="Cleo", rows=5, choice="second_look")) == set()  # Bob looks at it
        label(client, 1, "opinion", "Bob", chosen_by="second_look")
        assert ids(take(client, labelled_by="Cleo", rows=5, choice="second_look")) == set()
        assert client.get("/monitoring").get_json()["agreement"]["videos"] == 0  # that was no first look


def test_one_person_can_confirm_a_label_at_a_second_look(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, SURE)
        label(client, 1, "opinion")
        assert ids(take(client, labelled_by="Ann", choice="second_look")) == {"1"}
        label(client, 1, "opinion", chosen_by="second_look")
        assert ids(take(client, labelled_by="Ann", choice="second_look")) == set()


def test_what_two_people_disagree_on_is_settled(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, SURE)
        for video_id, anns, bobs in ((1, "claim", "opinion"), (2, "claim", "claim"), (3, "claim", "unsure")):
            label(client, video_id, anns)
            label(client, video_id, bobs, "Bob")
        queue = take(client, labelled_by="Cleo", rows=5, choice="disagreement")
        assert (ids(queue), queue["videos"][0]["chosen_by"]) == ({"1"}, "disagreement")
        label(client, 1, "claim", "Cleo", chosen_by="disagreement")
        assert ids(take(client, labelled_by="Cleo", rows=5, choice="disagreement")) == set()
        shown = client.get("/monitoring?shown=all").get_json()
        assert {entry["video_id"]: entry["label"] for entry in shown["recent"]}["1"] == "claim"
        assert (shown["agreement"]["videos"], shown["agreement"]["share"]) == (2, 0.5)
        assert "labelled 2 of these videos, and agreed on 50%" in client.get("/dashboard").get_data(as_text=True)


def test_a_second_look_leaves_a_video_among_those_chosen_at_random(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        predict(client, SURE)
        label(client, 1, "opinion", chosen_by="queue_random", prediction_shown=False)
        label(client, 1, "opinion", "Bob", chosen_by="second_look")
        at_random = client.get("/monitoring").get_json()["performance"]["at_random"]
        assert (at_random["labelled"], at_random["accuracy"]["value"]) == (1, 0)


@pytest.mark.parametrize(
    "asked", [{"rows": 0}, {"rows": 51}, {"rows": "2"}, {"person": "Ann"}, [], {"without": [1]}, {"choice": "all"}]
)
def test_an_invalid_request_is_told(client: FlaskClient, asked: Any) -> None:
    assert problem(client.post("/queue", json=asked), 422)["errors"]


def test_the_most_valuable_is_unsure_and_unlike_what_is_labelled() -> None:
    texts = ["owls are birds of the night", "owls are birds of the day", "the moon is far away", "he sold the old car"]
    order = most_valuable(texts, [0.5, 0.5, 0.99, 0.5], ["owls are birds"], 4)
    assert order[0] == 3
    assert most_valuable(texts, [0.5] * 4, [], 2) != [0, 1]  # two that are alike
    assert sorted(order) == [0, 1, 2, 3]
    assert most_valuable([], [], [], 3) == []
