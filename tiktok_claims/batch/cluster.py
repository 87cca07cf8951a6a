"""Score shards on a Dask cluster. Knows nothing of files and rows.

The model travels to each worker once, as a plugin, also to one that joins later. A worker that is lost costs the time
of the tasks that it had: the scheduler gives them to others.
"""

# Dask's types are incomplete:
# mypy: disable-error-code="no-untyped-call"

from pathlib import Path

from distributed import Worker, WorkerPlugin

from tiktok_claims import dask_client
from tiktok_claims.batch import shards
from tiktok_claims.batch.job import Job, Totals, load_model
from tiktok_claims.model import model_file


class _Model(WorkerPlugin):
    """The bytes of a model file, loaded into a worker before its first task."""

    idempotent = True  # a cluster that has it is not sent it again

    def __init__(self, path: Path) -> None:
        self._path, self._content = path, path.read_bytes()
        self.name = f"model {model_file.parse(self._content, path)[1]}"

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - Dask calls it so
        load_model(self._content, self._path)


def run(job: Job, address: str) -> Totals:
    """Score the shards on the cluster of a scheduler. Raises what `shards.run` raises, and ClusterUnavailable."""
    model = _Model(job.model)
    with dask_client.connected(address, advice="--resume continues the job") as client:
        dask_client.register(client, model)
        return shards.run(job, client.get_executor(pure=False))
