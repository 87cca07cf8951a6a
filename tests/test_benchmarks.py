"""The benchmarks of files and of training run through, at a size that takes seconds."""

from pathlib import Path

import pytest

from benchmarks import backlog, parted_training
from tiktok_claims.training import fit


def cells(line: str) -> list[str]:
    return [cell.strip().replace(",", "") for cell in line.strip("|").split("|")]


def test_a_backlog_is_measured_beside_the_plain_way(tmp_path: Path) -> None:
    lines = backlog.compare(tmp_path, rows=60_000, plain_rows=3_000, rounds=1)
    plain, ours = map(cells, lines[2:4])
    assert (plain[:2], ours[:2]) == (["the plain way", "3000"], ["score.py", "60000"])
    assert len((tmp_path / "ours.csv").read_text().splitlines()) == 60_001
    assert len((tmp_path / "plain.csv").read_text().splitlines()) == 3_001
    assert min(map(float, (*plain[2:], *ours[2:]))) > 0


def test_the_growth_of_a_backlog_is_told_by_rows_and_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "SIZES", (2_000,))
    told = [cells(line) for line in backlog.growth_table(backlog.grow(tmp_path, 20_000))[2:]]
    assert [line[:2] for line in told] == [["2000", "1"], ["2000", "2"], ["20000", "1"], ["20000", "2"]]
    assert all(float(figure) > 0 for line in told for figure in line[2:])


def test_the_memory_of_training_in_parts_is_measured(tmp_path: Path) -> None:
    parts = parted_training.write(tmp_path / "parts", rows=4_000, part_rows=1_000)
    assert len(list(parts.iterdir())) == 4
    settings = parted_training.Settings({**fit.PARAMETERS, "n_estimators": 2}, fit.Recipe(sentences=1_000))
    run = parted_training.clustered(parts, 2, tmp_path, settings)
    assert min(run) > 0
