"""Score files into one file: chunks to worker processes, predictions in order, complete or to be resumed.

The output grows as OUT.part, and OUT.checkpoint says up to which chunk it is valid: a job that is killed resumes there,
with the same bytes in the end. Knows nothing of what is in a chunk.
"""

import json
import os
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from tiktok_claims import atomic, workers
from tiktok_claims.batch import chunk
from tiktok_claims.batch.chunk import Output, ScoredChunk
from tiktok_claims.batch.job import (
    CHECKPOINT,
    ERROR_COLUMNS,
    PART,
    Job,
    Totals,
    as_csv,
    bytes_before,
    check_strict,
    error_lines,
    errors_file,
    load_model_file,
    loaded_model,
    progress_bar,
)
from tiktok_claims.files import reader, writer
from tiktok_claims.files.formats import STREAM, InvalidFile, format_of
from tiktok_claims.files.reader import Chunk
from tiktok_claims.model import model_file

CHUNKS_AHEAD = 2  # chunks a worker, submitted and not yet written: memory stays small


class Checkpoint(NamedTuple):
    """How far a job is; a resumed one continues after it."""

    chunks: int = 0
    totals: Totals = Totals()
    output_bytes: int = 0
    errors_bytes: int = 0
    file: int = 0  # number of the input file of the last chunk
    file_rows: int = 0  # rows of that file up to there


def run(job: Job) -> Totals:
    """Score the files. Raises InvalidFile, InvalidModelFile, OSError, StoppedAtInvalidRow, BrokenProcessPool."""
    output_format = format_of(job.output, job.output_format)
    version = model_file.read(job.model)[1]
    chunks = _chunks(job)
    first = next(chunks, None)
    if first is None:
        raise InvalidFile("there is no row to score")
    output = chunk.output(first[1].layout, output_format, job.only_predictions, job.sentences)
    with (
        _GrowingFile(job, output, version) as growing,
        workers.pool(job.workers, load_model_file, job.model) as executor,
        progress_bar(bytes_before(job.inputs, len(job.inputs))) as bar,
    ):
        remaining = islice(chain([first], chunks), growing.checkpoint.chunks, None)
        submit = partial(executor.submit, partial(_score, version, output))
        for file, scored in _in_order(submit, remaining, CHUNKS_AHEAD * workers.count(job.workers)):
            growing.add(file, scored)
            bar.set_postfix_str(f"{growing.checkpoint.totals.rows:,} rows", refresh=False)
            bar.update(max(0, bytes_before(job.inputs, file) + scored.position - bar.n))
        growing.finish()
    return growing.checkpoint.totals


def _chunks(job: Job) -> Iterator[tuple[int, Chunk]]:
    """Yield the chunks of all files, each with the number of its file. Raises InvalidFile."""
    columns = None
    for number, name in enumerate(job.inputs):
        for rows in reader.chunks(name, job.input_format):
            columns = columns or rows.layout.schema.names
            if set(columns) != set(rows.layout.schema.names):
                raise InvalidFile(f"{name}: its columns are not those of {job.inputs[0]}")
            yield number, rows


def _in_order(
    submit: Callable[[Chunk], Any], chunks: Iterator[tuple[int, Chunk]], most: int
) -> Iterator[tuple[int, ScoredChunk]]:
    """Yield the scored chunks in order; at most so many are pending."""
    pending: deque[tuple[int, Any]] = deque()
    for file, rows in chunks:
        pending.append((file, submit(rows)))
        if len(pending) >= most:
            number, future = pending.popleft()
            yield number, future.result()
    while pending:
        number, future = pending.popleft()
        yield number, future.result()


def _score(version: str, output: Output, rows: Chunk) -> ScoredChunk:
    return chunk.score(rows, loaded_model(version), output)


class _GrowingFile:
    """The output and its file of invalid rows while they grow, and the checkpoint that says how far they are valid."""

    def __init__(self, job: Job, output: Output, version: str) -> None:
        self._job, self._output = job, output
        self.checkpoint = Checkpoint()
        self._to_stream = job.output == STREAM
        name = f"{tempfile.mkdtemp()}/output" if self._to_stream else job.output
        self._part, self._errors_part = Path(name + PART), Path(errors_file(name) + PART)
        self._checkpoint_file = Path(name + CHECKPOINT)
        self._settings = _settings(job, version)

    def __enter__(self) -> "_GrowingFile":
        if self._job.resume and self._checkpoint_file.exists():
            self.checkpoint = self._read_checkpoint()
        self._data = _open_at(self._part, self.checkpoint.output_bytes)
        self._errors = _open_at(self._errors_part, self.checkpoint.errors_bytes)
        if not self.checkpoint.chunks:
            self._data.write(writer.header(self._output.schema, self._output.file_format, self._output.delimiter))
            self._errors.write(as_csv([ERROR_COLUMNS]))
        return self

    def add(self, file: int, scored: ScoredChunk) -> None:
        """Append a chunk of the input file with this number. Raises StoppedAtInvalidRow."""
        name, done = self._job.inputs[file], self.checkpoint
        rows_before = done.file_rows if file == done.file else 0
        self._data.write(scored.data)
        self._errors.write(error_lines(name, rows_before, scored.errors))
        check_strict(self._job.strict, name, rows_before, scored)
        positions = self._data.tell(), self._errors.tell()
        self.checkpoint = Checkpoint(
            done.chunks + 1, done.totals.plus(scored), *positions, file, rows_before + scored.rows
        )
        if not self._to_stream:
            self._write_checkpoint()

    def finish(self) -> None:
        """Give the complete files their names, or copy them to stdout and stderr."""
        self._close()
        if self._output.file_format.name == "parquet":
            with atomic.writing(self._part) as parquet:
                writer.to_parquet(self._part, parquet)
        if self._to_stream:
            self._copy_to_stream()
            return
        errors = Path(errors_file(self._job.output))
        if self.checkpoint.totals.invalid:
            self._errors_part.replace(errors)
        else:
            self._errors_part.unlink()
            errors.unlink(missing_ok=True)
        self._part.replace(self._job.output)
        self._checkpoint_file.unlink(missing_ok=True)

    def __exit__(self, *_: object) -> None:
        self._close()
        if self._to_stream:
            shutil.rmtree(self._part.parent)

    def _close(self) -> None:
        self._data.close()
        self._errors.close()

    def _copy_to_stream(self) -> None:
        with self._part.open("rb") as data:
            shutil.copyfileobj(data, sys.stdout.buffer)
        if self.checkpoint.totals.invalid:
            sys.stderr.write(self._errors_part.read_text())

    def _write_checkpoint(self) -> None:
        self._data.flush()
        self._errors.flush()
        with atomic.writing(self._checkpoint_file) as path:
            path.write_text(json.dumps({"settings": self._settings, "checkpoint": self.checkpoint}))

    def _read_checkpoint(self) -> Checkpoint:
        stored = json.loads(self._checkpoint_file.read_text())
        if stored["settings"] != json.loads(json.dumps(self._settings)):
            raise InvalidFile(
                f"{self._job.output}: the job began with other files, options or another model; leave out --resume"
            )
        chunks, totals, *positions = stored["checkpoint"]
        return Checkpoint(chunks, Totals(*totals), *positions)


def _open_at(path: Path, size: int) -> Any:
    """Open a file that has grown to `size` bytes, to append to it; what came after is cut off."""
    file = path.open("r+b" if size else "wb")
    file.truncate(size)
    file.seek(0, os.SEEK_END)
    return file


def _settings(job: Job, version: str) -> dict[str, Any]:
    """Return what a job must have in common with the one that it resumes."""
    stats = [(name, Path(name).stat()) for name in job.inputs if name != STREAM]
    return {
        "inputs": [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats],
        "formats": [job.input_format, job.output_format],
        "only_predictions": job.only_predictions,
        "sentences": job.sentences,
        "model_version": version,
    }
