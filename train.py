"""Train the model, evaluate it, and write the model file that predict.py serves.

    python train.py [--data tiktok_dataset.csv] [--out model_chosen.bin]
    python train.py --data FOLDER [--scheduler tcp://HOST:PORT]
    python train.py --labels HISTORY_URL_OR_CSV [--data DATASET.csv]

The same data and library versions give the same bytes.
"""

import argparse
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

from tiktok_claims.evaluation import baseline, metrics
from tiktok_claims.history.queries import HistoryUnavailable
from tiktok_claims.model import model_file, model_store
from tiktok_claims.model.model_file import BaseModel, InvalidModelFile, ModelFile
from tiktok_claims.training import dataset, external_memory, fit, own_data
from tiktok_claims.training import labelled as labelled_videos
from tiktok_claims.training.base import base_of
from tiktok_claims.training.dataset import Dataset, InvalidDataset
from tiktok_claims.training.fit import Trained
from tiktok_claims.training.review import LEVEL, LEVEL_OF_LABELS, choose_smooth_interval
from tiktok_claims.workers import ClusterUnavailable

DATA = "tiktok_dataset.csv"
BASE = Path("model_chosen.bin")  # what own videos start from
ABOUT = """\
A .csv file is read into memory. A folder of shards (or a pattern or URI: s3://, gs://, file://) may be as large as the
temporary folder (TMPDIR) can hold: each shard (.csv, .ndjson, .jsonl or .parquet, text also with .gz or .zst after it)
becomes matrices there, and xgboost reads these one by one. With --scheduler the workers of a Dask cluster do
so, each with some of the shards, and paths are those of the workers.

--labels takes what people have labelled, from the history or from a file of GET /labels. It trains on them alone,
starting from model_chosen.bin, or together with --data. A fifth of them is held out for ever: `python -m tiktok_claims
compare` measures on it."""


def main(arguments: list[str] | None = None) -> int:
    """Run the training. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", help=f"labelled rows in the Kaggle file's columns (default {DATA}, without --labels)")
    parser.add_argument("--labels", metavar="URL|FILE", help="labelled videos: a history or a CSV file")
    parser.add_argument(
        "--out", type=Path, default=Path("model_chosen.bin"), help="the model file to write, or a model store"
    )
    parser.add_argument("--from-scratch", action="store_true", help="own videos: do not start from model_chosen.bin")
    parser.add_argument(
        "--review-level", type=_share, metavar="SHARE",
        help="own videos: of what is left without review, the share that is to be right "
        f"(default {LEVEL}, with --labels {LEVEL_OF_LABELS})",
    )  # fmt: skip
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="train on a Dask cluster")
    options = parser.parse_args(arguments)
    if options.labels and options.scheduler:
        parser.error("--labels trains on this machine, without --scheduler")
    try:
        trained = _train(options)
        print(trained.source.summary())
        model: ModelFile = {**trained.model, "metrics": metrics.of_trained(trained)}
        print(metrics.report(model["metrics"]))
        print(baseline.report(baseline.measure(trained.splits, trained.held_out is not None)))
        version = _write(options.out, model)
    except BrokenProcessPool:
        print("train.py: a process was killed, perhaps because of memory; smaller shards need less", file=sys.stderr)
        return 1
    except (InvalidDataset, HistoryUnavailable, ClusterUnavailable, OSError, ValueError) as error:
        print(f"train.py: {error}", file=sys.stderr)
        return 1
    print(f"wrote {options.out}, version {version}")
    return 0


def _write(path: Path, model: ModelFile) -> str:
    """Write the model as a file, or into a model store, and return its version. Raises OSError."""
    if not path.is_dir():
        model_file.write(path, model)
        return model_file.read(path)[1]
    unfinished = path / "unfinished"
    model_file.write(unfinished, model)
    version = model_file.read(unfinished)[1]
    unfinished.replace(path / f"{version}{model_store.SUFFIX}")
    return version


def _train(options: argparse.Namespace) -> Trained:
    """Return the trained model. Raises InvalidDataset, InvalidFile, ClusterUnavailable."""
    if options.labels:
        return _train_on_labels(options)
    data, scheduler = options.data or DATA, options.scheduler
    if not scheduler and data.endswith(".csv") and Path(data).is_file():
        rows = dataset.read(Path(data))
        start = None if options.from_scratch else _base(rows.sha256)
        return own_data.train(rows, start, options.review_level or LEVEL) or fit.train(rows)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)  # so that the matrices on disk are removed
    if scheduler:
        from tiktok_claims.training import cluster  # not at the top: Dask takes long to import

        return cluster.train([data], scheduler)
    return external_memory.train([data])


def _train_on_labels(options: argparse.Namespace) -> Trained:
    """Return the model of labelled videos. Raises InvalidDataset, HistoryUnavailable."""
    labelled = labelled_videos.read(options.labels)
    known, held_out = labelled.known, len(labelled.held_out.labels)
    print(f"{known.labelled + held_out:,} labels: {known.labelled:,} to train on, {held_out:,} held out for ever")
    if advice := labelled.advice():
        print(advice)
    start = None if options.from_scratch else _base(known.sha256)
    level = options.review_level or LEVEL_OF_LABELS
    data = dataset.read(Path(options.data)) if options.data else None
    if data is None or (start and _learned_from(data)):  # what it starts from has learned from the data already
        trained = own_data.train(known, start, level, choose_smooth_interval) or fit.train(known)
    else:
        trained = own_data.train_with_labels(data, known.rows, start, level) or fit.train(
            replace(data, rows=data.rows.plus(known.rows))
        )
    trained.model["data"]["labels"] = {"sha256": known.sha256, "known": known.labelled, "held_out": held_out}
    return trained


def _base(sha256: str) -> BaseModel | None:
    """Return the model to start from, and say which."""
    try:
        start = base_of(*model_file.read(BASE), sha256)
    except InvalidModelFile as error:
        print(f"from scratch: {error}")
        return None
    if start:
        print(f"starts from the model {start['version']} of {BASE}")
    return start


def _learned_from(data: Dataset) -> bool:
    return bool(model_file.read(BASE)[0]["data"]["sha256"] == data.sha256)


def _share(text: str) -> float:
    share = float(text)
    if not 0.5 <= share < 1:
        raise ValueError
    return share


def _interrupt(*_: object) -> None:
    raise InterruptedError("interrupted")


if __name__ == "__main__":
    sys.exit(main())
