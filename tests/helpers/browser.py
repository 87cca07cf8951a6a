"""A browser for tests of pages: Debian's Chromium through Playwright, and axe on what it shows."""

import re
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.helpers.paths import ROOT

CHROMIUM = shutil.which("chromium")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDTHS, THEMES = (360, 1440), ("light", "dark")
PICTURE_BYTES = 300_000
# What Chromium itself logs of responses and connections that a test provokes.
EXPECTED = re.compile(r"Failed to load resource: (the server responded with a status of [45]\d\d|net::ERR_INTERNET)")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: apt-get install chromium")
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is missing: npm ci")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def pages_of(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address. It fails when a page calls another origin, or logs an error."""
    pages: list[Page] = []
    origins: set[str] = set()
    requests: list[str] = []
    errors: list[str] = []

    def open_page(url: str, width: int = 1440, theme: Any = "light", **options: Any) -> Page:
        size: Any = {"width": width, "height": 900}
        page = browser.new_page(viewport=size, color_scheme=theme, reduced_motion="reduce", **options)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: errors.append(f"a dialog says {dialog.message}"))
        page.on("console", lambda line: errors.append(line.text) if not EXPECTED.match(line.text) else None)
        page.goto(url)
        pages.append(page)
        origins.add(f"http://{urlsplit(url).netloc}")
        return page

    yield open_page
    for page in pages:
        page.close()
    assert not errors
    assert [url for url in requests if not url.startswith((*origins, "blob:"))] == []


def check_page(page: Page, width: int) -> None:
    """Let axe look at the page as it is; nothing may stick out on the right."""
    page.evaluate(AXE.read_text())  # not as a script of the page, which its policy would refuse
    violations = page.evaluate("axe.run().then(result => result.violations)")
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def sign(picture: Path, text: str) -> None:
    """Write a text into a PNG, in a chunk of its own before the last, which is always of 12 bytes."""
    content = picture.read_bytes()
    chunk = b"tEXtComment\0" + text.encode()
    signature = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    picture.write_bytes(content[:-12] + signature + content[-12:])
