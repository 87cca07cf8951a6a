"""Compare: the verdict on two models by labels held out, and what it says."""

import importlib
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.helpers.paths import SHIPPED, STAND_IN
from tiktok_claims import evaluation
from tiktok_claims.evaluation import compare, comparison
from tiktok_claims.evaluation.comparison import NOT_WORSE, TOO_FEW, WORSE
from tiktok_claims.model import model_file, model_store, scoring
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT
from tiktok_claims.synthetic import stand_in
from tiktok_claims.training.dataset import LABELS, Rows


def right(rows: int, wrong: int) -> Any:
    return np.arange(rows) >= wrong


@pytest.mark.parametrize(
    ("rows", "old_wrong", "new_wrong", "status"),
    [
        (120, 30, 15, NOT_WORSE),
        (120, 15, 15, NOT_WORSE),  # the same predictions
        (1000, 100, 105, NOT_WORSE),
        (120, 15, 30, WORSE),
        (1000, 100, 130, WORSE),
        (20, 2, 3, TOO_FEW),
        (5, 0, 0, TOO_FEW),
        (30, 3, 5, TOO_FEW),
    ],
)
def test_the_verdict(rows: int, old_wrong: int, new_wrong: int, status: int) -> None:
    verdict = comparison.decide(right(rows, old_wrong), right(rows, new_wrong))
    assert verdict.status == status
    assert verdict.low < verdict.high


def test_the_interval_holds_in_95_of_100_samples() -> None:
    rng = np.random.default_rng(1)
    held = 0
    for better, worse, _ in rng.multinomial(120, (0.12, 0.07, 0.81), size=1000).tolist():
        old, new = np.ones(120, bool), np.ones(120, bool)
        old[:better], new[better : better + worse] = False, False
        verdict = comparison.decide(old, new)
        held += verdict.low <= 0.05 <= verdict.high
    assert 0.93 < held / 1000 < 0.98


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sentences of the stand-in as labels."""
    rng = random.Random(7)  # noqa: S311 - no secret
    lines = [f"{label},{stand_in.sentence(rng, label)}" for label in LABELS * 500]
    path = tmp_path_factory.mktemp("labels") / "labels.csv"
    path.write_text(
        "\n".join([f"claim_status,{TEXT}", *(line.replace(";", "") for line in lines if line.count(",") == 1)])
    )
    return path


def test_a_spoilt_model_is_worse_and_the_old_one_is_not(
    tiny_model_file: ModelFile, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt = tmp_path / "spoilt.bin"
    model_file.write(spoilt, {**tiny_model_file, "threshold": 0.999, "review_interval": [0.999, 0.999]})
    arguments = [str(spoilt), str(SHIPPED), "--labels", str(labels)]
    assert compare.main([*arguments, "--data", str(STAND_IN)]) == WORSE
    output = capsys.readouterr().out
    assert "the new model is worse" in output
    assert "predictions that flipped" in output
    assert "test split of tiktok_dataset.csv" in output
    assert compare.main([str(SHIPPED), *arguments[:1], *arguments[2:]]) == NOT_WORSE
    assert "the new model is not worse" in capsys.readouterr().out


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.main([str(tmp_path / "none.bin"), str(SHIPPED)]) == 1
    assert compare.main([str(SHIPPED), "--labels", f"sqlite:///{tmp_path}/none.db"]) == 1
    assert capsys.readouterr().err.count("\n") == 2


def test_without_labels_held_out_nothing_can_be_told(model: Model) -> None:
    _, status = comparison.report(Rows([], np.array([], int)), scoring.load(SHIPPED), model)
    assert status == TOO_FEW


def test_the_image_of_the_service_promotes_only_by_force(
    model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(model_path, tmp_path / "aaaaaaaaaaaa.bin")
    for module in ("comparison", "promote"):
        monkeypatch.delitem(sys.modules, f"tiktok_claims.evaluation.{module}", raising=False)
    monkeypatch.delattr(evaluation, "comparison", raising=False)
    monkeypatch.setitem(sys.modules, "sklearn.metrics", None)  # it is not installed there
    promote = importlib.import_module("tiktok_claims.evaluation.promote")
    options = ["aaaaaaaaaaaa", "--store", str(tmp_path)]
    assert promote.main(options) == 1
    assert "compare where models are trained, and promote here with --force" in capsys.readouterr().err
    assert model_store.current(tmp_path) is None
    assert promote.main([*options, "--force"]) == 0
    assert model_store.current(tmp_path) == "aaaaaaaaaaaa"
