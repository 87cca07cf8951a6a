"""A Dask cluster, and the executor of a backlog's parts that it is. Knows nothing of files and rows.

The model travels to each worker once, as a plugin, also to one that joins later. A worker that is lost costs the time
of the tasks that it had: the scheduler gives them to others.
"""

# Dask's types are not complete:
# mypy: disable-error-code="no-untyped-call"

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dask
from dask.utils import parse_timedelta
from distributed import Client, KilledWorker, Security, Worker, WorkerPlugin
from distributed.comm.core import connect

from tiktok_claims.batch import shards
from tiktok_claims.batch.shards import ClusterUnavailable
from tiktok_claims.batch.single_file import Done, Job
from tiktok_claims.model import model_file

# Dask's own is half a minute. DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT=10m waits for a scheduler that is yet to come.
dask.config.update_defaults({"distributed": {"comm": {"timeouts": {"connect": "5s"}}}})
TIMEOUT = "distributed.comm.timeouts.connect"
LACKING = "scheduler and workers could not; do all have this package (PYTHONPATH says where)?"


class _Model(WorkerPlugin):
    """A model file's bytes, to be ready in a worker before its first task."""

    idempotent = True  # a cluster that has it is not sent it again

    def __init__(self, path: Path) -> None:
        self._path, self._content = path, path.read_bytes()
        self.name = f"model {model_file.parse(self._content, path)[1]}"

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - Dask calls it so
        shards.hold(self._content, self._path)


def run(order: Job, address: str) -> Done:
    """Score the parts on the cluster of a scheduler. Raises what `shards.run` raises, and ClusterUnavailable."""
    model = _Model(order.model)
    with connected(address, again="--resume goes on") as client:
        equip(client, model)
        return shards.run(order, client.get_executor(pure=False))


@contextmanager
def connected(address: str, again: str) -> Iterator[Any]:
    """Give Dask's client of a scheduler; `again` says what to do after a loss. Raises ClusterUnavailable."""
    for name in ("distributed", "distributed.client"):  # of a lost scheduler, ClusterUnavailable says enough
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with _client(address) as client:
        try:
            yield client
        except KilledWorker:
            raise ClusterUnavailable(
                f"one part lost a worker time after time, perhaps for want of memory; {again}"
            ) from None
        except RuntimeError as error:  # as the scheduler says of names that it does not know
            raise ClusterUnavailable(f"{LACKING} {str(error).splitlines()[0]}") from None
        except CancelledError:
            raise ClusterUnavailable(f"the scheduler at {address} was lost; {again}") from None


def equip(client: Any, plugin: WorkerPlugin) -> None:
    """Have all workers load a plugin, also those that join later. Raises ClusterUnavailable where one cannot."""
    try:
        client.register_plugin(plugin)
    except Exception as error:  # noqa: BLE001 - Dask says it as it comes
        raise ClusterUnavailable(f"{LACKING} {str(error).splitlines()[0]}") from None


async def _greet(address: str) -> None:
    """Raise TimeoutError where a scheduler accepts and says nothing: a Client would wait for its word for ever."""
    secrets = Security().get_connection_args("client")
    comm = await asyncio.wait_for(connect(address, **secrets), parse_timedelta(dask.config.get(TIMEOUT)))
    await comm.close()


def _client(address: str) -> Any:
    try:
        asyncio.run(_greet(address))
        return Client(address)
    except OSError:
        raise ClusterUnavailable(f"no scheduler answers at {address}") from None
    except ValueError as error:
        raise ClusterUnavailable(f"{address} is no scheduler's address: {error}") from None
