"""Files of records: found, cut into blocks of whole rows, read into columns, and rows back to bytes.

CSV, NDJSON and Parquet, the first two also compressed, through pyarrow. What a row's fields may hold is record.py's.
Knows nothing of models.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from pydantic_core import from_json, to_json

from tiktok_claims.files.csv_rows import WRONG_LENGTH, InvalidTable, check_columns
from tiktok_claims.files.formats import STREAM, Format, InvalidFile, format_of
from tiktok_claims.record import CARRIED, FIELDS, NUMBERS, FieldError

CHUNK_BYTES = 1 << 19
CHUNK_ROWS = 4_096  # of Parquet
MAX_ROW_BYTES = 1 << 25  # with no end in sight, a quote is open

UNDECODABLE: FieldError = {
    "field": "record",
    "received": "bytes that are no text",
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
    """A file's columns, by name and Arrow type, and what divides the cells of CSV."""

    schema: pa.Schema
    delimiter: str = ","


class Chunk(NamedTuple):
    """Some rows of a file as they stand in it."""

    form: str
    layout: Layout
    data: Any  # bytes, or for Parquet a RecordBatch
    position: int  # bytes of the file that have been read


class Rows(NamedTuple):
    """The rows of a block: a table, or of NDJSON a list of values."""

    own: Any
    numbers: Sequence[int]  # of each, counted from 0 in the block
    total: int  # with those that cannot be read at all
    errors: dict[int, FieldError]  # by number


def blocks(name: str, form: str | None = None, storage: Any = None) -> Iterator[Chunk]:
    """Yield a file's rows in order, so many at a time that memory stays small. Raises InvalidFile, OSError.

    `storage` is the file system of pyarrow.fs where the file is, when not this machine's.
    """
    given = format_of(name, form)
    if given.rows == "parquet":
        yield from _parquet_blocks(name, storage)
        return
    with _source(name, storage) as raw:
        stream = pa.CompressedInputStream(raw, given.compression) if given.compression else raw
        cut = _csv_blocks if given.rows == "csv" else _ndjson_blocks
        try:
            for layout, data in cut(stream):
                yield Chunk(given.rows, layout, data, raw.tell() if name != STREAM else 0)
        except (InvalidTable, InvalidFile, UnicodeDecodeError, OSError, pa.ArrowException) as error:
            raise InvalidFile(f"{name}: {error}") from None


def layout(name: str, storage: Any = None) -> Layout:
    """Return the columns of a file without rows, which has passed through `blocks`."""
    given = format_of(name)
    with _source(name, storage) as raw:
        if given.rows == "parquet":
            return Layout(pyarrow.parquet.read_schema(raw).remove_metadata())
        stream = pa.CompressedInputStream(raw, given.compression) if given.compression else raw
        return _csv_layout(stream)[0] if given.rows == "csv" else Layout(pa.schema([]))


def _source(name: str, storage: Any) -> Any:
    if storage:
        return storage.open_input_file(name)
    return open(0, "rb", closefd=False) if name == STREAM else pa.OSFile(name)


def _csv_blocks(stream: Any) -> Iterator[tuple[Layout, bytes]]:
    layout, data = _csv_layout(stream)
    delimiter = layout.delimiter
    # A quoted cell, be it cut off; elsewhere in a cell a quote is a character like any other.
    quoted = re.compile(
        rb'"(?<=[\r\nDELIMITER]")[^"]*+(?:""[^"]*+)*+(?:"|\Z)'.replace(b"DELIMITER", delimiter.encode())
    )

    def border(data: bytes) -> int:
        end = start = 0
        for cell in quoted.finditer(b"\n" + data):  # a block begins where a row does
            end = data.rfind(b"\n", start, cell.start()) + 1 or end
            start = cell.end() - 1
        return data.rfind(b"\n", start) + 1 or end

    for rows in _whole_rows(stream, data, border):
        yield layout, rows


def _csv_layout(stream: Any) -> tuple[Layout, bytes]:
    """Return what the first line says, and what was read behind it."""
    header, _, data = stream.read(CHUNK_BYTES).removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    delimiter = max(",;\t", key=header.decode().count)
    try:
        columns = next(csv.reader([header.decode()], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise InvalidTable(f"the first line cannot be read: {error}") from None
    return Layout(pa.schema([(name, pa.string()) for name in check_columns(columns)]), delimiter), data


def _ndjson_blocks(stream: Any) -> Iterator[tuple[Layout, bytes]]:
    data = stream.read(CHUNK_BYTES)
    first = _value(data.partition(b"\n")[0])
    carried = [name for name in CARRIED if isinstance(first, dict) and name in first]
    schema = pa.schema([(name, pa.float64() if name in NUMBERS else pa.string()) for name in (*carried, *FIELDS)])
    for rows in _whole_rows(stream, data, lambda data: data.rfind(b"\n") + 1):
        yield Layout(schema), rows


def _whole_rows(stream: Any, data: bytes, border: Callable[[bytes], int]) -> Iterator[bytes]:
    """Yield what a stream holds after `data` in pieces that end where a row does, at the border of what was read."""
    while read := stream.read(CHUNK_BYTES):
        if end := border(data):
            yield data[:end]
            data = data[end:]
        elif len(data) > MAX_ROW_BYTES:
            raise InvalidFile("a row is longer than any may be; is a quote missing?")
        data += read
    if data.strip():
        yield data


def _parquet_blocks(name: str, storage: Any) -> Iterator[Chunk]:
    try:
        with _source(name, storage) as raw, pyarrow.parquet.ParquetFile(raw, pre_buffer=False) as file:
            layout = Layout(file.schema_arrow.remove_metadata())
            check_columns(layout.schema.names)
            size, rows = raw.size(), 0
            for batch in file.iter_batches(CHUNK_ROWS, use_threads=False):
                rows += batch.num_rows
                yield Chunk("parquet", layout, batch, size * rows // file.metadata.num_rows)
    except (InvalidTable, pa.ArrowException) as error:
        raise InvalidFile(f"{name}: {error}") from None


def rows(block: Chunk) -> Rows:
    """Read the rows of a block."""
    if block.form == "parquet":
        count = block.data.num_rows
        return Rows(pa.Table.from_batches([block.data]), range(count), count, {})
    if block.form == "csv":
        return _csv_rows(block)
    values = [_value(line) for line in block.data.split(b"\n") if line.strip()]
    return Rows(values, range(len(values)), len(values), {})


def _csv_rows(block: Chunk) -> Rows:
    ragged: list[int] = []

    def skip(row: pyarrow.csv.InvalidRow) -> str:
        ragged.append(row.number - 1)
        return "skip"

    names = block.layout.schema.names
    table = pyarrow.csv.read_csv(
        pa.BufferReader(block.data),
        pyarrow.csv.ReadOptions(use_threads=False, column_names=names, block_size=len(block.data) + 1),
        pyarrow.csv.ParseOptions(delimiter=block.layout.delimiter, newlines_in_values=True, invalid_row_handler=skip),
        pyarrow.csv.ConvertOptions(
            check_utf8=False, column_types=block.layout.schema, null_values=[""], strings_can_be_null=True
        ),
    )
    count = table.num_rows + len(ragged)
    faults = dict.fromkeys(ragged, WRONG_LENGTH)
    numbers = [number for number in range(count) if number not in faults] if ragged else range(count)
    for index, column in enumerate(table.columns):
        if wrong := _undecodable(column):
            faults |= {numbers[row]: UNDECODABLE for row in wrong}
            text = pa.array(
                [None if row in wrong else cell for row, cell in enumerate(column.cast("binary").to_pylist())]
            )
            table = table.set_column(index, names[index], text.cast("string"))
    return Rows(table, numbers, count, faults)


def _undecodable(column: pa.ChunkedArray) -> set[int]:
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return {row for row, cell in enumerate(column.cast("binary").to_pylist()) if cell and not _is_text(cell)}
    return set()


def _is_text(cell: bytes) -> bool:
    try:
        cell.decode()
    except UnicodeDecodeError:
        return False
    return True


def _value(line: bytes) -> Any:
    try:
        return from_json(line)
    except ValueError:
        return NOT_JSON


def as_json(value: Any) -> str:
    """Return a JSON value as text."""
    return to_json(value).decode()


def encode(table: Any, kind: Format, delimiter: str) -> bytes:
    """Return rows as the bytes that stand in a file, for Parquet in one of Arrow's streams (see `to_parquet`)."""
    if kind.rows == "parquet":
        return b"".join(batch.serialize().to_pybytes() for batch in table.combine_chunks().to_batches())
    if kind.rows == "ndjson":
        values = table if isinstance(table, list) else table.to_pylist()
        data = b"".join([to_json(value, inf_nan_mode="null") + b"\n" for value in values])
    else:
        sink = pa.BufferOutputStream()
        options = pyarrow.csv.WriteOptions(include_header=False, delimiter=delimiter, quoting_style="needed")
        pyarrow.csv.write_csv(table, sink, options)
        data = sink.getvalue().to_pybytes()
    return _compressed(data, kind)


def head(schema: pa.Schema, kind: Format, delimiter: str) -> bytes:
    """Return what stands before the rows."""
    if kind.rows == "parquet":
        return bytes(schema.serialize().to_pybytes())
    if kind.rows == "ndjson":
        return b""
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(schema.names)
    return _compressed(line.getvalue().encode(), kind)


def _compressed(data: bytes, kind: Format) -> bytes:
    # members one after the other are one file in both formats, so that each block can be compressed by itself
    return bytes(pa.compress(data, kind.compression, asbytes=True)) if kind.compression and data else data


def to_parquet(written: Path, out: Path | IO[bytes]) -> None:
    """Make of a stream of Arrow's the Parquet file, whose end can be written only when all is known."""
    with pa.ipc.open_stream(written) as stream, pyarrow.parquet.ParquetWriter(out, stream.schema) as file:
        for batch in stream:
            file.write_batch(batch)


@contextmanager
def writer(sink: Any, schema: pa.Schema, kind: Format, delimiter: str) -> Iterator[Callable[[bytes], None]]:
    """Begin a file, give what writes the rows that `encode` returned, and end it."""
    first = head(schema, kind, delimiter)
    if kind.rows != "parquet":
        sink.write(first)
        yield sink.write
        return
    with pyarrow.parquet.ParquetWriter(sink, schema) as file:

        def write(data: bytes) -> None:
            for batch in pa.ipc.open_stream(first + data):
                file.write_batch(batch)

        yield write
