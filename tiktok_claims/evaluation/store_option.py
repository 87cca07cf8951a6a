"""What the commands of the model store share: where it is, who does it, and waiting for the service to follow."""

import argparse
import getpass
import os
import time
from pathlib import Path

import requests

from tiktok_claims import settings
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.model.model_store import UnknownVersion

WAIT_SECONDS = 60
IN_A_ROW = 16  # responses of the new model, each over a new connection, so that every worker has had its turn


class NotServed(Exception):
    """The service does not answer with the model; the message is one line."""


FAILURES = (settings.InvalidSetting, InvalidModelFile, UnknownVersion, NotServed, OSError)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options that promote and rollback share."""
    parser.add_argument("--store", type=Path, metavar="FOLDER", help="the model store; MODEL_PATH unless given")
    parser.add_argument("--url", help="of the service: wait until all of its workers answer with the model")
    parser.add_argument("--by", default=_user(), help="who does this, for the log (default %(default)s)")
    parser.add_argument("--why", default="", metavar="TEXT", help="for the log")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container, a user may have no name
        return f"user {os.getuid()}"


def folder(options: argparse.Namespace) -> Path:
    """Return the folder of the store. Raises InvalidSetting, UnknownVersion."""
    path: Path = options.store or settings.read().model_path
    if not path.is_dir():
        raise UnknownVersion(f"{path} is no folder: name the model store by --store or MODEL_PATH")
    return path


def wait(url: str, version: str) -> None:
    """Wait until every worker of a service answers with a model. Raises NotServed."""
    end, answers = time.monotonic() + WAIT_SECONDS, 0
    while answers < IN_A_ROW:
        if time.monotonic() > end:
            raise NotServed(f"{url} does not answer with {version} after {WAIT_SECONDS} s: look at its log")
        try:
            served = requests.get(f"{url}/health/ready", timeout=5).json()["model_version"]
        except (requests.RequestException, ValueError, KeyError):
            served = None
        answers = answers + 1 if served == version else 0
        if not answers:
            time.sleep(0.1)
