"""The benchmarks of files and of training run through, at a size that takes seconds."""

from pathlib import Path

import pytest

from benchmarks import batch, sharded_training
from tiktok_claims.training import fit
from tiktok_claims.training.augmentation import Recipe


def cells(line: str) -> list[str]:
    return [cell.strip().replace(",", "") for cell in line.strip("|").split("|")]


def test_batch_scoring_is_measured_next_to_the_plain_way(tmp_path: Path) -> None:
    lines = batch.compare(tmp_path, rows=20_000, plain_rows=1_000, rounds=1)
    plain, scored = map(cells, lines[2:4])
    assert (plain[:2], scored[:2]) == (["the plain way", "1000"], ["score.py", "20000"])
    assert len((tmp_path / "scored.csv").read_text().splitlines()) == 20_001
    assert len((tmp_path / "plain.csv").read_text().splitlines()) == 1_001
    assert min(map(float, (*plain[2:], *scored[2:]))) > 0


def test_batch_scoring_is_measured_by_rows_and_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "SIZES", (2_000,))
    lines = [cells(line) for line in batch.scaling_table(batch.scale(tmp_path, 20_000))[2:]]
    assert [line[:2] for line in lines] == [["2000", "1"], ["2000", "2"], ["20000", "1"], ["20000", "2"]]
    assert all(float(figure) > 0 for line in lines for figure in line[2:])


def test_the_memory_of_training_on_shards_is_measured(tmp_path: Path) -> None:
    shards = sharded_training.write(tmp_path / "shards", rows=2_000, shard_rows=500)
    assert len(list(shards.iterdir())) == 4
    settings = sharded_training.Settings({**fit.PARAMETERS, "n_estimators": 2}, Recipe(sentences=1_000))
    run = sharded_training.clustered(shards, 2, tmp_path, settings)
    assert min(run) > 0
