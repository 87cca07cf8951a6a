"""The shadow model: predicts beside the one that serves, in the writer's thread, so that no request waits for it."""

import logging
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from gevent.monkey import get_original

from tiktok_claims.history.prediction import StoredPrediction, record_of

ROWS = 32  # at a time: for so long, under a millisecond, requests wait for the interpreter
PAUSE_SECONDS = 0.0005  # then it is theirs

Predict: TypeAlias = Callable[[Sequence[Any], Sequence[Any]], Sequence[Any]]  # records, video_ids -> predictions

_sleep = get_original("time", "sleep")
_log = logging.getLogger(__name__)


class Shadow:
    """Adds to predictions what another model predicts for their records."""

    def __init__(self, predict: Predict) -> None:
        self._predict = predict
        self._failed = False

    def add(self, rows: list[StoredPrediction]) -> list[StoredPrediction]:
        """Return the rows with the shadow model's predictions, or as they are where it fails, which is logged once."""
        added: list[StoredPrediction] = []
        try:
            for start in range(0, len(rows), ROWS):
                added += self._add(rows[start : start + ROWS])
                _sleep(PAUSE_SECONDS)
        except Exception as error:  # noqa: BLE001 - whatever a model raises: the predictions of the other are to be stored
            if not self._failed:
                _log.error("the shadow model fails, so predictions are stored without it: %s", type(error).__name__)
            self._failed = True
            return rows
        return added

    def _add(self, rows: Sequence[StoredPrediction]) -> list[StoredPrediction]:
        predictions = self._predict([record_of(row) for row in rows], [None] * len(rows))
        return [
            row._replace(
                shadow_version=prediction["model_version"],
                shadow_probability=prediction["claim_probability"],
                shadow_status=prediction["claim_status"],
                shadow_needs_review=prediction["needs_review"],
            )
            for row, prediction in zip(rows, predictions, strict=True)
        ]
