"""Fixtures of several system tests: a browser, a service with the model that ships, a Dask cluster."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.browser import chromium, pages_of
from tests.helpers.dask_cluster import Cluster, start_cluster
from tests.helpers.service import serving


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address; the test fails when a page calls another origin, or logs an error."""
    with pages_of(browser) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def shipped_url() -> Iterator[str]:
    """The address of a service with the model that ships."""
    with serving() as (url, _):
        yield url


@pytest.fixture
def page(open_page: Callable[..., Page], shipped_url: str) -> Page:
    """GET / of the service with the model that ships."""
    return open_page(shipped_url)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and three workers, each a process of one thread."""
    with ExitStack() as ended:
        yield start_cluster(ended, tmp_path_factory.mktemp("cluster"), workers=3)
