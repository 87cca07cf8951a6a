"""Train the model, evaluate it, and write the model file that predict.py serves.

    python train.py [--data tiktok_dataset.csv] [--out model_chosen.bin]
    python train.py --data FOLDER [--scheduler tcp://HOST:PORT]

The same data and library versions give the same bytes.
"""

import argparse
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from tiktok_claims.evaluation import baseline, metrics
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import BaseModel, InvalidModelFile, ModelFile
from tiktok_claims.training import dataset, external_memory, fit, own_data
from tiktok_claims.training.base import base_of
from tiktok_claims.training.dataset import InvalidDataset
from tiktok_claims.training.fit import Trained
from tiktok_claims.training.review import LEVEL
from tiktok_claims.workers import ClusterUnavailable

BASE = Path("model_chosen.bin")  # what own videos start from
ABOUT = """\
A .csv file is read into memory. A folder of shards (or a pattern or URI: s3://, gs://, file://) may be as large as the
temporary folder (TMPDIR) can hold: each shard (.csv, .ndjson, .jsonl or .parquet, text also with .gz or .zst after it)
becomes matrices there, and xgboost reads these one by one. With --scheduler the workers of a Dask cluster do
so, each with some of the shards, and paths are those of the workers."""


def main(arguments: list[str] | None = None) -> int:
    """Run the training. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", default="tiktok_dataset.csv", help="labelled rows in the Kaggle file's columns")
    parser.add_argument("--out", type=Path, default=Path("model_chosen.bin"), help="the model file to write")
    parser.add_argument("--from-scratch", action="store_true", help="own videos: do not start from model_chosen.bin")
    parser.add_argument(
        "--review-level", type=_share, default=LEVEL, metavar="SHARE",
        help="own videos: of what is left without review, the share that is to be right (default %(default)s)",
    )  # fmt: skip
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="train on a Dask cluster")
    options = parser.parse_args(arguments)
    try:
        trained = _train(options)
        print(trained.source.summary())
        model: ModelFile = {**trained.model, "metrics": metrics.of_trained(trained)}
        print(metrics.report(model["metrics"]))
        print(baseline.report(baseline.measure(trained.splits, trained.held_out is not None)))
        model_file.write(options.out, model)
    except BrokenProcessPool:
        print("train.py: a process was killed, perhaps because of memory; smaller shards need less", file=sys.stderr)
        return 1
    except (InvalidDataset, ClusterUnavailable, OSError, ValueError) as error:
        print(f"train.py: {error}", file=sys.stderr)
        return 1
    print(f"wrote {options.out}, version {model_file.read(options.out)[1]}")
    return 0


def _train(options: argparse.Namespace) -> Trained:
    """Return the trained model. Raises InvalidDataset, InvalidFile, ClusterUnavailable."""
    data, scheduler = options.data, options.scheduler
    if not scheduler and data.endswith(".csv") and Path(data).is_file():
        rows = dataset.read(Path(data))
        start = None if options.from_scratch else _base(rows.sha256)
        return own_data.train(rows, start, options.review_level) or fit.train(rows)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)  # so that the matrices on disk are removed
    if scheduler:
        from tiktok_claims.training import cluster  # not at the top: Dask takes long to import

        return cluster.train([data], scheduler)
    return external_memory.train([data])


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


def _share(text: str) -> float:
    share = float(text)
    if not 0.5 <= share < 1:
        raise ValueError
    return share


def _interrupt(*_: object) -> None:
    raise InterruptedError("interrupted")


if __name__ == "__main__":
    sys.exit(main())
