"""The compiled form of fitted trees: that it scores as they do, at every threshold and whatever is absent."""

import numpy as np
import onnxruntime
import pytest
import xgboost

from tiktok_claims.features.single import pack
from tiktok_claims.features.spec import FEATURES
from tiktok_claims.model import model_file, scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.training import onnx_export

COLUMNS = 6


@pytest.fixture(scope="module")
def fitted() -> xgboost.XGBClassifier:
    rng = np.random.default_rng(1)
    rows = rng.integers(0, 9, (4000, COLUMNS)).astype(np.float32)
    rows[rng.random(rows.shape) < 0.3] = np.nan  # at random: some nodes send what is absent one way, some the other
    labels = np.nansum(rows, axis=1) + np.isnan(rows[:, 0]) * 9 > 18
    return xgboost.XGBClassifier(n_estimators=20, max_depth=5, n_jobs=1, random_state=1).fit(rows, labels)


def test_values_at_beside_and_beyond_every_threshold_go_where_the_trees_send_them(
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


def test_a_model_file_with_the_form_of_before_still_serves(tiny_model_file: ModelFile) -> None:
    classifier = model_file.load_pipeline(tiny_model_file)["classifier"]
    before = onnx_export.converted(classifier, len(FEATURES)).SerializeToString()
    records = tiny_model_file["golden"]["records"]
    ways = [scoring.Model({**tiny_model_file, "onnx": onnx}, "tried") for onnx in (before, tiny_model_file["onnx"])]
    old, new = (model.probabilities(pack(records)) for model in ways)
    assert old == pytest.approx(new, abs=1e-6)
