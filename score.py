"""Score files of records: the same rows with the model's answers beside them.

    python score.py videos.csv --out answers.csv
    python score.py backlog/ 'more/*.ndjson.gz' --out answers.parquet

Exit status: 0 all rows are scored, 3 some were faulty, 1 it could not be done.
"""

import argparse
import signal
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from tiktok_claims import workers
from tiktok_claims.batch import shards, single_file
from tiktok_claims.batch.single_file import Done
from tiktok_claims.files.formats import FORMATS, STREAM, InvalidFile
from tiktok_claims.files.storage import find_files
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.workers import ClusterUnavailable

ABOUT = """\
Formats are told by the endings .csv, .ndjson, .jsonl and .parquet, the text ones also with .gz or .zst behind; input
and output may differ. Rows come out in order with claim_status, claim_probability, needs_review and model_version;
where they have a claim_status of their own, the answer's is predicted_status. Faulty rows are left out and told in
OUT.errors.csv.

OUT appears when it is whole. Until then it grows as OUT.part; a run that was ended goes on with --resume.

Where OUT is a folder (it is there, ends with / or is a URI: s3://, gs://, file://), or with --scheduler, each input
file becomes a part of the same name in it, whole or not there; --resume does those that are not there. The workers of a
cluster read and write the files, so paths are theirs.

exit status: 0 all rows are scored, 3 some are faulty, 1 it could not be done, 2 the command is wrong"""


def main(arguments: list[str] | None = None) -> int:
    """Run the scoring. Returns the exit status."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("score.py: ended; --resume goes on from here"))
    begun = time.monotonic()
    try:
        done = _run(options)
    except single_file.StoppedAtInvalidRow as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 3
    except (InvalidFile, InvalidModelFile, ClusterUnavailable, OSError) as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 1
    except BrokenProcessPool:
        print("score.py: a worker process was killed, perhaps for want of memory; --resume goes on", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("score.py: ended; --resume goes on from here", file=sys.stderr)
        return 130
    seconds = time.monotonic() - begun
    beside = f"{options.out.rstrip('/')}/*" if _in_parts(options) else options.out
    told = f", see {beside}.errors.csv" if done.faulty and options.out != "-" else ""
    print(f"{done.rows:,} rows in {seconds:.1f} s, {done.faulty:,} of them faulty{told}", file=sys.stderr)
    return 3 if done.faulty else 0


def _run(options: argparse.Namespace) -> Done:
    order = single_file.Job(
        options.input, options.out, options.model, options.input_format, options.output_format,
        options.only_answers, options.strict, options.resume, options.workers,
    )  # fmt: skip
    if options.scheduler:
        from tiktok_claims.batch import cluster  # here, for Dask takes a while to import

        return cluster.run(order, options.scheduler)
    if _in_parts(options):
        with workers.pool(options.workers, shards.start, options.model) as executor:
            return shards.run(order, executor)
    return single_file.run(order._replace(names=find_files(options.input)))


def _in_parts(options: argparse.Namespace) -> bool:
    return bool(options.scheduler) or "://" in options.out or options.out.endswith("/") or Path(options.out).is_dir()


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    forms = sorted(set(FORMATS.values()))
    parser.add_argument("input", nargs="+", help="files, patterns, folders, or - for stdin")
    parser.add_argument("--out", required=True, help="the file to write, a folder of parts, or - for stdout")
    parser.add_argument("--only-answers", action="store_true", help="write video_id and the answers alone")
    parser.add_argument("--strict", action="store_true", help="stop at the first faulty row")
    parser.add_argument(
        "--resume", action="store_true", help="go on with a run that was ended; the same bytes come out"
    )
    parser.add_argument("--model", type=Path, default=Path("model_chosen.bin"), help="the model file (%(default)s)")
    parser.add_argument("--workers", type=int, default=0, help="processes that score (one for each core)")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="score on a Dask cluster, folder to folder")
    parser.add_argument("--input-format", choices=forms, help="when the ending does not tell; of - it is csv")
    parser.add_argument("--output-format", choices=forms, help="the same of the output")
    options = parser.parse_args(arguments)
    if _in_parts(options):
        if STREAM in (*options.input, options.out) or options.input_format or options.output_format:
            parser.error("a folder of parts has neither a stream nor a format of its own: each part keeps its name")
        if options.scheduler and options.workers:
            parser.error("--workers is for this machine; how many a cluster has is said where it is started")
    if options.resume and "-" in (*options.input, options.out):
        parser.error("--resume needs files, not - : a stream cannot be read again")
    return options


if __name__ == "__main__":
    sys.exit(main())
