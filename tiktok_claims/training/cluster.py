"""Training on a Dask cluster: each worker prepares some of the parts, and all fit the same trees together.

A part's matrices stay on the worker that made them. Trees are fitted by xgboost's collective, which is no more when one
of its workers is lost; then the others prepare what that one had, and the fitting begins again.
"""

# Dask's types are not complete:
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
from tiktok_claims.training.external_memory import Matrices, Prepared, Share, Trained
from tiktok_claims.training.fit import PARAMETERS, RECIPE, Recipe, trees_bar
from tiktok_claims.workers import ClusterUnavailable

ATTEMPTS = 3
MEETING = 120  # seconds until all workers have begun to fit


class _Ready(WorkerPlugin):
    """Nothing but this module: a worker that cannot import it says so, where a task would only break it."""

    name = "training"
    idempotent = True


class _Made(NamedTuple):
    worker: str  # its address
    prepared: Prepared


def train(
    names: Sequence[str], address: str, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE
) -> Trained:
    """Train on the cluster of a scheduler. Raises what `external_memory.train` raises, and ClusterUnavailable."""
    shares = external_memory.shares(names, recipe)
    fit = _Fit(uuid4().hex, parameters, recipe)
    with dask_client.connected(address, advice="start again") as client:
        dask_client.register(client, _Ready())
        try:
            prepared, trees = _prepare_and_fit(client, shares, fit)
        finally:
            if client.status == "running":  # without their scheduler workers end, and clear up themselves
                client.run(_clear, fit.run, on_error="ignore")
    return external_memory.finish(trees, prepared, parameters)


def _prepare_and_fit(client: Any, shares: Sequence[Share], fit: "_Fit") -> tuple[list[Prepared], bytes]:
    """Return the parts and the trees; begin again when a worker was lost. Raises ClusterUnavailable."""
    made, error = dict[int, _Made](), ""
    for _ in range(ATTEMPTS):
        made = {number: one for number, one in made.items() if one.worker in _workers(client)}
        made |= _prepare_all(client, [share for share in shares if share.number not in made], fit.run)
        try:
            trees = _fit_together(client, made.values(), fit)
            return [made[share.number].prepared for share in shares], trees
        except XGBoostError as found:
            error = str(found).strip().splitlines()[0]
        except FileNotFoundError as found:  # a worker was lost, and another has its address
            made, error = {}, str(found)
    raise ClusterUnavailable(f"the workers could not fit together, {ATTEMPTS} times: {error}")


def _workers(client: Any) -> set[str]:
    return set(client.scheduler_info(n_workers=-1)["workers"])


def _prepare_all(client: Any, shares: Sequence[Share], run: str) -> dict[int, _Made]:
    done = as_completed(client.map(_prepare, shares, run=run, pure=False))
    return dict(part.result() for part in tqdm(done, "reading", len(shares), unit="part", disable=None))


def _prepare(share: Share, run: str) -> tuple[int, _Made]:
    worker = get_worker()
    folder = Path(worker.local_directory) / run
    folder.mkdir(exist_ok=True)
    return share.number, _Made(worker.address, external_memory.prepare(share, folder))


def _clear(run: str, dask_worker: Any) -> None:
    shutil.rmtree(Path(dask_worker.local_directory) / run, ignore_errors=True)


class _Fit(NamedTuple):
    run: str
    parameters: dict[str, Any]
    recipe: Recipe

    def here(self, matrices: Sequence[Matrices], meeting: dict[str, Any]) -> bytes:
        """Fit the matrices of this worker while the others do the same with theirs."""
        external_memory.check_disk_space(matrices)
        own = {**self.parameters, "n_jobs": get_worker().state.nthreads}
        with CommunicatorContext(**meeting):
            told = [_Told(self.run)] if collective.get_rank() == 0 else []
            return external_memory.fit_matrices(matrices, own, self.recipe, told)


class _Told(xgboost.callback.TrainingCallback):
    def __init__(self, topic: str) -> None:
        self._topic = topic

    def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:  # noqa: ARG002 - xgboost's signature
        get_worker().log_event(self._topic, epoch)
        return False


def _fit_together(client: Any, made: Iterable[_Made], fit: _Fit) -> bytes:
    """Return the trees. Raises XGBoostError when a worker is lost."""
    own = defaultdict[str, list[Matrices]](list)
    for worker, prepared in made:
        own[worker].append(prepared.matrices)
    with _trees_shown(client, fit), _meeting(own.keys()) as meeting:
        fits = [client.submit(fit.here, some, meeting, workers=[worker], pure=False) for worker, some in own.items()]
        _wait_while_all_are_there(client, fits, own.keys())
        for ended in fits:
            if ended.done():
                return bytes(ended.result())
    raise XGBoostError("a worker was lost")


@contextmanager
def _trees_shown(client: Any, fit: _Fit) -> Iterator[None]:
    with trees_bar(fit.parameters["n_estimators"]) as bar:
        client.subscribe_topic(fit.run, lambda _: bar.update())
        try:
            yield
        finally:
            client.unsubscribe_topic(fit.run)


@contextmanager
def _meeting(workers: Collection[str]) -> Iterator[dict[str, Any]]:
    """Give what workers need to find each other."""
    here = get_ip(get_address_host(min(workers)))  # this machine, as a worker sees it
    tracker = RabitTracker(n_workers=len(workers), host_ip=here, sortby="task", timeout=MEETING)
    tracker.start()
    try:
        yield tracker.worker_args()
    finally:
        with suppress(XGBoostError):  # what it says of workers that were lost is known
            tracker.free()


def _wait_while_all_are_there(client: Any, fits: Sequence[Any], workers: Collection[str]) -> None:
    """Wait until all have ended, or one has failed, or a worker is gone: its task would wait for it for ever."""
    while not all(fit.done() for fit in fits):
        if any(fit.status == "error" for fit in fits) or not _workers(client).issuperset(workers):
            return
        with suppress(TimeoutError):
            wait(fits, timeout=1)
