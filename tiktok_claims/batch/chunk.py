"""A block of rows to a block of rows with the model's answers: the unit of work of a backlog, here or on a cluster.

Rows are checked by the column; only one that may be faulty, or has no words, is looked at by itself, with the words of
record.py. Knows nothing of files' names, processes or order.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tiktok_claims.features import columnar
from tiktok_claims.features.columnar import Texts
from tiktok_claims.files import reader
from tiktok_claims.files.csv_rows import PREDICTION_COLUMNS
from tiktok_claims.files.formats import Format
from tiktok_claims.files.reader import NOT_JSON, Chunk, Layout, Rows
from tiktok_claims.model.scoring import STATUSES, Model, Scores
from tiktok_claims.record import (
    CATEGORIES,
    MAX_TEXT_CHARACTERS,
    NUMBERS,
    TEXT,
    FieldError,
    InvalidRecord,
    Record,
    check,
    check_cells,
)

Array = np.ndarray[Any, Any]
ID = "video_id"


class Output(NamedTuple):
    """What rows come out as."""

    kind: Format
    schema: pa.Schema  # own columns and answers
    own: tuple[str, ...]
    delimiter: str


class Scored(NamedTuple):
    """A block that has been scored."""

    data: bytes
    rows: int  # that came in
    errors: list[tuple[int, FieldError]]  # with the row's number, counted from 0 in the block
    position: int  # as the block says


def output(layout: Layout, kind: Format, only_answers: bool) -> Output:
    """Return what rows of this layout come out as; an earlier run's answers are replaced."""
    names = [name for name in layout.schema.names if name not in PREDICTION_COLUMNS]
    names = [name for name in names if not only_answers or name == ID]
    status = "predicted_status" if "claim_status" in names else "claim_status"
    own = [(name, pa.float64() if name in NUMBERS else layout.schema.field(name).type) for name in names]
    answers = [
        (status, pa.string()), ("claim_probability", pa.float64()), ("needs_review", pa.bool_()),
        ("model_version", pa.string()),
    ]  # fmt: skip
    return Output(kind, pa.schema([*own, *answers]), tuple(names), layout.delimiter)


def score(block: Chunk, model: Model, output: Output) -> Scored:
    """Return the rows of a block with their answers, and the faults of those that cannot be scored."""
    rows = reader.rows(block)
    texts, records, faulty = _checked(rows, cells=block.form == "csv")
    scores = model.score(texts, lambda row: records.get(row, {}))
    good = np.ones(len(rows.numbers), bool)
    good[list(faulty)] = False
    answers = _answers(scores, model.version)
    data = reader.encode(_beside(rows.own, answers, good, output), output.kind, output.delimiter)
    faults = [(number, fault) for number, fault in rows.errors.items()]
    faults += [(rows.numbers[row], fault) for row, found in faulty.items() for fault in found]
    return Scored(data, rows.total, sorted(faults, key=lambda fault: fault[0]), block.position)


def _checked(rows: Rows, cells: bool) -> tuple[Texts, dict[int, Record], dict[int, list[FieldError]]]:
    """Return the texts, the records of rows that were looked at, and what is wrong with rows that are faulty."""
    if isinstance(rows.own, list):
        records, faulty = _looked_at(dict(enumerate(rows.own)), cells)
        return columnar.read([records.get(row, {}).get(TEXT, "") for row in rows.numbers]), records, faulty
    texts = columnar.read(_texts(rows.own))
    some = np.flatnonzero((texts.starts == texts.ends) | _doubtful(rows.own, cells))
    records, faulty = _looked_at(dict(zip(some.tolist(), rows.own.take(some).to_pylist(), strict=True)), cells)
    unreadable = {row: list[FieldError]() for row, number in enumerate(rows.numbers) if number in rows.errors}
    return texts, records, faulty | unreadable


def _looked_at(values: dict[int, Any], cells: bool) -> tuple[dict[int, Record], dict[int, list[FieldError]]]:
    records: dict[int, Record] = {}
    faulty: dict[int, list[FieldError]] = {}
    for row, value in values.items():
        try:
            records[row] = _check(value, cells)
        except InvalidRecord as error:
            faulty[row] = error.errors
    return records, faulty


def _check(value: Any, cells: bool) -> Record:
    if value is NOT_JSON:
        raise InvalidRecord([NOT_JSON])
    if isinstance(value, dict):
        value = {name: cell for name, cell in value.items() if name not in PREDICTION_COLUMNS}
    return check_cells({name: cell or "" for name, cell in value.items()}) if cells else check(value)


def _texts(table: pa.Table) -> list[str]:
    column = table[TEXT] if TEXT in table.column_names else None
    if column is None or not _is_string(column):
        return [""] * table.num_rows
    return [text or "" for text in column.to_pylist()]


def _is_string(column: pa.ChunkedArray) -> bool:
    return bool(pa.types.is_string(column.type) or pa.types.is_large_string(column.type))


def _doubtful(table: pa.Table, cells: bool) -> Array:
    """Say of each row whether a field may be faulty."""
    doubtful = np.zeros(table.num_rows, bool)
    for name in table.column_names:
        column = table[name]
        if column.null_count == len(column):
            continue
        if name in NUMBERS:
            numbers = as_numbers(column, cells)
            wrong = ~(numbers >= 0) | np.isinf(numbers)
        elif name == TEXT and _is_string(column):
            wrong = pc.greater(pc.utf8_length(column), MAX_TEXT_CHARACTERS).to_numpy().astype(bool)
        elif name in CATEGORIES and _is_string(column):
            known = [
                value.strip(" ").lower() in CATEGORIES[name] for value in pc.unique(column).drop_null().to_pylist()
            ]
            wrong = np.full(len(doubtful), not all(known))
        else:
            wrong = np.full(len(doubtful), name in CATEGORIES or name == TEXT)
        doubtful |= wrong & pc.is_valid(column).to_numpy()
    return doubtful


def as_numbers(column: pa.ChunkedArray, cells: bool) -> Array:
    """Return a column as doubles; NaN for what is absent or no number. Text is a number only in cells of CSV."""
    kind = column.type
    if cells and _is_string(column):
        try:
            column = pc.cast(column, pa.float64())
        except pa.ArrowInvalid:
            return np.array([_number(cell) for cell in column.to_pylist()], float)
    elif not (pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)):
        return np.full(len(column), np.nan)
    numbers: Array = pc.cast(column, pa.float64(), safe=False).to_numpy()
    return numbers


def _number(cell: str | None) -> float:
    try:
        return float(cell or "nan")
    except ValueError:
        return np.nan


def _answers(scores: Scores, version: str) -> list[pa.Array]:
    review = np.logical_or.reduce(scores.doubts)
    statuses = pa.array(STATUSES).take(pa.array(scores.claims.astype(np.int8)))
    return [statuses, pa.array(scores.probabilities), pa.array(review), pa.repeat(version, len(review))]


def _beside(own: Any, answers: list[pa.Array], good: Array, output: Output) -> Any:
    """Return the good rows with their answers, as values where both sides hold such."""
    names = output.schema.names[len(output.own) :]
    if isinstance(own, list) and output.kind.rows == "ndjson":
        answered = pa.table(answers, names).to_pylist()
        only = output.own == (ID,) or not output.own
        return [
            {**({ID: value[ID]} if only and ID in value else {} if only else value), **answer}
            for value, answer, fine in zip(own, answered, good, strict=True)
            if fine
        ]
    typed = output.kind.rows != "csv"
    columns = [_own(own, name, typed) for name in output.own]
    table = pa.table(
        [*columns, *answers], output.schema.names if not typed else None, schema=output.schema if typed else None
    )
    return table if good.all() else table.filter(pa.array(good))


def _own(own: Any, name: str, typed: bool) -> pa.Array | pa.ChunkedArray:
    if isinstance(own, list):
        values = [value.get(name) if isinstance(value, dict) else None for value in own]
        if name in NUMBERS:
            return pa.array([v if type(v) in (int, float) else None for v in values], pa.float64())
        return pa.array([v if v is None or isinstance(v, str) else reader.as_json(v) for v in values], pa.string())
    if not typed or name not in NUMBERS:
        return own[name]
    return pa.array(as_numbers(own[name], cells=True), from_pandas=True)
