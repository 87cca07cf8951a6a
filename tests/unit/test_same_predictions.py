"""The shipped model's predictions for 2,000 records, against figures that were written down before."""

import json
import random
from pathlib import Path

from tests.helpers.paths import SHIPPED
from tiktok_claims.model import review, scoring
from tiktok_claims.record import FIELDS, Record
from tiktok_claims.synthetic import stand_in

EXPECTED = Path(__file__).with_name("same_predictions.json")  # [probability, needs_review, numbers of its warnings]
SEED = 17


def records(count: int) -> list[Record]:
    """Records of the stand-in, complete and with fields masked."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    rows = []
    for row in stand_in.records(count, SEED):
        masked = rng.choice(((), (), ("video_transcription_text",), FIELDS[2:7], tuple(rng.sample(FIELDS, 3))))
        rows.append({name: value for name, value in row.items() if name in FIELDS and name not in masked})
    return rows


def test_the_same_records_get_the_same_predictions() -> None:
    expected = json.loads(EXPECTED.read_text())
    model, sent = scoring.load(SHIPPED), records(len(expected))
    for predictions in (
        model.predict(sent, [None] * len(sent)),
        [model.predict([record], [None])[0] for record in sent],
    ):
        assert [
            [
                prediction["claim_probability"],
                prediction["needs_review"],
                list(map(review.WARNINGS.index, prediction["warnings"])),
            ]
            for prediction in predictions
        ] == expected
