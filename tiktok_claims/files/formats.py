"""The formats of files of records, and which one a name stands for. Opens no file."""

from pathlib import Path
from typing import NamedTuple

STREAM = "-"  # stands for stdin or stdout
FORMATS = {".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet"}
COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
ERRORS_SUFFIX = ".errors.csv"  # behind the name of a file: its invalid rows


class InvalidFile(ValueError):
    """A file cannot be read or written as asked; the message says why."""


class Format(NamedTuple):
    """How a file holds its rows."""

    rows: str  # one of the values of FORMATS
    compression: str | None = None


def format_of(name: str, rows: str | None = None) -> Format:
    """Return the format of a file by the suffixes of its name, or as given by `rows`. Raises InvalidFile."""
    suffixes = Path(name).suffixes
    compression = COMPRESSIONS.get(suffixes[-1]) if suffixes else None
    suffix = suffixes[:-1][-1:] if compression else suffixes[-1:]
    rows = rows or ("csv" if name == STREAM else FORMATS.get("".join(suffix)))
    if not rows:
        raise InvalidFile(f"{name}: its format is unknown; the name should end in one of {', '.join(FORMATS)}")
    if rows == "parquet" and compression:
        raise InvalidFile(f"{name}: a Parquet file is compressed inside, not as a whole")
    return Format(rows, compression)


def is_known(name: str) -> bool:
    """Say whether a file found in a folder is one of records."""
    return not name.endswith(ERRORS_SUFFIX) and any(suffix in FORMATS for suffix in Path(name).suffixes[-2:])
