"""POST /predict with a table of records: CSV in, CSV or JSON out, and what a spreadsheet makes of it."""

import csv
import io
import re
from itertools import islice
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.helpers.paths import STAND_IN
from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tiktok_claims.files import csv_rows
from tiktok_claims.model.scoring import Model
from tiktok_claims.service import csv_table

ID = ",[0-9a-f]{16}\r"
HEADER = ",#,claim_status,video_id,video_duration_sec,video_transcription_text,verified_status,author_ban_status"
TABLE = (
    f"{HEADER},video_view_count\r\n"
    '0,1,claim,701,59,"someone said ""yes"", then\nleft; the shop",not verified,under review,343296.0\r\n'
    "1,2,,702,,,,,many\r\n"
    "\r\n"
    "2,3,opinion,703,12,=1+1,Verified,active,\r\n"
)


def post(client: FlaskClient, body: bytes | str, accept: str = "*/*", query: str = "") -> TestResponse:
    content = body.encode() if isinstance(body, str) else body
    return client.post(f"/predict{query}", data=content, content_type="text/csv", headers={"Accept": accept})


def rows(response: TestResponse) -> list[dict[str, str]]:
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


def test_each_row_of_the_csv_comes_back_with_its_prediction(client: FlaskClient, model: Model) -> None:
    predicted = rows(post(client, TABLE))
    sent = list(csv.DictReader(io.StringIO(TABLE, newline="")))
    assert [row["video_id"] for row in predicted] == ["701", "702", "703"]
    assert [row["#"] for row in predicted] == ["1", "2", "3"]
    assert [row["claim_status"] for row in predicted] == ["claim", "", "opinion"]  # as sent: not the prediction
    assert predicted[0]["video_transcription_text"] == sent[0]["video_transcription_text"]
    record = csv_rows.check_row(sent[0])
    prediction = model.predict([record], [None])[0]
    assert predicted[0]["predicted_status"] == prediction["claim_status"]
    assert float(predicted[0]["claim_probability"]) == prediction["claim_probability"]
    assert predicted[0]["needs_review"] in ("true", "false")
    assert predicted[2]["warnings"].startswith("The transcript is too short")


def test_an_invalid_row_keeps_its_place_and_names_its_errors(client: FlaskClient) -> None:
    invalid = rows(post(client, TABLE))[1]
    assert invalid["errors"] == "video_view_count is not a number ('many'); allowed: a finite number >= 0, or null."
    assert invalid["predicted_status"] == invalid["claim_probability"] == ""


def test_a_client_that_prefers_json_gets_json(client: FlaskClient) -> None:
    response = post(client, TABLE, accept="application/json")
    assert response.headers["Content-Type"] == "application/json"
    first, invalid, last = response.get_json()
    assert first["video_transcription_text"].startswith('someone said "yes"')
    assert first["errors"] is None
    assert isinstance(first["claim_probability"], float)
    assert invalid["errors"][0]["field"] == "video_view_count"
    assert last["video_transcription_text"] == "=1+1"


def test_no_cell_of_the_response_is_a_formula(client: FlaskClient) -> None:
    texts = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", '=HYPERLINK("x")', "-5"]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["video_transcription_text"])
    writer.writerows([text] for text in texts)
    predicted = [row["video_transcription_text"] for row in rows(post(client, file.getvalue()))]
    assert predicted == [*(f"'{text}" for text in texts[:-1]), "-5"]


def test_csv_and_json_get_the_same_probabilities(client: FlaskClient) -> None:
    with STAND_IN.open(encoding="utf-8", newline="") as file:
        lines = list(islice(csv.reader(file), 1001))
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    by_csv = rows(post(client, text.getvalue()))
    records = [csv_rows.check_row(dict(zip(lines[0], line, strict=True))) for line in lines[1:]]
    by_json = client.post("/predict", json=records).get_json()
    assert [float(row["claim_probability"]) for row in by_csv] == [row["claim_probability"] for row in by_json]


def test_a_response_can_be_sent_again(client: FlaskClient) -> None:
    once = post(client, TABLE)
    again = post(client, once.text.replace("'=1+1", "=1+1"))
    assert re.sub(ID, ",\r", again.text) == re.sub(ID, ",\r", once.text)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_delimiters_of_spreadsheets_are_read(client: FlaskClient, delimiter: str) -> None:
    text = f"video_duration_sec{delimiter}verified_status\n12{delimiter}verified\n"
    response = post(client, b"\xef\xbb\xbf" + text.encode())
    assert response.text.splitlines()[1].startswith(f"12{delimiter}verified{delimiter}")


def test_the_line_ends_of_all_systems_are_read(client: FlaskClient) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert len(rows(post(client, end.join(["video_duration_sec", "1", "2"])))) == 2


def test_a_row_of_another_length_is_invalid(client: FlaskClient) -> None:
    short, long, valid = rows(post(client, "video_duration_sec,verified_status\n1\n1,verified,3\n1,verified\n"))
    assert "more or fewer cells" in short["errors"]
    assert "more or fewer cells" in long["errors"]
    assert valid["errors"] == ""


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "must name columns"),
        (b"\n\n", "must name columns"),
        (b"video_id\n1\n", "must name columns"),
        (b"views\n1\n", "'views' is not a known field; did you mean video_view_count?"),
        (b"video_view_count,video_view_count\n1,2\n", "more than once"),
        (b"," * 500_000 + b"video_duration_sec" + b"\n1" * 250_000, "more than once"),
        (b"video_duration_sec\n\xff\n", "not UTF-8"),
        (b'video_duration_sec\n"1\n', "line 2"),
        (b'video_duration_sec\n"1"2\n', "line 2"),
        (b"video_transcription_text\n" + b"a" * 200_000, "line 2"),
        (b"video_duration_sec\n", "no row"),
    ],
)
def test_a_malformed_table_is_400_and_names_the_place(client: FlaskClient, body: bytes, message: str) -> None:
    assert message in problem(post(client, body), 400)["detail"]


def test_a_table_without_a_valid_row_is_422(client: FlaskClient) -> None:
    errors = problem(post(client, "video_duration_sec\nx\n-1\n"), 422)["errors"]
    assert [(error["index"], error["problem"]) for error in errors] == [(0, "is not a number"), (1, "is below 0")]


def test_more_rows_than_allowed_are_413(client: FlaskClient) -> None:
    assert "1,000" in problem(post(client, "video_duration_sec\n" + "1\n" * 1001), 413)["detail"]
    assert len(rows(post(client, "video_duration_sec\n" + "1\n" * 1000))) == 1000


def test_a_table_cannot_be_explained(client: FlaskClient) -> None:
    problem(post(client, TABLE, query="?explain=true"), 415)
    assert len(rows(post(client, TABLE, query="?explain=false"))) == 3


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"video_duration_sec,#\n{text}".encode()))
def test_any_bytes_are_a_table_or_an_invalid_table(body: bytes) -> None:
    try:
        table = csv_table.read(body, 1000)
    except csv_rows.InvalidTable:
        return
    predictions: list[dict[str, Any]] = [{"claim_status": "claim"}] * len(table.rows)
    assert len(list(csv.reader(io.StringIO(csv_table.write(table, predictions), newline="")))) == len(table.rows) + 1


def test_a_record_as_csv_is_the_same_record(model: Model) -> None:
    row = {name: str(value) for name, value in CLAIM.items()}
    assert model.predict([csv_rows.check_row(row)], [None]) == model.predict([CLAIM], [None])
