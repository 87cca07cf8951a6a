"""Connect to a Dask cluster and load plugins into its workers. Knows nothing of the tasks.

Dask is optional: only what was asked to use a cluster imports this module.
"""

# Dask's types are incomplete:
# mypy: disable-error-code="no-untyped-call"

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import Any

import dask
from dask.utils import parse_timedelta
from distributed import Client, KilledWorker, Security, WorkerPlugin
from distributed.comm.core import connect

from tiktok_claims.workers import ClusterUnavailable

# Dask's own default is 30 s. DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT=10m waits for a scheduler yet to start.
dask.config.update_defaults({"distributed": {"comm": {"timeouts": {"connect": "5s"}}}})
TIMEOUT = "distributed.comm.timeouts.connect"
NOT_INSTALLED = "the scheduler or a worker cannot import tiktok_claims; install this package there:"


@contextmanager
def connected(address: str, advice: str) -> Iterator[Any]:
    """Give Dask's client of a scheduler; `advice` says what to do after a loss. Raises ClusterUnavailable."""
    for name in ("distributed", "distributed.client"):  # the error below says enough of a lost scheduler
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with _client(address) as client:
        try:
            yield client
        except KilledWorker:
            raise ClusterUnavailable(
                f"the workers that had one of the shards died again and again, perhaps because of memory; {advice}"
            ) from None
        except RuntimeError as error:  # raised by a scheduler that cannot import a name
            raise ClusterUnavailable(f"{NOT_INSTALLED} {str(error).splitlines()[0]}") from None
        except CancelledError:
            raise ClusterUnavailable(f"the scheduler at {address} was lost; {advice}") from None


def register(client: Any, plugin: WorkerPlugin) -> None:
    """Load a plugin into all workers, also those that join later. Raises ClusterUnavailable where one cannot."""
    try:
        client.register_plugin(plugin)
    except Exception as error:  # noqa: BLE001 - Dask passes on whatever a worker raised
        raise ClusterUnavailable(f"{NOT_INSTALLED} {str(error).splitlines()[0]}") from None


def _client(address: str) -> Any:
    try:
        asyncio.run(_check_answers(address))
        return Client(address)
    except OSError:
        raise ClusterUnavailable(f"no scheduler answers at {address}") from None
    except ValueError as error:
        raise ClusterUnavailable(f"{address} is not the address of a scheduler: {error}") from None


async def _check_answers(address: str) -> None:
    """Raise TimeoutError where a port accepts and says nothing: a Client would wait for it for ever."""
    secrets = Security().get_connection_args("client")
    comm = await asyncio.wait_for(connect(address, **secrets), parse_timedelta(dask.config.get(TIMEOUT)))
    await comm.close()
