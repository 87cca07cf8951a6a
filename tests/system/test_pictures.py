"""The pictures of the pages in README. With --pictures (`make pictures`) these tests take them anew."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.helpers.browser import PICTURE_BYTES, needs_chromium, sign
from tests.helpers.classify_page import classify_example
from tests.helpers.paths import ROOT, SHIPPED
from tests.helpers.service import serving
from tests.helpers.week import DAY, usual, write
from tiktok_claims.model import model_file
from tiktok_claims.model.scoring import Model

PAGE, DASHBOARD = (ROOT / "docs" / name for name in ("page.png", "dashboard.png"))


@needs_chromium
def test_the_readme_shows_the_page(
    open_page: Callable[..., Page], shipped_url: str, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    picture = PAGE if pytestconfig.getoption("pictures") else tmp_path / "page.png"
    page = open_page(shipped_url, 1200)
    classify_example(page, "One for review")
    page.screenshot(path=picture, full_page=True)
    sign(picture, f"model {model_file.read(SHIPPED)[1]}")
    assert picture.stat().st_size < PICTURE_BYTES
    assert f"]({PAGE.relative_to(ROOT)})" in (ROOT / "README.md").read_text()
    assert PAGE.exists()


def test_the_picture_of_the_page_is_of_the_shipped_model() -> None:
    assert f"model {model_file.read(SHIPPED)[1]}".encode() in PAGE.read_bytes(), "make pictures"


@needs_chromium
def test_the_readme_shows_the_dashboard(
    model_path: Path, model: Model, tmp_path: Path, open_page: Callable[..., Page], pytestconfig: pytest.Config
) -> None:
    picture = DASHBOARD if pytestconfig.getoption("pictures") else tmp_path / "dashboard.png"
    url = f"sqlite:///{tmp_path}/history.db"
    now = datetime.now(UTC)
    for day in range(6, 1, -1):
        write(url, model, now - day * DAY, usual(900, seed=day))
    last = usual(900, seed=1)
    moved = [({**record, "video_view_count": record["video_view_count"] * 10}, label) for record, label in last]
    write(url, model, now - DAY, moved)
    with serving(MODEL_PATH=str(model_path), HISTORY_URL=url) as (address, _):
        page = open_page(f"{address}/dashboard?window=7d", 1200)
        end = page.locator(".pair > section").nth(1).bounding_box()  # what stands below is like what the page shows
        assert end
        shown: Any = {"x": 0, "y": 0, "width": 1200, "height": end["y"] + end["height"] + 16}
        page.screenshot(path=picture, full_page=True, clip=shown)
    assert picture.stat().st_size < PICTURE_BYTES
    assert f"]({DASHBOARD.relative_to(ROOT)})" in (ROOT / "README.md").read_text()
    assert DASHBOARD.exists()
