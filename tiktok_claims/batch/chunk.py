"""A chunk of rows to the same rows with their predictions: the unit of work of a batch job, here or on a cluster.

Rows are validated by the column; only a row that may be invalid, or has no words, is checked by itself in record.py.
Knows nothing of file names, processes or order.
"""

from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tiktok_claims.features import columnar
from tiktok_claims.features.columnar import Texts
from tiktok_claims.files.csv_rows import ADDED_COLUMNS, SENTENCES
from tiktok_claims.files.formats import Format
from tiktok_claims.files.reader import NOT_JSON, Chunk, Layout, Rows, rows_of
from tiktok_claims.files.writer import as_json, encode
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
_SENTENCES = pa.list_(
    pa.struct(
        {
            "sentence": pa.string(),
            "position": pa.int64(),
            "claim_probability": pa.float64(),
            "decisive": pa.bool_(),
        }
    )
)


class Output(NamedTuple):
    """How scored rows are written."""

    file_format: Format
    schema: pa.Schema  # of the input columns and the predictions
    input_columns: tuple[str, ...]
    delimiter: str


class ScoredChunk(NamedTuple):
    """The output of a chunk."""

    data: bytes  # as encoded by files/writer.py
    rows: int  # that came in
    errors: list[tuple[int, FieldError]]  # with the number of the row, counted from 0 in the chunk
    position: int  # bytes of the input file up to the end of the chunk


def output(layout: Layout, file_format: Format, only_predictions: bool, sentences: bool = False) -> Output:
    """Return how rows of this layout are written; predictions of an earlier job are replaced."""
    names = [name for name in layout.schema.names if name not in ADDED_COLUMNS]
    names = [name for name in names if not only_predictions or name == ID]
    status = "predicted_status" if "claim_status" in names else "claim_status"
    inputs = [(name, pa.float64() if name in NUMBERS else layout.schema.field(name).type) for name in names]
    predictions = [
        (status, pa.string()), ("claim_probability", pa.float64()), ("needs_review", pa.bool_()),
        ("model_version", pa.string()),
    ]  # fmt: skip
    if sentences:
        predictions.append((SENTENCES, pa.string() if file_format.name == "csv" else _SENTENCES))
    return Output(file_format, pa.schema([*inputs, *predictions]), tuple(names), layout.delimiter)


def score(chunk: Chunk, model: Model, output: Output) -> ScoredChunk:
    """Return the rows of a chunk with their predictions, and the errors of rows that are invalid."""
    rows = rows_of(chunk)
    texts, records, errors_by_row = _checked(rows, cells=chunk.format == "csv")
    scores = model.score(texts, lambda row: records.get(row, {}))
    valid = np.ones(len(rows.numbers), bool)
    valid[list(errors_by_row)] = False
    predictions = _predictions(scores, model.version)
    if SENTENCES in output.schema.names:
        predictions.append(_sentences(scores, texts, output.schema.field(SENTENCES).type))
    data = encode(_joined(rows.values, predictions, valid, output), output.file_format, output.delimiter)
    errors = list(rows.errors.items())
    errors += [(rows.numbers[row], error) for row, row_errors in errors_by_row.items() for error in row_errors]
    return ScoredChunk(data, rows.total, sorted(errors, key=itemgetter(0)), chunk.position)


def _checked(rows: Rows, cells: bool) -> tuple[Texts, dict[int, Record], dict[int, list[FieldError]]]:
    """Return the texts, the records of rows that were checked by themselves, and the errors of invalid rows."""
    if isinstance(rows.values, list):
        records, errors = _check_each(dict(enumerate(rows.values)), cells)
        return columnar.read([records.get(row, {}).get(TEXT, "") for row in rows.numbers]), records, errors
    texts = columnar.read(_texts(rows.values))
    some = np.flatnonzero((texts.starts == texts.ends) | _may_be_invalid(rows.values, cells))
    records, errors = _check_each(dict(zip(some.tolist(), rows.values.take(some).to_pylist(), strict=True)), cells)
    not_parsed = {row: list[FieldError]() for row, number in enumerate(rows.numbers) if number in rows.errors}
    return texts, records, errors | not_parsed


def _check_each(values: dict[int, Any], cells: bool) -> tuple[dict[int, Record], dict[int, list[FieldError]]]:
    records: dict[int, Record] = {}
    errors: dict[int, list[FieldError]] = {}
    for row, value in values.items():
        try:
            records[row] = _check(value, cells)
        except InvalidRecord as error:
            errors[row] = error.errors
    return records, errors


def _check(value: Any, cells: bool) -> Record:
    if value is NOT_JSON:
        raise InvalidRecord([NOT_JSON])
    if isinstance(value, dict):
        value = {name: cell for name, cell in value.items() if name not in ADDED_COLUMNS}
    return check_cells({name: cell or "" for name, cell in value.items()}) if cells else check(value)


def _texts(table: pa.Table) -> list[str]:
    column = table[TEXT] if TEXT in table.column_names else None
    if column is None or not _is_string(column):
        return [""] * table.num_rows
    return [text or "" for text in column.to_pylist()]


def _is_string(column: pa.ChunkedArray) -> bool:
    return bool(pa.types.is_string(column.type) or pa.types.is_large_string(column.type))


def _may_be_invalid(table: pa.Table, cells: bool) -> Array:
    """Say of each row whether a field may be invalid."""
    suspects = np.zeros(table.num_rows, bool)
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
            wrong = np.full(len(suspects), not all(known))
        else:
            wrong = np.full(len(suspects), name in CATEGORIES or name == TEXT)
        suspects |= wrong & pc.is_valid(column).to_numpy()
    return suspects


def as_numbers(column: pa.ChunkedArray, cells: bool) -> Array:
    """Return a column as doubles; NaN where a value is missing or not a number. Only CSV has numbers as text."""
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


def _predictions(scores: Scores, version: str) -> list[pa.Array]:
    review = np.logical_or.reduce(scores.warnings)
    statuses = pa.array(STATUSES).take(pa.array(scores.claims.astype(np.int8)))
    return [statuses, pa.array(scores.probabilities), pa.array(review), pa.repeat(version, len(review))]


def _sentences(scores: Scores, texts: Texts, kind: pa.DataType) -> pa.Array:
    """Return the sentences of each row, in CSV as JSON."""
    values = [scores.sentences_of(row, text) for row, text in enumerate(texts.texts)]
    return pa.array(values if kind == _SENTENCES else [as_json(value) for value in values], kind)


def _joined(values: Any, predictions: list[pa.Array], valid: Array, output: Output) -> Any:
    """Return the valid rows with their predictions: JSON values where input and output are NDJSON, else a table."""
    if isinstance(values, list) and output.file_format.name == "ndjson":
        return _joined_json(values, predictions, valid, output)
    typed = output.file_format.name != "csv"
    columns = [_input_column(values, name, typed) for name in output.input_columns]
    table = pa.table(
        [*columns, *predictions], None if typed else output.schema.names, schema=output.schema if typed else None
    )
    return table if valid.all() else table.filter(pa.array(valid))


def _joined_json(values: list[Any], predictions: list[pa.Array], valid: Array, output: Output) -> list[dict[str, Any]]:
    names = output.schema.names[len(output.input_columns) :]
    id_only = output.input_columns in ((ID,), ())
    return [
        {**({ID: value[ID]} if id_only and ID in value else {} if id_only else value), **prediction}
        for value, prediction, is_valid in zip(values, pa.table(predictions, names).to_pylist(), valid, strict=True)
        if is_valid
    ]


def _input_column(values: Any, name: str, typed: bool) -> pa.Array | pa.ChunkedArray:
    if isinstance(values, list):
        cells = [value.get(name) if isinstance(value, dict) else None for value in values]
        if name in NUMBERS:
            return pa.array([cell if type(cell) in (int, float) else None for cell in cells], pa.float64())
        texts = [cell if cell is None or isinstance(cell, str) else as_json(cell) for cell in cells]
        return pa.array(texts, pa.string())
    if not typed or name not in NUMBERS:
        return values[name]
    return pa.array(as_numbers(values[name], cells=True), from_pandas=True)
