"""Training on a Dask cluster: each worker prepares some of the shards, and all fit the same trees together.

A shard's matrices stay on the worker that wrote them. Trees are fitted by xgboost's collective, which ends when one of
its workers is lost; then the others prepare the shards of that one, and fitting begins again.
"""

# Dask's types are incomplete:
# mypy: disable-error-code="no-untyped-call"

import shutil
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import xgboost
from distributed import WorkerPlugin, as_completed, get_worker, wait
from distributed.comm.addressing import get_address_host
from distributed.utils import get_ip
from tqdm import tqdm
from xgboost import collective
from xgboost.core import XGBoostError
from xgboost.dask import CommunicatorContext
from xgboost.tracker import RabitTracker

from tiktok_claims import dask_client
from tiktok_claims.training import external_memory
from tiktok_claims.training.augmentation import RECIPE, Recipe
from tiktok_claims.training.external_memory import Matrices, Prepared, Task
from tiktok_claims.training.fit import PARAMETERS, Trained, trees_bar
from tiktok_claims.workers import ClusterUnavailable

ATTEMPTS = 3
RENDEZVOUS_SECONDS = 120  # until all workers have begun to fit


class _Ready(WorkerPlugin):
    """Loads this module on a worker: one that cannot import it says so here, a task would only break it."""

    name = "training"
    idempotent = True


class _OnWorker(NamedTuple):
    """A prepared shard, and the worker that holds its matrices."""

    address: str
    shard: Prepared


def train(
    names: Sequence[str], address: str, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE
) -> Trained:
    """Train on the cluster of a scheduler. Raises what `external_memory.train` raises, and ClusterUnavailable."""
    tasks = external_memory.tasks(names, recipe)
    fit = _Fit(uuid4().hex, parameters, recipe)
    with dask_client.connected(address, advice="start again") as client:
        dask_client.register(client, _Ready())
        try:
            prepared, trees = _prepare_and_fit(client, tasks, fit)
        finally:
            if client.status == "running":  # without their scheduler workers end and remove their files themselves
                client.run(_remove_matrices, fit.run, on_error="ignore")
    return external_memory.finish(trees, prepared, parameters)


def _prepare_and_fit(client: Any, tasks: Sequence[Task], fit: "_Fit") -> tuple[list[Prepared], bytes]:
    """Return the shards and the trees; begin again when a worker was lost. Raises ClusterUnavailable."""
    prepared, reason = dict[int, _OnWorker](), ""
    for _ in range(ATTEMPTS):
        prepared = {number: shard for number, shard in prepared.items() if shard.address in _workers(client)}
        prepared |= _prepare_all(client, [task for task in tasks if task.number not in prepared], fit.run)
        try:
            trees = _fit_together(client, prepared.values(), fit)
            return [prepared[task.number].shard for task in tasks], trees
        except XGBoostError as error:
            reason = str(error).strip().splitlines()[0]
        except FileNotFoundError as error:  # a worker was lost, and another has its address
            prepared, reason = {}, str(error)
    raise ClusterUnavailable(f"the workers could not fit together, {ATTEMPTS} times: {reason}")


def _workers(client: Any) -> set[str]:
    return set(client.scheduler_info(n_workers=-1)["workers"])


def _prepare_all(client: Any, tasks: Sequence[Task], run: str) -> dict[int, _OnWorker]:
    done = as_completed(client.map(_prepare, tasks, run=run, pure=False))
    return dict(future.result() for future in tqdm(done, "reading", len(tasks), unit="shard", disable=None))


def _prepare(task: Task, run: str) -> tuple[int, _OnWorker]:
    worker = get_worker()
    folder = Path(worker.local_directory) / run
    folder.mkdir(exist_ok=True)
    return task.number, _OnWorker(worker.address, external_memory.prepare(task, folder))


def _remove_matrices(run: str, dask_worker: Any) -> None:
    shutil.rmtree(Path(dask_worker.local_directory) / run, ignore_errors=True)


class _Fit(NamedTuple):
    run: str
    parameters: dict[str, Any]
    recipe: Recipe

    def on_worker(self, matrices: Sequence[Matrices], rendezvous: dict[str, Any]) -> bytes:
        """Fit the matrices of this worker; all workers do so at the same time."""
        external_memory.check_disk_space(matrices)
        parameters = {**self.parameters, "n_jobs": get_worker().state.nthreads}
        with CommunicatorContext(**rendezvous):
            callbacks = [_LogTree(self.run)] if collective.get_rank() == 0 else []
            return external_memory.fit_matrices(matrices, parameters, self.recipe, callbacks)


class _LogTree(xgboost.callback.TrainingCallback):
    def __init__(self, topic: str) -> None:
        self._topic = topic

    def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:  # noqa: ARG002 - xgboost's signature
        get_worker().log_event(self._topic, epoch)
        return False


def _fit_together(client: Any, prepared: Iterable[_OnWorker], fit: _Fit) -> bytes:
    """Return the trees. Raises XGBoostError when a worker is lost."""
    matrices = defaultdict[str, list[Matrices]](list)
    for address, shard in prepared:
        matrices[address].append(shard.matrices)
    with _tree_progress(client, fit), _rendezvous(matrices.keys()) as rendezvous:
        futures = [
            client.submit(fit.on_worker, some, rendezvous, workers=[address], pure=False)
            for address, some in matrices.items()
        ]
        _wait_while_workers_remain(client, futures, matrices.keys())
        for future in futures:
            if future.done():
                return bytes(future.result())
    raise XGBoostError("a worker was lost")


@contextmanager
def _tree_progress(client: Any, fit: _Fit) -> Iterator[None]:
    with trees_bar(fit.parameters["n_estimators"]) as bar:
        client.subscribe_topic(fit.run, lambda _: bar.update())
        try:
            yield
        finally:
            client.unsubscribe_topic(fit.run)


@contextmanager
def _rendezvous(workers: Collection[str]) -> Iterator[dict[str, Any]]:
    """Give the arguments with which workers find each other."""
    here = get_ip(get_address_host(min(workers)))  # this machine, as a worker sees it
    tracker = RabitTracker(n_workers=len(workers), host_ip=here, sortby="task", timeout=RENDEZVOUS_SECONDS)
    tracker.start()
    try:
        yield tracker.worker_args()
    finally:
        with suppress(XGBoostError):  # raised for lost workers, which are known already
            tracker.free()


def _wait_while_workers_remain(client: Any, futures: Sequence[Any], workers: Collection[str]) -> None:
    """Wait until all futures end, one fails, or a worker is lost: its future would never end."""
    while not all(future.done() for future in futures):
        if any(future.status == "error" for future in futures) or not _workers(client).issuperset(workers):
            return
        with suppress(TimeoutError):
            wait(futures, timeout=1)
