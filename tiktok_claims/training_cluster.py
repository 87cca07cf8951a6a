"""Training on a Dask cluster: each worker prepares some of the parts, and all fit the same trees together.

A part's matrices stay on the worker that made them. Trees are fitted by xgboost's collective, which is no more when one
of its workers is lost; then Dask has the others prepare what that one had, and the fitting begins again.
"""

# Dask's types are not complete:
# mypy: disable-error-code="no-untyped-call"

import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import xgboost
from distributed import as_completed, get_worker, wait
from distributed.comm.addressing import get_address_host
from distributed.utils import get_ip
from tqdm import tqdm
from xgboost import collective
from xgboost.core import XGBoostError
from xgboost.dask import CommunicatorContext
from xgboost.tracker import RabitTracker

from tiktok_claims import cluster, training_parts
from tiktok_claims.parts import Lost
from tiktok_claims.training import PARAMETERS, RECIPE, Recipe, trees_bar
from tiktok_claims.training_parts import Order, Prepared, Trained

ATTEMPTS = 3
MEETING = 120  # seconds until all workers have begun to fit


def train(
    names: Sequence[str], address: str, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE
) -> Trained:
    """Train on the cluster of a scheduler. Raises what `training_parts.train` raises, and Lost."""
    todo, run = training_parts.orders(names, recipe), uuid4().hex
    with cluster.connected(address, again="begin again") as client:
        try:
            parts = client.map(_prepare, todo, run=run, pure=False)
            for part in tqdm(as_completed(parts), "reading", len(todo), unit="part", disable=None):
                part.result()
            prepared = client.gather(parts)
            trees = _fit_again(client, parts, _Fit(run, parameters, recipe))
        finally:
            if client.status == "running":  # without their scheduler workers end, and clear up themselves
                client.run(_clear, run, on_error="ignore")
    return training_parts.finish(trees, prepared, parameters)


def _prepare(order: Order, run: str) -> Prepared:
    folder = Path(get_worker().local_directory) / run
    folder.mkdir(exist_ok=True)
    return training_parts.prepare(order, folder)


def _clear(run: str, dask_worker: Any) -> None:
    shutil.rmtree(Path(dask_worker.local_directory) / run, ignore_errors=True)


class _Fit(NamedTuple):
    run: str
    parameters: dict[str, Any]
    recipe: Recipe

    def here(self, parts: Sequence[Prepared], meeting: dict[str, Any]) -> bytes:
        """Fit the parts of this worker while the others do the same with theirs."""
        training_parts.check_room(parts)
        own = {**self.parameters, "n_jobs": get_worker().state.nthreads}
        with CommunicatorContext(**meeting):
            told = [_Told(self.run)] if collective.get_rank() == 0 else []
            return training_parts.fit(parts, own, self.recipe, told)


class _Told(xgboost.callback.TrainingCallback):
    def __init__(self, topic: str) -> None:
        self._topic = topic

    def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:  # noqa: ARG002 - xgboost's signature
        get_worker().log_event(self._topic, epoch)
        return False


def _fit_again(client: Any, parts: Sequence[Any], fit: _Fit) -> bytes:
    """Return the trees, begun again when a worker was lost. Raises Lost when that does not help."""
    error = ""
    for _ in range(ATTEMPTS):
        with trees_bar(fit.parameters["n_estimators"]) as bar:
            client.subscribe_topic(fit.run, lambda _, bar=bar: bar.update())
            try:
                return _fit_together(client, parts, fit)
            except (XGBoostError, FileNotFoundError) as found:  # the second where a part was prepared again meanwhile
                error = str(found).strip().splitlines()[0]
            finally:
                client.unsubscribe_topic(fit.run)
    raise Lost(f"the workers could not fit together, {ATTEMPTS} times: {error}")


def _fit_together(client: Any, parts: Sequence[Any], fit: _Fit) -> bytes:
    wait(parts)  # also for those that were lost with their worker
    places = client.who_has(parts)
    if not all(places.values()):
        raise XGBoostError("a worker was lost")
    made = defaultdict[str, list[Any]](list)
    for part in parts:
        made[places[part.key][0]].append(part)
    with _meeting(client, len(made)) as arguments:
        fits = [client.submit(fit.here, some, arguments, workers=[worker], pure=False) for worker, some in made.items()]
        _wait_while_all_are_there(client, fits, set(made))
        for done in fits:
            if done.done():
                return bytes(done.result())
    raise XGBoostError("a worker was lost")


@contextmanager
def _meeting(client: Any, workers: int) -> Iterator[dict[str, Any]]:
    """Give what so many workers need to find each other."""
    here = get_ip(get_address_host(client.scheduler.address))  # this machine, as the cluster sees it
    tracker = RabitTracker(n_workers=workers, host_ip=here, sortby="task", timeout=MEETING)
    tracker.start()
    try:
        yield tracker.worker_args()
    finally:
        with suppress(XGBoostError):  # what it says of workers that were lost is known
            tracker.free()


def _wait_while_all_are_there(client: Any, fits: Sequence[Any], workers: set[str]) -> None:
    """Wait until all have ended, or one has failed, or a worker is gone: its task would wait for it for ever."""
    while not all(fit.done() for fit in fits):
        gone = workers - client.scheduler_info(n_workers=-1)["workers"].keys()
        if gone or any(fit.status == "error" for fit in fits):
            return
        with suppress(TimeoutError):
            wait(fits, timeout=1)
