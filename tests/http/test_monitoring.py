"""GET /monitoring: the summary of a window."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tests.helpers.service import application, wait_until
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT


@pytest.mark.parametrize("query", ["?window=2h", "?shown=everything", "?model_version=%01"])
def test_an_invalid_query_is_422_and_named(client: FlaskClient, query: str) -> None:
    (error,) = problem(client.get(f"/monitoring{query}"), 422)["errors"]
    assert error["field"] in query


def test_the_summary_holds_what_was_predicted(history_url: str, model: Model) -> None:
    with application(model, history_url=history_url) as app:
        client = app.test_client()
        records = [*({**CLAIM, "video_id": number} for number in range(20)), *[{"video_duration_sec": 3}] * 5]
        predictions = client.post("/predict", json=records).get_json()
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == 25)
        query = f"?window=1h&shown=all&model_version={model.version}"
        summary = client.get(f"/monitoring{query}").get_json()
        assert summary["model_versions"] == [model.version]
        assert summary["claims"] == sum(prediction["claim_status"] == "claim" for prediction in predictions)
        assert sum(step["predictions"] for step in summary["traffic"]) == summary["sampled"] == 25
        assert {field["band"] for field in summary["drift"]} == {"too_few"}
        assert sum(summary["probability"]["now"]) == pytest.approx(1)
        assert summary["warnings"][-1]["rows"] >= 5
        ids = [prediction["prediction_id"] for prediction in predictions]
        assert [row["prediction_id"] for row in summary["recent"]] == ids[::-1]
        assert summary["recent"][-1][TEXT] == CLAIM[TEXT]
        assert client.get("/monitoring?model_version=another").get_json()["predictions"] == 0
        assert all(row["needs_review"] for row in client.get("/monitoring").get_json()["recent"])


def test_transcripts_that_are_not_kept_are_nowhere(tmp_path: Path, model: Model) -> None:
    with application(model, history_url=f"sqlite:///{tmp_path}/history.db", keep_transcripts=False) as app:
        client = app.test_client()
        client.post("/predict", json=[CLAIM] * 600)
        wait_until(lambda: client.get("/monitoring").get_json()["predictions"] == 600)
        summary = client.get("/monitoring?shown=all").get_json()
        assert {row[TEXT] for row in summary["recent"]} == {None}
        assert not any(field["field"].startswith("transcript") for field in summary["drift"])
    assert not any(b"lighthouse" in file.read_bytes() for file in tmp_path.iterdir())
