import math
from typing import Any

import pytest

from tests.helpers.records import CLAIM
from tiktok_claims.record import COUNTS, FIELDS, InvalidRecord, check, check_cells


def faults(value: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidRecord) as error:
        check(value)
    assert all(fault["allowed"] and len(fault["received"]) <= 60 for fault in error.value.errors)
    return [(fault["field"], fault["problem"]) for fault in error.value.errors]


def test_a_row_of_the_data_set_is_taken_as_it_is() -> None:
    assert check({**CLAIM, "": 0, "#": 1, "video_id": 7017666017, "claim_status": "claim"}) == check(CLAIM)


@pytest.mark.parametrize("field", FIELDS)
def test_an_absent_and_a_null_field_are_both_unknown(field: str) -> None:
    assert check({**CLAIM, field: None}).get(field) is None
    assert field not in check({name: value for name, value in CLAIM.items() if name != field})


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        *((field, "12", "is not a number") for field in (*COUNTS, "video_duration_sec")),
        ("video_view_count", True, "is not a number"),
        ("video_view_count", -1, "is below 0"),
        ("video_view_count", math.nan, "is not a finite number"),
        ("video_view_count", math.inf, "is not a finite number"),
        ("video_view_count", 10**400, "is not a number"),
        ("video_view_count", [1] * 5000, "is not a number"),
        ("video_duration_sec", -0.5, "is below 0"),
        ("video_transcription_text", 5, "is not a string"),
        ("video_transcription_text", "a" * 20_001, "is too long"),
        ("verified_status", "", "is none of the allowed values"),
        ("verified_status", "yes", "is none of the allowed values"),
        ("verified_status", True, "is not a string"),
        ("author_ban_status", "deleted", "is none of the allowed values"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_wrong(field: str, value: Any, problem: str) -> None:
    assert faults({**CLAIM, field: value}) == [(field, problem)]


def test_all_errors_are_reported_at_once() -> None:
    wrong = {**CLAIM, "video_view_count": "12", "video_like_count": -1, "verified_status": "x", "colour": 1}
    assert {field for field, _ in faults(wrong)} == {
        "video_view_count",
        "video_like_count",
        "verified_status",
        "colour",
    }


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("views", "video_view_count"),
        ("video_veiw_count", "video_view_count"),
        ("Transcript", "video_transcription_text"),
        ("duration", "video_duration_sec"),
        ("verified", "verified_status"),
        ("ban", "author_ban_status"),
    ],
)
def test_an_unknown_key_names_the_nearest_field(key: str, field: str) -> None:
    assert faults({**CLAIM, key: 1}) == [(key, f"is not a known field; did you mean {field}?")]


def test_thousands_of_unknown_keys_are_reported_in_a_few_lines() -> None:
    assert len(faults({f"key {number}": 1 for number in range(50_000)})) == 6


@pytest.mark.parametrize("value", [{}, {"video_id": 1}, {"video_view_count": None}])
def test_a_record_that_says_nothing_is_a_fault(value: object) -> None:
    assert faults(value) == [("record", "has no known field, so there is nothing to score")]


@pytest.mark.parametrize("value", [None, 3, "text", [], [[]]])
def test_what_is_no_object_is_a_fault(value: object) -> None:
    assert faults(value) == [("record", "is not an object")]


@pytest.mark.parametrize(
    ("field", "text", "means"),
    [
        ("verified_status", "Not Verified ", "not verified"),
        ("verified_status", "VERIFIED", "verified"),
        ("author_ban_status", "under scrutiny", "under review"),
        ("author_ban_status", " Banned", "banned"),
    ],
)
def test_categories_are_matched_without_case_and_outer_blanks(field: str, text: str, means: str) -> None:
    assert check({field: text}).get(field) == means


def test_cells_of_csv_are_parsed_and_empty_ones_unknown() -> None:
    cells = {
        "#": "1",
        "video_view_count": "343296.0",
        "video_duration_sec": "59",
        "video_like_count": " ",
        "verified_status": "",
    }
    assert {name: value for name, value in check_cells(cells).items() if value is not None} == {
        "video_view_count": 343296.0,
        "video_duration_sec": 59.0,
    }


@pytest.mark.parametrize("cell", ["many", "nan", "1e999", "-3"])
def test_a_cell_that_is_no_count_is_a_fault(cell: str) -> None:
    with pytest.raises(InvalidRecord):
        check_cells({"video_view_count": cell})
