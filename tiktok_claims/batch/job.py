"""A batch job: what is asked for, how much is done, and the names of the files that it writes.

What the two kinds of job have in common; single_file.py writes one file and shards.py a folder of them. Knows nothing
of how a chunk is scored.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tqdm import tqdm

from tiktok_claims.batch.chunk import ScoredChunk
from tiktok_claims.files.formats import ERRORS_SUFFIX, STREAM
from tiktok_claims.model import model_file
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import FieldError

ERROR_COLUMNS = ("file", "row", "field", "problem", "received", "allowed")

# One output file OUT:  OUT.part and OUT.errors.csv.part grow, OUT.checkpoint says how far they are valid, and
# OUT.parquet.part is what an Arrow stream becomes in the end. OUT and OUT.errors.csv are complete.
# A folder OUT:         OUT/.unfinished/* grow, OUT/.job.json says what all shards have in common. OUT/SHARD and
# OUT/SHARD.errors.csv are complete.
PART, CHECKPOINT = ".part", ".checkpoint"
UNFINISHED, SETTINGS = ".unfinished", ".job.json"


class StoppedAtInvalidRow(Exception):
    """The job stopped at the first invalid row, as asked; the message names it."""


class Job(NamedTuple):
    """What is asked for."""

    inputs: Sequence[str]  # names, patterns, folders, URIs
    output: str
    model: Path
    input_format: str | None = None
    output_format: str | None = None
    only_predictions: bool = False
    sentences: bool = False  # write each row's sentences, too
    strict: bool = False
    resume: bool = False
    workers: int = 0  # 0: one for each core


class Totals(NamedTuple):
    """How many rows came in, and how many of them are invalid."""

    rows: int = 0
    invalid: int = 0

    def plus(self, scored: ScoredChunk) -> "Totals":
        """Return the totals with those of one more chunk."""
        return Totals(self.rows + scored.rows, self.invalid + len({row for row, _ in scored.errors}))


def errors_file(output: str) -> str:
    """Return the name of the file of invalid rows next to an output file."""
    return output + ERRORS_SUFFIX


def bytes_before(inputs: Sequence[str], number: int) -> int:
    """Return how many bytes the input files before this one have."""
    return sum(Path(name).stat().st_size for name in inputs[:number] if name != STREAM)


def error_lines(name: str, rows_before: int, errors: Sequence[tuple[int, FieldError]]) -> bytes:
    """Return the lines of a file of invalid rows for a chunk of the input file `name`; rows count from 1."""
    return as_csv([(name, rows_before + row + 1, *map(error.get, ERROR_COLUMNS[2:])) for row, error in errors])


def as_csv(lines: Sequence[Sequence[Any]]) -> bytes:
    """Return lines of cells as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode()


def check_strict(job_is_strict: bool, name: str, rows_before: int, scored: ScoredChunk) -> None:
    """Raise StoppedAtInvalidRow for a chunk with an invalid row, where the job is strict."""
    if job_is_strict and scored.errors:
        row, error = scored.errors[0]
        place = f"{name}, row {rows_before + row + 1:,}"
        raise StoppedAtInvalidRow(f"{place}: {error['field']} {error['problem']} ({error['received']})")


def progress_bar(total_bytes: int) -> "tqdm[Any]":
    """Return the progress of a job in a terminal; with 0 bytes the end is unknown."""
    with_end = "{percentage:3.0f}% |{bar:30}| {elapsed} so far, {remaining} left, {postfix}"
    bar_format = with_end if total_bytes else "{elapsed} so far, {postfix}"
    return tqdm(total=total_bytes or None, disable=None, bar_format=bar_format, mininterval=0.5)


_models: dict[str, Model] = {}  # of this process, by version


def load_model(content: bytes, path: Path) -> None:
    """Load a model into this process, once, from the bytes of its file. Raises InvalidModelFile."""
    contents, version = model_file.parse(content, path)
    if version not in _models:
        _models[version] = Model(contents, version)


def load_model_file(path: Path) -> None:
    """Load the model of a file into this process. Raises InvalidModelFile."""
    load_model(path.read_bytes(), path)


def loaded_model(version: str) -> Model:
    """Return a model that was loaded into this process."""
    return _models[version]
