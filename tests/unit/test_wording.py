import pytest

from tests.helpers.paths import KAGGLE
from tiktok_claims.evaluation import wording
from tiktok_claims.record import TEXT
from tiktok_claims.training import dataset


def test_frames_and_facts_are_found_without_knowing_them() -> None:
    frames = ["my aunt heard on a podcast", "we reckon", "it is my view", "a baker read online"]
    facts = ["otters hold hands", "the harbour clock runs slow", "tea was once a coin", "no two zebras are alike"]
    expected = [(frame, fact) for frame in frames for fact in facts]
    assert wording.frame_and_fact([f"{frame.capitalize()} that {fact}" for frame, fact in expected]) == expected


@pytest.mark.parametrize("text", ["", "otters", "  "])
def test_a_text_too_short_to_cut_is_all_frame(text: str) -> None:
    assert wording.frame_and_fact([text, "a b c", "a b d"])[0] == (text.strip(), "")


@pytest.mark.parametrize(
    ("text", "subject", "family"),
    [
        ("My family's view is that it rains", "my family", "opinion noun"),
        ("in our opinion otters are rude", "our", "opinion noun"),
        ("A colleague read online that otters nap", "a colleague", "read"),
        ("someone told me otters nap", "someone", "say"),
        ("i'm fairly certain that otters nap", "i'm", "be sure"),
        ("otters", "otters", "other"),
        ("", "", "other"),
    ],
)
def test_a_text_is_grouped_by_who_speaks_and_how(text: str, subject: str, family: str) -> None:
    assert (wording.subject(text), wording.verb_family(text)) == (subject, family)


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_the_kaggle_texts_are_frames_and_facts() -> None:
    records, labels = dataset.read(KAGGLE).rows
    halves = list(zip(wording.frame_and_fact([record[TEXT] for record in records]), labels, strict=True))
    frames = [{frame for (frame, _), other in halves if other == label} for label in (0, 1)]
    facts = [{fact for (_, fact), other in halves if other == label} for label in (0, 1)]
    assert [len(frames[0]), len(frames[1]), len(frames[0] & frames[1])] == [98, 196, 0]
    assert [len(facts[0]), len(facts[0] & facts[1])] == [313, 313]
