"""A table of videos on GET / as people see it: upload, sort, download, explain a row."""

import csv
import io
import re
from pathlib import Path

import requests
from playwright.sync_api import Page, expect

from tests.helpers.browser import needs_chromium
from tests.helpers.classify_page import TABLE, column, expect_status, upload

pytestmark = needs_chromium


def test_a_table_shows_predictions_counts_and_invalid_rows_in_place(page: Page) -> None:
    upload(page)
    expect(page.locator("#rows tr")).to_have_count(4)
    assert column(page, 1) == ["1", "2", "3", "4"]
    assert column(page, 2)[:3] == ["Claim", "Opinion", "Invalid"]
    notes = column(page, 7)
    assert "Verification: 'maybe' is none of the allowed values." in notes[2]
    assert "Views: -3.0 is below 0." in notes[2]
    review = sum(text == "Needs review" for text in column(page, 4))
    counted = re.sub(r"\s+", " ", page.locator("#summary").inner_text())
    statuses = column(page, 2)
    claims, opinions = statuses.count("Claim"), statuses.count("Opinion")
    singular = re.sub(r"(claim|opinion|invalid row)s\b", r"\1", counted).replace("need review", "needs review")
    assert singular == f"{claims} claim {opinions} opinion {review} needs review 1 invalid row"


def test_a_table_sorts_with_invalid_rows_last(page: Page) -> None:
    upload(page)
    header = page.get_by_role("button", name="Claim probability")
    header.click()
    cell = page.locator("th", has=header)
    expect(cell).to_have_attribute("aria-sort", "ascending")
    upwards = column(page, 1)
    header.click()
    expect(cell).to_have_attribute("aria-sort", "descending")
    downwards = column(page, 1)
    assert downwards[0] == "1"
    assert upwards[-1] == downwards[-1] == "3"
    assert upwards[:-1] == downwards[-2::-1]
    expect(page.locator("[aria-sort]")).to_have_count(1)


def without_ids(table: str) -> str:
    """A table of predictions without their ids."""
    return re.sub(r"[0-7][0-9a-f]{15}(?=\r\n)", "", table)


def test_the_download_is_the_table_with_predictions(page: Page, shipped_url: str, tmp_path: Path) -> None:
    upload(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download").click()
    assert started.value.suggested_filename == "videos-predictions.csv"
    started.value.save_as(tmp_path / "predictions.csv")
    text = (tmp_path / "predictions.csv").read_bytes().decode("utf-8-sig")
    direct = requests.post(
        f"{shipped_url}/predict", data=TABLE.encode(), headers={"Content-Type": "text/csv"}, timeout=10
    )
    assert without_ids(text) == without_ids(direct.text)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["predicted_status"] for row in rows][:3] == ["claim", "opinion", ""]


def test_a_thousand_rows_are_shown_and_one_more_is_refused(page: Page) -> None:
    rows = [f"{number},{number % 60}" for number in range(1000)]
    upload(page, "\n".join(["video_id,video_duration_sec", *rows]))
    expect(page.locator("#rows tr")).to_have_count(1000)
    upload(page, "\n".join(["video_id,video_duration_sec", *rows, "1000,1"]))
    expect(page.locator("#many-error")).to_contain_text("more than 1,000 rows")
    expect(page.locator("#results")).to_be_hidden()


def test_a_file_that_is_not_a_table_is_named(page: Page) -> None:
    upload(page, "views,likes\n1,2\n")
    expect(page.locator("#many-error")).to_contain_text("'views' is not a known field; did you mean video_view_count?")
    upload(page, "video_duration_sec\nlong\n-1\n")
    expect(page.locator("#many-row-errors li")).to_have_count(2)
    expect(page.locator("#many-row-errors")).to_contain_text("Row 2: Duration (s): -1.0 is below 0")
    upload(page, b"a" * (1024 * 1024 + 1))
    expect(page.locator("#many-error")).to_contain_text("it may have up to 1,048,576")


def test_a_file_can_be_dropped(page: Page) -> None:
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "dropped.csv", {type: "text/csv"}));
            for (const type of ["dragover", "drop"])
                document.getElementById("drop").dispatchEvent(
                    new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        TABLE,
    )
    expect(page.locator("#rows tr")).to_have_count(4)


def test_a_row_can_be_explained(page: Page) -> None:
    upload(page)
    page.locator("#rows tr").nth(1).get_by_role("button", name="Why").click()
    expect_status(page, "Opinion")
    expect(page.locator("#prediction")).to_be_focused()
    expect(page.get_by_label("Transcript")).to_have_value(re.compile("evening walks"))
    expect(page.locator("#video_view_count")).to_have_value("3140")
    expect(page.locator("#video_like_count")).to_have_value("")
