"""A table of records: CSV text to rows, and rows back to CSV with the answers beside them.

Knows nothing of HTTP or models.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tiktok_claims.record import CARRIED, FIELDS, TEXT, FieldError, InvalidRecord, Record, check_cells

# What stands beside a row's own cells; such columns of an earlier answer are ignored and replaced.
ANSWERS = (
    "predicted_status",
    "claim_probability",
    "needs_review",
    "warnings",
    "errors",
    "model_version",
    "prediction_id",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that starts so

RAGGED: FieldError = {
    "field": "record",
    "received": "a row of another length",
    "problem": "has not as many cells as the first line; is a quote missing?",
    "allowed": "one cell for each column",
}

Row = dict[Any, Any]  # column -> cell, as csv.DictReader makes it


class InvalidTable(ValueError):
    """The text is no table of records; the message says why."""


class Table(NamedTuple):
    """Rows as they stand in a CSV file."""

    columns: list[str]
    rows: list[Row]
    delimiter: str


def read(content: bytes, max_rows: int) -> Table:
    """Read CSV in UTF-8 with a header, cells divided by commas, semicolons or tabs.

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
        columns = check_columns(reader.fieldnames or ())  # before the rows: each costs as much as there are columns
        rows = list(islice(reader, max_rows + 1))
    except csv.Error as error:
        raise InvalidTable(f"line {reader.reader.line_num} cannot be read: {error}") from None
    if not rows:
        raise InvalidTable("there is no row below the first line")
    return Table(columns, rows, delimiter)


def check_columns(columns: Sequence[str]) -> list[str]:
    """Return the columns if they are those of a table of records. Raises InvalidTable."""
    given = [name for name in columns if name not in (*CARRIED, *ANSWERS)]
    if not given:
        raise InvalidTable(f"the first line must name columns, at least one of {', '.join(FIELDS)}")
    if len(set(columns)) < len(columns):
        raise InvalidTable("the first line names a column more than once")
    try:
        check_cells({**dict.fromkeys(given, ""), TEXT: "any"})
    except InvalidRecord as error:
        fault = error.errors[0]
        raise InvalidTable(f"in the first line, {fault['field']!r} {fault['problem']}") from None
    return list(columns)


def check_row(row: Row) -> Record:
    """Return the record that a row states. Raises InvalidRecord, also for more or fewer cells than columns."""
    if None in row or None in row.values():  # csv.DictReader's way to keep such a row
        raise InvalidRecord([RAGGED])
    return check_cells({name: cell for name, cell in row.items() if name not in ANSWERS})


def answered(row: Row, answer: dict[str, Any]) -> dict[str, Any]:
    """Return a row's own cells and, beside them, a prediction or what is wrong with the row."""
    cells = {name: cell for name, cell in row.items() if name is not None and name not in ANSWERS}
    return {**cells, "predicted_status": answer.get("claim_status"), **{name: answer.get(name) for name in ANSWERS[1:]}}


def write(table: Table, answers: Iterable[dict[str, Any]]) -> str:
    """Return the table as CSV with the answers' columns added, as `answered` pairs them."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=table.delimiter)
    columns = (*(name for name in table.columns if name not in ANSWERS), *ANSWERS)
    writer.writerow(columns)
    for row, answer in zip(table.rows, answers, strict=True):
        cells = answered(row, answer)
        writer.writerow([_cell(cells[name]) for name in columns])
    return file.getvalue()


def _cell(value: Any) -> str:
    """One cell as text: nothing for None, one sentence after the other, and no formula of a spreadsheet."""
    if isinstance(value, list):
        value = " ".join(item if isinstance(item, str) else _sentence(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) and not _is_number(text) else text


def _sentence(fault: FieldError) -> str:
    return f"{fault['field']} {fault['problem']} ({fault['received']}); allowed: {fault['allowed']}."


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
