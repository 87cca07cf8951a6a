"""Promote: serve another model of the store, unless it is worse by the labels held out.

    python -m tiktok_claims promote VERSION [--store FOLDER] [--url http://localhost:9696] [--why TEXT] [--force]

The service follows the store by itself, within a second or two. With --url this waits until each of its workers answers
with the model. Exit status: 0 when it is promoted, else that of compare.
"""

import argparse
import sys

from tiktok_claims import settings
from tiktok_claims.evaluation import comparison, store_option
from tiktok_claims.history.queries import HistoryUnavailable
from tiktok_claims.model import model_store, scoring
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.training import labelled
from tiktok_claims.training.dataset import InvalidDataset


def main(arguments: list[str] | None = None) -> int:
    """Promote a version. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="promote", description=__doc__.splitlines()[0])
    parser.add_argument("version", metavar="VERSION", help="as `python -m tiktok_claims models` lists it")
    parser.add_argument("--labels", metavar="URL|FILE", help="to compare on; HISTORY_URL unless given")
    parser.add_argument("--force", action="store_true", help="promote it whatever the comparison says")
    store_option.add(parser)
    options = parser.parse_args(arguments)
    try:
        folder = store_option.folder(options)
        new = scoring.load(folder / f"{options.version}{model_store.SUFFIX}")
        if not options.force:
            held_out = labelled.read(options.labels or settings.read().history_url).held_out
            lines, status = comparison.report(held_out, scoring.load(folder), new)
            print("\n".join(lines))
            if status != comparison.NOT_WORSE:
                print("not promoted (--force does it all the same)", file=sys.stderr)
                return status
        model_store.promote(folder, options.version, options.by, options.why)
        print(f"promoted {options.version}")
        if options.url:
            store_option.wait(options.url, options.version)
            print(f"all workers of {options.url} answer with it")
    except (
        settings.InvalidSetting,
        HistoryUnavailable,
        InvalidDataset,
        InvalidModelFile,
        *store_option.FAILURES,
    ) as error:
        print(f"promote: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
