"""Training end to end: what the artifact holds, that it is the same twice, and what the shipped one knows."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.paths import KAGGLE, ROOT, SHIPPED, STAND_IN
from tiktok_claims.evaluation import metrics
from tiktok_claims.features.single import features, pack
from tiktok_claims.model import model_file, scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.record import TEXT, Record
from tiktok_claims.training import dataset, fit
from tiktok_claims.training.augmentation import Recipe
from tiktok_claims.training.masking import scenarios


def test_the_onnx_export_scores_as_the_pipeline_whatever_is_missing(
    tiny_model_file: ModelFile, model: scoring.Model
) -> None:
    by_scenario = scenarios(dataset.read(STAND_IN).rows.records[::50])
    records = [record for scenario in by_scenario.values() for record in scenario]
    rows = [features(record) for record in records]
    pipeline = model_file.load_pipeline(tiny_model_file)
    assert np.max(np.abs(pipeline.predict_proba(rows)[:, 1] - model.probabilities(pack(records)))) < 1e-5


def test_a_missing_field_is_not_zero_in_any_form(tiny_model_file: ModelFile) -> None:
    vectorizer = model_file.load_pipeline(tiny_model_file)["vectorizer"]
    records: list[Record] = [{"video_view_count": 0.0}, {"video_duration_sec": 1.0}, {TEXT: "a b c d"}]
    dense, stored = pack(records), vectorizer.transform([features(record) for record in records]).tocoo()
    expected = np.full(dense.shape, np.nan, dtype=np.float32)
    expected[stored.row, stored.col] = stored.data  # explicit zeros included
    np.testing.assert_array_equal(dense, expected)
    assert np.isnan(dense).any()
    assert (dense == 0).any()


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    lines = STAND_IN.read_text(encoding="utf-8").splitlines(keepends=True)
    data = tmp_path / "data.csv"
    data.write_text(lines[0] + "".join(lines[1::40]), encoding="utf-8")
    files = [tmp_path / "one.bin", tmp_path / "two.bin"]
    for file in files:
        command = [sys.executable, "train.py", "--data", str(data), "--out", str(file)]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert "accuracy" in result.stdout
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize("data", ["none.csv", "README.md"])
def test_a_data_set_that_cannot_be_read_is_one_line(data: str, tmp_path: Path) -> None:
    command = [sys.executable, "train.py", "--data", data, "--out", str(tmp_path / "model.bin")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "model.bin").exists()


def test_a_model_whose_onnx_export_differs_is_not_saved(
    tiny_data: dataset.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit, "PARITY", -1.0)
    with pytest.raises(ValueError, match="not saved"):
        fit.train(tiny_data, {**fit.PARAMETERS, "n_estimators": 2}, Recipe(sentences=10))


@pytest.fixture(scope="module")
def shipped() -> ModelFile:
    return model_file.read(SHIPPED)[0]


def test_the_shipped_model_says_that_it_learned_from_the_kaggle_file(shipped: ModelFile) -> None:
    assert shipped["data"]["sha256"] == dataset.KAGGLE_SHA256


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
class TestOnTheKaggleFile:
    def test_training_anew_gives_the_shipped_trees(self, shipped: ModelFile) -> None:
        trained = fit.train(dataset.read(KAGGLE))
        assert trained.model["onnx"] == shipped["onnx"]
        assert trained.model["feature_names"] == shipped["feature_names"]
        assert metrics.of_trained(trained) == shipped["metrics"]

    @pytest.mark.parametrize(
        ("scenario", "accuracy"),
        [("as_given", 1.0), ("counts_masked", 0.999), ("text_masked", 0.992), ("account_and_duration_only", 0.61)],
    )
    def test_accuracy_holds_with_fields_masked(self, shipped: ModelFile, scenario: str, accuracy: float) -> None:
        model = scoring.load(SHIPPED)
        test = dataset.split(dataset.read(KAGGLE).rows).test
        records = scenarios(test.records)[scenario]
        measured = metrics.measure(test.labels, np.array(model.probabilities(pack(records))), shipped["threshold"])
        assert measured["accuracy"] >= accuracy
        stored = shipped["metrics"]["test"][scenario]
        assert measured.pop("confusion") == stored["confusion"]
        assert measured == pytest.approx({name: stored[name] for name in measured}, abs=1e-4)
