"""The option --history of the commands that read a history: report and replay. Knows nothing of what they read."""

import argparse

from tiktok_claims import settings
from tiktok_claims.history import queries
from tiktok_claims.history.queries import History


def add(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument("--history", metavar="URL", help="of the database; HISTORY_URL unless given")


def history(options: argparse.Namespace) -> History:
    """Return the history that a command is to read. Raises InvalidSetting, or HistoryUnavailable if it is not there."""
    current = settings.read() if options.history is None else settings.read({"HISTORY_URL": options.history})
    return queries.open_existing(current.history_url)
