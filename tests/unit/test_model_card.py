"""The model card says what the model file holds, and what is measured can be measured anew."""

import re
from dataclasses import replace

import numpy as np
import pytest

from tests.helpers.paths import ROOT, SHIPPED
from tiktok_claims.evaluation import experiments, model_card, perturbations, suite
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT
from tiktok_claims.training import dataset
from tiktok_claims.training.augmentation import RECIPE
from tiktok_claims.training.dataset import Rows
from tiktok_claims.training.masking import scenarios


@pytest.fixture(scope="module")
def shipped() -> ModelFile:
    return model_file.read(SHIPPED)[0]


def test_the_card_is_what_the_model_file_says(shipped: ModelFile) -> None:
    assert model_card.render(shipped, shipped["report"]) == (ROOT / "MODEL_CARD.md").read_text()
    assert shipped["report"]["test"] == shipped["metrics"]


def test_the_card_has_the_usual_sections_and_no_empty_cell() -> None:
    card = (ROOT / "MODEL_CARD.md").read_text()
    for section in ("Intended use", "Data", "Metrics", "Ethical considerations", "Caveats"):
        assert f"## {section}\n" in card
    assert "nan" not in card
    assert (ROOT / re.findall(r"!\[.*?\]\((.*?)\)", card)[0]).stat().st_size < 300_000


def test_any_model_can_be_measured(model: Model, tiny_data: dataset.Dataset) -> None:
    report = suite.measure(model, dataset.split(tiny_data.rows), None)
    assert report["neither"]["rows"] == 60
    assert [row["rows"] for row in report["sentences"].values()] == [897, 239, 51, 49]
    assert set(report["scenarios"]) == set(scenarios([]))
    assert report["importance"][TEXT] > 0.1


def test_what_is_left_without_review_is_right(shipped: ModelFile) -> None:
    for scenario, figures in shipped["report"]["scenarios"].items():
        without_text = scenario in {"text_masked", "account_and_duration_only"}
        if without_text:
            assert figures["left_without_review"] == 0, scenario
        else:
            assert figures["right_without_review"] >= 0.97, scenario
            assert figures["left_without_review"] >= 0.8, scenario


def test_texts_are_perturbed_as_named() -> None:
    records = [{TEXT: "My sister, a nurse, heard that otters hold hands."}] * 20
    changed = perturbations.perturbed(records, np.array([1, 0] * 10))
    assert changed["capitals"][0][TEXT] == "MY SISTER, A NURSE, HEARD THAT OTTERS HOLD HANDS."
    assert changed["no_punctuation"][0][TEXT] == "My sister a nurse heard that otters hold hands"
    typed = [record[TEXT] for record in changed["typing_errors"]]
    assert all(sorted(text) == sorted(records[0][TEXT]) for text in typed)
    assert len(set(typed)) > 5
    assert changed["three_run_together"][0][TEXT].count("otters") == 3


def test_what_is_held_out_is_not_trained_on(tiny_data: dataset.Dataset) -> None:
    rows = Rows(tiny_data.rows.records, np.random.default_rng(1).permutation(tiny_data.rows.labels))
    group = [str(number % 3) for number in range(len(rows.labels))]
    accuracy = experiments.held_out(rows, group, replace(RECIPE, sentences=0))
    assert accuracy["plain"] == pytest.approx(0.5, abs=0.1)  # labels at random: whoever has seen them scores higher
