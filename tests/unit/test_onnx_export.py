"""The ONNX export of fitted trees: it scores as they do, at every threshold and whatever is missing."""

import numpy as np
import onnxruntime
import pytest
import xgboost

from tiktok_claims.training import onnx_export

COLUMNS = 6


@pytest.fixture(scope="module")
def fitted() -> xgboost.XGBClassifier:
    rng = np.random.default_rng(1)
    rows = rng.integers(0, 9, (4000, COLUMNS)).astype(np.float32)
    rows[rng.random(rows.shape) < 0.3] = np.nan  # at random: some nodes send missing values one way, some the other
    labels = np.nansum(rows, axis=1) + np.isnan(rows[:, 0]) * 9 > 18
    return xgboost.XGBClassifier(n_estimators=20, max_depth=5, n_jobs=1, random_state=1).fit(rows, labels)


def test_values_at_and_around_every_threshold_score_as_in_the_trees(
    fitted: xgboost.XGBClassifier,
) -> None:
    nodes = fitted.get_booster().trees_to_dataframe().query("Feature != 'Leaf'")
    assert (nodes["Missing"] == nodes["Yes"]).any()
    assert (nodes["Missing"] == nodes["No"]).any()
    at = nodes["Split"].to_numpy(np.float32)
    some = np.concatenate([at, np.nextafter(at, np.float32(-99)), np.nextafter(at, np.float32(99)), [-9, 0, 99]])
    rows = np.random.default_rng(2).choice(some, (20_000, COLUMNS)).astype(np.float32)
    rows[np.random.default_rng(3).random(rows.shape) < 0.3] = np.nan
    session = onnxruntime.InferenceSession(onnx_export.onnx_model(fitted, COLUMNS))
    (scored,) = session.run(["probabilities"], {"features": rows})
    np.testing.assert_allclose(scored[:, 0], fitted.predict_proba(rows)[:, 1], atol=1e-6)
