"""Train the model, measure it, and write the artifact that predict.py serves.

    python train.py [--data tiktok_dataset.csv] [--out model_chosen.bin]
    python train.py --data FOLDER [--scheduler tcp://HOST:PORT]

The same file and library versions give the same bytes.
"""

import argparse
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from tiktok_claims.evaluation import metrics
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.training import dataset, external_memory, fit
from tiktok_claims.training.dataset import InvalidDataset
from tiktok_claims.workers import ClusterUnavailable

ABOUT = """\
A .csv file is read into memory. A folder of parts (or a pattern or URI: s3://, gs://, file://) may be as large as the
temporary folder (TMPDIR) has room for: each part (.csv, .ndjson, .jsonl or .parquet, the text ones also with .gz or
.zst behind) is split by itself and becomes a matrix there, and xgboost reads these one by one. With --scheduler the
workers of a Dask cluster do so, each with some of the parts, and paths are theirs."""


def main(arguments: list[str] | None = None) -> int:
    """Run the training. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", default="tiktok_dataset.csv", help="labelled rows in the Kaggle file's shape")
    parser.add_argument("--out", type=Path, default=Path("model_chosen.bin"), help="where the model goes")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="train on a Dask cluster")
    options = parser.parse_args(arguments)
    try:
        model = _train(options.data, options.scheduler)
        print(metrics.report(model["metrics"]))
        model_file.write(options.out, model)
    except BrokenProcessPool:
        print("train.py: a process was killed, perhaps for want of memory; smaller parts need less", file=sys.stderr)
        return 1
    except (InvalidDataset, ClusterUnavailable, OSError, ValueError) as error:
        print(f"train.py: {error}", file=sys.stderr)
        return 1
    print(f"wrote {options.out}, version {model_file.read(options.out)[1]}")
    return 0


def _train(data: str, scheduler: str | None) -> ModelFile:
    """Return the model, and say what it learned from. Raises InvalidDataset, InvalidFile, ClusterUnavailable."""
    if not scheduler and data.endswith(".csv") and Path(data).is_file():
        rows = dataset.read(Path(data))
        print(rows.summary())
        return fit.train(rows)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)  # what is on disk goes
    if scheduler:
        from tiktok_claims.training import cluster  # here, for Dask takes a while to import

        source, model = cluster.train([data], scheduler)
    else:
        source, model = external_memory.train([data])
    print(source.summary())
    return model


def _end(*_: object) -> None:
    raise InterruptedError("ended")


if __name__ == "__main__":
    sys.exit(main())
