"""The report as people read it: Debian's Chromium on the file, without a network."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.browser import THEMES, WIDTHS, check_page, needs_axe, needs_chromium
from tests.helpers.week import DAY, drifted, write
from tiktok_claims.history.queries import History
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import phrasing, report, summary
from tiktok_claims.monitoring.performance import Performance
from tiktok_claims.monitoring.summary import RecentPrediction, Summary, WarningShare

HOSTILE = "<script>alert(1)</script><img src=http://127.0.0.1:9/x>"


@pytest.fixture(scope="module")
def week(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Summary:
    url = f"sqlite:///{tmp_path_factory.mktemp('week')}/history.db"
    write(url, model, datetime.now(UTC) - DAY, drifted(600, seed=2))
    return summary.summary(History(url), model.reference, "7d", shown="all")


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open the report of a summary where there is no network. Nothing may be asked for, or go wrong."""
    opened: list[Page] = []
    requested: list[str] = []
    wrong: list[str] = []

    def open_report(summary: Summary, width: int = 1440, theme: Any = "light", **options: Any) -> Page:
        path = tmp_path / "report.html"
        report.write(path, report.html(summary, "abc123"))
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme, offline=True, **options)
        page.on("request", lambda request: requested.append(request.url))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("dialog", lambda dialog: wrong.append(f"a dialog says {dialog.message}"))
        page.goto(path.as_uri())
        opened.append(page)
        return page

    yield open_report
    assert set(requested) == {page.url for page in opened}
    assert not wrong
    for page in opened:
        page.close()


def tiles(page: Page) -> dict[str, str]:
    names, values = page.locator(".tiles dt").all_inner_texts(), page.locator(".tiles dd").all_inner_texts()
    return dict(zip(names, values, strict=True))


@needs_chromium
def test_it_shows_the_figures_of_the_summary(week: Summary, open_report: Callable[..., Page]) -> None:
    page = open_report(week)
    performance = week["performance"]
    claims, review = week["claims"] / week["predictions"], week["needs_review"] / week["predictions"]
    assert tiles(page) == {
        "Predictions": f"{week['predictions']:,}",
        "Claims": f"{claims:.0%} {week['claims']:,}",
        "Needs review": f"{review:.0%} {week['needs_review']:,}",
        "Labelled": f"{performance['labelled']:,}",
        "Accuracy": f"{performance['accuracy']['value']:.1%}",
        "Recall": f"{performance['recall']['value']:.1%}",
    }
    rows = [row.inner_text().split() for row in page.locator(".drift tbody tr").all()]
    fields = sorted(week["drift"], key=lambda field: -(field["psi"] or 0))
    expected = [[f"{field['psi']:.2f}", f"{field['distance']:.2f}", field["band"]] for field in fields]
    assert [row[-3:] for row in rows] == expected
    head = page.locator("header").inner_text()
    for text in (week["window"]["start"], week["window"]["end"], *week["model_versions"], "training of abc123"):
        assert text.replace("T", " ").removesuffix(":00Z") in head


@needs_chromium
def test_there_is_nothing_to_press_or_to_run_in_it(week: Summary, open_report: Callable[..., Page]) -> None:
    """It is opened years later, and elsewhere."""
    page = open_report(week)
    for name in ("script", "link", "a", "button", "form", "select", "noscript", "img"):
        assert page.locator(name).count() == 0, name
    unlabelled: Performance = {**week["performance"], "labelled": 0}
    body = open_report({**week, "predictions": 0, "performance": unlabelled}).locator("body").inner_text()
    assert "there are no predictions in this window" in body
    assert "Nothing is labelled in this window yet" in body
    for advice in ("/predict", "/feedback", "predictions below"):
        assert advice not in body


@needs_chromium
def test_it_holds_no_transcript_and_reads_no_text_as_html(week: Summary, open_report: Callable[..., Page]) -> None:
    recent: list[RecentPrediction] = [{**week["recent"][0], "video_transcription_text": "what a stranger said"}]
    warning: WarningShare = {"warning": HOSTILE, "rows": 3, "share": 0.3}
    page = open_report({**week, "recent": recent, "warnings": [warning], "model_versions": [HOSTILE]})
    assert "what a stranger said" not in page.content()
    assert page.get_by_text(HOSTILE).count() == 2


@needs_chromium
@pytest.mark.parametrize("theme", THEMES)
def test_it_prints_on_white_with_all_its_figures(week: Summary, theme: str, open_report: Callable[..., Page]) -> None:
    page = open_report(week, theme=theme)
    mean = page.locator("details td").first
    assert not mean.is_visible()
    page.emulate_media(media="print")
    assert mean.is_visible()
    colours = page.evaluate(
        "['body', '.panel'].map(name => getComputedStyle(document.querySelector(name)).backgroundColor)"
    )
    assert colours == ["rgb(255, 255, 255)"] * 2
    pages = page.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= pages <= 3


@needs_chromium
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_screen(week: Summary, width: int, theme: str, open_report: Callable[..., Page]) -> None:
    page = open_report(week, width, theme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    red = page.evaluate("parseInt(getComputedStyle(document.body).backgroundColor.slice(4))")
    assert (red < 128) is (theme == "dark")
    assert page.locator(".status").inner_text() == phrasing.status(week).sentence


@needs_chromium
@needs_axe
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_violation(week: Summary, theme: str, open_report: Callable[..., Page]) -> None:
    for width in WIDTHS:
        check_page(open_report(week, width, theme), width)
