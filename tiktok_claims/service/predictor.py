"""Values of a request to predictions: checked, scored, counted and, where there is a history, stored.

Knows neither routes nor how a request's body was written.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

from tiktok_claims.history.writer import HistoryWriter
from tiktok_claims.record import InvalidRecord, Record, check
from tiktok_claims.service import metrics
from tiktok_claims.service.errors import InvalidRequest

Predict: TypeAlias = Callable[[Sequence[Record], Sequence[Any]], Sequence[Any]]  # records, video_ids -> predictions
Check: TypeAlias = Callable[[Any], Record]  # raises InvalidRecord

PROGRAM, PAGE, TABLE = "program", "page", "table"  # sources of records, as the history stores them


class Predictor(NamedTuple):
    """Predicts for the records of one source. Values have passed a JSON or CSV parser, and no check."""

    predict: Predict
    writer: HistoryWriter | None
    source: str = PROGRAM

    def one(self, value: Any) -> Any:
        """Return the prediction for a value. Raises InvalidRequest."""
        try:
            record = check(value)
        except InvalidRecord as error:
            metrics.count_field_errors(error.errors)
            raise InvalidRequest("The record cannot be scored.", error.errors) from None
        return self._predictions([record], [value.get("video_id")])[0]

    def many(self, values: Sequence[Any], check: Check = check) -> list[Any]:
        """Return for each value, in order, a prediction, or its index and errors.

        Raises InvalidRequest when no value is valid.
        """
        results = [_checked(check, index, value) for index, value in enumerate(values)]
        valid = [index for index, result in enumerate(results) if not isinstance(result, _Invalid)]
        if not valid:
            errors = [{"index": index, **error} for index, result in enumerate(results) for error in result["errors"]]
            raise InvalidRequest("The list holds no record that can be scored.", errors)
        predictions = self._predictions(
            [results[index] for index in valid], [values[index].get("video_id") for index in valid]
        )
        for index, prediction in zip(valid, predictions, strict=True):
            results[index] = prediction
        return results

    def _predictions(self, records: Sequence[Record], video_ids: Sequence[Any]) -> Sequence[Any]:
        """Return the predictions for checked records, counted and queued for the history."""
        predictions = self.predict(records, video_ids)
        metrics.count_predictions(records, predictions)
        if self.writer:
            self.writer.add(records, predictions, self.source)
        return predictions


class _Invalid(dict[str, Any]):
    """Takes the place of an invalid value: its index and errors."""


def _checked(check: Check, index: int, value: Any) -> Record | _Invalid:
    try:
        return check(value)
    except InvalidRecord as error:
        metrics.count_field_errors(error.errors)
        return _Invalid(index=index, errors=error.errors)
