"""A shadow model: it predicts beside the one that serves, and changes no answer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.helpers.history import CountingWriter, prediction
from tests.helpers.paths import SHIPPED
from tests.helpers.records import CLAIM
from tests.helpers.service import application, serving, wait_until
from tiktok_claims import settings
from tiktok_claims.history.queries import History
from tiktok_claims.history.shadow import Shadow
from tiktok_claims.model import scoring
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT

OPINION = {TEXT: "in my opinion the old lighthouse is the nicest place in town"}
RECORDS = [
    *[{**CLAIM, "video_id": number} for number in range(40)],
    *[{**OPINION, "video_id": number} for number in range(40, 60)],
    {"video_id": 60, "video_view_count": 100},
]


@pytest.fixture(scope="module")
def shadow() -> Model:
    return scoring.load(SHIPPED)


def without_ids(predictions: Sequence[Any]) -> list[Any]:
    return [{name: each[name] for name in each if name != "prediction_id"} for each in predictions]


def test_its_predictions_are_stored_beside_those_that_were_given(history_url: str, model: Model, shadow: Model) -> None:
    with application(model) as app:
        alone = app.test_client().post("/predict", json=RECORDS).get_json()
    with application(model, shadow, history_url=history_url) as app:
        client = app.test_client()
        given = client.post("/predict", json=RECORDS).get_json()
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == len(RECORDS))
        (stored,) = client.get("/videos/60").get_json()["predictions"]
    assert without_ids(given) == alone
    records = [{name: value for name, value in record.items() if name != "video_id"} for record in RECORDS]
    expected = shadow.predict(records, [None] * len(records))
    assert [entry["shadow"] for entry in History(history_url).rows()] == [
        {name: each[name] for name in ("model_version", "claim_status", "claim_probability", "needs_review")}
        for each in expected
    ]
    assert stored["shadow"]["model_version"] == shadow.version
    assert stored["model_version"] == model.version


def test_both_models_are_measured_on_the_same_labels(history_url: str, model: Model, shadow: Model) -> None:
    with application(model, shadow, history_url=history_url) as app:
        client = app.test_client()
        client.post("/predict", json=RECORDS)
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == len(RECORDS))
        labels = [{"video_id": number, "claim_status": "claim"} for number in range(50)]
        assert client.post("/feedback", json=labels).get_json()["taken"] == 50
        both = client.get("/monitoring").get_json()["shadow"]
        page = client.get("/dashboard").get_data(as_text=True)
    entries = list(History(history_url).rows())
    statuses = [(entry["claim_status"], entry["shadow"]["claim_status"]) for entry in entries if entry["shadow"]]
    agreed = sum(served == of_shadow for served, of_shadow in statuses)
    assert (both["model_version"], both["sampled"]) == (shadow.version, 61)
    assert both["agreement"]["value"] == pytest.approx(agreed / 61)
    for side, name in enumerate(("served", "shadow")):
        right = sum(each[side] == "claim" for each in statuses[:50])
        assert both[name]["performance"]["labelled"] == 50
        assert both[name]["performance"]["recall"]["value"] == pytest.approx(right / 50)
    assert "Shadow model" in page
    assert shadow.version in page


def test_without_a_shadow_model_there_is_nothing_of_it(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        client.post("/predict", json=RECORDS)
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == len(RECORDS))
        assert client.get("/monitoring").get_json()["shadow"] is None
        assert "Shadow model" not in client.get("/dashboard").get_data(as_text=True)


def test_it_hears_transcripts_that_are_not_stored(tmp_path: Path, model: Model, shadow: Model) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    with application(model, shadow, history_url=url, keep_transcripts=False) as app:
        client = app.test_client()
        client.post("/predict", json=CLAIM)
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == 1)
    (entry,) = History(url).rows()
    assert TEXT not in entry["record"]
    assert entry["shadow"]
    assert entry["shadow"]["claim_probability"] == shadow.predict([CLAIM], [None])[0]["claim_probability"]


def test_one_that_fails_costs_no_prediction(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def predict(_records: Sequence[Any], _video_ids: Sequence[Any]) -> Sequence[Any]:
        raise ValueError("a secret text")

    url = f"sqlite:///{tmp_path}/history.db"
    writer = CountingWriter(url, shadow=Shadow(predict))
    writer.start()
    for _ in range(3):
        writer.add([CLAIM], [prediction()], "program")
        wait_until(lambda before=writer.written: writer.written > before)  # type: ignore[misc]
    writer.close()
    assert [entry["shadow"] for entry in History(url).rows()] == [None] * 3
    assert caplog.text.count("the shadow model fails") == 1
    assert "secret" not in caplog.text


def test_a_service_has_one_from_the_environment(tmp_path: Path, model_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    with serving(MODEL_PATH=str(model_path), SHADOW_MODEL_PATH=str(SHIPPED), HISTORY_URL=url) as (address, _):
        assert requests.post(f"{address}/predict", json=RECORDS, timeout=10).status_code == 200
        for record in RECORDS[:5]:
            assert requests.post(f"{address}/predict", json=record, timeout=10).status_code == 200
        wait_until(lambda: requests.get(f"{address}/monitoring", timeout=10).json()["predictions"] == len(RECORDS) + 5)
        both = requests.get(f"{address}/monitoring", timeout=10).json()["shadow"]
        assert (both["sampled"], both["model_version"]) == (len(RECORDS) + 5, scoring.load(SHIPPED).version)
        assert requests.get(f"{address}/models", timeout=10).json()["shadow_version"] == both["model_version"]


def test_one_without_a_history_is_a_mistake() -> None:
    with pytest.raises(settings.InvalidSetting, match="it needs a history"):
        settings.read({"SHADOW_MODEL_PATH": "models/1.bin", "HISTORY_URL": ""})
