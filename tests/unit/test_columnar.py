"""Many records at once: the features and predictions of one record after the other, to the last bit."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.paths import SHIPPED
from tests.helpers.records import CLAIM
from tests.helpers.strategies import records
from tiktok_claims.features import columnar, extraction, single
from tiktok_claims.features.spec import FEATURES, MAX_CHARACTERS, MAX_TOKENS, Matrix
from tiktok_claims.model import scoring, transcripts
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT, Record, check
from tiktok_claims.synthetic import stand_in

thorough = settings(max_examples=400, deadline=None)


@pytest.fixture(scope="module")
def shipped() -> Model:
    return scoring.load(SHIPPED)


def pack(checked: list[Record]) -> Matrix:
    return columnar.pack(columnar.read([record.get(TEXT, "") for record in checked]), checked.__getitem__)


def assert_alike(checked: list[Record]) -> None:
    at_once, one_by_one = pack(checked), single.pack(checked)
    different = np.argwhere(at_once.view(np.uint32) != one_by_one.view(np.uint32))
    assert not len(different), [(checked[row], FEATURES[column]) for row, column in different[:3]]


@thorough
@given(st.lists(records, max_size=12))
def test_a_block_has_the_features_of_its_records(given: list[dict[str, Any]]) -> None:
    assert_alike([check(record) for record in given])


def test_a_long_block_has_the_features_of_its_records() -> None:
    assert_alike([check(record) for record in stand_in.records(3_000, seed=5)])


@pytest.mark.parametrize("length", range(MAX_TOKENS - 2, MAX_TOKENS + 3))
def test_no_more_words_are_read_at_once_than_one_by_one(length: int) -> None:
    ends = ("according to", "i think", "x y", "that's what")
    assert_alike([check({TEXT: " ".join(["i"] * (length - 1) + [end])}) for end in ends])
    assert_alike([check({TEXT: " " * (MAX_CHARACTERS - length) + "i " * length})])


@thorough
@given(st.lists(records, min_size=1, max_size=6))
def test_many_records_are_predicted_as_each_alone(shipped: Model, given: list[dict[str, Any]]) -> None:
    checked = [check(record) for record in (*given, *[CLAIM] * extraction.MANY)]
    ids = list(range(len(checked)))
    assert shipped.predict(checked, ids) == [shipped.predict([r], [i])[0] for r, i in zip(checked, ids, strict=True)]


@thorough
@given(st.lists(st.floats(0, 1, width=32), min_size=1))
def test_columns_are_rounded_as_round_does(probabilities: list[float]) -> None:
    column = np.array(probabilities, np.float32)
    assert transcripts.rounded(column).tolist() == [round(value, transcripts.DECIMALS) for value in column.tolist()]


def test_words_whose_bytes_are_like_the_divider_move_no_row(shipped: Model) -> None:
    texts = ["the flat has 50 m²", "½ µ ª º ³", "i think it is lovely. a plaque said the old mill is sinking"]
    checked = [check({TEXT: text}) for text in texts * extraction.MANY]
    ids = [None] * len(checked)
    assert shipped.predict(checked, ids) == [shipped.predict([record], [None])[0] for record in checked]
