"""GET / as people see it: Debian's Chromium, driven through Playwright, on a running service."""

import re
from collections.abc import Callable, Iterator

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.helpers.browser import (
    THEMES,
    WIDTHS,
    check_page,
    needs_axe,
    needs_chromium,
)
from tests.helpers.classify_page import HOSTILE, classify_example, column, expect_status, upload
from tests.helpers.paths import ROOT
from tests.helpers.service import serving
from tiktok_claims.record import FIELDS, TEXT
from tiktok_claims.service import pages

KEY = "the-key-of-the-tests"

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    """The same, for those who hold a key."""
    with serving(API_KEYS=KEY) as (url, _):
        yield url


def test_the_page_loads_nothing_from_elsewhere_and_runs_no_inline_script(shipped_url: str) -> None:
    response = requests.get(shipped_url, timeout=10)
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


def test_the_bar_marks_the_probability_and_the_review_interval(page: Page, shipped_url: str) -> None:
    classify_example(page, "One for review")
    low, high = requests.get(f"{shipped_url}/model", timeout=10).json()["review_interval"]
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


def test_the_api_can_be_browsed_and_tried(page: Page, shipped_url: str) -> None:
    page.goto(f"{shipped_url}/docs")
    page.locator("#operations-predictions-predict button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute", exact=True).click()
    expect(page.locator(".live-responses-table")).to_contain_text('"claim_status": "claim"')


@needs_axe
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(open_page: Callable[..., Page], shipped_url: str, width: int, theme: str) -> None:
    page = open_page(shipped_url, width, theme)
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
