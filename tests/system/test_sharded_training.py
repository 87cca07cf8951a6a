"""train.py on a data set in shards, on one machine."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from pyarrow.fs import LocalFileSystem

from tests.helpers.paths import ROOT, STAND_IN
from tests.helpers.service import wait_until
from tests.helpers.training import FEW, SMALL, cut, train
from tiktok_claims.files.storage import Shard
from tiktok_claims.record import NUMBERS
from tiktok_claims.training import dataset, external_memory, fit


@pytest.mark.parametrize("ending", [".csv", ".csv.gz", ".parquet", ".ndjson", ".jsonl.zst"])
def test_a_shard_of_any_format_has_the_rows_of_the_csv(tmp_path: Path, ending: str) -> None:
    one = cut(STAND_IN, tmp_path / "shards", 1, step=40) / "shard-0.csv"
    data = dataset.read(one)
    path = tmp_path / f"shard{ending}"
    with one.open(encoding="utf-8", newline="") as file:
        rows = [
            {k: (float(v) if k in NUMBERS else v) if v else None for k, v in row.items()}
            for row in csv.DictReader(file)
        ]
    if ending == ".parquet":
        pyarrow.parquet.write_table(pa.Table.from_pylist(rows), path)
    else:
        with pa.output_stream(path) as sink:  # compressed as its ending says
            sink.write(one.read_bytes() if ".csv" in ending else "\n".join(map(json.dumps, rows)).encode())
    read = external_memory.read(Shard(LocalFileSystem(), str(path), 0))
    assert read.rows.records == data.rows.records
    assert read.rows.labels.tolist() == data.rows.labels.tolist()
    assert (read.labelled, read.dropped, read.dropped_empty) == (data.labelled, data.dropped, data.dropped_empty)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is no JSON object"),
        ("[1]", "is no JSON object"),
        (
            '{"claim_status": true, "video_view_count": 1}',
            "claim_status: neither opinion nor claim: 'True'",
        ),
        ('{"claim_status": "claim", "video_view_count": "7"}', "video_view_count: '7' is not a number"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "shard.ndjson"
    path.write_text(f'{{"video_id": 1}}\n{line}\n')  # the first has no label, and is left out
    with pytest.raises(dataset.InvalidDataset, match=rf"shard\.ndjson, row 2.*{message}"):
        external_memory.read(Shard(LocalFileSystem(), str(path), 0))


def test_one_shard_gives_the_model_that_the_file_gives(tmp_path: Path) -> None:
    path = cut(STAND_IN, tmp_path / "shards", 1, step=10) / "shard-0.csv"
    from_file: dict[str, Any] = {**fit.train(dataset.read(path), FEW, SMALL).model}
    source, model, *_ = external_memory.train([str(path)], FEW, SMALL)
    assert source.describe() == from_file["data"]
    for name in from_file.keys() - {"pipeline"}:  # its classifier remembers how it was fitted
        assert {**model}[name] == from_file[name], name


def test_all_shards_are_counted_and_learned_from(tmp_path: Path) -> None:
    folder = cut(STAND_IN, tmp_path / "shards", 4, step=5)
    paths = sorted(folder.iterdir())
    source, _, splits, _ = external_memory.train([str(folder)], FEW, SMALL)
    alone = [dataset.read(path) for path in paths]
    assert source.labelled == sum(data.labelled for data in alone)
    assert source.dropped == sum(data.dropped for data in alone) > 0
    assert source.sha256 not in {data.sha256 for data in alone}
    tested = [dataset.split(data.rows).test for data in alone]
    assert len(splits.test.labels) == sum(len(rows.labels) for rows in tested)


def broken(folder: Path, row: str) -> Path:
    """A folder of shards, the second of which has a row of its own."""
    cut(STAND_IN, folder, 2, step=40)
    with (folder / "shard-1.csv").open("a") as file:
        file.write(row + "\n")
    return folder


def test_a_full_disk_is_found_before_fitting(tmp_path: Path) -> None:
    folder = cut(STAND_IN, tmp_path / "shards", 1, step=40)
    (task,) = external_memory.tasks([str(folder)], SMALL)
    matrices = external_memory.prepare(task, tmp_path).matrices
    external_memory.check_disk_space([matrices])
    free = shutil.disk_usage(tmp_path).free
    rows = free // 1_000  # each takes more
    with pytest.raises(OSError, match=rf"fitting {rows:,} rows may take .* GB are free: '{tmp_path}'"):
        external_memory.check_disk_space([matrices._replace(rows=rows)])


@pytest.mark.parametrize("many", [False, True], ids=["here", "cluster"])
@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "1,2,fact,8,12,i like lighthouses,verified,banned,50.0,1.0,0.0,0.0,0.0",
            r"claim_status: neither opinion nor claim: 'fact'",
        ),
        (
            "1,2,claim,8,12,old lighthouses sink,verified,banned,-1,1.0,0.0,0.0,0.0",
            r"video_view_count: -1.0 is below 0",
        ),
        ("1,2,claim", r"a row of another length"),
    ],
)
def test_a_bad_row_is_named_in_one_line(
    request: pytest.FixtureRequest, tmp_path: Path, row: str, message: str, many: bool
) -> None:
    folder, out = broken(tmp_path / "shards", row), tmp_path / "model.bin"
    options = ["--scheduler", request.getfixturevalue("cluster").address] if many else []
    result = train("--data", folder, "--out", out, *options, status=1)
    assert re.fullmatch(rf"train\.py: \S*shard-1\.csv, row \d+.*{message}.*\n", result.stderr)
    assert not out.exists()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (0, "needs rows of both labels"),
        (4, "it needs 5 rows or more of each label"),
    ],
)
def test_a_shard_that_is_too_small_is_named(tmp_path: Path, rows: int, message: str) -> None:
    folder = cut(STAND_IN, tmp_path / "shards", 2, step=40)
    lines = (folder / "shard-1.csv").read_text().splitlines(keepends=True)
    some = [line for label in (",claim,", ",opinion,") for line in [one for one in lines if label in one][:rows]]
    (folder / "shard-1.csv").write_text("".join([lines[0], *some]))
    result = train("--data", folder, "--out", tmp_path / "model.bin", status=1)
    assert re.fullmatch(rf"train\.py: \S*shard-1\.csv:? {message}.*\n", result.stderr)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("stage", ["*.train", "*.page"], ids=["preparing", "fitting"])
def test_an_ended_run_leaves_nothing_behind(tmp_path: Path, number: signal.Signals, stage: str) -> None:
    folder, room = cut(STAND_IN, tmp_path / "shards", 4), tmp_path / "room"
    room.mkdir()
    command = [sys.executable, "train.py", "--data", str(folder), "--out", str(tmp_path / "model.bin")]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "TMPDIR": str(room)}, stderr=subprocess.PIPE) as run:
        wait_until(lambda: any(room.rglob(stage)), seconds=60)
        run.send_signal(number)
        assert run.communicate(timeout=60)[1] == b"train.py: interrupted\n"
    assert run.returncode == 1
    assert not any(room.iterdir())
    assert not (tmp_path / "model.bin").exists()
