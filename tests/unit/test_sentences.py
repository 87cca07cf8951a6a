"""Transcripts of several sentences: where they are cut, and what the sentences say of the video."""

import csv
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.helpers.paths import KAGGLE, ROOT, SHIPPED
from tests.helpers.transcripts import CLAIM, OPINION
from tiktok_claims.features import columnar, sentences
from tiktok_claims.features.text import normalise, normalise_start, tokenise, word_spans
from tiktok_claims.model import aggregation, model_file, scoring, transcripts
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import MAX_TEXT_CHARACTERS, TEXT
from tiktok_claims.training import dataset

pieces = st.sampled_from(
    (
        OPINION, CLAIM, "apparently the mill is closed", "my aunt told me", "i think", "so honestly", "did you know",
        "hi guys", "it was announced", "u.s", "3.5", "no", "½ µ n.º", "😂", "مرحبا", "我觉得", "İ", "’", '"', "",
    )
)  # fmt: skip
marks = st.sampled_from(
    (" ", ". ", "! ", '?" ', "; ", "…", "\n", "\n\n", ".\x1c", ".\xa0", ", ", "。", "...", ".", "¤", "' ")
)
texts = st.lists(st.tuples(pieces, marks), max_size=12).map(lambda parts: "".join(map("".join, parts)))
long_texts = st.tuples(texts, st.integers(1, 300)).map(lambda drawn: (drawn[0] * drawn[1])[:MAX_TEXT_CHARACTERS])
thorough = settings(max_examples=300, deadline=None)


@pytest.fixture(scope="module")
def shipped() -> Model:
    return scoring.load(SHIPPED)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text)]


def words_of(text: str) -> list[str]:
    normalised = normalise(text)
    return [normalised[start:end] for start, end in word_spans(normalised)]


@pytest.mark.parametrize(
    "parts",
    [
        [OPINION, CLAIM],
        [CLAIM, OPINION],
        [OPINION, "anyway my cousin told me that the old mill is for sale"],
        [OPINION, "and a keeper at the zoo said the bears are gone"],
        [OPINION, "apparently the harbour froze in 1963", "but honestly i love the cold of it"],
        ["the soup was cold and sad", "did you know they buy it frozen from spain"],
        [f"{OPINION}.", "It was sold in May."],
        ["We love this place!", "The owner told a magazine that he is leaving…", "i will miss him so much"],
        [f'My aunt says "{OPINION}."', f'"{CLAIM}," says my uncle.'],
        ["我觉得这部电影太长了 非常 非常 长。", "新聞說 這座橋 明年 會 開放。"],
    ],
)
def test_a_text_is_cut_where_a_sentence_begins(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        OPINION,
        CLAIM,
        f"{CLAIM}.",
        "i told them an expert discovered that tides are slow",
        "the news reported someone revealed that tea is old",
        "my sister thinks my brother believes that tea is best",
        "Dr. Smith of the U.S. navy said that it cost 3.5 million",
        "the old mill in town is for sale, my cousin told me",
        "this is the best soup in the whole town in my opinion",
        "a cure for colds was, i suspect, found in 1950",
        "Hi guys! it's me. the old mill is for sale",
        "i hate this town. so dull.",
        "a line that is\nwrapped where\nthe screen ends",
    ],
)
def test_one_sentence_stays_uncut(text: str) -> None:
    assert cut(text) == [text]


@thorough
@given(texts | long_texts)
@example("a" * MAX_TEXT_CHARACTERS)
@example("no. " * 5_000)
@example("word " * 4_000)
def test_every_word_is_in_one_sentence(text: str) -> None:
    parts_of_text = cut(text)
    assert [word for sentence in parts_of_text for word in words_of(sentence)] == words_of(text)
    for sentence in parts_of_text:
        read = tokenise(normalise_start(sentence))
        assert read == words_of(sentence) or len(read) == 1, "one word may be longer than what is read"


@thorough
@given(st.lists(texts | long_texts, max_size=8))
def test_columns_miss_no_text_of_several_sentences(drawn: list[str]) -> None:
    several = set(columnar.read(drawn).several)
    assert {row for row, text in enumerate(drawn) if len(cut(text)) > 1} <= several


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_no_text_of_the_data_set_is_cut() -> None:
    assert [text for record in dataset.read(KAGGLE).rows.records if len(cut(text := record[TEXT])) > 1] == []


def of_videos(*videos: Sequence[float]) -> list[float]:
    starts = np.cumsum([0, *map(len, videos)])[:-1]
    probabilities: list[float] = aggregation.contains_claim(np.concatenate(videos), starts, 0.5).probabilities.tolist()
    return probabilities


def test_one_sentence_keeps_its_probability() -> None:
    assert of_videos([0.3], [0.999999], [0.0], [1.0]) == [0.3, 0.999999, 0.0, 1.0]


def test_a_claim_among_opinions_is_found_and_chance_is_not() -> None:
    sure, doubtful, opinions = of_videos([0.1] * 20 + [0.99], [0.1] * 20 + [0.6], [0.1] * 21)
    assert sure > 0.8
    assert opinions < doubtful < 0.5


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), st.floats(0, 1))
def test_a_surer_sentence_makes_no_video_less_of_a_claim(probabilities: list[float], other: float) -> None:
    surer = [max(probabilities[0], other), *probabilities[1:]]
    before, after = of_videos(probabilities, surer)
    assert after >= before - 1e-12


def texts_labelled(label: str) -> list[str]:
    with (ROOT / "tiktok_claims/evaluation/transcripts.csv").open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["label"] == label]


@pytest.mark.parametrize(("label", "count"), [("claim", 60), ("opinion", 40)])
def test_transcripts_of_several_sentences_are_right(shipped: Model, label: str, count: int) -> None:
    predictions = shipped.predict([{TEXT: text} for text in texts_labelled(label)], [None] * count)
    assert sum(prediction["claim_status"] == label for prediction in predictions) >= 0.9 * count


@pytest.mark.parametrize("order", [[OPINION, CLAIM], [CLAIM, OPINION]])
@pytest.mark.parametrize("between", [" ", ". ", " and "])
def test_a_video_with_a_claim_in_it_is_a_claim(shipped: Model, order: list[str], between: str) -> None:
    text = between.join(order)
    assert shipped.predict([{TEXT: text}], [None])[0]["claim_status"] == "claim"
    (decisive,) = (text[start:end] for start, end, _, decides in shipped.sentences(text) if decides)
    assert CLAIM in decisive


def test_words_after_many_others_count(shipped: Model) -> None:
    text = f"{OPINION}. " * 200 + CLAIM
    assert len(text) < MAX_TEXT_CHARACTERS
    assert shipped.predict([{TEXT: text}], [None])[0]["claim_status"] == "claim"


def test_a_model_of_whole_texts_does_not_split() -> None:
    whole = Model({**model_file.read(SHIPPED)[0], "unit": transcripts.WHOLE_TEXT}, "whole")
    text = f"{OPINION}. {CLAIM}"
    assert len(whole.sentences(text)) == 1
    assert whole.predict([{TEXT: text}], [None])[0]["claim_status"] == "opinion"
    stretches = whole.sentences("word " * 300)
    assert len(stretches) == 3
    assert sum(sentence.decisive for sentence in stretches) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a" * MAX_TEXT_CHARACTERS,
        "a." * (MAX_TEXT_CHARACTERS // 2),
        "." * MAX_TEXT_CHARACTERS,
        "no. " * 5_000,
        "😂" * MAX_TEXT_CHARACTERS,
        "😂. " * 6_000,
        "مرحبا بكم. " * 1_800,
        "\n" * MAX_TEXT_CHARACTERS,
        "my cousin told me " * 1_100,
        "' " * (MAX_TEXT_CHARACTERS // 2),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_no_text_takes_long(shipped: Model, text: str) -> None:
    start = time.perf_counter()
    (prediction,) = shipped.predict([{TEXT: text, "video_view_count": 10}], [None])
    assert 0 <= prediction["claim_probability"] <= 1
    assert time.perf_counter() - start < 2


def test_fifty_sentences_cost_less_than_fifty_records(shipped: Model) -> None:
    def seconds(records: list[dict[str, Any]]) -> float:
        start = time.perf_counter()
        for record in records:
            shipped.predict([record], [None])
        return time.perf_counter() - start

    one, fifty = [{TEXT: f"{OPINION}."}] * 50, [{TEXT: f"{OPINION}. " * 50}]
    assert len(shipped.sentences(fifty[0][TEXT])) == 50
    assert min(seconds(fifty) for _ in range(5)) < min(seconds(one) for _ in range(5))
