"""Drift: indices by hand and as scipy computes them, bins, bands and plain values."""

import math
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from tests.helpers.drift import bands, of
from tests.helpers.paths import ROOT
from tiktok_claims.monitoring import drift
from tiktok_claims.record import CATEGORIES, NUMBERS, TEXT, Record

EVERY_FIELD = {*NUMBERS, *CATEGORIES, *drift.OF_TRANSCRIPT, drift.PROBABILITY}
SHARES = st.integers(2, 12).flatmap(
    lambda bins: st.lists(
        st.lists(st.integers(0, 1000), min_size=bins, max_size=bins).filter(any).map(lambda n: np.array(n) / sum(n)),
        min_size=2,
        max_size=2,
    )
)


def accounts(verified: int, unverified: int) -> list[Record]:
    return [{"verified_status": "verified"}] * verified + [{"verified_status": "not verified"}] * unverified


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
    reference = drift.reference_distribution(accounts(500, 500), [0.0] * 1000)
    row = of(drift.compare(reference, accounts(450, 150), [0.0] * 600), "verified_status")
    assert row["bins"] == ["verified", "not verified", "missing"]
    assert (row["expected"], row["recent"], row["rows"]) == ([0.5, 0.5, 0], [0.75, 0.25, 0], 600)
    assert row["psi"] == pytest.approx(0.25 * math.log(3))
    assert row["distance"] == pytest.approx(jensenshannon([0.5, 0.5], [0.75, 0.25], base=2))
    assert row["band"] == "red"


@pytest.mark.parametrize(
    ("verified", "band"), [(500, "green"), (650, "green"), (660, "amber"), (735, "amber"), (740, "red")]
)
def test_bands_begin_at_a_tenth_and_at_a_quarter(verified: int, band: str) -> None:
    reference = drift.reference_distribution(accounts(500, 500), [0.0] * 1000)
    row = of(drift.compare(reference, accounts(verified, 1000 - verified), [0.0] * 1000), "verified_status")
    assert row["band"] == band


def test_a_value_on_an_edge_is_in_the_bin_above() -> None:
    views: list[Record] = [{"video_view_count": float(count)} for count in range(1000)]
    reference = drift.reference_distribution(views, [0.0] * 1000)
    edges = reference["fields"]["video_view_count"]["edges"]
    row = of(drift.compare(reference, [{"video_view_count": edges[0]}] * 1000, [0.0] * 1000), "video_view_count")
    assert row["recent"][:3] == [0, 1, 0]
    assert row["bins"][:2] == [f"below {edges[0]:,.0f}", f"{edges[0]:,.0f} to {edges[1]:,.0f}"]


def test_probabilities_have_the_tenths_of_a_histogram() -> None:
    probabilities = [0.0, 0.05, 0.1, 0.95, 1.0] * 100
    drifts = drift.compare(
        drift.reference_distribution(accounts(500, 0), probabilities), accounts(500, 0), probabilities
    )
    row = of(drifts, drift.PROBABILITY)
    assert row["expected"] == [0.4, 0.2, *[0] * 7, 0.4, 0]
    assert row["bins"] == ["below 10%", *(f"{low}0% to {low + 1}0%" for low in range(1, 9)), "90% and more", "missing"]


def test_too_few_rows_of_training_are_too_few_as_well() -> None:
    few = drift.reference_distribution(accounts(5, 5), [0.5] * 10)
    assert bands(drift.compare(few, accounts(500, 500), [0.5] * 1000), "too_few") == EVERY_FIELD


def test_any_record_has_a_bin() -> None:
    reference = drift.reference_distribution(accounts(500, 500), [0.5] * 1000)
    odd: list[Record] = [{}, {"video_view_count": 1e308}, {TEXT: "!!"}, {"video_like_count": 0}]
    drifts = drift.compare(reference, odd * 200, [1.0] * 800)
    for row in drifts:
        assert len(row["bins"]) == len(row["expected"]) == len(row["recent"])
        assert sum(row["recent"]) == pytest.approx(1)
    assert of(drifts, "video_view_count")["bins"] == ["below 1", "1 and more", "missing"]
    assert of(drifts, "video_view_count")["recent"] == [0, 0.25, 0.75]


def test_texts_that_all_have_no_known_word_have_one_bin() -> None:
    noise: list[Record] = [{TEXT: "zorbel quandrix mivelt"}] * 1000
    drifts = drift.compare(drift.reference_distribution(noise, [0.5] * 1000), noise, [0.5] * 1000)
    assert of(drifts, drift.UNKNOWN)["bins"] == ["any", "missing"]
    assert of(drifts, drift.UNKNOWN)["psi"] == 0


def test_monitoring_imports_no_training_library() -> None:
    code = """
import sys
from tiktok_claims.monitoring import drift, performance, replay
print({"pandas", "sklearn", "xgboost", "scipy", "onnx"} & set(sys.modules))
"""
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert output.stdout.strip() == "set()"
