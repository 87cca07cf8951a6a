"""The model store: a folder with a file for each model version, `current`, and a log of what was served.

MODEL_PATH may name such a folder: the service follows `current`, and serves the shipped model while there is none.
Knows nothing of what model files hold.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from typing_extensions import TypedDict

from tiktok_claims import atomic

SHIPPED = Path("model_chosen.bin")
CURRENT, LOG, SUFFIX = "current", "log.ndjson", ".bin"


class Served(TypedDict):
    """From when on a version was served, by whom and why; None is the shipped model."""

    version: str | None
    since: str  # ISO 8601, UTC
    by: str
    why: str


class UnknownVersion(Exception):
    """The store has no such version, or none before it; the message is one line."""


def file_of(path: Path) -> Path:
    """Return the model file to serve: the path itself, or of a store the current one. Raises OSError."""
    if not path.is_dir():
        return path
    version = current(path)
    return path / f"{version}{SUFFIX}" if version else SHIPPED


def current(folder: Path) -> str | None:
    """Return the version that a store says to serve; None for the shipped model. Raises OSError."""
    try:
        return (folder / CURRENT).read_text(encoding="ascii", errors="replace").strip() or None
    except FileNotFoundError:
        return None


def versions(folder: Path) -> list[tuple[str, datetime]]:
    """Return the versions in a store and when each was added, the latest first."""
    files = ((path.stem, path.stat().st_mtime) for path in folder.glob(f"*{SUFFIX}"))
    return [
        (name, datetime.fromtimestamp(time, UTC)) for name, time in sorted(files, key=lambda each: (-each[1], each[0]))
    ]


def log(folder: Path) -> list[Served]:
    """Return what was served, the latest last; a line that was cut off is left out."""
    entries: list[Served] = []
    for line in (folder / LOG).read_text(encoding="utf-8").splitlines() if (folder / LOG).is_file() else ():
        try:
            entries.append(json.loads(line))
        except ValueError:
            continue
    return entries


def promote(folder: Path, version: str, by: str, why: str) -> None:
    """Make a version the current one. Raises UnknownVersion, OSError."""
    if version not in {name for name, _ in versions(folder)}:
        raise UnknownVersion(f"{folder} has no model {version}: `python -m tiktok_claims models` lists them")
    _serve(folder, version, by, why)


def rollback(folder: Path, by: str, why: str) -> str | None:
    """Make the version before the current one current again, and return it. Raises UnknownVersion, OSError."""
    now, served = current(folder), [entry["version"] for entry in log(folder)]
    if now is None:
        raise UnknownVersion(f"{folder} has no current model to roll back from")
    before = previous(served, now)
    _serve(folder, before, by, why)
    return before


def previous(served: list[str | None], now: str) -> str | None:
    """Return the version to go back to from what was served: that before the first time of `now`; None: the shipped."""
    first = served.index(now) if now in served else len(served)
    return served[first - 1] if first else None


def _serve(folder: Path, version: str | None, by: str, why: str) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    entry = Served(version=version, since=since, by=by, why=why)
    with (folder / LOG).open("a", encoding="utf-8") as file:  # first, so that nothing is served that it does not know
        file.write(json.dumps(entry) + "\n")
    with atomic.writing(folder / CURRENT) as path:
        path.write_text(version or "", encoding="ascii")
