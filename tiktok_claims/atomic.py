"""Write a file under its name only when it is complete. Knows nothing of what the file holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Give the path PATH.new to write to, which becomes `path` at the end; after an error `path` is as it was."""
    new = path.with_name(f"{path.name}.new")
    try:
        yield new
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
