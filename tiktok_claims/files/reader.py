"""Read files of records: cut into chunks of complete rows, then each chunk into columns.

CSV, NDJSON and Parquet, the first two also compressed, through pyarrow. Knows nothing of models, nor of what the fields
of a row may hold, which is in record.py.
"""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from pydantic_core import from_json

from tiktok_claims.files.csv_rows import WRONG_LENGTH, InvalidTable, check_columns
from tiktok_claims.files.formats import STREAM, InvalidFile, format_of
from tiktok_claims.record import CARRIED, FIELDS, NUMBERS, FieldError

CHUNK_BYTES = 1 << 19
CHUNK_ROWS = 4_096  # of Parquet
MAX_ROW_BYTES = 1 << 25  # a longer row means a quote that is never closed

NOT_UTF8: FieldError = {
    "field": "record",
    "received": "bytes that are not text",
    "problem": "is not valid UTF-8",
    "allowed": "text in UTF-8",
}
NOT_JSON: FieldError = {
    "field": "record",
    "received": "a line",
    "problem": "is not JSON",
    "allowed": "one JSON object a line",
}


class Layout(NamedTuple):
    """The columns of a file by name and Arrow type, and the delimiter of CSV."""

    schema: pa.Schema
    delimiter: str = ","


class Chunk(NamedTuple):
    """Some consecutive rows of a file, not parsed yet."""

    format: str  # one of the values of FORMATS
    layout: Layout
    data: Any  # bytes, or for Parquet a RecordBatch
    position: int  # bytes of the file that have been read


class Rows(NamedTuple):
    """The rows of a chunk that could be parsed."""

    values: Any  # an Arrow table, or for NDJSON a list of JSON values
    numbers: Sequence[int]  # of each row of `values`, counted from 0 in the chunk
    total: int  # with the rows that could not be parsed
    errors: dict[int, FieldError]  # by row number


def chunks(name: str, format_name: str | None = None, storage: Any = None) -> Iterator[Chunk]:
    """Yield the rows of a file in order, in chunks that keep memory small. Raises InvalidFile, OSError.

    `storage` is the file system of pyarrow.fs that holds the file; None is this machine's.
    """
    file_format = format_of(name, format_name)
    if file_format.name == "parquet":
        yield from _parquet_chunks(name, storage)
        return
    with _opened(name, storage) as raw:
        stream = pa.CompressedInputStream(raw, file_format.compression) if file_format.compression else raw
        cut = _csv_chunks if file_format.name == "csv" else _ndjson_chunks
        try:
            for layout, data in cut(stream):
                yield Chunk(file_format.name, layout, data, raw.tell() if name != STREAM else 0)
        except (InvalidTable, InvalidFile, UnicodeDecodeError, OSError, pa.ArrowException) as error:
            raise InvalidFile(f"{name}: {error}") from None


def layout(name: str, storage: Any = None) -> Layout:
    """Return the columns of a file that `chunks` found to have no rows."""
    file_format = format_of(name)
    with _opened(name, storage) as raw:
        if file_format.name == "parquet":
            return Layout(pyarrow.parquet.read_schema(raw).remove_metadata())
        stream = pa.CompressedInputStream(raw, file_format.compression) if file_format.compression else raw
        return _csv_layout(stream)[0] if file_format.name == "csv" else Layout(pa.schema([]))


def _opened(name: str, storage: Any) -> Any:
    if storage:
        return storage.open_input_file(name)
    return open(0, "rb", closefd=False) if name == STREAM else pa.OSFile(name)


def _csv_chunks(stream: Any) -> Iterator[tuple[Layout, bytes]]:
    layout, data = _csv_layout(stream)
    delimiter = layout.delimiter
    # A quoted cell, also one that the end of the data cuts. A quote inside an unquoted cell is an ordinary character.
    quoted = re.compile(
        rb'"(?<=[\r\nDELIMITER]")[^"]*+(?:""[^"]*+)*+(?:"|\Z)'.replace(b"DELIMITER", delimiter.encode())
    )

    def end_of_rows(data: bytes) -> int:
        end = start = 0
        for cell in quoted.finditer(b"\n" + data):  # the data begins where a row does
            end = data.rfind(b"\n", start, cell.start()) + 1 or end
            start = cell.end() - 1
        return data.rfind(b"\n", start) + 1 or end

    for rows in _complete_rows(stream, data, end_of_rows):
        yield layout, rows


def _csv_layout(stream: Any) -> tuple[Layout, bytes]:
    """Return the columns that the first line names, and the data read after it."""
    header, _, data = stream.read(CHUNK_BYTES).removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    delimiter = max(",;\t", key=header.decode().count)
    try:
        columns = next(csv.reader([header.decode()], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise InvalidTable(f"the first line cannot be read: {error}") from None
    return Layout(pa.schema([(name, pa.string()) for name in check_columns(columns)]), delimiter), data


def _ndjson_chunks(stream: Any) -> Iterator[tuple[Layout, bytes]]:
    data = stream.read(CHUNK_BYTES)
    first = _json_value(data.partition(b"\n")[0])
    carried = [name for name in CARRIED if isinstance(first, dict) and name in first]
    schema = pa.schema([(name, pa.float64() if name in NUMBERS else pa.string()) for name in (*carried, *FIELDS)])
    for rows in _complete_rows(stream, data, lambda data: data.rfind(b"\n") + 1):
        yield Layout(schema), rows


def _complete_rows(stream: Any, data: bytes, end_of_rows: Callable[[bytes], int]) -> Iterator[bytes]:
    """Yield `data` and the rest of the stream in pieces, each cut at the end of its last complete row."""
    while more := stream.read(CHUNK_BYTES):
        if end := end_of_rows(data):
            yield data[:end]
            data = data[end:]
        elif len(data) > MAX_ROW_BYTES:
            raise InvalidFile(f"a row is longer than {MAX_ROW_BYTES >> 20} MiB; is a quote missing?")
        data += more
    if data.strip():
        yield data


def _parquet_chunks(name: str, storage: Any) -> Iterator[Chunk]:
    try:
        with _opened(name, storage) as raw, pyarrow.parquet.ParquetFile(raw, pre_buffer=False) as file:
            layout = Layout(file.schema_arrow.remove_metadata())
            check_columns(layout.schema.names)
            size, rows = raw.size(), 0
            for batch in file.iter_batches(CHUNK_ROWS, use_threads=False):
                rows += batch.num_rows
                yield Chunk("parquet", layout, batch, size * rows // file.metadata.num_rows)
    except (InvalidTable, pa.ArrowException) as error:
        raise InvalidFile(f"{name}: {error}") from None


def rows_of(chunk: Chunk) -> Rows:
    """Parse the rows of a chunk."""
    if chunk.format == "parquet":
        count = chunk.data.num_rows
        return Rows(pa.Table.from_batches([chunk.data]), range(count), count, {})
    if chunk.format == "csv":
        return _csv_rows(chunk)
    values = [_json_value(line) for line in chunk.data.split(b"\n") if line.strip()]
    return Rows(values, range(len(values)), len(values), {})


def _csv_rows(chunk: Chunk) -> Rows:
    table, wrong_length = _csv_table(chunk)
    count = table.num_rows + len(wrong_length)
    errors = dict.fromkeys(wrong_length, WRONG_LENGTH)
    numbers = [number for number in range(count) if number not in errors] if errors else range(count)
    for index, column in enumerate(table.columns):
        if not_utf8 := _not_utf8(column):
            errors |= {numbers[row]: NOT_UTF8 for row in not_utf8}
            table = table.set_column(index, table.column_names[index], _without(column, not_utf8))
    return Rows(table, numbers, count, errors)


def _csv_table(chunk: Chunk) -> tuple[pa.Table, list[int]]:
    """Return the rows as a table, all cells text, and the numbers of rows left out because of their length."""
    wrong_length: list[int] = []

    def skip(row: pyarrow.csv.InvalidRow) -> str:
        wrong_length.append(row.number - 1)
        return "skip"

    layout, size = chunk.layout, len(chunk.data) + 1
    table = pyarrow.csv.read_csv(
        pa.BufferReader(chunk.data),
        pyarrow.csv.ReadOptions(use_threads=False, column_names=layout.schema.names, block_size=size),
        pyarrow.csv.ParseOptions(delimiter=layout.delimiter, newlines_in_values=True, invalid_row_handler=skip),
        pyarrow.csv.ConvertOptions(
            check_utf8=False, column_types=layout.schema, null_values=[""], strings_can_be_null=True
        ),
    )
    return table, wrong_length


def _not_utf8(column: pa.ChunkedArray) -> set[int]:
    """Return the rows whose cell is not valid UTF-8."""
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return {row for row, cell in enumerate(column.cast("binary").to_pylist()) if cell and not _is_utf8(cell)}
    return set()


def _is_utf8(cell: bytes) -> bool:
    try:
        cell.decode()
    except UnicodeDecodeError:
        return False
    return True


def _without(column: pa.ChunkedArray, rows: set[int]) -> pa.Array:
    cells = enumerate(column.cast("binary").to_pylist())
    return pa.array([None if row in rows else cell for row, cell in cells], pa.binary()).cast("string")


def _json_value(line: bytes) -> Any:
    try:
        return from_json(line)
    except ValueError:
        return NOT_JSON
