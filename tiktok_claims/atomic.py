"""Write a file under its name only when it is complete. Knows nothing of what the file holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUFFIX = ".unfinished"


def unfinished(path: Path) -> Path:
    """Return where a file is written, next to its name, until it is complete."""
    return path.with_name(path.name + SUFFIX)


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the name `path` at the end; after an error `path` is as it was."""
    temporary = unfinished(path)
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
