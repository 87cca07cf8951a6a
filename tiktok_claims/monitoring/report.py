"""A report of a window as one HTML file, to mail or to archive: what the dashboard shows, with nothing to press.

    python -m tiktok_claims report --out report.html [--window 7d] [--history URL] [--model FILE]

Exits with 2 when a field's drift is red, so that a cron job can alert, and with 1 when there is no report. It holds no
transcripts. Knows neither how the summary is computed nor how it is drawn.
"""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, PackageLoader

from tiktok_claims import atomic, monitoring, settings
from tiktok_claims.history.queries import HistoryUnavailable
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.monitoring import charts, history_option, phrasing, summary
from tiktok_claims.monitoring.summary import Summary

OKAY, FAILED, RED = 0, 1, 2  # exit statuses


def html(summary: Summary, version: str) -> str:
    """Return the page that shows a summary, its styles in it; drift is that from the training of this model version."""
    pages = Environment(loader=PackageLoader("tiktok_claims.monitoring"), autoescape=True)
    return pages.get_template("report.html").render(
        summary=summary,
        version=version,
        status=phrasing.status(summary),
        charts=charts,
        moment=moment,
        style=(monitoring.STATIC / "summary.css").read_text(encoding="utf-8"),
        **phrasing.WORDING,
    )


def moment(time: str) -> str:
    """Return a time of a summary with its year: a report is read years later, too."""
    return f"{datetime.fromisoformat(time):%Y-%m-%d %H:%M}"


def write(path: Path, text: str) -> None:
    """Write the file under its name only when it is complete. Raises OSError."""
    with atomic.writing(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8")


def red(summary: Summary) -> list[str]:
    """Return the fields whose drift is red."""
    return [field["field"] for field in summary["drift"] if field["band"] == "red"]


def outcome(summary: Summary) -> str:
    """Return in one line where drift is red, or why it is not known."""
    if all(field["psi"] is None for field in summary["drift"]):
        return f"drift is not measured: {summary['sampled']:,} predictions are too few"
    return f"drift is red in {', '.join(red(summary)) or 'no field'}"


def main(arguments: list[str] | None = None) -> int:
    """Write the report of a window that ends now. Returns the exit status."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:  # with 2, which here means that drift is red
        return FAILED if stop.code else OKAY
    try:
        summary, version = _summary(options)
        write(options.out, html(summary, version))
    except (settings.InvalidSetting, HistoryUnavailable, InvalidModelFile, OSError) as error:
        print(f"report: {error}", file=sys.stderr)
        return FAILED
    print(f"{options.out}: {outcome(summary)}")
    return RED if red(summary) else OKAY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="report", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--window", choices=summary.WINDOWS, default="24h", help="that ends now; 24h unless given")
    history_option.add(parser)
    parser.add_argument(
        "--model",
        type=Path,
        metavar="FILE",
        help="the model whose training drift is measured with; MODEL_PATH unless given",
    )
    return parser


def _summary(options: argparse.Namespace) -> tuple[Summary, str]:
    """The summary, and the version of the model whose training drift is measured with."""
    model, version = model_file.read(options.model or settings.read().model_path)
    return summary.summary(history_option.history(options), model["reference"], options.window), version


if __name__ == "__main__":
    sys.exit(main())
