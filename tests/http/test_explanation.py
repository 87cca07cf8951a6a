"""Explanations: contributions are what they claim to be, and they add up."""

import math
from itertools import permutations, product
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.helpers.problems import problem
from tests.helpers.records import CLAIM
from tiktok_claims.features.single import features, pack
from tiktok_claims.features.spec import MAX_CHARACTERS, MAX_TOKENS, SOURCES
from tiktok_claims.features.text import normalise, spans, tokenise
from tiktok_claims.model import explanation
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import BAN, FIELDS, NUMBERS, TEXT, VERIFIED, Record

VALUES: dict[str, st.SearchStrategy[Any]] = {
    TEXT: st.text(st.sampled_from("abit '’İß漢é🙂=.\"!"), max_size=60) | st.just("i think that my friend read it"),
    **{name: st.floats(0, 1e9) | st.just(0.0) for name in NUMBERS},
    "verified_status": st.sampled_from(sorted(VERIFIED.values())),
    "author_ban_status": st.sampled_from(sorted(BAN.values())),
}
RECORDS = st.fixed_dictionaries({}, optional=VALUES).filter(bool)


def explain(model: Model, record: Record) -> explanation.ExplainedPrediction:
    return explanation.predict(model, [record], [None])[0]


@given(record=RECORDS)
def test_base_and_contributions_add_up_to_the_probability(model: Model, record: Record) -> None:
    prediction = explain(model, record)
    total = prediction["base_probability"] + sum(each["contribution"] for each in prediction["explanation"])
    assert math.isclose(total, prediction["claim_probability"], abs_tol=1e-6, rel_tol=0)
    assert {each["field"] for each in prediction["explanation"]} == record.keys()
    strengths = [abs(each["contribution"]) for each in prediction["explanation"]]
    assert strengths == sorted(strengths, reverse=True)


@pytest.mark.parametrize("views", [412_350, 0, None])
def test_a_masked_field_is_the_same_as_a_missing_one(views: float | None) -> None:
    record = {name: value for name, value in {**CLAIM, "video_view_count": views}.items() if value is not None}
    known = [name for name in FIELDS if name in record]
    masks = [dict(zip(known, mask, strict=True)) for mask in product([False, True], repeat=len(known))]
    masked = [{name: value for name, value in record.items() if mask[name]} for mask in masks]
    rows = explanation.masked(record, known)
    assert np.array_equal(pack(rows), pack(masked), equal_nan=True)


def test_beside_a_transcript_no_other_field_has_a_share(model: Model) -> None:
    prediction = explain(model, CLAIM)
    shares = {each["field"]: each["contribution"] for each in prediction["explanation"]}
    assert shares.pop(TEXT) == pytest.approx(prediction["claim_probability"] - prediction["base_probability"], abs=1e-6)
    assert set(shares.values()) == {0}
    others = {**CLAIM, "video_view_count": 3, "author_ban_status": "active"}
    assert explain(model, others)["claim_probability"] == prediction["claim_probability"]


def test_every_feature_knows_its_fields() -> None:
    for name in FIELDS:
        whole = {TEXT: CLAIM[TEXT]} if name == TEXT else {field: CLAIM[field] for field in FIELDS if field != TEXT}
        without = {field: value for field, value in whole.items() if field != name}
        lost = features(whole).keys() - features(without).keys()
        assert lost == {feature for feature in features(whole) if name in SOURCES[feature]}


def test_shares_are_the_mean_over_every_order_in_which_fields_become_known() -> None:
    fields = 4
    by_subset = np.random.default_rng(1).random(2**fields)

    def worth(known: tuple[int, ...]) -> float:
        return float(by_subset[sum(1 << (fields - 1 - field) for field in known)])

    added = [0.0] * fields
    orders = list(permutations(range(fields)))
    for order in orders:
        for place, field in enumerate(order):
            added[field] += (worth(order[: place + 1]) - worth(order[:place])) / len(orders)
    assert explanation.shapley_values(by_subset) == pytest.approx(added)


def test_fields_that_change_nothing_get_no_share_and_equal_ones_share_alike() -> None:
    by_subset = np.array([float(bool(a) + bool(b)) for a, b, _ in product((0, 1), repeat=3)])
    assert explanation.shapley_values(by_subset) == pytest.approx([1, 1, 0])


@pytest.mark.parametrize(
    "text",
    [
        "a friend read on a website that swans can sleep on one leg",
        "“My cousin’s” İstanbul café believes that it's 20% better 🙂 than the news said",
    ],
)
def test_a_words_contribution_is_what_leaving_it_out_takes(model: Model, text: str) -> None:
    record = {**CLAIM, TEXT: text}
    prediction = explain(model, record)
    words = next(each["words"] for each in prediction["explanation"] if each["field"] == TEXT)
    assert 0 < len(words) <= 10
    for word in words:
        end = word["position"] + len(word["word"])
        assert text[word["position"] : end] == word["word"]
        left = {**record, TEXT: text[: word["position"]] + text[end:]}
        probability = model.predict([left], [None])[0]["claim_probability"]
        assert word["contribution"] == pytest.approx(prediction["claim_probability"] - probability, abs=2e-6)
    strengths = [abs(word["contribution"]) for word in words]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[-1] > 0


def test_no_word_beyond_those_that_are_read_counts(model: Model) -> None:
    text = "my sister heard that it is so. " * 600
    words = next(each["words"] for each in explain(model, {TEXT: text})["explanation"] if "words" in each)
    assert words
    assert max(word["position"] for word in words) <= spans(text)[MAX_TOKENS - 1][0]


@given(text=st.text() | st.text(st.sampled_from("aİiIß_'’` \t1é🙂漢ßΣ-")))
def test_a_text_keeps_its_positions(text: str) -> None:
    assert len(normalise(text)) == len(text[:MAX_CHARACTERS])
    words = [normalise(text)[start:end] for start, end in spans(text)]
    assert words == tokenise(normalise(text))


@pytest.mark.parametrize("text", ["", "!?", "hi"])
def test_a_text_of_no_or_one_word_is_explained(model: Model, text: str) -> None:
    each = explain(model, {TEXT: text})["explanation"][0]
    assert [word["word"] for word in each["words"]] in ([], [text])


def ask(client: FlaskClient, query: str, body: Any) -> TestResponse:
    return client.post(f"/predict{query}", json=body)


def test_an_explanation_comes_only_when_asked_for(client: FlaskClient) -> None:
    plain, plain_too, explained = (
        ask(client, query, CLAIM).get_json() for query in ("", "?explain=false", "?explain=true")
    )
    assert len({prediction.pop("prediction_id") for prediction in (plain, plain_too, explained)}) == 3
    assert plain_too == plain
    assert explained.items() >= plain.items()
    assert explained.keys() - plain.keys() == {"base_probability", "explanation", "sentences"}
    assert len(explained["explanation"]) == len(FIELDS)


def test_a_list_is_explained_row_by_row(client: FlaskClient) -> None:
    rows = [CLAIM, {"views": 1}, {"video_duration_sec": 3}]
    first, invalid, last = ask(client, "?explain=true", rows).get_json()
    assert first["explanation"] == ask(client, "?explain=true", CLAIM).get_json()["explanation"]
    assert invalid["index"] == 1
    assert [each["field"] for each in last["explanation"]] == ["video_duration_sec"]


def test_a_longer_list_cannot_be_explained(client: FlaskClient) -> None:
    rows = [{"video_duration_sec": 1}] * (explanation.MAX_RECORDS + 1)
    assert "100" in problem(ask(client, "?explain=true", rows), 413)["detail"]
    assert len(ask(client, "?explain=true", rows[1:]).get_json()) == explanation.MAX_RECORDS
    assert len(ask(client, "", rows).get_json()) == len(rows)


@pytest.mark.parametrize(
    "query", ["?explain=1", "?explain=True", "?explain=", "?explain", "?explain=true&explain=false"]
)
def test_explain_is_true_or_false(client: FlaskClient, query: str) -> None:
    error = problem(ask(client, query, CLAIM), 422)["errors"][0]
    assert error["field"] == "explain"
    assert error["allowed"] == "true, false, or missing"


def test_what_two_fields_say_together_is_shared_by_both(model: Model) -> None:
    record = {"video_view_count": 412_350, "video_like_count": 412_000}  # and their ratio
    prediction = explain(model, record)
    base = prediction["base_probability"]
    alone = {name: explain(model, {name: record[name]})["claim_probability"] - base for name in record}
    together = prediction["claim_probability"] - base
    for each in prediction["explanation"]:
        name, other = each["field"], next(iter(record.keys() - {each["field"]}))
        expected = (alone[name] + together - alone[other]) / 2
        assert each["contribution"] == pytest.approx(expected, abs=2e-6)
