"""Labels to train on: a fifth is held out, the same one whatever else is labelled."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.helpers.history import FULL, prediction, writing
from tiktok_claims.history.queries import History
from tiktok_claims.record import TEXT, Record
from tiktok_claims.training import labelled
from tiktok_claims.training.dataset import Dataset, InvalidDataset, Rows


def data(count: int, start: int = 0) -> Dataset:
    records: list[Record] = [{TEXT: f"video number {number} is here"} for number in range(start, start + count)]
    return Dataset("0" * 64, count, 0, 0, rows=Rows(records, np.arange(count) % 2))


def texts(rows: Rows) -> set[str]:
    return {record[TEXT] for record in rows.records}


def test_about_a_fifth_is_held_out_and_stays_so() -> None:
    few, many = labelled.split(data(500)), labelled.split(data(1000))
    assert 150 < len(many.held_out.labels) < 250
    assert len(many.held_out.labels) + many.known.labelled == 1000
    assert texts(few.held_out) <= texts(many.held_out)
    assert not texts(many.held_out) & texts(many.known.rows)


@pytest.mark.parametrize("other", ["Video  number 7 is here!", "video number 7 is here"])
def test_a_text_written_otherwise_is_the_same_text(other: str) -> None:
    assert labelled.is_held_out({TEXT: other}) == labelled.is_held_out({TEXT: "video number 7 is here"})


def test_a_video_without_a_text_may_be_held_out_too() -> None:
    held = sum(labelled.is_held_out({"video_view_count": float(number)}) for number in range(1000))
    assert 150 < held < 250


def test_too_few_labels_are_refused_with_how_many_more_it_takes() -> None:
    with pytest.raises(InvalidDataset, match=r"12 labels.* more of opinion and .* more of claim at least"):
        labelled.split(data(12))
    assert "100 more" in str(labelled.split(data(50)).advice())
    assert labelled.split(data(200)).advice() is None


def test_labels_are_read_from_a_history_and_from_a_file(history_url: str, tmp_path: Path) -> None:
    with writing(history_url) as writer:
        records: list[Record] = [{**FULL, TEXT: f"video number {number}"} for number in range(60)]
        writer.add(records, [prediction(number) for number in range(60)], "program")
    labels: list[Any] = [{"video_id": n, "claim_status": "claim" if n % 2 else "opinion"} for n in range(60)]
    History(history_url).add_labels([*labels, {"video_id": 3, "claim_status": "unsure"}])
    from_history = labelled.read(history_url)
    assert from_history.known.labelled + len(from_history.held_out.labels) == 59
    lines = [f"video number {n},{'claim' if n % 2 else 'opinion'}" for n in range(60) if n != 3]
    path = tmp_path / "labels.csv"
    path.write_text("\n".join(["video_transcription_text,claim_status", *lines]))
    from_file = labelled.read(str(path))
    assert texts(from_file.held_out) == texts(from_history.held_out)
