"""GET /openapi.json: the document, held to what the service does."""

import csv
import io
from http import HTTPStatus
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Config, GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.helpers.records import CLAIM
from tiktok_claims.record import FIELDS, NUMBERS, TEXT
from tiktok_claims.service import openapi_examples

CASES = 2_000
# What no schema can say: an explained list may be no longer than 100 records, and a table cannot be explained.
CHECKS = {"positive_data_acceptance": {"expected-statuses": ["2xx", "413", "415"]}}


@pytest.fixture(scope="module")
def document(client: FlaskClient) -> dict[str, Any]:
    response = client.get("/openapi.json")
    assert response.headers["Content-Type"] == "application/json"
    document: dict[str, Any] = response.get_json()
    return document


def test_every_field_of_a_record_is_documented(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert set(FIELDS) <= document["components"]["schemas"]["Fields"]["properties"].keys()


@pytest.mark.parametrize(("query", "name"), [("", "Prediction"), ("?explain=true", "ExplainedPrediction")])
def test_a_prediction_holds_what_is_documented(
    document: dict[str, Any], client: FlaskClient, query: str, name: str
) -> None:
    prediction = client.post(f"/predict{query}", json=CLAIM).get_json()
    assert prediction.keys() == {*document["components"]["schemas"][name]["required"], "prediction_id"}


def test_every_documented_get_responds(document: dict[str, Any], client: FlaskClient) -> None:
    paths = [path for path, operations in document["paths"].items() if "get" in operations and "{" not in path]
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)


def without_ids(content: Any) -> Any:
    """The same without ids, which no two predictions share; each must have one of 16 digits."""
    if isinstance(content, list):
        return list(map(without_ids, content))
    assert "errors" in content or len(content["prediction_id"]) == 16
    return {name: value for name, value in content.items() if name != "prediction_id"}


@pytest.mark.parametrize("name", openapi_examples.RECORDS)
def test_every_example_gets_the_documented_response(document: dict[str, Any], client: FlaskClient, name: str) -> None:
    operation = document["paths"]["/predict"]["post"]
    sent = operation["requestBody"]["content"]["application/json"]["examples"][name]["value"]
    response = client.post("/predict", json=sent)
    content = operation["responses"][str(response.status_code)]["content"][response.headers["Content-Type"]]
    assert without_ids(response.get_json()) == without_ids(content["examples"][name]["value"])


def test_the_explained_example_gets_the_documented_response(document: dict[str, Any], client: FlaskClient) -> None:
    examples = document["paths"]["/predict"]["post"]["responses"]["200"]["content"]["application/json"]["examples"]
    response = client.post("/predict?explain=true", json=openapi_examples.CLAIM)
    assert without_ids(response.get_json()) == without_ids(examples["claim, explain=true"]["value"])


def test_the_example_table_gets_predictions(document: dict[str, Any], client: FlaskClient) -> None:
    table = document["paths"]["/predict"]["post"]["requestBody"]["content"]["text/csv"]["example"]
    response = client.post("/predict", data=table, content_type="text/csv")
    assert [row["predicted_status"] for row in csv.DictReader(io.StringIO(response.text))] == ["opinion"]


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def references(part: Any) -> set[str]:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        own = {part["$ref"].rsplit("/", 1)[1]} if isinstance(part, dict) and "$ref" in part else set()
        return own.union(*map(references, inner))

    assert references(document) <= document["components"]["schemas"].keys()


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """CSV that a client might send, of records and of labels: at least one row says something."""
    columns = draw(st.lists(st.sampled_from((*NUMBERS, TEXT)), min_size=1, unique=True))
    numbers, words = st.integers(0, 10**9).map(str), st.text(st.characters(codec="utf-8", exclude_characters="\0"))
    rows = [[draw(words if name == TEXT else numbers | st.just("")) for name in columns] for _ in range(3)]
    file = io.StringIO()
    labelled = [[*row, "8", draw(st.sampled_from(("claim", "opinion", "")))] for row in [*rows, ["7"] * len(columns)]]
    csv.writer(file).writerows([[*columns, "video_id", "claim_status"], *labelled])
    return file.getvalue().encode()


schemathesis.openapi.media_type("text/csv", tables())


@pytest.fixture(scope="module")
def api(app: Flask) -> BaseSchema:
    return schemathesis.openapi.from_wsgi("/openapi.json", app, config=Config.from_dict({"checks": CHECKS}))


@pytest.mark.parametrize(("path", "cases"), [("/predict", CASES // 2), ("/feedback", CASES // 8)])
@pytest.mark.parametrize("mode", GenerationMode)
def test_every_response_to_any_case_is_documented(api: BaseSchema, mode: GenerationMode, path: str, cases: int) -> None:
    @settings(max_examples=cases, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(case=api[path]["POST"].as_strategy(generation_mode=mode))
    def conforms(case: Any) -> None:
        answer = case.call(timeout=10)
        if answer.status_code == HTTPStatus.REQUEST_URI_TOO_LONG:  # said by gunicorn, before there is a request
            assert len(answer.request.url) > 2_000
            return
        in_its_place = path == "/predict" and isinstance(case.body, list)  # stands what is wrong with a record
        too_large = answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE  # no rejection to schemathesis
        case.validate_response(answer, excluded_checks=[negative_data_rejection] if in_its_place or too_large else [])

    conforms()


def test_every_get_conforms(api: BaseSchema) -> None:
    for path in [path for path, operations in api.raw_schema["paths"].items() if "get" in operations]:
        api[path]["GET"].Case(path_parameters={"video_id": "7"}).call_and_validate(timeout=10)
