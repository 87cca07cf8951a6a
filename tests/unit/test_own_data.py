"""Training on own videos: the vocabulary, held-out wording, and a model that scores alike on every path."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.helpers.paths import SHIPPED
from tiktok_claims.evaluation import own_videos
from tiktok_claims.features import columnar
from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.features.vocabulary import Vocabulary
from tiktok_claims.model import explanation, model_file
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT
from tiktok_claims.training import held_out, own_data
from tiktok_claims.training.base import base_of
from tiktok_claims.training.dataset import LABELS, Dataset, Rows
from tiktok_claims.training.fit import Trained
from tiktok_claims.training.review import choose_interval
from tiktok_claims.training.vocabulary import Counted

TOPICS = {0: "lovely awful boring thrilling dull", 1: "built founded measured recorded discovered"}
THINGS = [f"{first}{last}" for first in ("ka", "lo", "mi", "nu", "pe", "ri") for last in ("dor", "fen", "gam", "hul")]


def texts(count: int) -> tuple[list[str], np.ndarray[Any, Any]]:
    rng = random.Random(1)  # noqa: S311 - no secret
    labels = np.arange(count) % 2
    return [
        " ".join([*rng.sample(THINGS, 3), rng.choice(TOPICS[label].split()), *rng.sample(THINGS, 4)])
        for label in labels.tolist()
    ], labels


@pytest.fixture(scope="module")
def data() -> Dataset:
    sentences, labels = texts(200)
    return Dataset("0" * 64, 200, 0, 0, rows=Rows([{TEXT: text} for text in sentences], labels))


@pytest.fixture(scope="module")
def trained(data: Dataset) -> Trained:
    start = base_of(*model_file.read(Path("model_chosen.bin")), data.sha256)
    trained = own_data.train(data, start, 0.97)
    assert trained is not None
    return trained


def test_many_texts_score_as_each_alone() -> None:
    vocabulary = Vocabulary({"a": 3, "b": -2, "a b": 100, "b a": 7})
    lines = ["a b", "b a b!", "", "c", "A, b; c a", "b", "a"]
    alone = [vocabulary.log_odds(tokenise(normalise_start(line))) for line in lines]
    assert np.array_equal(vocabulary.column(columnar.read(lines)), alone, equal_nan=True)


def test_an_empty_vocabulary_scores_nothing() -> None:
    assert Vocabulary({}).column(columnar.read(["a b", ""]))[0] == 0


def test_a_text_has_no_part_in_its_own_score() -> None:
    sentences, labels = texts(60)
    folds = held_out.folds(held_out.groups(sentences), labels)
    scores = Counted(sentences, labels).out_of_fold(folds)
    for known, new in folds:
        without = Counted([sentences[number] for number in known], labels[known]).vocabulary()
        assert np.allclose(scores[new], [without.log_odds(tokenise(sentences[number])) for number in new])


def test_near_equal_texts_are_held_out_together() -> None:
    first, second = "one two three four five six", "zero one two three four five"
    groups = held_out.groups([first, "seven eight nine ten eleven", second])
    assert groups[0] == groups[2] != groups[1]


def test_texts_of_the_same_pieces_cannot_be_held_out() -> None:
    frames = ["someone at the harbour told me that", "i am really and truly sure that"]
    facts = ["the moon is made of old cheese", "cats can fly"]
    sentences = [f"{frame} {fact} {end}" for frame in frames for fact in facts for end in "abcdefgh"]
    assert held_out.folds(held_out.groups(sentences), np.repeat([1, 0], 16)) == []


def test_the_words_of_the_data_are_learned(trained: Trained) -> None:
    assert trained.model["vocabulary"]["founded"] > 0 > trained.model["vocabulary"]["boring"]
    assert trained.held_out is not None
    rows = trained.splits.test
    assert np.mean((trained.held_out(rows.records) >= trained.model["threshold"]) == rows.labels) > 0.95


def test_one_record_scores_as_many(trained: Trained) -> None:
    model = Model(trained.model, "unsaved")
    records = [*trained.splits.test.records[:30], {"video_view_count": 7.0}]
    alone = [model.predict([record], [None])[0] for record in records]
    assert model.predict(records, [None] * len(records)) == alone


def test_the_explanation_includes_the_vocabulary(trained: Trained) -> None:
    model = Model(trained.model, "unsaved")
    (explained,) = explanation.predict(model, [{TEXT: "kador lofen migam founded nuhul pedor"}], [None])
    (contribution,) = explained["explanation"]
    assert contribution["words"][0]["word"] == "founded"


def test_the_base_is_passed_on_and_never_one_of_the_same_data(trained: Trained) -> None:
    assert base_of(trained.model, "x", "1" * 64) == trained.model["base"]
    assert base_of(trained.model, "x", trained.model["data"]["sha256"]) is None


def test_the_review_interval_keeps_its_level() -> None:
    rng = np.random.default_rng(1)
    probabilities = rng.random(20_000)
    labels = (rng.random(20_000) < probabilities).astype(int)
    low, high = choose_interval([(labels, probabilities)], 0.5, 0.9)
    assert labels[probabilities > high].mean() >= 0.9 <= 1 - labels[probabilities < low].mean()
    assert high == pytest.approx(0.8, abs=0.05)  # the mean from there on is 0.9


def test_what_own_videos_teach_is_measured(data: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = f"claim_status,{TEXT}\n"
    rows = [f"{LABELS[label]},{record[TEXT]}\n" for record, label in zip(*data.rows, strict=True)]
    (tmp_path / "train.csv").write_text(header + "".join(rows[:160]))
    (tmp_path / "test.csv").write_text(header + "".join(rows[160:]))
    monkeypatch.setattr(own_videos, "FEW", (80,))
    monkeypatch.setattr(own_videos, "DRAWS", 1)
    figures = own_videos.measure(model_file.read(SHIPPED)[0], tmp_path)
    assert list(figures) == ["shipped_model", "trained_on_80", "trained_on_160"]
    assert all((row["roc_auc"] or 0) > 0.9 for row in figures.values())
    assert "tfidf_roc_auc" not in figures["shipped_model"]
    assert figures["trained_on_160"]["tfidf_roc_auc"]
