"""A report of a window as one HTML file, to mail or to archive: what the dashboard shows, with nothing to press.

    python -m tiktok_claims report --out report.html [--window 7d] [--history URL] [--model FILE]

Exits with 2 when a field's band is red, so that a cron job can alarm, and with 1 when there is no report. No transcript
is in it. Knows neither how the summary comes about nor how it is drawn.
"""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader

from tiktok_claims import atomic, settings
from tiktok_claims.history.queries import History, HistoryUnavailable
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.monitoring import charts, phrasing, summary
from tiktok_claims.monitoring.summary import Summary

STYLE = Path(__file__).parents[1] / "service" / "static" / "style.css"
OKAY, FAILED, RED = 0, 1, 2  # exit statuses
SQLITE = "sqlite:///"


def html(summary: Summary, version: str) -> str:
    """Return the page that tells a summary, its styles in it; drift is that from the training of this model version."""
    pages = ChoiceLoader([PackageLoader("tiktok_claims.monitoring"), PackageLoader("tiktok_claims.service")])
    template = Environment(loader=pages, autoescape=True).get_template("report.html")
    return template.render(
        summary=summary,
        version=version,
        status=phrasing.status(summary),
        charts=charts,
        moment=moment,
        style=STYLE.read_text(encoding="utf-8"),
        **phrasing.WORDING,
    )


def moment(time: str) -> str:
    """Return a time of a summary with its year: a report is still read when that is over."""
    return f"{datetime.fromisoformat(time):%Y-%m-%d %H:%M}"


def write(path: Path, text: str) -> None:
    """Write the file under its name only when it is complete. Raises OSError."""
    with atomic.writing(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8")


def red(summary: Summary) -> list[str]:
    """Return the fields whose band is red."""
    return [field["field"] for field in summary["drift"] if field["band"] == "red"]


def verdict(summary: Summary) -> str:
    """Say in one line where drift is red, or why nobody can tell."""
    if not summary["drift"]:
        return "drift is not told: the model file holds no profile of its training"
    if all(field["psi"] is None for field in summary["drift"]):
        return f"drift is not told: {summary['sampled']:,} predictions are too few"
    return f"drift is red in {', '.join(red(summary)) or 'no field'}"


def main(arguments: list[str] | None = None) -> int:
    """Write the report of a window that ends now. Returns the exit status."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:  # with 2, which here says that a band is red
        return FAILED if stop.code else OKAY
    try:
        told, version = _summary(options)
        write(options.out, html(told, version))
    except (settings.InvalidSetting, HistoryUnavailable, InvalidModelFile, OSError) as error:
        print(f"report: {error}", file=sys.stderr)
        return FAILED
    print(f"{options.out}: {verdict(told)}")
    return RED if red(told) else OKAY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="report", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="to be written")
    parser.add_argument("--window", choices=summary.WINDOWS, default="24h", help="that ends now; 24h unless given")
    parser.add_argument("--history", metavar="URL", help="of the database; without it that of HISTORY_URL")
    parser.add_argument("--model", type=Path, metavar="FILE", help="that drift is measured against; else MODEL_PATH")
    return parser


def _summary(options: Any) -> tuple[Summary, str]:
    """The summary, and the version of the model whose training drift is measured against."""
    given = settings.read()
    url = given.history_url if options.history is None else settings.read({"HISTORY_URL": options.history}).history_url
    model, version = model_file.read(options.model or given.model_path)
    return summary.summary(_history(url), model["reference"], options.window), version


def _history(url: str) -> History:
    """The history that is there: a misspelt name must not become a new file in which all is well."""
    if not url:
        raise settings.InvalidSetting("HISTORY_URL is empty: nothing is kept")
    file = Path(url.removeprefix(SQLITE).partition("?")[0])
    if url.startswith(SQLITE) and not file.is_file():
        raise HistoryUnavailable(f"there is no database {file}")
    return History(url)


if __name__ == "__main__":
    sys.exit(main())
