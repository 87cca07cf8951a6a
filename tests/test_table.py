"""A table of records over HTTP: CSV in, CSV or JSON out, and what a spreadsheet makes of it."""

import csv
import io
import re
from itertools import islice
from typing import Any

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CLAIM, STAND_IN
from tests.test_service import problem
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


def post(service: str, body: bytes | str, accept: str = "*/*", query: str = "") -> requests.Response:
    content = body.encode() if isinstance(body, str) else body
    headers = {"Content-Type": "text/csv", "Accept": accept}
    return requests.post(f"{service}/predict{query}", data=content, headers=headers, timeout=10)


def rows(response: requests.Response) -> list[dict[str, str]]:
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


def test_csv_is_answered_by_csv_with_the_answers_beside_each_row(service: str, model: Model) -> None:
    answered = rows(post(service, TABLE))
    given = list(csv.DictReader(io.StringIO(TABLE, newline="")))
    assert [row["video_id"] for row in answered] == ["701", "702", "703"]
    assert [row["#"] for row in answered] == ["1", "2", "3"]
    assert [row["claim_status"] for row in answered] == ["claim", "", "opinion"]  # as given: not the answer
    assert answered[0]["video_transcription_text"] == given[0]["video_transcription_text"]
    record = csv_rows.check_row(given[0])
    prediction = model.predict([record], [None])[0]
    assert answered[0]["predicted_status"] == prediction["claim_status"]
    assert float(answered[0]["claim_probability"]) == prediction["claim_probability"]
    assert answered[0]["needs_review"] in ("true", "false")
    assert answered[2]["warnings"].startswith("The transcript is too short")


def test_a_faulty_row_stands_in_its_place_and_says_why(service: str) -> None:
    faulty = rows(post(service, TABLE))[1]
    assert faulty["errors"] == "video_view_count is not a number ('many'); allowed: a finite number >= 0, or null."
    assert faulty["predicted_status"] == faulty["claim_probability"] == ""


def test_json_is_given_to_those_who_prefer_it(service: str) -> None:
    response = post(service, TABLE, accept="application/json")
    assert response.headers["Content-Type"] == "application/json"
    first, faulty, last = response.json()
    assert first["video_transcription_text"].startswith('someone said "yes"')
    assert first["errors"] is None
    assert isinstance(first["claim_probability"], float)
    assert faulty["errors"][0]["field"] == "video_view_count"
    assert last["video_transcription_text"] == "=1+1"


def test_no_cell_of_the_answer_is_a_formula(service: str) -> None:
    texts = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", '=HYPERLINK("x")', "-5"]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["video_transcription_text"])
    writer.writerows([text] for text in texts)
    answered = [row["video_transcription_text"] for row in rows(post(service, file.getvalue()))]
    assert answered == [*(f"'{text}" for text in texts[:-1]), "-5"]


def test_the_stand_in_scores_as_json_does(service: str) -> None:
    with STAND_IN.open(encoding="utf-8", newline="") as file:
        lines = list(islice(csv.reader(file), 1001))
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    by_csv = rows(post(service, text.getvalue()))
    records = [csv_rows.check_row(dict(zip(lines[0], line, strict=True))) for line in lines[1:]]
    by_json = requests.post(f"{service}/predict", json=records, timeout=10).json()
    assert [float(row["claim_probability"]) for row in by_csv] == [row["claim_probability"] for row in by_json]


def test_the_answer_can_be_sent_again(service: str) -> None:
    once = post(service, TABLE)
    again = post(service, once.text.replace("'=1+1", "=1+1"))
    assert re.sub(ID, ",\r", again.text) == re.sub(ID, ",\r", once.text)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_what_spreadsheets_write_is_read(service: str, delimiter: str) -> None:
    text = f"video_duration_sec{delimiter}verified_status\n12{delimiter}verified\n"
    response = post(service, b"\xef\xbb\xbf" + text.encode())
    assert response.text.splitlines()[1].startswith(f"12{delimiter}verified{delimiter}")


def test_line_ends_of_all_systems_are_read(service: str) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert len(rows(post(service, end.join(["video_duration_sec", "1", "2"])))) == 2


def test_a_row_of_another_length_is_faulty(service: str) -> None:
    short, long, good = rows(post(service, "video_duration_sec,verified_status\n1\n1,verified,3\n1,verified\n"))
    assert "more or fewer cells" in short["errors"]
    assert "more or fewer cells" in long["errors"]
    assert good["errors"] == ""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "must name columns"),
        (b"\n\n", "must name columns"),
        (b"video_id\n1\n", "must name columns"),
        (b"views\n1\n", "'views' is no known field; the nearest is video_view_count"),
        (b"video_view_count,video_view_count\n1,2\n", "more than once"),
        (b"," * 500_000 + b"video_duration_sec" + b"\n1" * 250_000, "more than once"),
        (b"video_duration_sec\n\xff\n", "not UTF-8"),
        (b'video_duration_sec\n"1\n', "line 2"),
        (b'video_duration_sec\n"1"2\n', "line 2"),
        (b"video_transcription_text\n" + b"a" * 200_000, "line 2"),
        (b"video_duration_sec\n", "no row"),
    ],
)
def test_what_is_no_table_is_400_and_says_where(service: str, body: bytes, told: str) -> None:
    assert told in problem(post(service, body), 400)["detail"]


def test_a_table_without_a_good_row_is_422(service: str) -> None:
    errors = problem(post(service, "video_duration_sec\nx\n-1\n"), 422)["errors"]
    assert [(fault["index"], fault["problem"]) for fault in errors] == [(0, "is not a number"), (1, "is below 0")]


def test_more_rows_than_taken_are_413(service: str) -> None:
    assert "1,000" in problem(post(service, "video_duration_sec\n" + "1\n" * 1001), 413)["detail"]
    assert len(rows(post(service, "video_duration_sec\n" + "1\n" * 1000))) == 1000


def test_a_table_is_not_explained(service: str) -> None:
    problem(post(service, TABLE, query="?explain=true"), 415)
    assert len(rows(post(service, TABLE, query="?explain=false"))) == 3


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"video_duration_sec,#\n{text}".encode()))
def test_any_bytes_are_a_table_or_refused(body: bytes) -> None:
    try:
        videos = csv_table.read(body, 1000)
    except csv_rows.InvalidTable:
        return
    answers: list[dict[str, Any]] = [{"claim_status": "claim"}] * len(videos.rows)
    assert len(list(csv.reader(io.StringIO(csv_table.write(videos, answers), newline="")))) == len(videos.rows) + 1


def test_a_record_as_csv_is_the_record(model: Model) -> None:
    row = {name: str(value) for name, value in CLAIM.items()}
    assert model.predict([csv_rows.check_row(row)], [None]) == model.predict([CLAIM], [None])
