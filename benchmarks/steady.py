"""Whether the service stays steady: ten minutes of a share of the highest rate, errors, slowest responses, memory.

python -m benchmarks.steady [--minutes 10] [--share 0.8]        # needs wrk (Debian: apt-get install wrk)
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks import load, servers

SLICE_SECONDS = 15
CONNECTIONS = 32


def main() -> None:
    """Print the rate, errors, 99th percentile and memory of all processes as they go."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10, help="how long (%(default)s)")
    parser.add_argument("--share", type=float, default=0.8, help="of the highest rate, which comes first (%(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, servers.running(servers.OURS) as service:
        bodies = load.write_bodies(Path(folder, "bodies"))
        highest = load.send(bodies, service.address, CONNECTIONS, SLICE_SECONDS)
        wanted = options.share * highest.requests / highest.seconds
        print(f"the highest rate is {highest.requests / highest.seconds:,.0f}/s, wanted is {wanted:,.0f}/s")
        cycle_ms, start = CONNECTIONS / wanted * 1e3, servers.memory_mb(service.pid)
        pause_ms = cycle_ms / 2  # the rest is the time of the response, measured as it goes
        for _ in range(round(options.minutes * 60 / SLICE_SECONDS)):
            outcome = load.send(bodies, service.address, CONNECTIONS, SLICE_SECONDS, pause_ms)
            rate, memory = outcome.requests / outcome.seconds, servers.memory_mb(service.pid)
            print(
                f"{rate:>6,.0f}/s, p50 {outcome.p50_ms:5.2f} ms, p99 {outcome.p99_ms:6.2f} ms, "
                f"{outcome.errors} errors, {memory:.1f} MB ({memory / start - 1:+.1%})",
                flush=True,
            )
            pause_ms = max(0.1, pause_ms + cycle_ms - CONNECTIONS / rate * 1e3)


if __name__ == "__main__":
    main()
