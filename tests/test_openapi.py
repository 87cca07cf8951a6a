"""The OpenAPI document, as the running service gives it."""

from typing import Any

import pytest
import requests

from tests.conftest import CLAIM
from tiktok_claims.record import FIELDS


@pytest.fixture(scope="module")
def document(service: str) -> dict[str, Any]:
    answer = requests.get(f"{service}/openapi.json", timeout=10)
    assert answer.headers["Content-Type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def test_every_field_of_a_record_is_documented(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert set(FIELDS) <= document["components"]["schemas"]["Fields"]["properties"].keys()


@pytest.mark.parametrize(("query", "name"), [("", "Prediction"), ("?explain=true", "ExplainedPrediction")])
def test_an_answer_holds_what_is_documented(document: dict[str, Any], service: str, query: str, name: str) -> None:
    answer = requests.post(f"{service}/predict{query}", json=CLAIM, timeout=10).json()
    assert answer.keys() == set(document["components"]["schemas"][name]["required"])


def test_every_documented_get_answers(document: dict[str, Any], service: str) -> None:
    paths = [path for path, operations in document["paths"].items() if "get" in operations]
    assert [requests.get(f"{service}{path}", timeout=10).status_code for path in paths] == [200] * len(paths)


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def references(part: Any) -> set[str]:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        own = {part["$ref"].rsplit("/", 1)[1]} if isinstance(part, dict) and "$ref" in part else set()
        return own.union(*map(references, inner))

    assert references(document) <= document["components"]["schemas"].keys()
