"""The report: one file that tells a window, and an exit status that a cron job can alarm by."""

import os
import resource
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.test_week import ABSENT, DAY, MOVED, shifted, usual, write
from tiktok_claims import artifact, report
from tiktok_claims.artifact import Artifact
from tiktok_claims.history import History
from tiktok_claims.scoring import Model

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
    model: Model, model_path: Path, tiny_artifact: Artifact, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, older = tmp_path / "report.html", tmp_path / "older.bin"
    few = history(tmp_path, model, shifted(20, seed=3))
    assert run(out, few, model_path, "--window", "7d") == 0
    assert "20 predictions are too few" in capsys.readouterr().out
    artifact.write(older, {**tiny_artifact, "reference": {}})
    assert run(out, few, older) == 0
    assert "no profile" in capsys.readouterr().out


def test_an_empty_history_has_a_report(model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = history_without_rows(tmp_path)
    assert run(tmp_path / "report.html", url, model_path) == 0
    assert "0 predictions are too few" in capsys.readouterr().out


def history_without_rows(folder: Path) -> str:
    url = f"sqlite:///{folder / 'history.db'}"
    History(url).model_versions(day_ago(), day_ago())
    return url


def test_the_window_is_chosen(model: Model, model_path: Path, tmp_path: Path) -> None:
    url = history_without_rows(tmp_path)
    write(url, model, day_ago() - 2 * DAY, shifted(600, seed=4))
    assert run(tmp_path / "day.html", url, model_path) == 0
    assert run(tmp_path / "week.html", url, model_path, "--window", "7d") == 2


def test_settings_are_used_where_nothing_is_given(moved: str, model_path: Path, tmp_path: Path) -> None:
    """As a cron job runs it."""
    found = subprocess.run(
        [sys.executable, "-m", "tiktok_claims.report", "--out", tmp_path / "report.html"],
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
        [sys.executable, "-m", "tiktok_claims.report", "--out", out, "--history", steady, "--model", model_path],
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
