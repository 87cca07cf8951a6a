"""Replay: kept answers beside those of another model, told by what changes and by who was right."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import ROOT
from tiktok_claims.model import scoring
from tiktok_claims.monitoring import replay
from tiktok_claims.monitoring.replay import Answer
from tiktok_claims.record import TEXT, Record
from tiktok_claims.training import dataset

OTHER = {"claim": "opinion", "opinion": "claim"}


@pytest.fixture(scope="module")
def records(tiny_data: dataset.Dataset) -> list[Record]:
    return tiny_data.rows.records[:200]


@pytest.fixture(scope="module")
def answers(model: scoring.Model, records: list[Record]) -> list[Answer]:
    """What the model itself says, as if it had been kept."""
    predictions = model.predict(records, [None] * len(records))
    return [
        (record, answer["claim_probability"], answer["claim_status"], None)
        for record, answer in zip(records, predictions, strict=True)
    ]


def test_the_same_model_changes_nothing(model: scoring.Model, answers: list[Answer]) -> None:
    decided = [(record, probability, said, said) for record, probability, said, _ in answers]
    found = replay.replay(decided, model)
    assert found["model_version"] == model.version
    assert (found["rows"], found["to_claim"], found["to_opinion"]) == (200, 0, 0)
    assert set(found["shift"]) == {0}
    assert found["kept_quality"] == found["new_quality"]
    assert found["new_quality"]["accuracy"]["value"] == 1


def test_flips_are_counted_by_direction_and_by_what_was_decided(model: scoring.Model, answers: list[Answer]) -> None:
    claims = [number for number, answer in enumerate(answers) if answer[2] == "claim"][:10]
    opinions = [number for number, answer in enumerate(answers) if answer[2] == "opinion"][:7]
    kept = list(answers)
    for number in claims:  # a former model called these opinions, wrongly
        kept[number] = (answers[number][0], 0.1, "opinion", "claim")
    for number in opinions:  # and these claims: three of them rightly, and on the others nobody decided
        kept[number] = (answers[number][0], 0.9, "claim", "claim" if number in opinions[:3] else None)
    found = replay.replay(kept, model)
    assert (found["to_claim"], found["to_opinion"]) == (10, 7)
    assert (found["put_right"], found["put_wrong"]) == (10, 3)
    assert found["kept_quality"]["labelled"] == found["new_quality"]["labelled"] == 13
    assert found["kept_quality"]["recall"]["value"] == pytest.approx(3 / 13)
    assert found["new_quality"]["recall"]["value"] == pytest.approx(10 / 13)


def test_probabilities_are_compared_record_by_record(model: scoring.Model, answers: list[Answer]) -> None:
    probabilities = np.array([answer[1] for answer in answers])
    mixed = [(record, 1 - probability, OTHER[said], None) for record, probability, said, _ in answers]
    found = replay.replay(mixed, model)
    assert found["kept_probability"] == pytest.approx(np.quantile(1 - probabilities, replay.QUANTILES))
    assert found["new_probability"] == pytest.approx(np.quantile(probabilities, replay.QUANTILES))
    assert found["shift"] == pytest.approx(np.quantile(2 * probabilities - 1, replay.QUANTILES))


def test_no_row_is_left_out_and_no_more_than_a_chunk_is_held(model: scoring.Model, answers: list[Answer]) -> None:
    rows = 2 * replay.CHUNK + 1
    alive: set[int] = set()
    most = 0

    class Seen(dict[str, object]):
        """A record that tells when it goes."""

        def __del__(self) -> None:
            alive.discard(id(self))

    def kept() -> Iterator[Answer]:
        nonlocal most
        for number in range(rows):
            record = Seen(answers[number % len(answers)][0])
            alive.add(id(record))
            most = max(most, len(alive))
            yield record, 0.5, "claim", None

    assert replay.replay(kept(), model)["rows"] == rows
    assert most <= 2 * replay.CHUNK + 2  # the next one comes while the last one is let go


def test_rows_whose_transcript_was_not_kept_are_left_out() -> None:
    then = {"claim_probability": 0.7, "claim_status": "claim", "decided": None}
    kept = [
        {"record": {TEXT: "i think so"}, "warnings": [], **then},
        {"record": {"video_view_count": 5.0}, "warnings": [], **then},  # there was one: nothing was said of its absence
        {"record": {"video_view_count": 7.0}, "warnings": [scoring.NO_TEXT], **then},
    ]
    assert [record for record, *_ in replay.answers(kept)] == [{TEXT: "i think so"}, {"video_view_count": 7.0}]


def test_nothing_kept_is_no_failure(model: scoring.Model) -> None:
    found = replay.replay([], model)
    assert (found["rows"], found["shift"]) == (0, [])
    assert "nothing to replay" in replay.report(found)


def test_the_report_says_what_was_found(model: scoring.Model, answers: list[Answer]) -> None:
    kept = [(record, 1 - probability, OTHER[said], said) for record, probability, said, _ in answers]
    said = replay.report(replay.replay(kept, model))
    assert f"200 kept predictions, scored with model {model.version}" in said
    assert "verdicts that flip       200  100.00%" in said
    accuracy = next(line for line in said.splitlines() if "accuracy" in line)
    assert " ".join(accuracy.split()) == "accuracy 0.000 (0.000 to 0.019) 1.000 (0.981 to 1.000)"


def test_what_nobody_decided_has_no_quality(model: scoring.Model, answers: list[Answer]) -> None:
    said = replay.report(replay.replay(answers, model))
    recall = next(line for line in said.splitlines() if "recall" in line)
    assert recall.split() == ["recall", "-", "-"]


def test_a_history_is_replayed_from_the_command_line(
    model_path: Path, answers: list[Answer], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = pytest.importorskip("tiktok_claims.store", reason="no history to replay")
    url = f"sqlite:///{tmp_path / 'history.db'}"
    rows = []
    for number, (record, probability, said, _) in enumerate(answers, start=1):
        values = {**record, "id": number, "model_version": "former", "source": "json", "needs_review": False}
        values |= {"claim_probability": probability, "claim_status": OTHER[said]}
        rows.append(tuple(values.get(name) for name in store.KEPT))
    store.Store(url).write(rows)
    assert replay.main(["--model", str(model_path), "--history", url]) == 0
    said = capsys.readouterr().out
    assert "200 kept predictions" in said
    assert "verdicts that flip       200  100.00%" in said


@pytest.mark.parametrize(
    ("model", "history", "reason"),
    [
        ("none.bin", "sqlite:///{}/history.db", "cannot read"),
        ("model_chosen.bin", "sqlite:///{}/none/history.db", "unable to open"),
        ("model_chosen.bin", "history.db", "HISTORY_URL"),
        ("model_chosen.bin", "", "nothing is kept"),
    ],
)
def test_what_cannot_be_replayed_is_one_line(
    model: str, history: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tiktok_claims.history", reason="no history to replay")
    assert replay.main(["--model", str(ROOT / model), "--history", history.format(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert len(said.splitlines()) == 1
