"""What the columns and rows of a CSV of records may be. Reads and writes no file; knows nothing of HTTP or models."""

from collections.abc import Sequence
from typing import Any

from tiktok_claims.record import CARRIED, FIELDS, TEXT, FieldError, InvalidRecord, Record, check_cells

# Columns added next to a row's own; those of an earlier prediction are ignored and replaced.
PREDICTION_COLUMNS = (
    "predicted_status",
    "claim_probability",
    "needs_review",
    "warnings",
    "errors",
    "model_version",
    "prediction_id",
)
SENTENCES = "sentences"  # only on request
ADDED_COLUMNS = (*PREDICTION_COLUMNS, SENTENCES)

WRONG_LENGTH: FieldError = {
    "field": "record",
    "received": "a row of another length",
    "problem": "has more or fewer cells than the first line; is a quote missing?",
    "allowed": "one cell for each column",
}

Row = dict[Any, Any]  # column -> cell, as csv.DictReader makes it


class InvalidTable(ValueError):
    """The text is not a table of records; the message says why."""


def check_columns(columns: Sequence[str]) -> list[str]:
    """Return the columns if they are those of a table of records. Raises InvalidTable."""
    fields = [name for name in columns if name not in (*CARRIED, *ADDED_COLUMNS)]
    if not fields:
        raise InvalidTable(f"the first line must name columns, at least one of {', '.join(FIELDS)}")
    if len(set(columns)) < len(columns):
        raise InvalidTable("the first line names a column more than once")
    try:
        check_cells({**dict.fromkeys(fields, ""), TEXT: "any"})
    except InvalidRecord as invalid:
        error = invalid.errors[0]
        raise InvalidTable(f"in the first line, {error['field']!r} {error['problem']}") from None
    return list(columns)


def check_row(row: Row) -> Record:
    """Return the record in a row. Raises InvalidRecord, also for more or fewer cells than columns."""
    if None in row or None in row.values():  # how csv.DictReader marks such a row
        raise InvalidRecord([WRONG_LENGTH])
    return check_cells({name: cell for name, cell in row.items() if name not in ADDED_COLUMNS})
