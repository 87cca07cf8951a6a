"""Live quality from counts: figures by hand, intervals as others compute them, parts that add up to the whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from tiktok_claims.monitoring import performance
from tiktok_claims.monitoring.performance import Labelled

VERDICTS = st.sampled_from(["claim", "opinion"])
COUNTS = st.builds(
    Labelled,
    model_version=st.sampled_from(["old", "new"]),
    needs_review=st.booleans(),
    decile=st.integers(0, 9),
    said=VERDICTS,
    decided=VERDICTS,
    rows=st.integers(1, 500),
    probability=st.just(0.0),
).map(lambda row: row._replace(probability=(row.decile + 0.5) / 10 * row.rows))

# 100 rows of two models: 40 claims found, 10 missed, 5 opinions called claims, 45 opinions found
ROWS = [
    Labelled("a", False, 9, "claim", "claim", 30, 28.5),
    Labelled("b", True, 6, "claim", "claim", 10, 6.5),
    Labelled("b", True, 6, "claim", "opinion", 5, 3.25),
    Labelled("b", True, 3, "opinion", "claim", 10, 3.5),
    Labelled("a", False, 0, "opinion", "opinion", 45, 0.9),
]


def test_the_figures_are_those_of_a_confusion_matrix_with_claims_as_positives() -> None:
    found = performance.measure(ROWS)
    assert found["labelled"] == 100
    assert found["accuracy"]["value"] == pytest.approx(0.85)
    assert found["precision"]["value"] == pytest.approx(40 / 45)
    assert found["recall"]["value"] == pytest.approx(40 / 50)
    assert found["f1"]["value"] == pytest.approx(80 / 95)


def test_the_same_is_told_by_model_and_by_whether_review_was_asked_for() -> None:
    found = performance.measure(ROWS)
    assert found["by_model_version"]["a"]["accuracy"]["value"] == 1
    assert found["by_model_version"]["b"]["recall"]["value"] == 0.5
    assert found["by_review"]["asked"]["labelled"] == 25
    assert found["by_review"]["not asked"]["accuracy"]["value"] == 1


def test_calibration_sets_what_was_said_beside_what_was_decided() -> None:
    deciles = {row["decile"]: row for row in performance.measure(ROWS)["calibration"]}
    assert deciles.keys() == {0, 3, 6, 9}
    assert deciles[6]["rows"] == 15
    assert deciles[6]["predicted"] == pytest.approx(0.65)
    assert deciles[6]["observed"] == pytest.approx(10 / 15)
    assert deciles[0]["observed"] == deciles[0]["low"] == 0 < deciles[0]["high"] < 0.1


def test_nothing_labelled_has_no_figures() -> None:
    found = performance.measure([])
    assert (found["labelled"], found["by_model_version"], found["calibration"]) == (0, {}, [])
    for part in (found, *found["by_review"].values()):
        for figure in (part["accuracy"], part["precision"], part["recall"], part["f1"]):
            assert figure == {"value": None, "low": None, "high": None}


def test_a_figure_that_no_row_tells_of_is_none_and_the_others_stand() -> None:
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


def test_the_interval_of_f1_holds_what_it_says() -> None:
    """Of many samples of one truth, about 95% have intervals that contain it."""
    truth = {("claim", "claim"): 0.4, ("claim", "opinion"): 0.1, ("opinion", "claim"): 0.15}
    f1 = 0.8 / (0.8 + 0.25)
    rng = np.random.default_rng(1)
    held = 0
    for drawn in rng.multinomial(200, [*truth.values(), 0.35], size=2000):
        found = performance.figures(dict(zip(truth, drawn[:3].tolist(), strict=True)))["f1"]
        assert found["low"] is not None
        assert found["high"] is not None
        held += found["low"] <= f1 <= found["high"]
    assert 0.93 < held / 2000 < 0.97


@given(st.lists(COUNTS))
def test_parts_add_up_to_the_whole(rows: list[Labelled]) -> None:
    found = performance.measure(rows)
    total = sum(row.rows for row in rows)
    assert found["labelled"] == total
    assert sum(part["labelled"] for part in found["by_model_version"].values()) == total
    assert sum(part["labelled"] for part in found["by_review"].values()) == total
    assert sum(row["rows"] for row in found["calibration"]) == total
    for row in found["calibration"]:
        assert row["predicted"] == pytest.approx((row["decile"] + 0.5) / 10)
