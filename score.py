"""Score files of records: the same rows with the model's predictions.

    python score.py videos.csv --out predictions.csv
    python score.py videos/ 'more/*.ndjson.gz' --out predictions.parquet

Exit status: 0 all rows are scored, 3 some rows are invalid, 1 the job failed.
"""

import argparse
import signal
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from tiktok_claims import workers
from tiktok_claims.batch import shards, single_file
from tiktok_claims.batch.job import Job, StoppedAtInvalidRow, Totals, load_model_file
from tiktok_claims.files.formats import FORMATS, STREAM, InvalidFile
from tiktok_claims.files.storage import find_files
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.workers import ClusterUnavailable

ABOUT = """\
The name of a file says its format: .csv, .ndjson, .jsonl or .parquet, the text formats also with .gz or .zst after it.
Input and output may differ. Rows keep their order and get claim_status, claim_probability, needs_review and
model_version; where the input has a claim_status of its own, the prediction is predicted_status. Invalid rows are left
out and listed in OUT.errors.csv.

OUT appears when it is complete. Until then it grows as OUT.part; --resume continues an interrupted job.

Where OUT is a folder (it exists, ends with / or is a URI: s3://, gs://, file://), or with --scheduler, each input file
is a shard that becomes a file of the same name in OUT, complete or not there; --resume scores those that are not there.
The workers of a cluster read and write the files, so paths are those of the workers.

exit status: 0 all rows are scored, 3 some rows are invalid, 1 the job failed, 2 the command is wrong"""
RESUME = "--resume continues it"


def main(arguments: list[str] | None = None) -> int:
    """Run the job. Returns the exit status."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(f"score.py: interrupted; {RESUME}"))
    start = time.monotonic()
    try:
        totals = _run(options)
    except StoppedAtInvalidRow as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 3
    except (InvalidFile, InvalidModelFile, ClusterUnavailable, OSError) as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 1
    except BrokenProcessPool:
        print(f"score.py: a worker process was killed, perhaps because of memory; {RESUME}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"score.py: interrupted; {RESUME}", file=sys.stderr)
        return 130
    print(_summary(options, totals, time.monotonic() - start), file=sys.stderr)
    return 3 if totals.invalid else 0


def _summary(options: argparse.Namespace, totals: Totals, seconds: float) -> str:
    output = f"{options.out.rstrip('/')}/*" if _to_folder(options) else options.out
    see = f", see {output}.errors.csv" if totals.invalid and options.out != STREAM else ""
    return f"{totals.rows:,} rows in {seconds:.1f} s, {totals.invalid:,} of them invalid{see}"


def _run(options: argparse.Namespace) -> Totals:
    job = Job(
        options.input, options.out, options.model, options.input_format, options.output_format,
        options.only_predictions, options.sentences, options.strict, options.resume, options.workers,
    )  # fmt: skip
    if options.scheduler:
        from tiktok_claims.batch import cluster  # not at the top: Dask takes long to import

        return cluster.run(job, options.scheduler)
    if _to_folder(options):
        with workers.pool(options.workers, load_model_file, options.model) as executor:
            return shards.run(job, executor)
    files = find_files(options.input)
    _check_out(Path(options.out), files)
    return single_file.run(job._replace(inputs=files))


def _check_out(out: Path, files: list[str]) -> None:
    """Raise InvalidFile where the output would replace an input."""
    for name in files:
        if name != STREAM and out.exists() and out.samefile(name):
            raise InvalidFile(f"{out} is a file to read: writing to it would destroy it, so name another --out")


def _to_folder(options: argparse.Namespace) -> bool:
    return bool(options.scheduler) or "://" in options.out or options.out.endswith("/") or Path(options.out).is_dir()


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    formats = sorted(set(FORMATS.values()))
    parser.add_argument("input", nargs="+", help="files, patterns, folders, or - for stdin")
    parser.add_argument("--out", required=True, help="the file to write, a folder for shards, or - for stdout")
    parser.add_argument("--only-predictions", action="store_true", help="write only video_id and the prediction")
    parser.add_argument("--sentences", action="store_true", help="add each sentence with its own claim probability")
    parser.add_argument("--strict", action="store_true", help="stop at the first invalid row")
    parser.add_argument("--resume", action="store_true", help="continue an interrupted job; the output is the same")
    parser.add_argument("--model", type=Path, default=Path("model_chosen.bin"), help="the model file (%(default)s)")
    parser.add_argument("--workers", type=int, default=0, help="processes (one for each core)")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="score shards on a Dask cluster")
    parser.add_argument("--input-format", choices=formats, help="if the name does not say it; stdin is csv")
    parser.add_argument("--output-format", choices=formats, help="if the name does not say it; stdout is csv")
    options = parser.parse_args(arguments)
    if _to_folder(options):
        if STREAM in (*options.input, options.out) or options.input_format or options.output_format:
            parser.error("shards have neither a stream nor a format of their own: each file keeps its name")
        if options.scheduler and options.workers:
            parser.error("--workers is for this machine; a cluster has the workers that were started for it")
    if options.resume and STREAM in (*options.input, options.out):
        parser.error("--resume needs files, not -: a stream cannot be read again")
    return options


if __name__ == "__main__":
    sys.exit(main())
