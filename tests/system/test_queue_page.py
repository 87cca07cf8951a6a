"""GET /queue as people use it: by keyboard, on a phone, with a screen reader's tools."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.helpers.browser import PICTURE_BYTES, THEMES, WIDTHS, check_page, needs_axe, needs_chromium
from tests.helpers.paths import ROOT
from tests.helpers.service import serving, wait_until
from tiktok_claims.record import TEXT

PICTURE = ROOT / "docs" / "queue.png"
TEXTS = (
    "they say the old lighthouse was built in a single summer",
    "i think nobody makes better soup than my neighbour",
    "a cousin of mine read that lizards can hear with their lungs",
    "honestly the new bus line is the best thing in this town",
    "somebody told me that glass is a slow liquid",
)

pytestmark = needs_chromium


@pytest.fixture
def queue_url() -> Iterator[str]:
    """A service that has five videos to label."""
    with serving() as (url, _):
        records = [
            {"video_id": number, TEXT: text, "video_view_count": 1200 * number, "verified_status": "verified"}
            for number, text in enumerate(TEXTS)
        ]
        requests.post(f"{url}/predict", json=records, timeout=10)
        wait_until(lambda: requests.get(f"{url}/videos/{len(TEXTS) - 1}", timeout=10).status_code == 200)
        yield url


def labels(url: str) -> list[dict[str, Any]]:
    response = requests.get(f"{url}/labels", headers={"Accept": "application/x-ndjson"}, timeout=10)
    return [json.loads(line) for line in response.text.splitlines()]


def start(page: Page, name: str = "Ann") -> None:
    page.get_by_label("Your name").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator("#video")).to_be_visible()


def text(page: Page) -> str:
    return page.locator("#text").inner_text()


def test_five_videos_are_labelled_by_keyboard(open_page: Callable[..., Page], queue_url: str) -> None:
    page = open_page(f"{queue_url}/queue")
    start(page)
    expect(page.locator("#left")).to_have_text("5 left, 0 labelled")
    shown = []
    for key in ("c", "o", "u", "ArrowRight"):
        shown.append(text(page))
        page.keyboard.press(key)
        expect(page.locator("#text")).not_to_have_text(shown[-1])
    assert set(shown) | {text(page)} == set(TEXTS)
    wait_until(lambda: len(labels(queue_url)) == 3)
    stored = labels(queue_url)
    assert [label["claim_status"] for label in stored] == ["claim", "opinion", "unsure"]
    assert [label["record"][TEXT] for label in stored] == shown[:3]
    assert {(label["labelled_by"], label["prediction_shown"]) for label in stored} == {("Ann", False)}
    assert {label["chosen_by"] for label in stored} <= {"queue_random", "queue_value"}
    page.keyboard.press("z")  # the last label is taken back, and its video is there again
    expect(page.locator("#text")).to_have_text(shown[2])
    expect(page.locator("#status")).to_have_text("Undone.")
    assert labels(queue_url)[-1]["claim_status"] == "withdrawn"


def test_letters_in_a_note_are_no_labels(open_page: Callable[..., Page], queue_url: str) -> None:
    page = open_page(f"{queue_url}/queue")
    start(page)
    first = text(page)
    page.get_by_label("Note, if there is something to say").fill("")
    page.get_by_label("Note, if there is something to say").press_sequentially("cou z")
    assert text(page) == first
    page.get_by_role("button", name="Claim").click()
    wait_until(lambda: len(labels(queue_url)) == 1)
    assert labels(queue_url)[0]["note"] == "cou z"


def test_the_prediction_is_hidden_until_labelled_unless_asked_for(
    open_page: Callable[..., Page], queue_url: str
) -> None:
    page = open_page(f"{queue_url}/queue")
    start(page)
    expect(page.locator("#shown-prediction")).to_be_empty()
    page.keyboard.press("c")
    expect(page.locator("#status")).to_contain_text("the model predicted")
    page = open_page(f"{queue_url}/queue")
    page.get_by_label("Show what the model predicts before I label").check()
    start(page, "Bob")
    for _ in range(len(TEXTS)):
        if page.locator("#shown-prediction").inner_text():
            expect(page.locator("#shown-prediction")).to_contain_text("The model says")
        page.keyboard.press("o")
    wait_until(
        lambda: all(
            label["prediction_shown"] == (label["chosen_by"] == "queue_value") for label in labels(queue_url)[1:]
        )
    )


def test_when_all_are_labelled_the_page_says_so(open_page: Callable[..., Page], queue_url: str) -> None:
    page = open_page(f"{queue_url}/queue")
    start(page)
    for number in range(len(TEXTS)):
        page.keyboard.press("c")
        wait_until(lambda number=number: len(labels(queue_url)) == number + 1)  # type: ignore[misc]
    expect(page.locator("#text")).to_have_text("Nothing is left to label.")
    expect(page.get_by_role("button", name="Claim")).to_be_disabled()


def test_a_third_person_settles_what_two_disagree_on(open_page: Callable[..., Page], queue_url: str) -> None:
    for person, status in (("Ann", "claim"), ("Bob", "opinion")):
        label = {"video_id": 2, "claim_status": status, "labelled_by": person}
        assert requests.post(f"{queue_url}/feedback", json=label, timeout=10).json()["taken"] == 1
    page = open_page(f"{queue_url}/queue")
    page.get_by_label("Which videos").select_option("disagreement")
    start(page, "Cleo")
    expect(page.locator("#left")).to_have_text("1 left, 0 labelled")
    expect(page.locator("#text")).to_have_text(TEXTS[2])
    page.keyboard.press("c")
    expect(page.locator("#text")).to_have_text("Nothing is left to label.")
    wait_until(lambda: labels(queue_url)[-1]["labelled_by"] == "Cleo")
    assert labels(queue_url)[-1]["chosen_by"] == "disagreement"


@needs_axe
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(
    open_page: Callable[..., Page], queue_url: str, width: int, theme: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    page = open_page(f"{queue_url}/queue", width, theme)
    check_page(page, width)
    start(page)
    check_page(page, width)
    page.keyboard.press("c")
    expect(page.locator("#status")).to_contain_text("Labelled: claim")
    check_page(page, width)
    page.screenshot(path=tmp_path / f"queue-{width}-{theme}.png")
    if pytestconfig.getoption("pictures") and (width, theme) == (1440, "light"):
        page.set_viewport_size({"width": 900, "height": 700})
        page.screenshot(path=PICTURE)
    assert not PICTURE.exists() or PICTURE.stat().st_size < PICTURE_BYTES
