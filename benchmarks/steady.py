"""Whether memory stays steady: the service under load until it has answered 200,000 requests.

python -m benchmarks.steady [--requests 200000]        # needs wrk (Debian: apt-get install wrk)
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

from tiktok_claims import synthetic

ROOT = Path(__file__).parent.parent
ADDRESS = "127.0.0.1:9797"
SLICE_SECONDS = 15
DIFFERENT = 500  # records, in turn


def main() -> None:
    """Print answered requests, the rate and the memory of all processes as they go, and the growth at the end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=200_000, help="how many to answer (%(default)s)")
    wanted = parser.parse_args().requests
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "post.lua")
        script.write_text(_script())
        environ = {"BIND": ADDRESS, "WEB_CONCURRENCY": "2", "PATH": "/usr/bin:/bin"}
        service = subprocess.Popen(
            [Path(sys.executable).with_name("gunicorn")], cwd=ROOT, env=environ, stdout=subprocess.DEVNULL
        )
        try:
            _until_ready()
            _load(script, max(2, SLICE_SECONDS // 2))
            start, answered = _memory(service.pid), 0
            while answered < wanted:
                done, errors = _load(script, SLICE_SECONDS)
                answered += done
                memory = _memory(service.pid)
                print(
                    f"{answered:>8,} answered, {done / SLICE_SECONDS:>6,.0f}/s, {errors} errors, "
                    f"{memory:.1f} MB ({memory / start - 1:+.1%})"
                )
        finally:
            service.terminate()
            service.wait(timeout=20)


def _script() -> str:
    drop = ("claim_status", "video_id")
    records = [
        json.dumps({name: value for name, value in record.items() if name not in drop})
        for record in synthetic.records(DIFFERENT, seed=3)
    ]
    bodies = ",\n".join(f"[==[{record}]==]" for record in records)
    return f"""local bodies = {{{bodies}}}
local turn = 0
request = function()
  turn = turn % #bodies + 1
  return wrk.format("POST", "/predict", {{["Content-Type"] = "application/json"}}, bodies[turn])
end
"""


def _until_ready() -> None:
    for _ in range(100):
        try:
            requests.get(f"http://{ADDRESS}/health/ready", timeout=1)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the service does not start")


def _load(script: Path, seconds: int) -> tuple[int, int]:
    """Return how many requests were answered, and how many of them with an error."""
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "-s", str(script), f"http://{ADDRESS}/predict"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answered = re.search(r"(\d+) requests in", said)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return int(answered[1]) if answered else 0, int(wrong[1]) if wrong else 0


def _memory(pid: int) -> float:
    """Proportional set size of a process and its children, in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    rollups = [Path(f"/proc/{process}/smaps_rollup").read_text() for process in (str(pid), *children)]
    return sum(int(size) for text in rollups for size in re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE)) / 1024


if __name__ == "__main__":
    main()
