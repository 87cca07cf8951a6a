"""Replay: old predictions next to those of another model, by what changes and by who was right."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.helpers.history import id_at, stored
from tests.helpers.paths import ROOT
from tiktok_claims.history.prediction import HistoryEntry
from tiktok_claims.history.store import Store
from tiktok_claims.model import review, scoring
from tiktok_claims.monitoring import replay
from tiktok_claims.monitoring.replay import OldPrediction
from tiktok_claims.record import TEXT, Record
from tiktok_claims.training import dataset

OTHER = {"claim": "opinion", "opinion": "claim"}


@pytest.fixture(scope="module")
def records(tiny_data: dataset.Dataset) -> list[Record]:
    return tiny_data.rows.records[:200]


@pytest.fixture(scope="module")
def old(model: scoring.Model, records: list[Record]) -> list[OldPrediction]:
    """What the model itself predicts, as if it had been stored."""
    predictions = model.predict(records, [None] * len(records))
    return [
        OldPrediction(record, each["claim_probability"], each["claim_status"], None)
        for record, each in zip(records, predictions, strict=True)
    ]


def flipped(old: list[OldPrediction]) -> list[OldPrediction]:
    """The opposite predictions, with labels that say that the model is right."""
    return [
        OldPrediction(each.record, 1 - each.claim_probability, OTHER[each.claim_status], each.claim_status)
        for each in old
    ]


def test_the_same_model_changes_nothing(model: scoring.Model, old: list[OldPrediction]) -> None:
    replayed = replay.replay([each._replace(label=each.claim_status) for each in old], model)
    assert replayed["model_version"] == model.version
    assert (replayed["rows"], replayed["to_claim"], replayed["to_opinion"]) == (200, 0, 0)
    assert set(replayed["change"]) == {0}
    assert replayed["old_performance"] == replayed["new_performance"]
    assert replayed["new_performance"]["accuracy"]["value"] == 1


def test_flips_are_counted_by_direction_and_by_label(model: scoring.Model, old: list[OldPrediction]) -> None:
    claims = [number for number, each in enumerate(old) if each.claim_status == "claim"][:10]
    opinions = [number for number, each in enumerate(old) if each.claim_status == "opinion"][:7]
    changed = list(old)
    for number in claims:  # a former model called these opinions, wrongly
        changed[number] = OldPrediction(old[number].record, 0.1, "opinion", "claim")
    for number in opinions:  # and these claims: three of them rightly, the others have no label
        changed[number] = OldPrediction(old[number].record, 0.9, "claim", "claim" if number in opinions[:3] else None)
    replayed = replay.replay(changed, model)
    assert (replayed["to_claim"], replayed["to_opinion"]) == (10, 7)
    assert (replayed["now_right"], replayed["now_wrong"]) == (10, 3)
    assert replayed["old_performance"]["labelled"] == replayed["new_performance"]["labelled"] == 13
    assert replayed["old_performance"]["recall"]["value"] == pytest.approx(3 / 13)
    assert replayed["new_performance"]["recall"]["value"] == pytest.approx(10 / 13)


def test_probabilities_are_compared_record_by_record(model: scoring.Model, old: list[OldPrediction]) -> None:
    probabilities = np.array([each.claim_probability for each in old])
    replayed = replay.replay(flipped(old), model)
    assert replayed["old_probability"] == pytest.approx(np.quantile(1 - probabilities, replay.QUANTILES))
    assert replayed["new_probability"] == pytest.approx(np.quantile(probabilities, replay.QUANTILES))
    assert replayed["change"] == pytest.approx(np.quantile(2 * probabilities - 1, replay.QUANTILES))


def test_no_row_is_left_out_and_only_a_chunk_is_in_memory(model: scoring.Model, old: list[OldPrediction]) -> None:
    rows = 2 * replay.CHUNK + 1
    alive: set[int] = set()
    most = 0

    class Counted(dict[str, object]):
        """A record that says when it is deleted."""

        def __del__(self) -> None:
            alive.discard(id(self))

    def history() -> Iterator[OldPrediction]:
        nonlocal most
        for number in range(rows):
            record = Counted(old[number % len(old)].record)
            alive.add(id(record))
            most = max(most, len(alive))
            yield OldPrediction(record, 0.5, "claim", None)

    assert replay.replay(history(), model)["rows"] == rows
    assert most <= 2 * replay.CHUNK + 2  # the next chunk comes while the last one is deleted


def entry(record: Record, warnings: list[str]) -> HistoryEntry:
    return {
        "prediction_id": "7" * 16, "time": datetime.now(UTC), "video_id": None, "model_version": "first",
        "source": "program", "record": record, "claim_status": "claim", "claim_probability": 0.7,
        "needs_review": False, "warnings": warnings, "label": None, "shadow": None,
    }  # fmt: skip


def test_predictions_without_their_transcript_are_left_out() -> None:
    entries = [
        entry({TEXT: "i think so"}, []),
        entry({"video_view_count": 5.0}, []),  # it had a transcript: no warning says that it had none
        entry({"video_view_count": 7.0}, [review.NO_TEXT]),
    ]
    assert [each.record for each in replay.replayable(entries)] == [{TEXT: "i think so"}, {"video_view_count": 7.0}]


def test_an_empty_history_is_no_failure(model: scoring.Model) -> None:
    replayed = replay.replay([], model)
    assert (replayed["rows"], replayed["change"]) == (0, [])
    assert "nothing to replay" in replay.as_text(replayed)


def test_the_text_has_flips_and_performance(model: scoring.Model, old: list[OldPrediction]) -> None:
    text = replay.as_text(replay.replay(flipped(old), model))
    assert f"200 predictions, scored with model {model.version}" in text
    assert "predictions flipped      200  100.00%" in text
    accuracy = next(line for line in text.splitlines() if "accuracy" in line)
    assert " ".join(accuracy.split()) == "accuracy 0.000 (0.000 to 0.019) 1.000 (0.981 to 1.000)"


def test_without_labels_there_is_no_performance(model: scoring.Model, old: list[OldPrediction]) -> None:
    text = replay.as_text(replay.replay(old, model))
    recall = next(line for line in text.splitlines() if "recall" in line)
    assert recall.split() == ["recall", "-", "-"]


def test_the_command_replays_a_history(
    model_path: Path, old: list[OldPrediction], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'history.db'}"
    now = datetime.now(UTC)
    rows = []
    for number, each in enumerate(flipped(old)):
        predicted: dict[str, Any] = {"claim_probability": each.claim_probability, "claim_status": each.claim_status}
        predicted |= {"model_version": "former", "needs_review": False, "warnings": [], "video_id": None}
        rows.append(stored(id_at(now, number), each.record, predicted))
    Store(url).write(rows)
    assert replay.main(["--model", str(model_path), "--history", url]) == 0
    output = capsys.readouterr().out
    assert "200 predictions" in output
    assert "predictions flipped      200  100.00%" in output


@pytest.mark.parametrize(
    ("model", "history", "reason"),
    [
        ("none.bin", "sqlite:///{}/empty.db", "cannot read"),
        ("model_chosen.bin", "sqlite:///{}/none/history.db", "there is no database"),
        ("model_chosen.bin", "sqlite:///{}/histroy.db", "there is no database"),
        ("model_chosen.bin", "history.db", "HISTORY_URL"),
        ("model_chosen.bin", "", "there is no history"),
    ],
)
def test_what_cannot_be_replayed_is_one_line(
    model: str, history: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.db").touch()
    assert replay.main(["--model", str(ROOT / model), "--history", history.format(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert reason in error
    assert len(error.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["empty.db"]  # no new database
