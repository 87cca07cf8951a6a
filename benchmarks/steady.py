"""Whether memory stays steady: the service under load until it has answered 200,000 requests.

python -m benchmarks.steady [--requests 200000]        # needs wrk (Debian: apt-get install wrk)
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks import load, servers

SLICE_SECONDS = 15
CONNECTIONS = 16


def main() -> None:
    """Print answered requests, the rate and the memory of all processes as they go, and the growth at the end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=200_000, help="how many to answer (%(default)s)")
    wanted = parser.parse_args().requests
    with tempfile.TemporaryDirectory() as folder, servers.running(servers.OURS) as service:
        bodies = load.write_bodies(Path(folder, "bodies"))
        load.send(bodies, service.address, CONNECTIONS, SLICE_SECONDS // 2)
        start, answered = servers.memory_mb(service.pid), 0
        while answered < wanted:
            outcome = load.send(bodies, service.address, CONNECTIONS, SLICE_SECONDS)
            answered += outcome.requests
            memory = servers.memory_mb(service.pid)
            print(
                f"{answered:>8,} answered, {outcome.requests / outcome.seconds:>6,.0f}/s, {outcome.errors} errors, "
                f"{memory:.1f} MB ({memory / start - 1:+.1%})"
            )


if __name__ == "__main__":
    main()
