"""The formats of files of records, and which one a name stands for. Opens no file."""

from pathlib import Path
from typing import NamedTuple

STREAM = "-"  # stands for stdin or stdout
FORMATS = {".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet"}
COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
ERRORS_SUFFIX = ".errors.csv"  # FILE.errors.csv lists the invalid rows of FILE


class InvalidFile(ValueError):
    """A file cannot be read or written as asked; the message says why."""


class Format(NamedTuple):
    """How a file holds its rows."""

    name: str  # one of the values of FORMATS
    compression: str | None = None


def format_of(file: str, name: str | None = None) -> Format:
    """Return the format that the suffixes of a file's name say, or the one of this name. Raises InvalidFile."""
    suffixes = Path(file).suffixes
    compression = COMPRESSIONS.get(suffixes[-1]) if suffixes else None
    suffix = suffixes[:-1][-1:] if compression else suffixes[-1:]
    name = name or ("csv" if file == STREAM else FORMATS.get("".join(suffix)))
    if not name:
        raise InvalidFile(f"{file}: its format is unknown; the name should end in one of {', '.join(FORMATS)}")
    if name == "parquet" and compression:
        raise InvalidFile(f"{file}: Parquet compresses inside the file; leave out the last suffix")
    return Format(name, compression)


def is_known(file: str) -> bool:
    """Say whether a file of a folder holds records, judged by its name."""
    return not file.endswith(ERRORS_SUFFIX) and any(suffix in FORMATS for suffix in Path(file).suffixes[-2:])
