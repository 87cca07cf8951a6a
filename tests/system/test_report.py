"""The report: one file that shows a window, and an exit status that a cron job can alert by."""

import os
import resource
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.helpers.paths import ROOT
from tests.helpers.week import DAY, DRIFTED, MISSING, Labelled, drifted, usual, write
from tiktok_claims.history.queries import History
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import report

FULL_BYTES = 40_000  # of a file: enough for what SQLite writes next to its own, not for a report


def day_ago() -> datetime:
    return datetime.now(UTC) - timedelta(hours=24)


def history(folder: Path, model: Model, labelled: list[Labelled]) -> str:
    """The address of a history of these records, over the last day."""
    url = f"sqlite:///{folder / 'history.db'}"
    write(url, model, day_ago(), labelled)
    return url


@pytest.fixture(scope="module")
def steady(model: Model, tmp_path_factory: pytest.TempPathFactory) -> str:
    return history(tmp_path_factory.mktemp("steady"), model, usual(600, seed=1))


@pytest.fixture(scope="module")
def with_drift(model: Model, tmp_path_factory: pytest.TempPathFactory) -> str:
    return history(tmp_path_factory.mktemp("drift"), model, drifted(600, seed=2))


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


def test_red_fields_exit_with_2_and_are_named(
    with_drift: str, model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "report.html", with_drift, model_path) == 2
    output = capsys.readouterr().out
    assert len(output.splitlines()) == 1
    assert set(output.partition("red in ")[2].strip().split(", ")) == DRIFTED


def test_drift_that_cannot_be_measured_is_not_called_green(
    model: Model, model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = history(tmp_path, model, drifted(20, seed=3))
    assert run(tmp_path / "report.html", few, model_path, "--window", "7d") == 0
    assert "20 predictions are too few" in capsys.readouterr().out


def test_an_empty_history_has_a_report(model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'history.db'}"
    History(url).model_versions(day_ago(), day_ago())
    assert run(tmp_path / "report.html", url, model_path) == 0
    assert "0 predictions are too few" in capsys.readouterr().out


def test_the_window_is_chosen(history_url: str, model: Model, model_path: Path, tmp_path: Path) -> None:
    History(history_url).model_versions(day_ago(), day_ago())
    write(history_url, model, day_ago() - 2 * DAY, drifted(600, seed=4))
    assert run(tmp_path / "day.html", history_url, model_path) == 0
    assert run(tmp_path / "week.html", history_url, model_path, "--window", "7d") == 2


def test_settings_are_used_where_no_option_is_given(with_drift: str, model_path: Path, tmp_path: Path) -> None:
    """As a cron job runs it."""
    process = subprocess.run(
        [sys.executable, "-m", "tiktok_claims", "report", "--out", tmp_path / "report.html"],
        cwd=ROOT,
        env={**os.environ, "HISTORY_URL": with_drift, "MODEL_PATH": str(model_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 2, process.stderr
    assert MISSING in process.stdout


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"model": "none.bin"}, "cannot read"),
        ({"history": "sqlite:///{}/none.db"}, "there is no database"),
        ({"history": "sqlite:///{}/report.bin"}, "not a database"),
        ({"history": "postgresql://claims@127.0.0.1:9/claims"}, "refused"),
        ({"history": "history.db"}, "HISTORY_URL"),
        ({"history": ""}, "there is no history"),
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
    arguments = [
        argument for name, value in {**usual, **given}.items() for argument in (f"--{name}", value.format(tmp_path))
    ]
    assert report.main(arguments) == 1
    output = capsys.readouterr()
    assert reason in output.err
    assert (len(output.err.splitlines()), output.out) == (1, "")
    assert files(tmp_path) == ["report.bin"]  # no new database, half a report or anything else


@pytest.mark.parametrize("arguments", [[], ["--out", "report.html", "--window", "2d"]])
def test_a_misspelt_option_does_not_exit_as_if_drift_were_red(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert report.main(arguments) == 1
    assert "report: error:" in capsys.readouterr().err


def test_a_full_disk_leaves_the_last_report_as_it_was(steady: str, model_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("the last one")
    process = subprocess.run(
        [sys.executable, "-m", "tiktok_claims", "report", "--out", out, "--history", steady, "--model", model_path],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_BYTES, FULL_BYTES)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (process.returncode, out.read_text(), files(tmp_path)) == (1, "the last one", ["report.html"])
    assert "File too large" in process.stderr


LOADED = """
import sys
from tiktok_claims.monitoring import report
print(*sorted({"flask", "onnxruntime", "gevent", "gunicorn", "prometheus_client"} & set(sys.modules)))
"""


def test_the_report_imports_neither_the_web_server_nor_the_model_runtime() -> None:
    process = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert process.stdout.split() == []


def test_serving_does_not_import_the_report() -> None:
    code = "import sys, predict; sys.exit('tiktok_claims.monitoring.report' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "HISTORY_URL": ""}, check=True)
