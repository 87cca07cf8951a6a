"""score.py: files of records in, the same rows with answers out, whatever the format and whatever comes between."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.batch import ROWS, read, score, write
from tests.helpers.paths import ROOT, SHIPPED, STAND_IN
from tests.helpers.records import CLAIM
from tests.helpers.service import wait_until
from tests.helpers.strategies import records
from tiktok_claims.batch import chunk
from tiktok_claims.files import csv_rows, reader
from tiktok_claims.files.formats import Format
from tiktok_claims.model import scoring
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import FIELDS, InvalidRecord, check

ANSWERS = ("claim_status", "claim_probability", "needs_review", "model_version")


@pytest.fixture(scope="module")
def model() -> Model:
    return scoring.load(SHIPPED)


def answers(rows: list[dict[str, Any]]) -> list[tuple[str, float, bool]]:
    return [
        (row["claim_status"], float(row["claim_probability"]), str(row["needs_review"]).lower() == "true")
        for row in rows
    ]


def predicted(model: Model, rows: list[dict[str, Any]]) -> list[tuple[str, float, bool]]:
    predictions = [model.predict([check(row)], [None])[0] for row in rows]
    return [(one["claim_status"], one["claim_probability"], one["needs_review"]) for one in predictions]


@pytest.mark.parametrize(
    ("given", "out"),
    [
        ("in.csv", "out.csv"), ("in.csv.gz", "out.parquet"), ("in.csv.zst", "out.ndjson"), ("in.ndjson", "out.csv"),
        ("in.jsonl.gz", "out.jsonl.zst"), ("in.ndjson", "out.parquet"), ("in.parquet", "out.csv.gz"),
        ("in.parquet", "out.ndjson"), ("in.parquet", "out.parquet"),
    ],
)  # fmt: skip
def test_any_format_is_answered_in_any_format_as_predict_does(
    tmp_path: Path, model: Model, given: str, out: str
) -> None:
    result = score(write(tmp_path / given, ROWS), "--out", tmp_path / out)
    rows = read(tmp_path / out)
    assert answers(rows) == predicted(model, ROWS)
    assert [int(row["video_id"]) for row in rows] == list(range(len(ROWS)))
    assert [row["video_transcription_text"] for row in rows[:8]] == [
        row["video_transcription_text"] for row in ROWS[:8]
    ]
    assert float(rows[7]["video_view_count"]) == 12
    assert rows[0]["model_version"] == model.version
    assert result.stderr.decode().startswith("500 rows in ")  # and no progress bar: this is no terminal
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([given, out])


def test_the_stand_in_keeps_its_own_cells(tmp_path: Path) -> None:
    score(STAND_IN, "--out", tmp_path / "out.csv")
    given, rows = read(STAND_IN), read(tmp_path / "out.csv")
    assert [{name: row[name] for name in given[0]} for row in rows] == given
    assert set(rows[0]) - set(given[0]) == {"predicted_status", *ANSWERS[1:]}


def test_invalid_rows_have_the_errors_of_the_service(tmp_path: Path) -> None:
    header = "video_id,video_transcription_text,video_view_count\n"
    lines = [
        b"1,i think so,12",
        b"2,yes,many",
        b"3,no",
        b'4,"a\nb",1',
        b"5,\xff,1",
        b"6,,",
        b"7,i think so,-1",
        b"8,x, 7 ",
    ]
    (tmp_path / "in.csv").write_bytes(header.encode() + b"\n\n".join(lines))
    result = score(tmp_path / "in.csv", "--out", tmp_path / "out.csv", status=3)
    assert [row["video_id"] for row in read(tmp_path / "out.csv")] == ["1", "4", "8"]
    errors = read(tmp_path / "out.csv.errors.csv")
    assert [row["row"] for row in errors] == ["2", "3", "5", "6", "7"]
    assert b"8 rows in" in result.stderr
    assert b" 5 of them invalid" in result.stderr
    for row, sent in ((0, {"video_view_count": "many"}), (4, {"video_view_count": -1.0}), (3, {})):
        with pytest.raises(InvalidRecord) as error:
            check({"video_transcription_text": "x", **sent} if sent else {})
        assert {key: errors[row][key] for key in ("field", "problem")} == {
            key: value for key, value in error.value.errors[0].items() if key in ("field", "problem")
        }
    assert errors[1]["problem"] == csv_rows.WRONG_LENGTH["problem"]


def test_strict_stops_at_the_first_invalid_row(tmp_path: Path) -> None:
    write(tmp_path / "in.ndjson", [CLAIM, {**CLAIM, "views": 1}])
    result = score(tmp_path / "in.ndjson", "--out", tmp_path / "out.csv", "--strict", status=3)
    assert b"row 2: views is not a known field; did you mean video_view_count?" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_folders_and_patterns_are_read_in_order(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.csv", ROWS[number * 10 : number * 10 + 10])
    write(tmp_path / "other.ndjson", ROWS[30:40])
    score(tmp_path, "--out", tmp_path / "all.ndjson")
    assert [int(row["video_id"]) for row in read(tmp_path / "all.ndjson")] == list(range(40))
    score(f"{tmp_path}/[12].csv", "--out", tmp_path / "some.csv", "--only-predictions")
    rows = read(tmp_path / "some.csv")
    assert [int(row["video_id"]) for row in rows] == list(range(10, 30))
    assert set(rows[0]) == {"video_id", *ANSWERS}


def test_streams_are_read_and_written(tmp_path: Path) -> None:
    given = write(tmp_path / "in.csv", ROWS).read_bytes()
    score(tmp_path / "in.csv", "--out", tmp_path / "out.csv")
    assert score("-", "--out", "-", input=given).stdout == (tmp_path / "out.csv").read_bytes()


@pytest.mark.parametrize("out", ["out.csv", "out.ndjson.gz", "out.parquet"])
def test_a_killed_job_resumes_to_the_same_bytes(tmp_path: Path, out: str) -> None:
    header, _, lines = STAND_IN.read_bytes().partition(b"\n")
    invalid = b",".join([b"many"] * len(header.split(b","))) + b"\n"
    (tmp_path / "in.csv").write_bytes(header + b"\n" + (lines + invalid) * 8)
    score(tmp_path / "in.csv", "--out", tmp_path / f"uninterrupted-{out}", status=3)
    command: list[Any] = [
        sys.executable,
        ROOT / "score.py",
        tmp_path / "in.csv",
        "--out",
        tmp_path / out,
        "--model",
        SHIPPED,
    ]
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    checkpoint = tmp_path / f"{out}.checkpoint"
    wait_until(lambda: checkpoint.exists() and json.loads(checkpoint.read_text())["checkpoint"][0] > 4, seconds=60)
    process.kill()
    process.wait()
    assert not (tmp_path / out).exists()
    wait_until(lambda: not _is_running(process.pid))  # the workers end by themselves
    score(tmp_path / "in.csv", "--out", tmp_path / out, "--resume", status=3)
    for ending in ("", ".errors.csv"):
        assert (tmp_path / f"{out}{ending}").read_bytes() == (tmp_path / f"uninterrupted-{out}{ending}").read_bytes()
    assert not [*tmp_path.glob("*.part"), *tmp_path.glob("*.checkpoint")]


def _is_running(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_another_job_is_not_resumed(tmp_path: Path) -> None:
    write(tmp_path / "in.csv", ROWS)
    (tmp_path / "out.csv.checkpoint").write_text('{"settings": {}, "checkpoint": []}')
    result = score(tmp_path / "in.csv", "--out", tmp_path / "out.csv", "--resume", status=1)
    assert b"leave out --resume" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("in.csv", b"views\n1\n", b"did you mean video_view_count?"),
        ("in.csv", b"", b"must name columns"),
        ("in.csv", b"video_view_count\n", b"there is no row to score"),
        ("in.parquet", b"PAR1", b"in.parquet: "),
        ("in.csv.gz", b"no gzip", b"in.csv.gz: "),
        ("in.txt", b"x", b"its format is unknown"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, name: str, content: bytes, says: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    result = score(tmp_path / name, "--out", tmp_path / "out.csv", status=1)
    assert says in result.stderr
    assert result.stderr.count(b"\n") == 1
    assert not (tmp_path / "out.csv").exists()


cells = st.text(st.sampled_from('a",\n\r; é'), max_size=6)


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(st.tuples(cells, cells), min_size=1, max_size=30),
    size=st.integers(60, 120),
    quoting=st.sampled_from((csv.QUOTE_ALL, csv.QUOTE_MINIMAL)),
)
def test_chunks_end_where_rows_do(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], size: int, quoting: Any
) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=quoting).writerows([("video_transcription_text", "video_id"), *rows])
    path = tmp_path_factory.mktemp("chunks") / "in.csv"
    path.write_bytes(text.getvalue().encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "CHUNK_BYTES", size)
        read_back = [row for piece in reader.chunks(str(path)) for row in reader.rows_of(piece).values.to_pylist()]
    assert [(row["video_transcription_text"] or "", row["video_id"] or "") for row in read_back] == rows


@settings(max_examples=200, deadline=None)
@given(st.lists(records, min_size=1, max_size=8))
def test_any_record_scores_in_a_file_as_in_predict(model: Model, given: list[dict[str, Any]]) -> None:
    layout = reader.Layout(pa.schema([(name, pa.string()) for name in FIELDS]))
    lines = io.StringIO()
    csv.DictWriter(lines, FIELDS, lineterminator="\n").writerows(given)
    output = chunk.output(layout, Format("ndjson"), only_predictions=True)
    scored = chunk.score(reader.Chunk("csv", layout, lines.getvalue().encode(), 0), model, output)
    expected: list[tuple[str, float, bool]] = []
    for row in csv.DictReader(io.StringIO(lines.getvalue(), newline=""), FIELDS):
        try:
            expected += [
                (p["claim_status"], p["claim_probability"], p["needs_review"])
                for p in model.predict([csv_rows.check_row(row)], [None])
            ]
        except InvalidRecord:
            continue
    assert answers([json.loads(line) for line in scored.data.splitlines()]) == expected
