"""Records with fields masked: as users send them, in training and in evaluation.

Knows nothing of models.
"""

import random
from collections.abc import Sequence

from tiktok_claims.record import COUNTS, FIELDS, TEXT, Record

ACCOUNT = ("video_duration_sec", "verified_status", "author_ban_status")
SEED = 1


def mask(record: Record, names: Sequence[str]) -> Record:
    """Return the record without the named fields."""
    return {name: value for name, value in record.items() if name not in names}


def with_counts_of(other: Record, record: Record) -> Record:
    """Return the record with the counts of another one in place of its own."""
    return {**mask(record, COUNTS), **mask(other, (TEXT, *ACCOUNT))}


def scenarios(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Return the records as given and with fields masked, by scenario."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    return {
        "as_given": list(records),
        "counts_masked": [mask(record, COUNTS) for record in records],
        "text_masked": [mask(record, (TEXT,)) for record in records],
        "account_and_duration_only": [mask(record, (TEXT, *COUNTS)) for record in records],
        "one_random_field_masked": [mask(record, (rng.choice(FIELDS),)) for record in records],
    }


def mask_as_users_do(record: Record, rng: random.Random) -> Record:
    """Mask counts that do not exist yet, a missing transcript, or any field at random; one field at least stays."""
    some = {name for name in FIELDS if rng.random() < 0.25}
    also = rng.choices([COUNTS, (*COUNTS, TEXT), (TEXT,), ()], [0.3, 0.2, 0.2, 0.3])[0]
    return mask(record, (*some, *also)) or record
