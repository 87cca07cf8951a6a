"""predict-test.py, as a person runs it."""

import subprocess
import sys

from tests.conftest import ROOT, free_port, serving


def smoke(url: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "predict-test.py", "--url", url]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_shipped_model_passes_the_smoke_client() -> None:
    with serving() as (url, _):
        said = smoke(url)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "all predictions are as expected" in said.stdout


def test_settings_that_change_an_answer_fail_the_smoke_client() -> None:
    with serving(MAX_ROWS="1") as (url, _):
        said = smoke(url)
    assert said.returncode == 1
    assert "1 of 5 are not as expected" in said.stdout


def test_where_nothing_listens_it_says_so_in_one_line() -> None:
    said = smoke(f"http://127.0.0.1:{free_port()}")
    assert said.returncode == 1
    assert len(said.stderr.splitlines()) == 1
    assert "make run" in said.stderr
