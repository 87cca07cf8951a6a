"""predict-test.py, as a person runs it."""

import subprocess
import sys

from tests.helpers.paths import ROOT
from tests.helpers.service import free_port, serving


def smoke(url: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "predict-test.py", "--url", url]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_shipped_model_passes_the_smoke_client() -> None:
    with serving() as (url, _):
        client = smoke(url)
    assert client.returncode == 0, client.stdout + client.stderr
    assert "all predictions are as expected" in client.stdout


def test_settings_that_change_a_response_fail_the_smoke_client() -> None:
    with serving(MAX_ROWS="1") as (url, _):
        client = smoke(url)
    assert client.returncode == 1
    assert "1 of 5 are not as expected" in client.stdout


def test_where_nothing_listens_it_says_so_in_one_line() -> None:
    client = smoke(f"http://127.0.0.1:{free_port()}")
    assert client.returncode == 1
    assert len(client.stderr.splitlines()) == 1
    assert "make run" in client.stderr
