"""Drift on whole data sets: samples of the same source stay green, and what has changed turns red."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.drift import bands, of
from tests.helpers.paths import KAGGLE, SHIPPED, STAND_IN
from tiktok_claims.features.single import pack
from tiktok_claims.model import scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.monitoring import drift
from tiktok_claims.monitoring.drift import Drift
from tiktok_claims.record import CATEGORIES, COUNTS, FIELDS, NUMBERS, TEXT, Record
from tiktok_claims.training import dataset
from tiktok_claims.training.masking import mask

EVERY_FIELD = {*NUMBERS, *CATEGORIES, *drift.OF_TRANSCRIPT, drift.PROBABILITY}


class Source:
    """The splits of a data set with the shipped model's probabilities, and its reference distribution."""

    def __init__(self, path: Path) -> None:
        parts = dataset.split(dataset.read(path).rows)
        self._model = scoring.load(SHIPPED)
        self.parts = {"training": parts.train.records, "test": parts.test.records}
        self.scores = {name: np.array(self.score(records)) for name, records in self.parts.items()}
        self.reference = drift.reference_distribution(self.parts["training"], self.scores["training"])

    def score(self, records: list[Record]) -> list[float]:
        return self._model.probabilities(pack(records))

    def compare(self, records: list[Record]) -> list[Drift]:
        return drift.compare(self.reference, records, self.score(records))


@pytest.fixture(
    scope="module",
    params=[
        STAND_IN,
        pytest.param(
            KAGGLE, marks=pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
        ),
    ],
    ids=["stand-in", "Kaggle file"],
)
def source(request: pytest.FixtureRequest) -> Source:
    return Source(request.param)


def test_every_bin_of_a_number_holds_its_share_of_training(source: Source) -> None:
    for name in (*NUMBERS, *drift.OF_TRANSCRIPT):
        *shares, larger, missing = source.reference["fields"][name]["shares"]
        assert min(shares) >= drift.FAIR_SHARE, name
        assert 5 <= len(shares) <= 10, name
        assert larger == missing == 0


@pytest.mark.parametrize("part", ["training", "test"])
def test_fresh_samples_of_the_same_source_stay_green(source: Source, part: str) -> None:
    records, scores = source.parts[part], source.scores[part]
    draws = np.random.default_rng(1)
    for _ in range(20):
        drawn = draws.choice(len(records), 1000, replace=False)
        drifts = drift.compare(source.reference, [records[number] for number in drawn], scores[drawn])
        assert bands(drifts, "green") == EVERY_FIELD, [row for row in drifts if row["band"] != "green"]


def test_the_smallest_sample_stays_green_too(source: Source) -> None:
    records, scores = source.parts["training"], source.scores["training"]
    draws = np.random.default_rng(2)
    for _ in range(50):
        drawn = draws.choice(len(records), drift.MIN_ROWS, replace=False)
        drifts = drift.compare(source.reference, [records[number] for number in drawn], scores[drawn])
        assert bands(drifts, "green") == EVERY_FIELD, [row for row in drifts if row["band"] != "green"]


def test_counts_ten_times_larger_turn_the_counts_red_and_nothing_else(source: Source) -> None:
    larger = [{**record, **{name: 10 * record[name] for name in COUNTS}} for record in source.parts["test"]]
    drifts = source.compare(larger)
    assert bands(drifts, "red") == set(COUNTS)
    assert bands(drifts, "green") == EVERY_FIELD - set(COUNTS)


def test_a_tenth_of_counts_larger_than_all_of_training_turns_the_field_red(source: Source) -> None:
    records = source.parts["test"]
    larger = [
        {**record, "video_view_count": 5e6} if number % 10 == 0 else record for number, record in enumerate(records)
    ]
    drifts = source.compare(larger)
    assert bands(drifts, "red") == {"video_view_count"}
    assert of(drifts, "video_view_count")["recent"][-2] == pytest.approx(0.1, abs=0.001)


def reworded(record: Record, number: int) -> Record:
    """The record with every other word of its text one of another domain, which the model has no class for."""
    unknown = ("zorbel", "quandrix", "mivelt", "tashorn", "plindo")
    words = record[TEXT].split()
    return {**record, TEXT: " ".join(unknown[number % 5] if at % 2 else word for at, word in enumerate(words, number))}


def test_new_wording_turns_unknown_words_and_the_probability_red_and_nothing_else(source: Source) -> None:
    drifts = source.compare([reworded(record, number) for number, record in enumerate(source.parts["test"])])
    assert bands(drifts, "red") == {drift.UNKNOWN, drift.PROBABILITY}  # with fewer known words the model is less sure
    assert bands(drifts, "green") == EVERY_FIELD - {drift.UNKNOWN, drift.PROBABILITY}


@pytest.mark.parametrize("field", [name for name in FIELDS if name != TEXT])
def test_a_field_that_is_always_missing_turns_red_and_nothing_else(source: Source, field: str) -> None:
    drifts = source.compare([mask(record, [field]) for record in source.parts["test"]])
    assert bands(drifts, "red") == {field}
    assert bands(drifts, "green") == EVERY_FIELD - {field}
    assert of(drifts, field)["recent"][-1] == of(drifts, field)["distance"] == 1


def test_texts_that_are_always_missing_turn_their_measures_red(source: Source) -> None:
    drifts = source.compare([mask(record, [TEXT]) for record in source.parts["test"]])
    assert bands(drifts, "red") >= set(drift.OF_TRANSCRIPT)
    # the probability rests on the counts then, and may or may not move
    assert bands(drifts, "green") >= EVERY_FIELD - {*drift.OF_TRANSCRIPT, drift.PROBABILITY}


def test_a_few_missing_values_stay_green_and_a_twentieth_turns_red(source: Source) -> None:
    records = source.parts["test"]

    def without(share: float) -> Drift:
        missing = int(share * len(records))
        some = [mask(record, ["video_like_count"]) for record in records[:missing]]
        return of(source.compare(some + records[missing:]), "video_like_count")

    assert [without(share)["band"] for share in (0.01, 0.03, 0.05)] == ["green", "amber", "red"]


@pytest.mark.parametrize("rows", [0, 1, drift.MIN_ROWS - 1])
def test_too_few_rows_have_no_index(source: Source, rows: int) -> None:
    for row in source.compare(source.parts["test"][:rows]):
        assert (row["band"], row["psi"], row["distance"], row["rows"]) == ("too_few", None, None, rows)
        assert sum(row["recent"]) == pytest.approx(min(rows, 1))


def test_reference_distribution_and_drift_are_plain_values(source: Source) -> None:
    stored = json.loads(json.dumps(source.reference))
    assert stored == source.reference
    records, scores = source.parts["test"], source.scores["test"]
    drifts = drift.compare(stored, records, scores)
    assert json.loads(json.dumps(drifts)) == drifts == drift.compare(source.reference, records, scores)


def test_the_model_file_has_the_distribution_of_training_records_and_of_unseen_probabilities(
    tiny_model_file: ModelFile, tiny_data: dataset.Dataset, model: scoring.Model
) -> None:
    parts = dataset.split(tiny_data.rows)
    unseen = model.probabilities(pack([*parts.validation.records, *parts.test.records]))
    reference = tiny_model_file["reference"]
    assert reference == drift.reference_distribution(parts.train.records, unseen)
    assert {row["psi"] for row in drift.compare(reference, parts.train.records, unseen)} == {0}


def test_two_thousand_records_are_compared_at_once(source: Source) -> None:
    records, scores = source.parts["test"][:2000], source.scores["test"][:2000]

    def seconds(compare: Callable[..., object]) -> float:
        start = time.process_time()
        compare(source.reference, records, scores)
        return time.process_time() - start

    assert min(seconds(drift.compare) for _ in range(5)) < 0.1
