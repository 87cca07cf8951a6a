"""Drift: indices by hand and as others compute them, silence on what has not moved, red where something has."""

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from tests.conftest import KAGGLE, ROOT, SHIPPED, STAND_IN
from tiktok_claims.evaluation.metrics import mask
from tiktok_claims.features.single import pack
from tiktok_claims.model import scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.monitoring import drift
from tiktok_claims.monitoring.drift import Drift
from tiktok_claims.record import COUNTS, FIELDS, NUMBERS, TEXT, Record
from tiktok_claims.training import dataset

ACCOUNT = ("verified_status", "author_ban_status")
EVERY_FIELD = {*NUMBERS, *ACCOUNT, *drift.TRANSCRIPT, drift.PROBABILITY}
SHARES = st.integers(2, 12).flatmap(
    lambda bins: st.lists(
        st.lists(st.integers(0, 1000), min_size=bins, max_size=bins).filter(any).map(lambda n: np.array(n) / sum(n)),
        min_size=2,
        max_size=2,
    )
)


class Source:
    """A data set's parts with the shipped model's probabilities, and the profile of its training part."""

    def __init__(self, path: Path) -> None:
        parts = dataset.split(dataset.read(path).rows)
        self._model = scoring.load(SHIPPED)
        self.parts = {"training": parts.training.records, "test": parts.test.records}
        self.scores = {name: np.array(self.score(records)) for name, records in self.parts.items()}
        self.reference = drift.profile(self.parts["training"], self.scores["training"])

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


def bands(found: list[Drift], *names: str) -> set[str]:
    return {row["field"] for row in found if row["band"] in names}


def accounts(verified: int, unverified: int) -> list[Record]:
    return [{"verified_status": "verified"}] * verified + [{"verified_status": "not verified"}] * unverified


def of(found: list[Drift], field: str) -> Drift:
    return next(row for row in found if row["field"] == field)


@pytest.mark.parametrize(
    ("expected", "recent", "psi"),
    [
        ([0.5, 0.5], [0.5, 0.5], 0),
        ([0.5, 0.5], [0.75, 0.25], 0.25 * math.log(3)),
        ([0.25, 0.25, 0.5], [0.5, 0.25, 0.25], 0.5 * math.log(2)),
        ([0.9, 0.1], [0.1, 0.9], 1.6 * math.log(9)),
        ([1, 0], [0.5, 0.5], 0.5 * math.log(2) + (0.5 - 1e-4) * math.log(5000)),  # a share of 0 counts as 1e-4
        ([1, 0, 0], [1, 0, 0], 0),
    ],
)
def test_the_stability_index_is_that_by_hand(expected: list[float], recent: list[float], psi: float) -> None:
    assert drift.stability_index(np.array(expected), np.array(recent)) == pytest.approx(psi)


@given(SHARES)
def test_the_indices_are_distances(shares: list[Any]) -> None:
    one, other = shares
    for index in (drift.stability_index, drift.jensen_shannon):
        assert index(one, one) == 0
        assert index(one, other) == pytest.approx(index(other, one))
        assert index(one, other) >= 0
    assert drift.jensen_shannon(one, other) == pytest.approx(jensenshannon(one, other, base=2), abs=1e-7)


def test_shares_that_differ_by_rounding_alone_are_no_distance_apart() -> None:
    for counts in np.random.default_rng(1).integers(1, 100, (200, 8)):
        one, other = counts / counts.sum(), counts * (1 / counts.sum())
        assert drift.jensen_shannon(one, other) < 1e-7


def test_records_are_compared_bin_by_bin() -> None:
    reference = drift.profile(accounts(500, 500), [0.0] * 1000)
    found = of(drift.compare(reference, accounts(450, 150), [0.0] * 600), "verified_status")
    assert found["bins"] == ["verified", "not verified", "absent"]
    assert (found["expected"], found["recent"], found["rows"]) == ([0.5, 0.5, 0], [0.75, 0.25, 0], 600)
    assert found["psi"] == pytest.approx(0.25 * math.log(3))
    assert found["distance"] == pytest.approx(jensenshannon([0.5, 0.5], [0.75, 0.25], base=2))
    assert found["band"] == "red"


@pytest.mark.parametrize(
    ("verified", "band"), [(500, "green"), (650, "green"), (660, "amber"), (735, "amber"), (740, "red")]
)
def test_bands_begin_at_a_tenth_and_at_a_quarter(verified: int, band: str) -> None:
    reference = drift.profile(accounts(500, 500), [0.0] * 1000)
    found = of(drift.compare(reference, accounts(verified, 1000 - verified), [0.0] * 1000), "verified_status")
    assert found["band"] == band


def test_a_value_on_an_edge_is_part_of_the_bin_above() -> None:
    views: list[Record] = [{"video_view_count": float(count)} for count in range(1000)]
    reference = drift.profile(views, [0.0] * 1000)
    edges = reference["fields"]["video_view_count"]["edges"]
    found = of(drift.compare(reference, [{"video_view_count": edges[0]}] * 1000, [0.0] * 1000), "video_view_count")
    assert found["recent"][:3] == [0, 1, 0]
    assert found["bins"][:2] == [f"below {edges[0]:,.0f}", f"{edges[0]:,.0f} to {edges[1]:,.0f}"]


def test_probabilities_are_in_the_tenths_that_a_histogram_shows() -> None:
    probabilities = [0.0, 0.05, 0.1, 0.95, 1.0] * 100
    found = drift.compare(drift.profile(accounts(500, 0), probabilities), accounts(500, 0), probabilities)
    row = of(found, drift.PROBABILITY)
    assert row["expected"] == [0.4, 0.2, *[0] * 7, 0.4, 0]
    assert row["bins"] == ["below 10%", *(f"{low}0% to {low + 1}0%" for low in range(1, 9)), "90% and more", "absent"]


def test_every_bin_of_a_number_holds_its_share_of_training(source: Source) -> None:
    for name in (*NUMBERS, *drift.TRANSCRIPT):
        *shares, beyond, absent = source.reference["fields"][name]["shares"]
        assert min(shares) >= drift.FAIR_SHARE, name
        assert 5 <= len(shares) <= 10, name
        assert beyond == absent == 0


@pytest.mark.parametrize("part", ["training", "test"])
def test_fresh_samples_of_the_same_source_stay_green(source: Source, part: str) -> None:
    records, scores = source.parts[part], source.scores[part]
    draws = np.random.default_rng(1)
    for _ in range(20):
        drawn = draws.choice(len(records), 1000, replace=False)
        found = drift.compare(source.reference, [records[number] for number in drawn], scores[drawn])
        assert bands(found, "green") == EVERY_FIELD, [row for row in found if row["band"] != "green"]


def test_the_smallest_sample_that_counts_is_quiet_too(source: Source) -> None:
    records, scores = source.parts["training"], source.scores["training"]
    draws = np.random.default_rng(2)
    for _ in range(50):
        drawn = draws.choice(len(records), drift.MIN_ROWS, replace=False)
        found = drift.compare(source.reference, [records[number] for number in drawn], scores[drawn])
        assert bands(found, "green") == EVERY_FIELD, [row for row in found if row["band"] != "green"]


def test_counts_ten_times_larger_turn_the_counts_red_and_nothing_else(source: Source) -> None:
    larger = [{**record, **{name: 10 * record[name] for name in COUNTS}} for record in source.parts["test"]]
    found = source.compare(larger)
    assert bands(found, "red") == set(COUNTS)
    assert bands(found, "green") == EVERY_FIELD - set(COUNTS)


def test_a_tenth_of_counts_beyond_all_of_training_is_enough_for_an_alarm(source: Source) -> None:
    records = source.parts["test"]
    larger = [
        {**record, "video_view_count": 5e6} if number % 10 == 0 else record for number, record in enumerate(records)
    ]
    found = source.compare(larger)
    assert bands(found, "red") == {"video_view_count"}
    assert of(found, "video_view_count")["recent"][-2] == pytest.approx(0.1, abs=0.001)


def reworded(record: Record, number: int) -> Record:
    """The record with every other word of its text one of another domain, which the model has no class for."""
    unknown = ("zorbel", "quandrix", "mivelt", "tashorn", "plindo")
    words = record[TEXT].split()
    return {**record, TEXT: " ".join(unknown[number % 5] if at % 2 else word for at, word in enumerate(words, number))}


def test_new_wording_turns_unknown_words_and_the_probability_red_and_nothing_else(source: Source) -> None:
    found = source.compare([reworded(record, number) for number, record in enumerate(source.parts["test"])])
    assert bands(found, "red") == {drift.UNKNOWN, drift.PROBABILITY}  # with less to go by the model is less sure
    assert bands(found, "green") == EVERY_FIELD - {drift.UNKNOWN, drift.PROBABILITY}


@pytest.mark.parametrize("field", [name for name in FIELDS if name != TEXT])
def test_a_field_that_is_always_absent_turns_red_and_nothing_else(source: Source, field: str) -> None:
    found = source.compare([mask(record, [field]) for record in source.parts["test"]])
    assert bands(found, "red") == {field}
    assert bands(found, "green") == EVERY_FIELD - {field}
    assert of(found, field)["recent"][-1] == of(found, field)["distance"] == 1


def test_texts_that_are_always_absent_turn_what_is_told_of_them_red(source: Source) -> None:
    found = source.compare([mask(record, [TEXT]) for record in source.parts["test"]])
    assert bands(found, "red") >= set(drift.TRANSCRIPT)
    # the probability rests on the counts then, and may or may not move
    assert bands(found, "green") >= EVERY_FIELD - {*drift.TRANSCRIPT, drift.PROBABILITY}


def test_a_few_absent_values_are_no_alarm_and_a_twentieth_is(source: Source) -> None:
    records = source.parts["test"]

    def without(share: float) -> Drift:
        absent = int(share * len(records))
        some = [mask(record, ["video_like_count"]) for record in records[:absent]]
        return of(source.compare(some + records[absent:]), "video_like_count")

    assert [without(share)["band"] for share in (0.01, 0.03, 0.05)] == ["green", "amber", "red"]


@pytest.mark.parametrize("rows", [0, 1, drift.MIN_ROWS - 1])
def test_too_few_rows_are_called_so(source: Source, rows: int) -> None:
    for row in source.compare(source.parts["test"][:rows]):
        assert (row["band"], row["psi"], row["distance"], row["rows"]) == ("too few", None, None, rows)
        assert sum(row["recent"]) == pytest.approx(min(rows, 1))


def test_too_few_rows_of_training_are_too_few_as_well() -> None:
    few = drift.profile(accounts(5, 5), [0.5] * 10)
    assert bands(drift.compare(few, accounts(500, 500), [0.5] * 1000), "too few") == EVERY_FIELD


def test_a_model_without_a_profile_has_no_drift() -> None:
    assert drift.compare({}, accounts(500, 500), [0.5] * 1000) == []


def test_any_record_has_a_bin() -> None:
    reference = drift.profile(accounts(500, 500), [0.5] * 1000)
    odd: list[Record] = [{}, {"video_view_count": 1e308}, {TEXT: "!!"}, {"video_like_count": 0}]
    found = drift.compare(reference, odd * 200, [1.0] * 800)
    for row in found:
        assert len(row["bins"]) == len(row["expected"]) == len(row["recent"])
        assert sum(row["recent"]) == pytest.approx(1)
    assert of(found, "video_view_count")["bins"] == ["below 1", "1 and more", "absent"]
    assert of(found, "video_view_count")["recent"] == [0, 0.25, 0.75]


def test_texts_that_all_have_no_known_word_have_one_bin() -> None:
    noise: list[Record] = [{TEXT: "zorbel quandrix mivelt"}] * 1000
    found = drift.compare(drift.profile(noise, [0.5] * 1000), noise, [0.5] * 1000)
    assert of(found, drift.UNKNOWN)["bins"] == ["any", "absent"]
    assert of(found, drift.UNKNOWN)["psi"] == 0


def test_profile_and_drift_are_plain_values(source: Source) -> None:
    stored = json.loads(json.dumps(source.reference))
    assert stored == source.reference
    records, scores = source.parts["test"], source.scores["test"]
    found = drift.compare(stored, records, scores)
    assert json.loads(json.dumps(found)) == found == drift.compare(source.reference, records, scores)


def test_training_keeps_the_profile_of_its_records_and_of_how_sure_it_is_of_others(
    tiny_model_file: ModelFile, tiny_data: dataset.Dataset, model: scoring.Model
) -> None:
    parts = dataset.split(tiny_data.rows)
    unseen = model.probabilities(pack([*parts.validation.records, *parts.test.records]))
    reference = tiny_model_file["reference"]
    assert reference == drift.profile(parts.training.records, unseen)
    assert {row["psi"] for row in drift.compare(reference, parts.training.records, unseen)} == {0}


def test_two_thousand_records_are_compared_at_once(source: Source) -> None:
    records, scores = source.parts["test"][:2000], source.scores["test"][:2000]

    def seconds(compare: Callable[..., object]) -> float:
        start = time.process_time()
        compare(source.reference, records, scores)
        return time.process_time() - start

    assert min(seconds(drift.compare) for _ in range(5)) < 0.1


def test_serving_gets_no_training_library_with_it() -> None:
    code = """
import sys
from tiktok_claims.monitoring import drift, performance, replay
print({"pandas", "sklearn", "xgboost", "scipy", "onnx"} & set(sys.modules))
"""
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
