"""GET / as people see it: Debian's Chromium, driven through Playwright, on a running service."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.helpers.browser import (
    PICTURE_BYTES,
    THEMES,
    WIDTHS,
    check_page,
    chromium,
    needs_axe,
    needs_chromium,
    pages_of,
    sign,
)
from tests.helpers.paths import ROOT, SHIPPED
from tests.helpers.service import serving
from tiktok_claims.model import model_file
from tiktok_claims.record import FIELDS, TEXT
from tiktok_claims.service import pages

PICTURE = ROOT / "docs" / "page.png"
KEY = "the-key-of-the-tests"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"

pytestmark = needs_chromium

TABLE = (
    "#,claim_status,video_id,video_duration_sec,video_transcription_text,verified_status,video_view_count\r\n"
    '1,claim,701,59,"a friend read on a website that swans, mostly,\nsleep on one leg",not verified,343296\r\n'
    "2,opinion,702,32,i think that evening walks are the best part of any summer,verified,3140\r\n"
    "3,claim,703,31,a colleague read that the old mill turns backwards,maybe,-3\r\n"
    f"4,,704,12,{HOSTILE},,\r\n"
)


@pytest.fixture(scope="module")
def shipped() -> Iterator[str]:
    """The address of a service with the model that ships."""
    with serving() as (url, _):
        yield url


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    """The same, for those who hold a key."""
    with serving(API_KEYS=KEY) as (url, _):
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def open_page(browser: Browser, shipped: str) -> Iterator[Callable[..., Page]]:
    """Open the page of the service with the model that ships."""
    with pages_of(browser) as open_address:
        yield partial(open_address, shipped)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


def expect_status(page: Page, status: str) -> None:
    expect(page.locator("#prediction .claim-status strong")).to_have_text(status)


def classify_example(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#prediction .claim-status")).to_be_visible()


def upload(page: Page, content: str | bytes = TABLE, name: str = "videos.csv") -> None:
    body = content.encode() if isinstance(content, str) else content
    page.get_by_label("Choose a CSV file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": body})


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"#rows tr > :nth-child({number})").all_inner_texts()


def test_the_page_loads_nothing_from_elsewhere_and_runs_no_inline_script(shipped: str) -> None:
    response = requests.get(shipped, timeout=10)
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    service = ROOT / "tiktok_claims" / "service"
    files = [*(service / "static").iterdir(), *(service / "templates").iterdir()]
    assert len(files) > 10
    assert not [path.name for path in files if "://" in path.read_text().replace("http://www.w3.org/2000/svg", "")]
    assert not re.search(r"\s(style|on\w+)=|<style|<script(?! type=\"module\" src=)", response.text)


@pytest.mark.parametrize(
    ("name", "word", "review"),
    [("A claim", "Claim", False), ("An opinion", "Opinion", False), ("One for review", "Opinion", True)],
)
def test_an_example_is_classified_and_explained(page: Page, name: str, word: str, review: bool) -> None:
    classify_example(page, name)
    expect_status(page, word)
    expect(page.locator("#prediction .needs-review")).to_have_count(int(review))
    assert bool(page.locator("#prediction .warnings li").count()) is review
    record = pages.EXAMPLES[name]
    assert page.locator("#prediction .contributions tbody tr").count() == len(record)
    assert {field: page.locator(f"#{field}").input_value() for field in FIELDS} == {
        field: str(record.get(field, "")) for field in FIELDS
    }
    marked = [word.split(" (towards ")[0] for word in page.locator("#prediction .transcript mark").all_text_contents()]
    assert marked
    assert set(marked) <= set(re.findall(r"\w+", record[TEXT]))


def test_points_add_up_from_the_base_to_the_claim_probability(page: Page) -> None:
    classify_example(page, "One for review")
    cells = page.locator("#prediction .contributions td:last-child").all_inner_texts()
    points = [float(text.replace("−", "-")) for text in cells]
    introduction = page.get_by_text("Knowing nothing of a video").inner_text()
    base, probability = re.findall(r"([\d.]+)%", introduction)
    assert float(base) + sum(points) == pytest.approx(float(probability), abs=0.3)
    sides = [fill.get_attribute("class") for fill in page.locator("#prediction .contributions .fill").all()]
    assert sides == [f"fill {'claim' if value > 0 else 'opinion'}" for value in points]


def test_the_bar_marks_the_probability_and_the_review_interval(page: Page, shipped: str) -> None:
    classify_example(page, "One for review")
    low, high = requests.get(f"{shipped}/model", timeout=10).json()["review_interval"]
    names = ("track", "review-interval", "marker")
    track, interval, marker = (page.locator(f"#prediction .{name}").bounding_box() for name in names)
    assert track
    assert interval
    assert marker
    probability = float(page.locator("#prediction .probability strong").inner_text().rstrip("%")) / 100
    inner = track["width"] - 2  # its border
    assert (interval["x"] - track["x"]) / inner == pytest.approx(low, abs=0.01)
    assert interval["width"] / inner == pytest.approx(high - low, abs=0.01)
    assert (marker["x"] + marker["width"] / 2 - track["x"]) / inner == pytest.approx(probability, abs=0.01)


def test_errors_are_shown_at_their_fields(page: Page) -> None:
    page.get_by_text("Engagement").click()
    page.get_by_label("Views").fill("-3")
    page.get_by_label("Likes").fill("12a")
    page.get_by_text("Engagement").click()  # folded again
    page.get_by_role("button", name="Classify").click()
    views = page.get_by_label("Views")
    expect(views).to_be_focused()
    expect(views).to_have_attribute("aria-invalid", "true")
    expect(views).to_have_accessible_description("-3 is below 0. Enter a number of 0 or more, or leave it empty.")
    expect(page.locator("#video_like_count-error")).to_contain_text("'12a' is not a number")
    views.fill("3")
    page.get_by_label("Likes").fill("")
    page.get_by_role("button", name="Classify").click()
    expect_status(page, "Opinion")
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_a_transcript_that_is_too_long_is_named(page: Page) -> None:
    page.get_by_label("Transcript").fill("word " * 4001)
    page.get_by_role("button", name="Classify").click()
    expect(page.locator(f"#{TEXT}-error")).to_contain_text("It is too long: enter a string of up to 20,000 characters")


def test_an_empty_form_asks_for_something_to_classify(page: Page) -> None:
    page.get_by_role("button", name="Classify").click()
    expect(page.get_by_role("alert").first).to_contain_text("nothing to classify yet")


def test_clear_empties_form_and_prediction(page: Page) -> None:
    classify_example(page, "A claim")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#prediction .claim-status")).to_have_count(0)
    assert page.get_by_label("Transcript").input_value() == page.locator("#video_view_count").input_value() == ""


def test_a_service_that_does_not_answer_is_named(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_role("button", name="A claim").click()
    expect(page.get_by_role("alert").first).to_contain_text("does not answer")


def test_texts_are_never_read_as_html(page: Page) -> None:
    page.get_by_label("Transcript").fill(f"i think that {HOSTILE} \U0001f642 the news said it")
    page.get_by_role("button", name="Classify").click()
    expect(page.locator("#prediction .transcript")).to_contain_text("<img src=x onerror=alert(1)>")
    upload(page, name=f"{HOSTILE.replace('/', '')}.csv")
    expect(page.locator("#rows tr")).to_have_count(4)
    assert column(page, 6)[3] == HOSTILE
    upload(page, f"{HOSTILE}\n1\n")
    expect(page.locator("#many-error")).to_contain_text("<img")
    assert page.locator("img, main script").count() == 0


def test_words_are_marked_at_their_places_whatever_letters_precede(page: Page) -> None:
    text = "\U0001f642\U0001f642 İzmir: i think that the news said so"
    page.get_by_label("Transcript").fill(text)
    page.get_by_role("button", name="Classify").click()
    expect(page.locator("#prediction .transcript mark").first).to_be_visible()
    shown = page.locator("#prediction .transcript").evaluate(
        "node => { const copy = node.cloneNode(true);"
        "copy.querySelectorAll('.visually-hidden').forEach(hidden => hidden.remove()); return copy.textContent; }"
    )
    assert shown == text


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


def test_the_download_is_the_table_with_predictions(page: Page, shipped: str, tmp_path: Path) -> None:
    upload(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download").click()
    assert started.value.suggested_filename == "videos-predictions.csv"
    started.value.save_as(tmp_path / "predictions.csv")
    text = (tmp_path / "predictions.csv").read_bytes().decode("utf-8-sig")
    direct = requests.post(f"{shipped}/predict", data=TABLE.encode(), headers={"Content-Type": "text/csv"}, timeout=10)
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


def test_everything_works_by_keyboard(page: Page) -> None:
    press = page.keyboard.press
    press("Tab")
    expect(page.get_by_label("Transcript")).to_be_focused()
    page.keyboard.type("i think that evening walks are lovely")
    for _ in range(4):
        press("Tab")  # over the three examples
    expect(page.locator("summary").first).to_be_focused()
    press("Enter")
    press("Tab")
    page.keyboard.type("3120")
    press("Enter")
    expect_status(page, "Opinion")
    page.get_by_label("Choose a CSV file").focus()
    upload(page)
    expect(page.locator("#rows tr")).to_have_count(4)
    for focused in (
        page.get_by_role("button", name="Download"),
        page.get_by_role("region", name="Predictions"),
        page.get_by_role("button", name="Row", exact=True),
        page.get_by_role("button", name="Prediction", exact=True),
    ):
        press("Tab")
        expect(focused).to_be_focused()
    press("Enter")
    expect(page.locator("[aria-sort]")).to_have_text("Prediction")


def test_the_page_asks_for_the_key_and_keeps_it_for_the_tab(browser: Browser, guarded: str) -> None:
    page = browser.new_page()
    page.goto(guarded)
    page.get_by_role("button", name="A claim").click()
    key = page.get_by_label("Key", exact=True)
    expect(key).to_be_focused()
    for wrong, message in (("wrong", "does not accept this key"), ("schlüssel", "letters, digits and signs")):
        key.fill(wrong)
        page.keyboard.press("Enter")
        expect(page.locator("#key-error")).to_contain_text(message)
    key.fill(KEY)
    page.get_by_role("button", name="Use this key").click()
    expect_status(page, "Claim")
    page.reload()
    classify_example(page, "An opinion")
    expect_status(page, "Opinion")
    page.evaluate("sessionStorage.clear()")
    upload(page)
    expect(key).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#many-error")).to_contain_text("requires a key")
    page.close()


def test_the_api_can_be_browsed_and_tried(page: Page, shipped: str) -> None:
    page.goto(f"{shipped}/docs")
    page.locator("#operations-predictions-predict button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute", exact=True).click()
    expect(page.locator(".live-responses-table")).to_contain_text('"claim_status": "claim"')


@needs_axe
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(open_page: Callable[..., Page], width: int, theme: str) -> None:
    page = open_page(width, theme)
    check_page(page, width)
    for name in pages.EXAMPLES:
        classify_example(page, name)
        check_page(page, width)
    page.get_by_label("Views").fill("many")
    page.get_by_role("button", name="Classify").click()
    expect(page.locator("[aria-invalid]")).to_be_visible()
    check_page(page, width)
    upload(page)
    expect(page.locator("#rows tr")).to_have_count(4)
    check_page(page, width)
    upload(page, "video_duration_sec\nlong\n")
    expect(page.locator("#many-row-errors li")).to_have_count(1)
    check_page(page, width)
    page.route("**/predict*", lambda route: route.fulfill(status=401, body="{}"))
    page.get_by_role("button", name="A claim").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    check_page(page, width)


def test_the_readme_shows_the_page(open_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path) -> None:
    """With --pictures (make pictures) this writes the picture anew."""
    picture = PICTURE if pytestconfig.getoption("pictures") else tmp_path / "page.png"
    page = open_page(1200)
    classify_example(page, "One for review")
    page.screenshot(path=picture, full_page=True)
    sign(picture, f"model {model_file.read(SHIPPED)[1]}")
    assert picture.stat().st_size < PICTURE_BYTES
    assert f"]({PICTURE.relative_to(ROOT)})" in (ROOT / "README.md").read_text()
    assert PICTURE.exists()


def test_the_picture_of_the_page_is_of_the_shipped_model() -> None:
    assert f"model {model_file.read(SHIPPED)[1]}".encode() in PICTURE.read_bytes(), "make pictures"
