"""Files of records: writing and reading them in each format, and running score.py on them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from tests.helpers.paths import ROOT, SHIPPED
from tiktok_claims.record import FIELDS
from tiktok_claims.synthetic import stand_in

ROWS = [{**record, "video_id": number} for number, record in enumerate(stand_in.records(500, seed=8))]
for _row in ROWS:
    del _row["claim_status"]
ROWS[7] = {"video_id": 7, "video_transcription_text": 'two\nlines, and "quotes"', "video_view_count": 12.0}
ROWS[8] = {"video_id": 8, "video_duration_sec": 12.0, "verified_status": "verified"}


def score(*arguments: object, status: int = 0, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command: list[Any] = [sys.executable, ROOT / "score.py", *map(str, arguments), "--model", SHIPPED]
    ended = subprocess.run(command, capture_output=True, timeout=120, check=False, cwd=ROOT, **options)
    assert ended.returncode == status, ended.stderr.decode()
    return ended


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    columns = ["video_id", *FIELDS]
    if path.suffix == ".parquet":
        pyarrow.parquet.write_table(pa.Table.from_pylist([{c: row.get(c) for c in columns} for row in rows]), path)
        return path
    text = io.StringIO()
    if ".csv" in path.name:
        writer = csv.DictWriter(text, columns)
        writer.writeheader()
        writer.writerows(rows)
    else:
        text.write("\n".join(map(json.dumps, rows)))
    data = text.getvalue().encode()
    path.write_bytes(
        pa.compress(data, {".gz": "gzip", ".zst": "zstd"}[path.suffix], asbytes=True)
        if path.suffix in (".gz", ".zst")
        else data
    )
    return path


def read(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        rows: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
        return rows
    data = path.read_bytes()
    if path.suffix in (".gz", ".zst"):
        data = pa.CompressedInputStream(io.BytesIO(data), {".gz": "gzip", ".zst": "zstd"}[path.suffix]).read()
    if ".csv" in path.name:
        return [dict(row) for row in csv.DictReader(io.StringIO(data.decode(), newline=""))]
    return [json.loads(line) for line in data.splitlines()]
