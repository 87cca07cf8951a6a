"""Score shards: each file of a folder becomes a file of the same name in another one, complete or not there.

A shard is scored by one task, from its storage and back to it; an Executor says where tasks run. Storage is any file
system of pyarrow.fs. Resuming is simple here: shards that are there are done. Knows nothing of processes or clusters.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from itertools import chain, islice
from typing import Any, NamedTuple
from uuid import uuid4

from tiktok_claims.batch import chunk
from tiktok_claims.batch.job import (
    ERROR_COLUMNS,
    SETTINGS,
    UNFINISHED,
    Job,
    Totals,
    as_csv,
    check_strict,
    error_lines,
    errors_file,
    loaded_model,
    progress_bar,
)
from tiktok_claims.files import reader, writer
from tiktok_claims.files.formats import InvalidFile, format_of
from tiktok_claims.files.storage import Shard, files_in, find_shards, locate
from tiktok_claims.model import model_file

MAX_PENDING_TASKS = 256  # that an executor has at a time


class Target(NamedTuple):
    """Where scored shards go, and what is asked of each."""

    storage: Any
    folder: str
    model_version: str
    only_predictions: bool
    sentences: bool
    strict: bool

    def new_file(self) -> str:
        """Return a name for a file that grows; two tasks may score one shard when a worker is thought lost."""
        return f"{self.folder}/{UNFINISHED}/{uuid4().hex}"


def run(job: Job, executor: Executor) -> Totals:
    """Score the shards.

    Raises InvalidFile when all others are done, and InvalidModelFile, OSError, StoppedAtInvalidRow at once.
    """
    version = model_file.read(job.model)[1]
    target = Target(*locate(job.output), version, job.only_predictions, job.sentences, job.strict)
    shards = find_shards(job.inputs)
    finished = _finished(shards, target, job.resume)
    remaining = [shard for shard in shards if shard.name not in finished]
    rows, invalid, unreadable = 0, sum(map(_invalid_rows, finished.values())), list[str]()
    with progress_bar(sum(shard.size for shard in remaining)) as bar:
        for shard, future in _as_completed(executor, remaining, target):
            try:
                totals = future.result()
            except InvalidFile as error:
                unreadable.append(str(error))
                continue
            rows, invalid = rows + totals.rows, invalid + totals.invalid
            bar.set_postfix_str(f"{rows:,} rows", refresh=False)
            bar.update(shard.size)
    target.storage.delete_dir(f"{target.folder}/{UNFINISHED}")
    if unreadable:
        raise InvalidFile("\n".join(sorted(unreadable)))
    return Totals(rows, invalid)


def _finished(shards: Sequence[Shard], target: Target, resume: bool) -> dict[str, Shard | None]:
    """Return the names of shards that are done, each with its file of invalid rows if it has one.

    Raises InvalidFile.
    """
    present = {file.name: file for file in files_in(target.storage, target.folder)}
    finished = {shard.name: present.get(errors_file(shard.name)) for shard in shards if shard.name in present}
    if any(shard.path == f"{target.folder}/{shard.name}" for shard in shards):
        raise InvalidFile(f"{target.folder}: the output cannot be in the folder of the input")
    settings = {
        "model_version": target.model_version,
        "only_predictions": target.only_predictions,
        "sentences": target.sentences,
    }
    content = json.dumps(settings).encode()
    if finished and not resume:
        raise InvalidFile(f"{target.folder}: {len(finished):,} of the shards are there; --resume scores the others")
    if finished and (SETTINGS not in present or present[SETTINGS].read() != content):
        raise InvalidFile(f"{target.folder}: the job began with other options or another model; name another folder")
    target.storage.create_dir(f"{target.folder}/{UNFINISHED}")
    _write_file(target, SETTINGS, content)
    return finished


def _write_file(target: Target, name: str, content: bytes) -> None:
    path = target.new_file()
    with target.storage.open_output_stream(path, compression=None) as sink:
        sink.write(content)
    target.storage.move(path, f"{target.folder}/{name}")


def _invalid_rows(errors: Shard | None) -> int:
    """Return how many rows a file of invalid rows names."""
    if not errors:
        return 0
    lines = csv.reader(io.TextIOWrapper(errors.storage.open_input_file(errors.path), newline=""))
    return len({row for _, row, *_ in islice(lines, 1, None)})


def _as_completed(
    executor: Executor, shards: Sequence[Shard], target: Target
) -> Iterator[tuple[Shard, "Future[Totals]"]]:
    """Yield shards as they are done; the executor has few at a time, and none when this ends early."""
    remaining, pending = iter(shards), dict[Future[Totals], Shard]()
    try:
        while True:
            for shard in islice(remaining, MAX_PENDING_TASKS - len(pending)):
                pending[executor.submit(score, shard, target)] = shard
            if not pending:
                return
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                yield pending.pop(future), future
    finally:
        for future in pending:
            future.cancel()


def score(shard: Shard, target: Target) -> Totals:
    """Score a shard and give it its name in the target when it is complete.

    Raises InvalidFile, OSError, StoppedAtInvalidRow.
    """
    storage, data, errors = target.storage, target.new_file(), target.new_file()
    with (
        storage.open_output_stream(data, compression=None) as data_sink,
        storage.open_output_stream(errors, compression=None) as errors_sink,
    ):
        totals = _score_to(shard, target, data_sink, errors_sink)
    if totals.invalid:  # before the shard itself: when that is there, all is
        storage.move(errors, f"{target.folder}/{errors_file(shard.name)}")
    storage.move(data, f"{target.folder}/{shard.name}")
    return totals


def _score_to(shard: Shard, target: Target, data: Any, errors: Any) -> Totals:
    chunks, file_format = reader.chunks(shard.path, storage=shard.storage), format_of(shard.path)
    first = list(islice(chunks, 1))  # a shard may have no rows
    layout = first[0].layout if first else reader.layout(shard.path, shard.storage)
    output, totals = chunk.output(layout, file_format, target.only_predictions, target.sentences), Totals()
    errors.write(as_csv([ERROR_COLUMNS]))
    with writer.writing(data, output.schema, file_format, output.delimiter) as write:
        for rows in chain(first, chunks):
            scored = chunk.score(rows, loaded_model(target.model_version), output)
            write(scored.data)
            errors.write(error_lines(shard.path, totals.rows, scored.errors))
            check_strict(target.strict, shard.path, totals.rows, scored)
            totals = totals.plus(scored)
    return totals
