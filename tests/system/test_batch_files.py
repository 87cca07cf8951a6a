"""score.py on files as people have them."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from tests.helpers.batch import score
from tests.helpers.paths import STAND_IN


@pytest.mark.parametrize("kind", ["csv", "ndjson", "parquet"])
@pytest.mark.parametrize("index", [True, False])
def test_the_data_set_that_pandas_has_written_is_scored(tmp_path: Path, kind: str, index: bool) -> None:
    frame = pd.read_csv(STAND_IN).dropna()[::2].head(40)  # with an index that is no range, so that Parquet stores it
    path, out = tmp_path / f"pandas.{kind}", tmp_path / "out.csv"
    if kind == "csv":
        frame.to_csv(path, index=index)
        if index:
            pd.read_csv(path).to_csv(path, index=True)  # as it comes back: with the column Unnamed: 0, and another one
    elif kind == "ndjson":
        (frame.reset_index() if index else frame).to_json(path, orient="records", lines=True)
    else:
        frame.to_parquet(path, index=index)
    score(path, "--out", out)
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["video_id"] for row in rows] == list(map(str, frame["video_id"]))
    assert all(0 <= float(row["claim_probability"]) <= 1 for row in rows)


def test_no_input_is_replaced_by_the_output(tmp_path: Path) -> None:
    path = tmp_path / "videos.csv"
    path.write_text("video_view_count\n3\n")
    (tmp_path / "again.csv").symlink_to(path)
    for out in ("videos.csv", "again.csv"):
        assert b"name another --out" in score(path, "--out", tmp_path / out, status=1).stderr
    assert path.read_text() == "video_view_count\n3\n"
