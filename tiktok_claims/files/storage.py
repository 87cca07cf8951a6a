"""Find files of records, on this machine or in any file system of pyarrow.fs by URI (s3://, gs://, file://).

Knows nothing of what the files hold.
"""

import glob
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem

from tiktok_claims.files.formats import STREAM, InvalidFile, is_known


class Shard(NamedTuple):
    """One file of many, and the file system where it is."""

    storage: Any
    path: str
    size: int  # in bytes

    @property
    def name(self) -> str:
        """Return its name in the folder."""
        return self.path.rpartition("/")[2]

    def read(self) -> bytes:
        """Return what the file holds. Raises OSError."""
        with self.storage.open_input_stream(self.path, compression=None) as stream:
            content: bytes = stream.read()
        return content


def find_files(names: Sequence[str]) -> list[str]:
    """Return the files that names, patterns and folders stand for, those of each in order. Raises InvalidFile."""
    files: list[str] = []
    for name in names:
        if Path(name).is_dir():
            matches = [str(path) for path in sorted(Path(name).iterdir()) if is_known(path.name)]
        else:
            matches = [name] if name == STREAM or Path(name).exists() else sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob refuses an absolute pattern
        if not matches:
            raise InvalidFile(f"{name}: there is no such file")
        files += matches
    return files


def find_shards(names: Sequence[str]) -> list[Shard]:
    """Return the shards that names, patterns, folders and URIs stand for. Raises InvalidFile."""
    shards = [shard for name in names for shard in (_remote(name) if "://" in name else _local(name))]
    name, times = Counter(shard.name for shard in shards).most_common(1)[0]
    if times > 1:
        raise InvalidFile(f"{name}: {times} shards have this name, and would be one file in the output")
    return shards


def locate(name: str) -> tuple[Any, str]:
    """Return the file system of a path or URI and the path in it. Raises InvalidFile."""
    if "://" not in name:
        return LocalFileSystem(), str(Path(name).absolute())
    try:
        storage, path = FileSystem.from_uri(name)
    except pa.ArrowException as error:
        raise InvalidFile(f"{name}: {error}") from None
    return storage, path.rstrip("/")


def files_in(storage: Any, folder: str) -> list[Shard]:
    """Return the files of a folder, whatever they hold; of a missing folder none."""
    infos = storage.get_file_info(FileSelector(folder, allow_not_found=True))
    return [Shard(storage, info.path, info.size) for info in infos if info.type == FileType.File]


def _local(name: str) -> list[Shard]:
    paths = [Path(file).absolute() for file in find_files([name])]
    return [Shard(LocalFileSystem(), str(path), path.stat().st_size) for path in paths]


def _remote(name: str) -> list[Shard]:
    storage, path = locate(name)
    folder, _, pattern = path.rpartition("/")
    if storage.get_file_info(path).type == FileType.Directory:
        folder, pattern = path, "*"
    known = [shard for shard in files_in(storage, folder) if is_known(shard.name)]
    matches = [shard for shard in known if fnmatchcase(shard.name, pattern)]
    if not matches:
        raise InvalidFile(f"{name}: there is no such file")
    return sorted(matches, key=lambda shard: shard.path)
