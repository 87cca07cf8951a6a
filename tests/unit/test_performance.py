"""Live performance from counts: figures by hand, intervals as scipy computes them, groups that add up to the total."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from tiktok_claims.history.label import LabelCount
from tiktok_claims.monitoring import performance

STATUSES = st.sampled_from(["claim", "opinion"])
COUNTS = st.builds(
    LabelCount,
    model_version=st.sampled_from(["old", "new"]),
    needs_review=st.booleans(),
    decile=st.integers(0, 9),
    claim_status=STATUSES,
    label=STATUSES,
    rows=st.integers(1, 500),
    probability=st.just(0.0),
).map(lambda row: row._replace(probability=(row.decile + 0.5) / 10 * row.rows))

# 100 rows of two models: 40 claims found, 10 missed, 5 opinions called claims, 45 opinions found
ROWS = [
    LabelCount("a", False, 9, "claim", "claim", 30, 28.5),
    LabelCount("b", True, 6, "claim", "claim", 10, 6.5),
    LabelCount("b", True, 6, "claim", "opinion", 5, 3.25),
    LabelCount("b", True, 3, "opinion", "claim", 10, 3.5),
    LabelCount("a", False, 0, "opinion", "opinion", 45, 0.9),
]


def test_the_figures_are_those_of_a_confusion_matrix_with_claims_as_positives() -> None:
    measured = performance.measure(ROWS)
    assert measured["labelled"] == 100
    assert measured["accuracy"]["value"] == pytest.approx(0.85)
    assert measured["precision"]["value"] == pytest.approx(40 / 45)
    assert measured["recall"]["value"] == pytest.approx(40 / 50)
    assert measured["f1"]["value"] == pytest.approx(80 / 95)


def test_figures_are_given_by_model_and_by_review() -> None:
    measured = performance.measure(ROWS)
    assert measured["by_model_version"]["a"]["accuracy"]["value"] == 1
    assert measured["by_model_version"]["b"]["recall"]["value"] == 0.5
    assert measured["by_review"]["needs_review"]["labelled"] == 25
    assert measured["by_review"]["no_review"]["accuracy"]["value"] == 1


def test_what_was_chosen_at_random_is_measured_apart() -> None:
    measured = performance.measure([*ROWS, LabelCount("a", False, 9, "claim", "opinion", 4, 3.8, at_random=True)])
    assert measured["labelled"] == 104
    assert (measured["at_random"]["labelled"], measured["at_random"]["accuracy"]["value"]) == (4, 0)


def test_agreement_is_cohens_kappa() -> None:
    pairs = (
        [("claim", "claim")] * 20 + [("claim", "opinion")] * 5 + [("opinion", "claim")] * 10 + [("opinion",) * 2] * 15
    )
    measured = performance.agreement(pairs)
    assert measured == {"videos": 50, "share": pytest.approx(0.7), "kappa": pytest.approx(0.4)}
    assert performance.agreement([]) == {"videos": 0, "share": None, "kappa": None}
    assert performance.agreement([("claim", "claim")])["kappa"] is None


def test_calibration_compares_probabilities_with_labels() -> None:
    deciles = {row["decile"]: row for row in performance.measure(ROWS)["calibration"]}
    assert deciles.keys() == {0, 3, 6, 9}
    assert deciles[6]["rows"] == 15
    assert deciles[6]["predicted"] == pytest.approx(0.65)
    assert deciles[6]["observed"] == pytest.approx(10 / 15)
    assert deciles[0]["observed"] == deciles[0]["low"] == 0 < deciles[0]["high"] < 0.1


def test_without_labels_there_are_no_figures() -> None:
    measured = performance.measure([])
    assert (measured["labelled"], measured["by_model_version"], measured["calibration"]) == (0, {}, [])
    for group in (measured, *measured["by_review"].values()):
        for figure in (group["accuracy"], group["precision"], group["recall"], group["f1"]):
            assert figure == {"value": None, "low": None, "high": None}


def test_a_figure_without_rows_is_none_and_the_others_are_not() -> None:
    figures = performance.figures({("opinion", "opinion"): 9})
    assert figures["accuracy"]["value"] == 1
    assert figures["precision"]["value"] is figures["recall"]["value"] is figures["f1"]["value"] is None


@given(st.integers(1, 10**6).flatmap(lambda rows: st.tuples(st.integers(0, rows), st.just(rows))))
def test_the_interval_is_wilsons(of: tuple[int, int]) -> None:
    successes, rows = of
    share, low, high = performance.wilson(successes, rows)
    expected = binomtest(successes, rows).proportion_ci(0.95, method="wilson")
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-6)
    assert 0 <= low <= share <= high <= 1


def test_the_interval_of_f1_contains_the_true_value_in_95_of_100_samples() -> None:
    """Of many samples of one truth, about 95% have intervals that contain it."""
    truth = {("claim", "claim"): 0.4, ("claim", "opinion"): 0.1, ("opinion", "claim"): 0.15}
    f1 = 0.8 / (0.8 + 0.25)
    rng = np.random.default_rng(1)
    held = 0
    for drawn in rng.multinomial(200, [*truth.values(), 0.35], size=2000):
        measured = performance.figures(dict(zip(truth, drawn[:3].tolist(), strict=True)))["f1"]
        assert measured["low"] is not None
        assert measured["high"] is not None
        held += measured["low"] <= f1 <= measured["high"]
    assert 0.93 < held / 2000 < 0.97


@given(st.lists(COUNTS))
def test_groups_add_up_to_the_total(rows: list[LabelCount]) -> None:
    measured = performance.measure(rows)
    total = sum(row.rows for row in rows)
    assert measured["labelled"] == total
    assert sum(group["labelled"] for group in measured["by_model_version"].values()) == total
    assert sum(group["labelled"] for group in measured["by_review"].values()) == total
    assert sum(row["rows"] for row in measured["calibration"]) == total
    for row in measured["calibration"]:
        assert row["predicted"] == pytest.approx((row["decile"] + 0.5) / 10)
