"""A backlog in parts: each file of a folder becomes one of the same name in another, whole or not at all.

A part is scored by one task, from its storage and back to it; where tasks run is an Executor's affair. Storage is any
file system of pyarrow.fs. Knows nothing of processes, machines or clusters.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from tiktok_claims.batch import chunk, single_file
from tiktok_claims.batch.single_file import Done, Job, StoppedAtInvalidRow
from tiktok_claims.files import reader
from tiktok_claims.files.formats import InvalidFile, format_of
from tiktok_claims.files.storage import Shard, files_in, find_shards, locate
from tiktok_claims.model import model_file
from tiktok_claims.model.scoring import Model

UNDER_WAY = 256  # tasks that an executor has at a time
UNFINISHED = ".unfinished"  # the folder in OUT where parts grow
ABOUT = ".score.json"  # what all parts in OUT have in common
FAULTS = ".errors.csv"


class Target(NamedTuple):
    """Where parts go, and what is asked of each."""

    storage: Any
    folder: str
    model_version: str
    only_answers: bool
    strict: bool

    def beside(self) -> str:
        """Return a new name under which a file can grow; two tasks may have the same part, one of them thought lost."""
        return f"{self.folder}/{UNFINISHED}/{uuid4().hex}"


_models: dict[str, Model] = {}  # of this process, by version


def hold(content: bytes, path: Path) -> None:
    """Make a model ready in this process, from the bytes of its file. Raises InvalidModelFile."""
    found, version = model_file.parse(content, path)
    if version not in _models:
        _models[version] = Model(found, version)


def start(path: Path) -> None:
    """Begin a worker process of this machine."""
    hold(path.read_bytes(), path)


def run(order: Job, executor: Executor) -> Done:
    """Score the parts.

    Raises InvalidFile when all others are done, and InvalidModelFile, OSError, StoppedAtInvalidRow at once.
    """
    target = Target(*locate(order.out), model_file.read(order.model)[1], order.only_answers, order.strict)
    parts = find_shards(order.names)
    there = _there(parts, target, order.resume)
    todo = [part for part in parts if part.name not in there]
    done, bad = Done(faulty=sum(map(_faulty, there.values()))), list[str]()
    with single_file.bar(sum(part.size for part in todo)) as shown:
        for part, future in _as_completed(executor, todo, target):
            try:
                scored = future.result()
            except InvalidFile as error:
                bad.append(str(error))
                continue
            done = Done(done.blocks + 1, done.rows + scored.rows, done.faulty + scored.faulty)
            shown.set_postfix_str(f"{done.rows:,} rows", refresh=False)
            shown.update(part.size)
    target.storage.delete_dir(f"{target.folder}/{UNFINISHED}")
    if bad:
        raise InvalidFile("\n".join(sorted(bad)))
    return done


def _there(parts: Sequence[Shard], target: Target, resume: bool) -> dict[str, Shard | None]:
    """Return the names of parts that are done, with the files of faults that some have. Raises InvalidFile."""
    inside = {part.name: part for part in files_in(target.storage, target.folder)}
    there = {part.name: inside.get(part.name + FAULTS) for part in parts if part.name in inside}
    if any(part.path == f"{target.folder}/{part.name}" for part in parts):
        raise InvalidFile(f"{target.folder}: the output cannot be in the folder of the input")
    about = json.dumps({"model_version": target.model_version, "only_answers": target.only_answers}).encode()
    if there and not resume:
        raise InvalidFile(f"{target.folder}: {len(there):,} of the parts are there; --resume keeps them, does the rest")
    if there and (ABOUT not in inside or inside[ABOUT].read() != about):
        raise InvalidFile(f"{target.folder}: it was begun with other options or another model; name another folder")
    target.storage.create_dir(f"{target.folder}/{UNFINISHED}")
    beside = target.beside()
    with target.storage.open_output_stream(beside, compression=None) as sink:
        sink.write(about)
    target.storage.move(beside, f"{target.folder}/{ABOUT}")
    return there


def _faulty(faults: Shard | None) -> int:
    """Return how many rows a file of faults names."""
    if not faults:
        return 0
    lines = csv.reader(io.TextIOWrapper(faults.storage.open_input_file(faults.path), newline=""))
    return len({row for _, row, *_ in islice(lines, 1, None)})


def _as_completed(executor: Executor, parts: Sequence[Shard], target: Target) -> Iterator[tuple[Shard, "Future[Done]"]]:
    """Yield parts as they are done; the executor has few at a time, and none when this ends early."""
    todo, under_way = iter(parts), dict[Future[Done], Shard]()
    try:
        while True:
            for part in islice(todo, UNDER_WAY - len(under_way)):
                under_way[executor.submit(score, part, target)] = part
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                yield under_way.pop(future), future
    finally:
        for future in under_way:
            future.cancel()


def score(part: Shard, target: Target) -> Done:
    """Score a part and give it its name in the target when it is complete.

    Raises InvalidFile, OSError, StoppedAtInvalidRow.
    """
    storage, data, faults = target.storage, target.beside(), target.beside()
    with (
        storage.open_output_stream(data, compression=None) as sink,
        storage.open_output_stream(faults, compression=None) as said,
    ):
        done = _write(part, target, sink, said)
    if done.faulty:  # first: when the part is there, all is
        storage.move(faults, f"{target.folder}/{part.name}{FAULTS}")
    storage.move(data, f"{target.folder}/{part.name}")
    return done


def _write(part: Shard, target: Target, sink: Any, said: Any) -> Done:
    stream, kind = reader.blocks(part.path, storage=part.storage), format_of(part.path)
    begin = list(islice(stream, 1))  # many a folder has parts without rows
    layout = begin[0].layout if begin else reader.layout(part.path, part.storage)
    output, done = chunk.output(layout, kind, target.only_answers), Done()
    said.write(single_file.as_csv([single_file.ERROR_COLUMNS]))
    with reader.writer(sink, output.schema, kind, output.delimiter) as write:
        for block in chain(begin, stream):
            scored = chunk.score(block, _models[target.model_version], output)
            write(scored.data)
            said.write(single_file.told(part.path, done.rows, scored.errors))
            if target.strict and scored.errors:
                raise StoppedAtInvalidRow(single_file.first(part.path, done.rows, scored.errors))
            faulty = done.faulty + len({row for row, _ in scored.errors})
            done = Done(done.blocks + 1, done.rows + scored.rows, faulty)
    return done
