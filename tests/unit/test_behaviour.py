"""What the shipped model does, by example: the sentences are ours, and none of them is in its training data."""

import csv
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.paths import KAGGLE, ROOT, SHIPPED
from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.features.single import features
from tiktok_claims.model import scoring
from tiktok_claims.model.scoring import Model, Prediction
from tiktok_claims.record import TEXT
from tiktok_claims.training import dataset

CLAIM_COUNTS = {"video_view_count": 412_350, "video_like_count": 120_911, "video_share_count": 20_404}
OPINION_COUNTS = {"video_view_count": 3_120, "video_like_count": 402, "video_share_count": 31}

CLAIMS = [
    "a neighbour heard on the radio that the old bridge will be pulled down",
    "scientists announced that bees can count to four",
    "my cousin told me that the lake is two hundred metres deep",
    "according to the council, bus fares will double in march",
    "i read in a magazine that octopuses have three hearts",
    "the average cat sleeps for fifteen hours a day",
]
OPINIONS = [
    "i think that cold pizza is better than hot pizza",
    "in my opinion the new bus lane is a terrible idea",
    "we feel that the last season was disappointing",
    "my sister believes that autumn is the best time of the year",
    "honestly this is the worst airport i have ever seen",
    "everyone should learn how to cook a decent meal",
]

# For each word class a sentence that holds a word of it: (label, sentence).
EXAMPLES = {
    "first_person": ("opinion", "i think that trams are nicer than buses"),
    "first_possessive": ("opinion", "in my view the museum is far too dark"),
    "second_person": ("opinion", "you should never trust a hotel without windows"),
    "third_person": ("claim", "she told reporters that the ferry left without her crew"),
    "pronoun_it": ("claim", "it was announced last week that the mine will close"),
    "belief_verb": ("opinion", "most of us believe that the ending was rushed"),
    "emotion_verb": ("opinion", "we love how quiet the park is on mondays"),
    "attitude_adjective": ("opinion", "i'm convinced that the judges were wrong"),
    "opinion_noun": ("opinion", "our opinion is that the menu needs less cheese"),
    "opinion_frame": ("opinion", "if you ask me the second album is pure noise"),
    "stance_verb": ("opinion", "nurses deserve so much more respect than this"),
    "perception_copula": ("opinion", "this whole plan sounds ridiculous to me"),
    "say_verb": ("claim", "the driver told us that the tunnel floods every winter"),
    "learn_verb": ("claim", "my aunt found out that the hotel was built on a graveyard"),
    "research_verb": ("claim", "a team in oslo calculated that crows remember a hundred faces"),
    "hearsay": ("claim", "apparently the harbour clock has been wrong since 1987"),
    "passive_report": ("claim", "it has been reported that the dam is leaking"),
    "source_noun": ("claim", "an article says the city will plant ten thousand trees"),
    "authority_noun": ("claim", "researchers found that the glacier lost a third of its ice"),
    "role_noun": ("claim", "a farmer told me that the pipes under our street are made of wood"),
    "person_noun": ("claim", "my uncle read online that the factory is moving to poland"),
    "indefinite_person": ("claim", "somebody told us that the pool will be closed until june"),
    "hedge": ("opinion", "maybe it's just me but that trailer was awful"),
    "stance_adverb": ("opinion", "frankly the new stadium is hideous"),
    "deontic_modal": ("opinion", "schools should stop giving homework over the holidays"),
    "possibility_modal": ("claim", "researchers say the vaccine could be ready by may"),
    "negation": ("opinion", "i don't think that the sequel is any good"),
    "intensifier": ("opinion", "this soup is so incredibly good"),
    "absolute": ("opinion", "i feel that nobody ever listens to young people"),
    "comparison": ("opinion", "tea is so much better than coffee"),
    "positive": ("opinion", "what a beautiful and brilliant concert that was"),
    "negative": ("opinion", "the food was disgusting and the service was terrible"),
    "loaded": ("opinion", "this blatant propaganda is an insult to every teacher"),
    "affect": ("opinion", "omg i hate that the cinema has to go"),
    "slang_evaluation": ("opinion", "ngl this song is fire"),
    "recommendation": ("opinion", "trust me, skip the tour and try the noodles"),
    "fact_frame": ("claim", "did you know that sharks are older than trees"),
    "revelation": ("claim", "leaked files show that the mayor sold the land in 2015"),
    "event_verb": ("claim", "police arrested three men after a robbery in leeds"),
    "nature_verb": ("claim", "the study showed that swans can sleep on one leg"),
    "science_noun": ("claim", "scientists found that the human brain shrinks with age"),
    "measure_adjective": ("claim", "the report says that the tunnel is twelve miles long"),
    "quantity": ("claim", "officials said that forty thousand people lost power"),
    "unit": ("claim", "the whale weighed ninety tonnes, the museum said"),
    "time": ("claim", "the ministry announced on tuesday that schools will open in august"),
    "institution": ("claim", "the government confirmed that the tax will rise next year"),
    "place": ("claim", "there are more sheep than people in new zealand, a farmer told us"),
    "work_noun": ("opinion", "i think that the film is far too long"),
    "contrast": ("opinion", "the view is lovely although i hate the stairs"),
    "cause": ("claim", "the flight was cancelled because of fog, officials said"),
    "condition": ("opinion", "if you ask me dogs are better company than cats"),
    "question_word": ("opinion", "why does everyone love that awful show"),
    "filler": ("opinion", "okay so honestly i think that pancakes are overrated"),
    "greeting": ("claim", "hey guys, scientists discovered that ants never sleep"),
    "irregular_past": ("claim", "a woman from hull won two million pounds and told nobody"),
    "action_verb": ("claim", "he walked from paris to rome in thirty days, the paper said"),
    "article": ("claim", "a colleague read that the first bicycle had no pedals"),
    "preposition": ("claim", "i heard on the news that a fire broke out at the port"),
    "conjunction": ("opinion", "in our opinion the coach is arrogant and the fans deserve better"),
    "copula": ("opinion", "these are the ugliest shoes i have ever seen"),
    "auxiliary": ("claim", "experts have found that the painting is a copy"),
    "demonstrative": ("opinion", "this is the best day of my life"),
    "existential": ("claim", "there are reports that the castle was sold to a bank"),
}


@pytest.fixture(scope="module")
def model() -> Model:
    return scoring.load(SHIPPED)


def ask(model: Model, text: str, **fields: Any) -> Prediction:
    return model.predict([{TEXT: text, **fields}], [None])[0]


def probability(model: Model, text: str) -> float:
    return ask(model, text)["claim_probability"]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_is_called_one_whoever_watched_it(model: Model, text: str) -> None:
    for counts in ({}, CLAIM_COUNTS, OPINION_COUNTS):
        assert ask(model, text, **counts)["claim_status"] == "claim", counts


@pytest.mark.parametrize("text", OPINIONS)
def test_an_opinion_is_called_one_whoever_watched_it(model: Model, text: str) -> None:
    for counts in ({}, CLAIM_COUNTS, OPINION_COUNTS):
        assert ask(model, text, **counts)["claim_status"] == "opinion", counts


@pytest.mark.parametrize("text", CLAIMS + OPINIONS)
@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, "  {}  ".format, "{}.".format, "\n{}\n".format, lambda text: text.replace("'", "’")],
    ids=["capitals", "titles", "blanks", "full stop", "newlines", "curly quotes"],
)
def test_how_it_is_typed_changes_nothing(model: Model, text: str, change: Callable[[str], str]) -> None:
    assert probability(model, change(text)) == pytest.approx(probability(model, text), abs=0.02)


def test_the_order_of_keys_changes_nothing(model: Model) -> None:
    record = {TEXT: CLAIMS[0], "video_duration_sec": 31, "verified_status": "verified", **OPINION_COUNTS}
    forwards, backwards = model.predict([record, dict(reversed(record.items()))], [None, None])
    assert forwards == backwards


@pytest.mark.parametrize("text", ["the bridge is older than the town", "the tunnel floods every winter", *CLAIMS[-1:]])
@pytest.mark.parametrize("belief", ["i think that", "we believe that", "in my opinion", "my guess is that"])
def test_saying_that_one_thinks_so_makes_it_less_of_a_claim(model: Model, text: str, belief: str) -> None:
    assert probability(model, f"{belief} {text}") < min(0.5, probability(model, text))


@pytest.mark.parametrize("text", ["cold pizza is better than hot pizza", "the new bus lane is a terrible idea"])
@pytest.mark.parametrize(
    "source", ["i read on a website that", "a friend told me that", "a study found that", "experts announced that"]
)
def test_naming_a_source_makes_it_more_of_a_claim(model: Model, text: str, source: str) -> None:
    assert probability(model, f"{source} {text}") > max(0.5, probability(model, text))


def test_every_word_class_has_an_example() -> None:
    assert set(EXAMPLES) == set(CLASSES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_word_of_the_class_is_seen_and_the_verdict_right(model: Model, name: str) -> None:
    label, text = EXAMPLES[name]
    assert features({TEXT: text})[f"text_{name}"] > 0
    assert ask(model, text)["claim_status"] == label


def sentences(kind: str) -> list[tuple[str, str]]:
    with (ROOT / "tiktok_claims/evaluation/sentences.csv").open(encoding="utf-8", newline="") as file:
        return [(row["label"], row["text"]) for row in csv.DictReader(file) if row["set"] == kind]


@pytest.mark.parametrize(("kind", "least"), [("development", 0.95), ("untouched", 0.93)])
def test_sentences_that_the_grammar_cannot_make_are_told_apart(model: Model, kind: str, least: float) -> None:
    rows = sentences(kind)
    answers = model.predict([{TEXT: text} for _, text in rows], [None] * len(rows))
    right = [answer["claim_status"] == label for answer, (label, _) in zip(answers, rows, strict=True)]
    assert len(rows) > 150
    assert sum(right) / len(right) >= least


def test_what_is_no_english_statement_is_for_a_person(model: Model) -> None:
    rows = sentences("neither")
    answers = model.predict([{TEXT: text} for _, text in rows], [None] * len(rows))
    assert [text for answer, (_, text) in zip(answers, rows, strict=True) if not answer["needs_review"]] == []


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_the_sentences_are_not_of_the_data_set() -> None:
    known = {record[TEXT].lower() for record in dataset.read(KAGGLE).rows.records}
    examples = [*CLAIMS, *OPINIONS, *(text for _, text in EXAMPLES.values())]
    ours = [text for kind in ("development", "untouched") for _, text in sentences(kind)] + examples
    assert not known & {text.lower() for text in ours}
