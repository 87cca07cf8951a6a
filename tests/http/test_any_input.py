"""Whatever a client sends to /predict, it gets one of the documented responses: never a failure of the service."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tiktok_claims.record import FIELDS

STATUSES = {200, 400, 413, 415, 422}
CONTENT_TYPES = (
    "application/json",
    "application/json; charset=utf-16",
    "application/problem+json",
    "application/",
    "text/csv",
    "text/csv; header=absent",
    "text/plain",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
)

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=40)
names = st.sampled_from((*FIELDS, "video_id", "#", "", "claim_status")) | st.text(st.characters(), max_size=12)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=6), max_leaves=20
)
records = st.dictionaries(names, scalars, max_size=9) | st.builds(
    lambda name, value: {**CLAIM, name: value}, names, values
)
many_examples = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(client: FlaskClient, body: bytes, content_type: str = "application/json", query: str = "") -> None:
    """Send the body and check that the response is one of those documented."""
    response = client.post(f"/predict{query}", data=body, content_type=content_type)
    assert response.status_code in STATUSES, (response.status_code, response.text[:300])
    if response.status_code != 200:
        problem(response, response.status_code)
        assert len(response.data) < 100_000 + 4 * len(body)


@many_examples
@given(value=values | records | st.lists(records, max_size=5), explain=st.sampled_from(("", "?explain=true")))
def test_any_json_value_gets_a_documented_response(client: FlaskClient, value: Any, explain: str) -> None:
    check(client, json.dumps(value).encode(), query=explain)


@many_examples
@given(body=st.binary(max_size=400), content_type=st.sampled_from(CONTENT_TYPES))
def test_any_bytes_of_any_type_get_a_documented_response(client: FlaskClient, body: bytes, content_type: str) -> None:
    check(client, body, content_type)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("[" * 50_000 + "]" * 50_000, id="deep list"),
        pytest.param('{"video_id":' * 190 + "1" + "}" * 190, id="deep object"),
        pytest.param('{"video_duration_sec": 3, "video_id": ' + "[" * 190 + "]" * 190 + "}", id="deep video_id"),
        pytest.param('{"video_view_count": 1' + "0" * 400 + "}", id="count beyond float"),
        pytest.param('{"video_view_count": -1' + "0" * 4_200 + "}", id="count of 4,200 digits"),
        pytest.param('{"video_duration_sec": 3, "video_id": 1' + "0" * 4_200 + "}", id="long number as video_id"),
        pytest.param('{"video_duration_sec": 3, "video_id": NaN}', id="NaN as video_id"),
        pytest.param('{"video_view_count": Infinity}', id="Infinity"),
        pytest.param('{"video_transcription_text": "\\ud800"}', id="lone surrogate"),
        pytest.param('{"\\udfff": 1}', id="lone surrogate as key"),
        pytest.param('{"video_view_count": 1, "video_view_count": "x"}', id="duplicate key"),
        pytest.param("null", id="null"),
        pytest.param("[]", id="empty list"),
        pytest.param("", id="nothing"),
    ],
)
def test_hostile_json_gets_a_documented_response(client: FlaskClient, body: str) -> None:
    check(client, body.encode())


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "TRACE"])
def test_another_method_is_405_and_names_the_right_one(client: FlaskClient, method: str) -> None:
    response = client.open("/predict", method=method)
    problem(response, 405)
    assert "POST" in response.headers["Allow"]


def test_a_trailing_slash_is_404(client: FlaskClient) -> None:
    problem(client.post("/predict/", json=CLAIM), 404)
