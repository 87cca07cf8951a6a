"""GET /dashboard as people see it: Debian's Chromium on a running service whose history a week has filled."""

import base64
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
from tests.helpers.paths import SHIPPED
from tests.helpers.records import CLAIM
from tests.helpers.service import serving, wait_until
from tests.helpers.week import DAY, HOUR, drifted, usual, write
from tiktok_claims.history.queries import History
from tiktok_claims.model import scoring
from tiktok_claims.model.scoring import Model

KEY = "a-key-for-the-tests-only"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def week(model_path: Path, model: Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service after four usual days, then drift within the last hour."""
    url = f"sqlite:///{tmp_path_factory.mktemp('week')}/history.db"
    now = datetime.now(UTC)
    History(url).model_versions(now, now)  # makes the tables
    for day in range(4, 0, -1):
        write(url, model, now - HOUR - day * DAY, usual(600, seed=100 + day))
    write(url, model, now - timedelta(minutes=50), drifted(800, seed=200), timedelta(minutes=50), scoring.load(SHIPPED))
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=url) as (address, _):
        yield address


@pytest.fixture(scope="module")
def empty(model_path: Path) -> Iterator[str]:
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        yield url


def status(page: Page) -> str:
    return page.locator(".status").inner_text()


def test_drift_is_named_in_one_sentence_and_shown_in_red(week: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{week}/dashboard?window=1h")
    expect(page.locator(".status.red")).to_be_visible()
    summary = requests.get(f"{week}/monitoring?window=1h", timeout=10).json()
    red = {drift["field"] for drift in summary["drift"] if drift["band"] == "red"}
    assert {"video_view_count", "author_ban_status"} <= red
    for name in ("views", "account status", "predictions have drifted", "was predicted as claims"):
        assert name in status(page)
    assert "duration" not in status(page)
    assert page.locator(".drift .band.red").count() == len(red)
    assert "missing: 0% in training, 100% now" in page.locator(".drift").inner_text()
    recall = f"{summary['performance']['recall']['value']:.1%}"
    expect(page.locator(".tiles")).to_contain_text(recall)
    expect(page.locator(".intervals")).to_contain_text(recall)


def test_usual_days_are_green(model_path: Path, model: Model, tmp_path: Path, open_page: Callable[..., Page]) -> None:
    url = f"sqlite:///{tmp_path}/history.db"
    write(url, model, datetime.now(UTC) - DAY, usual(1_000, seed=7))
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=url) as (address, _):
        page = open_page(f"{address}/dashboard?window=7d")
        expect(page.locator(".drift .band.green")).to_have_count(page.locator(".drift tbody tr").count())
        assert "have drifted" not in status(page)


def test_each_chart_has_a_description(week: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{week}/dashboard?window=7d")
    descriptions = [chart.get_attribute("aria-label") or "" for chart in page.get_by_role("img").all()]
    assert all(descriptions)
    assert any(text.startswith("Traffic over time: 3,200 predictions,") for text in descriptions)
    bars = page.locator("[aria-label^='Traffic over time'] g").all()
    tips = [bar.locator("title").text_content() or "" for bar in bars]
    counted = sum(int(number.replace(",", "")) for tip in tips for number in re.findall(r"([\d,]+) (?:cl|op)", tip))
    assert counted == 3_200
    page.get_by_text("In figures").first.click()
    expect(page.get_by_role("row", name="0% to 10%").first).to_be_visible()


def test_the_page_works_without_scripts(week: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{week}/dashboard", java_script_enabled=False)
    page.get_by_label("Window").select_option("1h")
    page.get_by_label("Model", exact=True).select_option(index=1)
    page.get_by_role("button", name="Show", exact=True).click()
    assert "window=1h" in page.url
    expect(page.get_by_label("Window")).to_have_value("1h")
    expect(page.get_by_label("Model", exact=True)).not_to_have_value("")
    expect(page.locator(".status.red")).to_be_visible()
    page.get_by_label("Show", exact=True).select_option("all")
    page.get_by_role("button", name="Show these").click()
    expect(page.get_by_label("Window")).to_have_value("1h")
    expect(page.locator(".recent tbody tr")).to_have_count(50)
    assert page.url.endswith("#recent")
    expect(page.locator(".label-cell button:visible")).to_have_count(0)
    expect(page.locator("noscript p")).to_be_visible()


def test_a_label_is_stored_and_shown(empty: str, open_page: Callable[..., Page]) -> None:
    sent = [{**CLAIM, "video_id": f"video {number}"} for number in range(3)]
    assert requests.post(f"{empty}/predict", json=sent, timeout=10).ok
    wait_until(lambda: "video 2" in requests.get(f"{empty}/dashboard?shown=all", timeout=10).text)
    page = open_page(f"{empty}/dashboard?shown=all")
    assert "Too few predictions" in status(page)
    row = page.locator(".recent tr", has_text="video 1")
    for word in ("Opinion", "Claim"):
        row.get_by_role("button", name=word).click()
        expect(row.get_by_role("status")).to_have_text(f"Labelled: {word.lower()}")
        expect(row.get_by_role("button", name=word)).to_have_attribute("aria-pressed", "true")
        expect(row.locator("[aria-pressed=true]")).to_have_count(1)
    page.reload()
    expect(row.get_by_role("status")).to_have_text("Labelled: claim")
    expect(page.locator(".tiles")).to_contain_text(re.compile(r"Labelled\s*1"))
    page.context.set_offline(True)
    other = page.locator(".recent tr", has_text="video 2")
    other.get_by_role("button", name="Claim").click()
    expect(other.get_by_role("status")).to_contain_text("does not answer")
    expect(other.locator("[aria-pressed=true]")).to_have_count(0)


def test_a_prediction_can_be_agreed_with_and_disagreed_with(empty: str, open_page: Callable[..., Page]) -> None:
    page = open_page(empty)
    page.get_by_role("button", name="An opinion", exact=True).click()
    buttons = page.get_by_role("group", name="Is the prediction right?")
    for name, label in (("Agree", "opinion"), ("Disagree", "claim")):
        buttons.get_by_role("button", name=name, exact=True).click()
        expect(buttons.get_by_role("status")).to_have_text(f"Labelled: {label}.")
        expect(buttons.locator("[aria-pressed=true]")).to_have_text(name)
    latest = requests.get(f"{empty}/monitoring?shown=all", timeout=10).json()["recent"][0]
    assert (latest["claim_status"], latest["label"]) == ("opinion", "claim")
    page.get_by_role("link", name="dashboard").click()
    expect(page.locator("h1")).to_have_text("Is the model still right?")


def test_without_a_history_there_is_nothing_to_label(model_path: Path, open_page: Callable[..., Page]) -> None:
    with serving(MODEL_PATH=str(model_path), HISTORY_URL="") as (url, _):
        page = open_page(url)
        page.get_by_role("button", name="A claim", exact=True).click()
        expect(page.locator("#prediction .claim-status")).to_be_visible()
        expect(page.get_by_role("button", name="Agree", exact=True)).to_have_count(0)
        expect(page.get_by_role("link", name="dashboard")).to_have_count(0)
        assert requests.get(f"{url}/dashboard", timeout=10).status_code == 404


def test_an_empty_history_is_described(model_path: Path, open_page: Callable[..., Page]) -> None:
    with serving(MODEL_PATH=str(model_path)) as (url, _):
        page = open_page(f"{url}/dashboard", 360)
        assert status(page) == "There are no predictions in this window."
        for text in ("No history yet: there are no predictions", "Too few predictions: 0", "Nothing is labelled"):
            expect(page.get_by_text(text).first).to_be_visible()
        expect(page.get_by_role("img")).to_have_count(0)


def test_texts_are_never_read_as_html(empty: str, open_page: Callable[..., Page]) -> None:
    record = {**CLAIM, "video_transcription_text": HOSTILE, "video_id": HOSTILE}
    assert requests.post(f"{empty}/predict", json=record, timeout=10).ok
    wait_until(lambda: "onerror" in requests.get(f"{empty}/dashboard?shown=all", timeout=10).text)
    page = open_page(f"{empty}/dashboard?shown=all&model_version=%22%3E%3Cimg%20src%3Dx%3E")
    assert page.locator("img, main script").count() == 0
    page = open_page(f"{empty}/dashboard?shown=all")
    expect(page.locator(".recent .transcript-cell").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img, main script").count() == 0


def test_the_page_keeps_to_its_content_policy(week: str) -> None:
    answer = requests.get(f"{week}/dashboard", timeout=10)
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"\s(style|on\w+)=|<style|<script(?! type=\"module\" src=)|://", answer.text)
    assert requests.get(f"{week}/dashboard?window=1y", timeout=10).status_code == 422


def test_where_there_are_keys_a_browser_asks_for_one(model_path: Path, browser: Browser) -> None:
    with serving(MODEL_PATH=str(model_path), API_KEYS=KEY) as (url, _):
        refused = requests.get(f"{url}/dashboard", timeout=10)
        assert refused.status_code == 401
        assert refused.headers["WWW-Authenticate"].startswith("Basic ")
        for wrong in ("Basic", "Basic %%%", "Basic " + base64.b64encode(KEY.encode()).decode(), f"Basic {KEY}"):
            answer = requests.get(f"{url}/dashboard", headers={"Authorization": wrong}, timeout=10)
            assert answer.status_code == 401, wrong
        answered = requests.post(f"{url}/predict", json=CLAIM, auth=("anybody", KEY), timeout=10)
        assert answered.status_code == 200
        page = browser.new_page(http_credentials={"username": "", "password": KEY})
        wait_until(lambda: "lighthouse" in requests.get(f"{url}/dashboard?shown=all", auth=("", KEY), timeout=10).text)
        page.goto(f"{url}/dashboard?shown=all")
        page.locator(".label-cell").get_by_role("button", name="Claim").click()
        expect(page.locator(".label-cell").get_by_role("status")).to_have_text("Labelled: claim")
        page.close()


@needs_axe
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(week: str, empty: str, open_page: Callable[..., Page], width: int, theme: str) -> None:
    for url in (
        f"{week}/dashboard?window=1h&shown=all",
        f"{week}/dashboard?window=7d",
        f"{empty}/dashboard?window=30d",
    ):
        check_page(open_page(url, width, theme), width)
