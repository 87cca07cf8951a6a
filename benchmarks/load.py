"""Load by wrk: 2,000 different records in turn, alone or in lists, and what came of them.

Knows nothing of who responds. Needs wrk (Debian: apt-get install wrk).
"""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

from tiktok_claims.synthetic import stand_in

SCRIPT = Path(__file__).with_name("load.lua")
RECORDS = 2_000
PATIENCE_SECONDS = 60  # the longest wait for one response


class Outcome(NamedTuple):
    """What came of one load; `errors` are responses other than 2xx and broken connections."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    errors: int


def records(count: int = RECORDS) -> list[dict[str, object]]:
    """Return records as a client has them: without label and id."""
    return [
        {name: value for name, value in record.items() if name not in ("claim_status", "video_id")}
        for record in stand_in.records(count, seed=3)
    ]


def write_bodies(path: Path, rows: int = 1) -> Path:
    """Write the bodies of requests, one a line: each a record, or for more than one row a list of so many."""
    sent = records()
    bodies = sent if rows == 1 else [sent[start : start + rows] for start in range(0, RECORDS, rows)]
    path.write_text("".join(json.dumps(body) + "\n" for body in bodies))
    return path


def send(bodies: Path, address: str, connections: int, seconds: int, pause_ms: float = 0) -> Outcome:
    """Post the bodies in turn to `address`/predict for so long, over so many connections, each pausing on average."""
    options = ["-t1", f"-c{connections}", f"-d{seconds}s", f"--timeout={PATIENCE_SECONDS}s", f"--script={SCRIPT}"]
    command = ["wrk", *options, f"http://{address}/predict", "--", str(bodies), str(pause_ms)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Outcome(**json.loads(output.splitlines()[-1]))
