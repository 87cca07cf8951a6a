"""A table sent as CSV, of records or labels: text to rows, and rows back to text with predictions next to them.

Knows nothing of HTTP or models.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tiktok_claims.files.csv_rows import PREDICTION_COLUMNS, InvalidTable, Row, check_columns
from tiktok_claims.record import FieldError

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that starts so


class Table(NamedTuple):
    """Rows of a CSV file."""

    columns: list[str]
    rows: list[Row]
    delimiter: str


def read(content: bytes, max_rows: int, check: Callable[[Sequence[str]], list[str]] = check_columns) -> Table:
    """Read CSV in UTF-8 with a header, cells separated by commas, semicolons or tabs. `check` is of the columns.

    Raises InvalidTable. Of a longer table one row more than `max_rows` is read.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidTable("the file is not UTF-8 text; in a spreadsheet, save it as CSV UTF-8") from None
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = check(reader.fieldnames or ())  # before the rows: each costs as much as there are columns
        rows = list(islice(reader, max_rows + 1))
    except csv.Error as error:
        raise InvalidTable(f"line {reader.reader.line_num} cannot be read: {error}") from None
    if not rows:
        raise InvalidTable("there is no row below the first line")
    return Table(columns, rows, delimiter)


def with_prediction(row: Row, prediction: dict[str, Any]) -> dict[str, Any]:
    """Return a row's own cells and, next to them, a prediction or the errors of the row."""
    cells = {name: cell for name, cell in row.items() if name is not None and name not in PREDICTION_COLUMNS}
    added = {name: prediction.get(name) for name in PREDICTION_COLUMNS[1:]}
    return {**cells, "predicted_status": prediction.get("claim_status"), **added}


def write(table: Table, predictions: Iterable[dict[str, Any]]) -> str:
    """Return the table as CSV with the columns of predictions added, as `with_prediction` adds them."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=table.delimiter)
    columns = (*(name for name in table.columns if name not in PREDICTION_COLUMNS), *PREDICTION_COLUMNS)
    writer.writerow(columns)
    for row, prediction in zip(table.rows, predictions, strict=True):
        cells = with_prediction(row, prediction)
        writer.writerow([_cell(cells[name]) for name in columns])
    return file.getvalue()


def _cell(value: Any) -> str:
    """Return a value as one cell: empty for None, sentences in a row, and never a formula of a spreadsheet."""
    if isinstance(value, list):
        value = " ".join(item if isinstance(item, str) else _sentence(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) and not _is_number(text) else text


def _sentence(error: FieldError) -> str:
    return f"{error['field']} {error['problem']} ({error['received']}); allowed: {error['allowed']}."


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
