"""The sentences of a transcript in explained predictions."""

from typing import Any

import pytest
import requests

from tests.helpers.transcripts import CLAIM, OPINION
from tiktok_claims.record import MAX_TEXT_CHARACTERS, TEXT

TRANSCRIPT = f"🙂 {OPINION} {CLAIM}"


def explained(service: str, record: dict[str, Any]) -> dict[str, Any]:
    response = requests.post(f"{service}/predict?explain=true", json=record, timeout=10)
    assert response.status_code == 200, response.text
    prediction: dict[str, Any] = response.json()
    return prediction


def assert_sentences_of(text: str, sentences: list[dict[str, Any]]) -> None:
    for sentence in sentences:
        at = sentence["position"]
        assert text[at : at + len(sentence["sentence"])] == sentence["sentence"]
    assert sum(sentence["decisive"] for sentence in sentences) == 1


def test_an_explanation_shows_each_sentence_and_the_one_that_decided(service: str) -> None:
    prediction = explained(service, {TEXT: TRANSCRIPT})
    assert [sentence["sentence"] for sentence in prediction["sentences"]] == [OPINION, CLAIM]
    assert [sentence["decisive"] for sentence in prediction["sentences"]] == [False, True]
    low, high = (sentence["claim_probability"] for sentence in prediction["sentences"])
    assert low < 0.5 < prediction["claim_probability"] <= high
    assert_sentences_of(TRANSCRIPT, prediction["sentences"])


def test_words_are_those_of_the_decisive_sentence(service: str) -> None:
    prediction = explained(service, {TEXT: TRANSCRIPT, "video_view_count": 3})
    contributions = {entry["field"]: entry for entry in prediction["explanation"]}
    start = TRANSCRIPT.index(CLAIM)
    for word in contributions[TEXT]["words"]:
        assert word["position"] >= start
        assert TRANSCRIPT[word["position"] :].startswith(word["word"])
    total = prediction["base_probability"] + sum(entry["contribution"] for entry in prediction["explanation"])
    assert total == pytest.approx(prediction["claim_probability"], abs=1e-6)


def test_a_word_counts_for_what_leaving_it_out_of_its_sentence_takes(service: str) -> None:
    text = f"{CLAIM}. i hate it. {OPINION}."
    prediction = explained(service, {TEXT: text})
    (words,) = (entry["words"] for entry in prediction["explanation"] if entry["field"] == TEXT)
    strongest = words[0]
    left = text[: strongest["position"]] + text[strongest["position"] + len(strongest["word"]) + 1 :]
    expected = prediction["claim_probability"] - explained(service, {TEXT: left})["claim_probability"]
    assert strongest["contribution"] == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize(("text", "count"), [("", 0), ("😂 !", 0), (OPINION, 1), (f"{OPINION}. " * 30, 30)])
def test_one_sentence_is_shown_as_one_and_none_as_none(service: str, text: str, count: int) -> None:
    prediction = explained(service, {TEXT: text, "video_view_count": 412})
    assert len(prediction["sentences"]) == count
    if count == 1:
        assert prediction["sentences"][0]["claim_probability"] == prediction["claim_probability"]


@pytest.mark.parametrize("text", ["no. " * 5_000, "a" * MAX_TEXT_CHARACTERS, f"{CLAIM}. " * 330, "مرحبا بكم. " * 1_800])
def test_a_very_long_transcript_is_answered_and_explained(service: str, text: str) -> None:
    plain = requests.post(f"{service}/predict", json={TEXT: text}, timeout=10)
    prediction = explained(service, {TEXT: text})
    assert plain.json()["claim_probability"] == prediction["claim_probability"]
    assert " ".join(sentence["sentence"] for sentence in prediction["sentences"]).split() == text.split()
    assert_sentences_of(text, prediction["sentences"])


def test_a_plain_prediction_has_no_sentences(service: str) -> None:
    assert "sentences" not in requests.post(f"{service}/predict", json={TEXT: TRANSCRIPT}, timeout=10).json()
