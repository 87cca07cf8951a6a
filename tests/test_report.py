"""The report: one file that tells a window, and an exit status that a cron job can alarm by."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.test_pages import THEMES, WIDTHS, browser, check, needs_axe
from tests.test_pages import pytestmark as needs_chromium
from tests.test_week import ABSENT, DAY, MOVED, shifted, usual, write
from tiktok_claims.history.queries import History
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import phrasing, report, summary
from tiktok_claims.monitoring.summary import Summary
from tiktok_claims.record import TEXT

__all__ = ["browser"]  # a fixture of these tests, too

HOSTILE = "<script>alert(1)</script><img src=http://127.0.0.1:9/x>"
FULL_BYTES = 40_000  # of a file: enough for what SQLite writes beside its own, not for a report


def day_ago() -> datetime:
    return datetime.now(UTC) - timedelta(hours=24)


def history(folder: Path, model: Model, sent: list[tuple[dict[str, Any], str]]) -> str:
    """The address of a history of these records, over the last day."""
    url = f"sqlite:///{folder / 'history.db'}"
    History(url).model_versions(day_ago(), day_ago())  # makes the tables
    write(url, model, day_ago(), sent)
    return url


@pytest.fixture(scope="module")
def steady(model: Model, tmp_path_factory: pytest.TempPathFactory) -> str:
    return history(tmp_path_factory.mktemp("steady"), model, usual(600, seed=1))


@pytest.fixture(scope="module")
def moved(model: Model, tmp_path_factory: pytest.TempPathFactory) -> str:
    return history(tmp_path_factory.mktemp("moved"), model, shifted(600, seed=2))


def files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def run(out: Path, url: str, model_path: Path, *more: str) -> int:
    return report.main(["--out", str(out), "--history", url, "--model", str(model_path), *more])


def test_steady_inputs_exit_with_0(
    steady: str, model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.html"
    assert run(out, steady, model_path) == 0
    assert capsys.readouterr() == (f"{out}: drift is red in no field\n", "")
    assert files(tmp_path) == ["report.html"]


def test_red_bands_exit_with_2_and_are_named(
    moved: str, model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "report.html", moved, model_path) == 2
    said = capsys.readouterr().out
    assert len(said.splitlines()) == 1
    assert set(said.partition("red in ")[2].strip().split(", ")) == MOVED


def test_what_nobody_can_tell_is_not_called_well(
    model: Model, model_path: Path, tiny_model_file: ModelFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, older = tmp_path / "report.html", tmp_path / "older.bin"
    few = history(tmp_path, model, shifted(20, seed=3))
    assert run(out, few, model_path, "--window", "7d") == 0
    assert "20 predictions are too few" in capsys.readouterr().out
    model_file.write(older, {**tiny_model_file, "reference": {}})
    assert run(out, few, older) == 0
    assert "no profile" in capsys.readouterr().out


def test_an_empty_history_has_a_report(model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'history.db'}"
    History(url).model_versions(day_ago(), day_ago())
    assert run(tmp_path / "report.html", url, model_path) == 0
    assert "0 predictions are too few" in capsys.readouterr().out


def test_the_window_is_chosen(history_url: str, model: Model, model_path: Path, tmp_path: Path) -> None:
    History(history_url).model_versions(day_ago(), day_ago())
    write(history_url, model, day_ago() - 2 * DAY, shifted(600, seed=4))
    assert run(tmp_path / "day.html", history_url, model_path) == 0
    assert run(tmp_path / "week.html", history_url, model_path, "--window", "7d") == 2


def test_settings_are_used_where_nothing_is_given(moved: str, model_path: Path, tmp_path: Path) -> None:
    """As a cron job runs it."""
    found = subprocess.run(
        [sys.executable, "-m", "tiktok_claims", "report", "--out", tmp_path / "report.html"],
        cwd=ROOT,
        env={**os.environ, "HISTORY_URL": moved, "MODEL_PATH": str(model_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 2, found.stderr
    assert ABSENT in found.stdout


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"model": "none.bin"}, "cannot read"),
        ({"history": "sqlite:///{}/none.db"}, "there is no database"),
        ({"history": "sqlite:///{}/report.bin"}, "not a database"),
        ({"history": "postgresql://claims@127.0.0.1:9/claims"}, "refused"),
        ({"history": "history.db"}, "HISTORY_URL"),
        ({"history": ""}, "nothing is kept"),
        ({"out": "{}/none/report.html"}, "No such file"),
        ({"out": "{}"}, "irectory"),
    ],
)
def test_what_cannot_be_reported_is_one_line(
    given: dict[str, str],
    reason: str,
    steady: str,
    model_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "report.bin").write_bytes(b"neither one nor the other" * 1000)
    usual = {"out": str(tmp_path / "report.html"), "history": steady, "model": str(model_path)}
    options = [part for name, value in {**usual, **given}.items() for part in (f"--{name}", value.format(tmp_path))]
    assert report.main(options) == 1
    said = capsys.readouterr()
    assert reason in said.err
    assert (len(said.err.splitlines()), said.out) == (1, "")
    assert files(tmp_path) == ["report.bin"]  # no new database, half a report or anything else


@pytest.mark.parametrize("arguments", [[], ["--out", "report.html", "--window", "2d"]])
def test_a_misspelt_command_does_not_say_that_drift_is_red(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert report.main(arguments) == 1
    assert "report: error:" in capsys.readouterr().err


def test_a_full_disk_leaves_the_last_report_as_it_was(steady: str, model_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("the last one")
    found = subprocess.run(
        [sys.executable, "-m", "tiktok_claims", "report", "--out", out, "--history", steady, "--model", model_path],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_BYTES, FULL_BYTES)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, out.read_text(), files(tmp_path)) == (1, "the last one", ["report.html"])
    assert "File too large" in found.stderr


def test_serving_never_imports_it() -> None:
    code = "import sys, predict; sys.exit('tiktok_claims.report' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "HISTORY_URL": ""}, check=True)


# As people read it


@pytest.fixture(scope="module")
def told(moved: str, model: Model) -> Summary:
    return summary.summary(History(moved), model.reference, "7d", shown="all")


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open the report of a summary where there is no network. Nothing may be asked for, or go wrong."""
    opened: list[Page] = []
    asked: list[str] = []
    wrong: list[str] = []

    def open_report(summary: Summary, width: int = 1440, theme: Any = "light", **options: Any) -> Page:
        path = tmp_path / "report.html"
        report.write(path, report.html(summary, "abc123"))
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme, offline=True, **options)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: wrong.append(said.text))
        page.on("dialog", lambda dialog: wrong.append(f"a dialog says {dialog.message}"))
        page.goto(path.as_uri())
        opened.append(page)
        return page

    yield open_report
    assert set(asked) == {page.url for page in opened}
    assert not wrong
    for page in opened:
        page.close()


def tiles(page: Page) -> dict[str, str]:
    names, values = page.locator(".tiles dt").all_inner_texts(), page.locator(".tiles dd").all_inner_texts()
    return dict(zip(names, values, strict=True))


@needs_chromium
def test_it_tells_the_figures_of_the_summary(told: Summary, open_report: Callable[..., Page]) -> None:
    page = open_report(told)
    quality = told["quality"]
    claims, review = (told[name] / told["predictions"] for name in ("claims", "needs_review"))
    assert tiles(page) == {
        "Answers": f"{told['predictions']:,}",
        "Claims": f"{claims:.0%} {told['claims']:,}",
        "To review": f"{review:.0%} {told['needs_review']:,}",
        "Decided": f"{quality['labelled']:,}",
        "Accuracy": f"{quality['accuracy']['value']:.1%}",
        "Recall": f"{quality['recall']['value']:.1%}",
    }
    rows = [row.inner_text().split() for row in page.locator(".drift tbody tr").all()]
    fields = sorted(told["drift"], key=lambda field: -field["psi"])
    expected = [[f"{field['psi']:.2f}", f"{field['distance']:.2f}", field["band"]] for field in fields]
    assert [row[-3:] for row in rows] == expected
    head = page.locator("header").inner_text()
    for part in (told["window"]["start"], told["window"]["end"], *told["model_versions"], "training of abc123"):
        assert part.replace("T", " ").removesuffix(":00Z") in head


@needs_chromium
def test_there_is_nothing_to_press_or_to_run_in_it(told: Summary, open_report: Callable[..., Page]) -> None:
    """It is opened years later, and elsewhere."""
    page = open_report(told)
    for name in ("script", "link", "a", "button", "form", "select", "noscript", "img"):
        assert page.locator(name).count() == 0, name
    undecided = {**told["quality"], "labelled": 0}
    body = open_report({**told, "predictions": 0, "quality": undecided}).locator("body").inner_text()
    assert "nothing was answered in this window" in body
    assert "Nothing decided in this window yet" in body
    for advice in ("/predict", "/feedback", "answers below"):
        assert advice not in body


@needs_chromium
def test_it_holds_no_transcript_and_reads_no_text_as_html(told: Summary, open_report: Callable[..., Page]) -> None:
    recent = [{**told["recent"][0], TEXT: "what a stranger said"}]
    warning = {"warning": HOSTILE, "rows": 3, "share": 0.3}
    page = open_report({**told, "recent": recent, "warnings": [warning], "model_versions": [HOSTILE]})
    assert "what a stranger said" not in page.content()
    assert page.get_by_text(HOSTILE).count() == 2


@needs_chromium
@pytest.mark.parametrize("theme", THEMES)
def test_it_prints_on_white_with_all_its_figures(told: Summary, theme: str, open_report: Callable[..., Page]) -> None:
    page = open_report(told, theme=theme)
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
def test_it_fits_the_screen(told: Summary, width: int, theme: str, open_report: Callable[..., Page]) -> None:
    page = open_report(told, width, theme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    red = page.evaluate("parseInt(getComputedStyle(document.body).backgroundColor.slice(4))")
    assert (red < 128) is (theme == "dark")
    assert page.locator(".status").inner_text() == phrasing.status(told).sentence


@needs_chromium
@needs_axe
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_violation(told: Summary, theme: str, open_report: Callable[..., Page]) -> None:
    for width in WIDTHS:
        check(open_report(told, width, theme), width)
