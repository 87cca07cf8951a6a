"""Write rows as CSV, NDJSON or Parquet, chunk by chunk, so that a chunk can be encoded by another process.

Knows nothing of what the rows hold, nor of where the bytes go.
"""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from pydantic_core import to_json

from tiktok_claims.files.formats import Format


def as_json(value: Any) -> str:
    """Return a JSON value as text."""
    return to_json(value).decode()


def encode(rows: Any, file_format: Format, delimiter: str) -> bytes:
    """Return rows (an Arrow table, or for NDJSON also a list of values) as bytes of the file.

    For Parquet they are bytes of an Arrow stream, which `to_parquet` and `writing` turn into a file.
    """
    if file_format.name == "parquet":
        return b"".join(batch.serialize().to_pybytes() for batch in rows.combine_chunks().to_batches())
    if file_format.name == "ndjson":
        values = rows if isinstance(rows, list) else rows.to_pylist()
        data = b"".join([to_json(value, inf_nan_mode="null") + b"\n" for value in values])
    else:
        sink = pa.BufferOutputStream()
        options = pyarrow.csv.WriteOptions(include_header=False, delimiter=delimiter, quoting_style="needed")
        pyarrow.csv.write_csv(rows, sink, options)
        data = sink.getvalue().to_pybytes()
    return _compressed(data, file_format)


def header(schema: pa.Schema, file_format: Format, delimiter: str) -> bytes:
    """Return the bytes before the first row."""
    if file_format.name == "parquet":
        return bytes(schema.serialize().to_pybytes())
    if file_format.name == "ndjson":
        return b""
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(schema.names)
    return _compressed(line.getvalue().encode(), file_format)


def _compressed(data: bytes, file_format: Format) -> bytes:
    # Both formats allow compressed pieces one after the other, so each chunk is compressed by itself.
    return bytes(pa.compress(data, file_format.compression, asbytes=True)) if file_format.compression and data else data


def to_parquet(arrow_stream: Path, out: Path | IO[bytes]) -> None:
    """Turn an Arrow stream into a Parquet file, whose end can be written only when all rows are known."""
    with pa.ipc.open_stream(arrow_stream) as stream, pyarrow.parquet.ParquetWriter(out, stream.schema) as file:
        for batch in stream:
            file.write_batch(batch)


@contextmanager
def writing(sink: Any, schema: pa.Schema, file_format: Format, delimiter: str) -> Iterator[Callable[[bytes], None]]:
    """Write a file to an open sink: give the function that writes the bytes of `encode`."""
    start = header(schema, file_format, delimiter)
    if file_format.name != "parquet":
        sink.write(start)
        yield sink.write
        return
    with pyarrow.parquet.ParquetWriter(sink, schema) as file:

        def write(data: bytes) -> None:
            for batch in pa.ipc.open_stream(start + data):
                file.write_batch(batch)

        yield write
