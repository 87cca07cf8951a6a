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

from tiktok_claims import artifact, dataset, evaluation, training, training_parts
from tiktok_claims.artifact import Artifact
from tiktok_claims.dataset import BadDataset, Source
from tiktok_claims.files import BadFile
from tiktok_claims.parts import Lost

ABOUT = """\
A file is read into memory. A folder of parts (or a pattern or URI: s3://, gs://, file://) may be as large as it likes:
each part (.csv, .ndjson, .jsonl or .parquet, the text ones also with .gz or .zst behind) is split by itself and becomes
a matrix in the temporary folder (TMPDIR), and the trees are fitted with one matrix in memory at a time. With
--scheduler the workers of a Dask cluster do so, each with some of the parts, and paths are theirs."""


def main(arguments: list[str] | None = None) -> int:
    """Run the training. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", default="tiktok_dataset.csv", help="labelled rows in the Kaggle file's shape")
    parser.add_argument("--out", type=Path, default=Path("model_chosen.bin"), help="where the model goes")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="train on a Dask cluster")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("train.py: ended"))  # what is in the temporary folder goes

    try:
        source, model = _train(options.data, options.scheduler)
        print(source.summary())
        print(evaluation.report(model["metrics"]))
        artifact.write(options.out, model)
    except BrokenProcessPool:
        print("train.py: a process was killed, perhaps for want of memory; smaller parts need less", file=sys.stderr)
        return 1
    except (BadDataset, BadFile, Lost, OSError) as error:
        print(f"train.py: {error}", file=sys.stderr)
        return 1
    print(f"wrote {options.out}, version {artifact.read(options.out)[1]}")
    return 0


def _train(data: str, scheduler: str | None) -> tuple[Source, Artifact]:
    if scheduler:
        from tiktok_claims import training_cluster  # here, for Dask takes a while to import

        return training_cluster.train([data], scheduler)
    if not Path(data).is_file() or Path(data).suffix != ".csv":
        return training_parts.train([data])
    rows = dataset.read(Path(data))
    return rows, training.train(rows)


if __name__ == "__main__":
    sys.exit(main())
