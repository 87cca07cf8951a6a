"""The sentences of transcripts in scored files."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from tests.helpers.paths import ROOT, SHIPPED
from tests.helpers.transcripts import CLAIM, OPINION
from tiktok_claims.model import explanation, scoring
from tiktok_claims.record import TEXT

TRANSCRIPT = f"🙂 {OPINION} {CLAIM}"
ROWS = [TRANSCRIPT, OPINION, "", f"{CLAIM}. {OPINION}! 😂"]


def score(*arguments: object) -> None:
    command: list[Any] = [sys.executable, ROOT / "score.py", *map(str, arguments), "--model", SHIPPED, "--workers", "1"]
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=ROOT)


def read(path: Path) -> list[list[dict[str, Any]]]:
    if path.suffix == ".parquet":
        return [row["sentences"] for row in pyarrow.parquet.read_table(path).to_pylist()]
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".csv":
        return [json.loads(row["sentences"]) for row in csv.DictReader(lines)]
    return [json.loads(line)["sentences"] for line in lines]


@pytest.mark.parametrize("ending", ["csv", "ndjson", "parquet"])
def test_score_writes_sentences_when_asked(tmp_path: Path, ending: str) -> None:
    source, out = tmp_path / "videos.csv", tmp_path / f"out.{ending}"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["video_view_count", TEXT], *[[9, text] for text in ROWS]])
    score(source, "--out", out, "--sentences")
    records = [{"video_view_count": 9, **({TEXT: text} if text else {})} for text in ROWS]
    expected = explanation.predict(scoring.load(SHIPPED), records, [None] * len(records))
    assert read(out) == [prediction["sentences"] for prediction in expected]
    score(out, "--out", tmp_path / "again.csv")  # what an earlier run added is no field
    assert "sentences" not in (tmp_path / "again.csv").read_text(encoding="utf-8").splitlines()[0]


def test_score_writes_none_unless_asked_and_resumes_as_begun(tmp_path: Path) -> None:
    source, folder = tmp_path / "videos.csv", tmp_path / "out"
    source.write_text(f"{TEXT}\n{OPINION}\n", encoding="utf-8")
    folder.mkdir()
    score(source, "--out", folder)
    assert "sentences" not in (folder / "videos.csv").read_text(encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        score(source, "--out", folder, "--sentences", "--resume")
