import csv
import random
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.paths import ROOT, STAND_IN
from tiktok_claims.record import check_cells
from tiktok_claims.synthetic import stand_in
from tiktok_claims.synthetic.grammar import LISTS, sentence
from tiktok_claims.synthetic.kinds import KINDS

LABELS = ("claim", "opinion")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The committed stand-in, as text."""
    with STAND_IN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return list(stand_in.records(20_000, seed=3))


@pytest.fixture(scope="module")
def sentences() -> dict[str, list[str]]:
    rng = random.Random(1)  # noqa: S311 - no secret
    return {label: [sentence(rng, label) for _ in range(8_000)] for label in LABELS}


def of(label: str, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [record for record in records if record["claim_status"] == label]


def test_the_committed_stand_in_is_what_the_command_writes(tmp_path: Path) -> None:
    written = tmp_path / "written.csv"
    subprocess.run([sys.executable, "-m", "tiktok_claims", "stand-in", "--out", str(written)], cwd=ROOT, check=True)
    assert written.read_bytes() == STAND_IN.read_bytes()


def test_the_stand_in_has_the_shape_of_the_kaggle_file(rows: list[dict[str, str]]) -> None:
    assert STAND_IN.stat().st_size < 4_500_000
    assert tuple(rows[0]) == stand_in.COLUMNS
    assert [row["#"] for row in rows] == [str(number) for number in range(1, 19_383)]
    assert len({row["video_id"] for row in rows}) == len(rows)
    assert all(re.fullmatch(r"\d{10}", row["video_id"]) for row in rows)
    labels = [row["claim_status"] for row in rows]
    assert labels == sorted(labels, key=["claim", "opinion", ""].index)
    assert 0.49 < labels.count("claim") / 19_084 < 0.52
    empty = {name for name in rows[-1] if not rows[-1][name]}
    assert empty == {"claim_status", "video_transcription_text", *(name for name in rows[0] if name.endswith("_count"))}
    assert [row["#"] for row in rows if any(not cell for cell in row.values())] == [row["#"] for row in rows[-298:]]
    assert re.fullmatch(r"\d+\.0", rows[0]["video_view_count"])
    for row in rows:
        check_cells(row)


def test_a_seed_gives_the_same_records_and_another_seed_others() -> None:
    first, again, other = (list(stand_in.records(300, seed)) for seed in (1, 1, 2))
    assert first == again
    assert not [record for record in first if record in other]


def test_few_records_are_the_start_of_many() -> None:
    many = islice(stand_in.records(stand_in.BATCH + 5, seed=1), stand_in.BATCH + 5)
    assert len(list(many)) == stand_in.BATCH + 5
    assert list(stand_in.records(0, seed=1)) == []


def test_counts_are_ordered_and_ranged_as_in_the_kaggle_file(records: list[dict[str, Any]]) -> None:
    for record in records:
        views, likes, shares, downloads, comments = (record[f"video_{name}_count"] for name in stand_in.COUNTED)
        assert views >= likes >= shares >= 0
        assert likes >= downloads >= comments >= 0
        assert isinstance(record["video_duration_sec"], int)
        assert 5 <= record["video_duration_sec"] <= 60
    assert max(record["video_view_count"] for record in of("opinion", records)) < 10_000
    claims = of("claim", records)
    few_views = sum(record["video_view_count"] < 10_000 for record in claims) / len(claims)
    assert 0.005 < few_views < 0.015
    assert max(record["video_view_count"] for record in claims) > 990_000


@pytest.mark.parametrize(("label", "verified", "active"), [("claim", 0.022, 0.683), ("opinion", 0.105, 0.930)])
def test_accounts_are_shared_out_as_in_the_kaggle_file(
    records: list[dict[str, Any]], label: str, verified: float, active: float
) -> None:
    mine = of(label, records)
    assert sum(record["verified_status"] == "verified" for record in mine) / len(mine) == pytest.approx(
        verified, abs=0.01
    )
    assert sum(record["author_ban_status"] == "active" for record in mine) / len(mine) == pytest.approx(
        active, abs=0.02
    )


def test_sentences_hardly_ever_repeat(sentences: dict[str, list[str]]) -> None:
    for label in LABELS:
        assert len(set(sentences[label])) > 0.98 * len(sentences[label])


def test_sentences_are_clean(sentences: dict[str, list[str]]) -> None:
    for text in sentences["claim"] + sentences["opinion"]:
        assert len(text.split()) >= 2, text
        assert not re.search(
            r"[{}|]|COMPLEMENT|ASIDE|  | ,|,,|\ba [aeio][a-z]*[^n]\b(?<!one)(?<!once)(?<!european)", text
        ), text


@pytest.mark.parametrize("topic", ["animals", "food", "country", "city", "gadget", "issue", "powers"])
def test_no_topic_belongs_to_one_label(sentences: dict[str, list[str]], topic: str) -> None:
    words = {entry.lower() for entry in LISTS[topic]}
    mentions = {
        label: sum(any(word in text.lower() for word in words) for text in sentences[label]) for label in LABELS
    }
    assert 0.25 < mentions["claim"] / sum(mentions.values()) < 0.75, mentions


def test_both_labels_state_the_same_facts(sentences: dict[str, list[str]]) -> None:
    templates = [template for topic in LISTS["fact"] for template in LISTS[topic.strip("{}")]]
    phrases = {phrase.strip() for text in templates for phrase in re.findall(r"(?:[a-z']+ ){4,}", text.split("|")[0])}
    stated = {label: {phrase for phrase in phrases if phrase in " ".join(sentences[label]).lower()} for label in LABELS}
    assert len(phrases) > 100
    for label in LABELS:
        assert len(stated[label]) > 0.9 * len(phrases), label


def test_neither_length_nor_style_tells_the_label(sentences: dict[str, list[str]]) -> None:
    def share(label: str, pattern: str) -> float:
        return sum(bool(re.search(pattern, text)) for text in sentences[label]) / len(sentences[label])

    for pattern in (r"[A-Z]", r"\.$", r"#\w", r"welcome back|let me know", r"\bum\b|\bokay so\b"):
        assert share("claim", pattern) == pytest.approx(share("opinion", pattern), abs=0.04), pattern
    claim, opinion = (sum(len(text.split()) for text in sentences[label]) for label in LABELS)
    assert 0.8 < claim / opinion < 1.25


def test_every_kind_can_be_drawn() -> None:
    assert set(KINDS) == set(LABELS)
    slots = {name for templates in LISTS.values() for text in templates for name in re.findall(r"\{(\w+)\}", text)}
    assert slots <= set(LISTS)
