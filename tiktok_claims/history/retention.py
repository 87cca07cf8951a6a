"""How long the history keeps what: predictions, their transcripts, labels. Knows no SQL."""

from typing import NamedTuple

from tiktok_claims.history.prediction import DAY, WRITER_BITS
from tiktok_claims.history.store import Store


class Limits(NamedTuple):
    """What is deleted; 0 days: never."""

    days: int  # of predictions
    rows: int  # of predictions; the oldest beyond it are deleted
    text_days: int = 0  # of the transcripts in predictions
    label_days: int = 0


class Retention:
    """Deletes a little at a time, so that nobody waits long for it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._texts_from = 0  # the id before which no prediction has a transcript any more

    def delete_some(self, store: Store, now: int) -> bool:
        """Delete some of what is too old; True if there may be more. `now` is an id."""
        limits = self._limits
        more = store.delete_oldest(limits.days, limits.rows, now)
        if limits.text_days:
            start = self._texts_from
            self._texts_from = store.delete_texts(start, now - limits.text_days * DAY)
            more |= self._texts_from > start
        if limits.label_days:
            store.delete_labels((now >> WRITER_BITS) / 1e6 - limits.label_days * 86_400)
        return more
