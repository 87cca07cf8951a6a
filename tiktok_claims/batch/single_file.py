"""The run over a backlog of files: blocks to worker processes, answers in order, whole or to be gone on with.

Knows nothing of what is in a block.
"""

import csv
import io
import json
import os
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from tqdm import tqdm

from tiktok_claims import workers
from tiktok_claims.batch import chunk
from tiktok_claims.batch.chunk import Output, Scored
from tiktok_claims.files import reader
from tiktok_claims.files.formats import STREAM, InvalidFile, format_of
from tiktok_claims.files.reader import Chunk
from tiktok_claims.model import model_file, scoring
from tiktok_claims.record import FieldError

AHEAD = 2  # blocks a worker, handed out and not yet written: memory stays small
ERROR_COLUMNS = ("file", "row", "field", "problem", "received", "allowed")


class Job(NamedTuple):
    """What is asked for."""

    names: Sequence[str]  # files, found
    out: str
    model: Path
    input_form: str | None = None
    output_form: str | None = None
    only_answers: bool = False
    strict: bool = False
    resume: bool = False
    workers: int = 0  # 0: one for each core

    def before(self, file: int) -> int:
        """Return how many bytes there are in the files before this one."""
        return sum(Path(name).stat().st_size for name in self.names[:file] if name != STREAM)

    def about(self, version: str) -> dict[str, Any]:
        """Return what a run must have in common with the one that it goes on with."""
        stats = [(name, Path(name).stat()) for name in self.names if name != STREAM]
        return {
            "inputs": [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats],
            "forms": [self.input_form, self.output_form],
            "only_answers": self.only_answers,
            "model_version": version,
        }


class Done(NamedTuple):
    """How far a run has come; the next begins where this ended."""

    blocks: int = 0
    rows: int = 0
    faulty: int = 0
    bytes: int = 0
    fault_bytes: int = 0
    file: int = 0  # of the last block,
    file_rows: int = 0  # and that file's rows until then


class StoppedAtInvalidRow(Exception):
    """The run ended at the first faulty row, as asked."""


def run(order: Job) -> Done:
    """Score the files. Raises InvalidFile, InvalidModelFile, OSError, StoppedAtInvalidRow, BrokenProcessPool."""
    kind = format_of(order.out, order.output_form)
    version = model_file.read(order.model)[1]
    stream = _blocks(order)
    begin = next(stream, None)
    if begin is None:
        raise InvalidFile("there is no row to score")
    output = chunk.output(begin[1].layout, kind, order.only_answers)
    with (
        _Written(order, output, version) as written,
        workers.pool(order.workers, _start, order.model) as executor,
        bar(order.before(len(order.names))) as shown,
    ):
        todo = islice(chain([begin], stream), written.done.blocks, None)
        submit = partial(executor.submit, partial(_score, output))
        for file, scored in _in_order(submit, todo, AHEAD * workers.count(order.workers)):
            written.add(file, scored)
            shown.set_postfix_str(f"{written.done.rows:,} rows", refresh=False)
            shown.update(max(0, order.before(file) + scored.position - shown.n))
        written.finish()
    return written.done


def _blocks(order: Job) -> Iterator[tuple[int, Chunk]]:
    columns = None
    for index, name in enumerate(order.names):
        for block in reader.blocks(name, order.input_form):
            columns = columns or block.layout.schema.names
            if set(columns) != set(block.layout.schema.names):
                raise InvalidFile(f"{name}: its columns are not those of {order.names[0]}")
            yield index, block


def _in_order(
    submit: Callable[[Chunk], Any], todo: Iterator[tuple[int, Chunk]], most: int
) -> Iterator[tuple[int, Scored]]:
    """Yield what becomes of blocks, in their order; no more than so many are under way."""
    under_way: deque[tuple[int, Any]] = deque()
    for file, block in todo:
        under_way.append((file, submit(block)))
        if len(under_way) >= most:
            index, future = under_way.popleft()
            yield index, future.result()
    while under_way:
        index, future = under_way.popleft()
        yield index, future.result()


_model: scoring.Model  # of a worker process


def _start(path: Path) -> None:
    global _model
    _model = scoring.load(path)


def _score(output: Output, block: Chunk) -> Scored:
    return chunk.score(block, _model, output)


def bar(total: int) -> "tqdm[Any]":
    """Return what shows a terminal how far a run over so many bytes is; of 0 the end is not known."""
    known = "{percentage:3.0f}% |{bar:30}| {elapsed} gone, {remaining} left, {postfix}"
    form = known if total else "{elapsed} gone, {postfix}"
    return tqdm(total=total or None, disable=None, bar_format=form, mininterval=0.5)


RowErrors = Sequence[tuple[int, FieldError]]  # with the number of the row in its block


def told(name: str, begun: int, faults: RowErrors) -> bytes:
    """Return what a faults file says of a block's rows, before which the file had `begun`."""
    return as_csv([(name, begun + row + 1, *map(fault.get, ERROR_COLUMNS[2:])) for row, fault in faults])


def as_csv(lines: Sequence[Sequence[Any]]) -> bytes:
    """Return lines of cells as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode()


def first(name: str, begun: int, faults: RowErrors) -> str:
    """Return what to say of the first of some faults."""
    row, fault = faults[0]
    return f"{name}, row {begun + row + 1:,}: {fault['field']} {fault['problem']} ({fault['received']})"


class _Written:
    """What has been written beside the output, and how far it is; the name comes when all is there."""

    def __init__(self, order: Job, output: Output, version: str) -> None:
        self.order, self.output = order, output
        self.done = Done()
        self._to_stream = order.out == STREAM
        beside = f"{tempfile.mkdtemp()}/out" if self._to_stream else order.out
        self._part = Path(f"{beside}.part")
        self._errors = Path(f"{order.out}.errors.csv.part" if not self._to_stream else f"{beside}.errors.csv.part")
        self._journal = Path(f"{beside}.part.json")
        self._about = order.about(version)

    def __enter__(self) -> "_Written":
        if self.order.resume and self._journal.exists():
            self.done = self._read_journal()
        mode = "r+b" if self.done.blocks else "wb"
        self._data, self._said = self._part.open(mode), self._errors.open(mode)
        self._data.truncate(self.done.bytes)
        self._said.truncate(self.done.fault_bytes)
        self._data.seek(0, os.SEEK_END)
        self._said.seek(0, os.SEEK_END)
        if not self.done.blocks:
            self._data.write(reader.head(self.output.schema, self.output.kind, self.output.delimiter))
            self._said.write(as_csv([ERROR_COLUMNS]))
        return self

    def _read_journal(self) -> Done:
        journal = json.loads(self._journal.read_text())
        if journal["about"] != json.loads(json.dumps(self._about)):
            raise InvalidFile(
                f"{self.order.out}: it was begun with other files, options or another model; leave out --resume"
            )
        return Done(**journal["done"])

    def add(self, file: int, scored: Scored) -> None:
        """Write a block down. Raises StoppedAtInvalidRow."""
        begun = self.done.file_rows if file == self.done.file else 0
        name = self.order.names[file]
        self._data.write(scored.data)
        self._said.write(told(name, begun, scored.errors))
        if self.order.strict and scored.errors:
            raise StoppedAtInvalidRow(first(name, begun, scored.errors))
        faulty = self.done.faulty + len({row for row, _ in scored.errors})
        rows = self.done.rows + scored.rows
        ends = self._data.tell(), self._said.tell()
        self.done = Done(self.done.blocks + 1, rows, faulty, *ends, file, begun + scored.rows)
        if not self._to_stream:
            self._data.flush()
            self._said.flush()
            beside = self._journal.with_suffix(".new")
            beside.write_text(json.dumps({"about": self._about, "done": self.done._asdict()}))
            beside.replace(self._journal)

    def finish(self) -> None:
        """Give the files their names."""
        self._data.close()
        self._said.close()
        if self.output.kind.rows == "parquet":
            whole = self._part.with_suffix(".whole")
            reader.to_parquet(self._part, whole)
            whole.replace(self._part)
        faults = Path(f"{self.order.out}.errors.csv")
        if self._to_stream:
            with self._part.open("rb") as data:
                shutil.copyfileobj(data, sys.stdout.buffer)
            if self.done.faulty:
                sys.stderr.write(self._errors.read_text())
            return
        if self.done.faulty:
            self._errors.replace(faults)
        else:
            self._errors.unlink()
            faults.unlink(missing_ok=True)
        self._part.replace(self.order.out)
        self._journal.unlink(missing_ok=True)

    def __exit__(self, *_: object) -> None:
        self._data.close()
        self._said.close()
        if self._to_stream:
            shutil.rmtree(self._part.parent)
