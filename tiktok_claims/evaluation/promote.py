"""Promote: serve another model of the store, unless it is worse by the labels held out.

    python -m tiktok_claims promote VERSION [--store FOLDER] [--url http://localhost:9696] [--why TEXT] [--force]

The service follows the store by itself, within a second or two. With --url this waits until each of its workers answers
with the model. Exit status: 0 when it is promoted, else that of compare.
"""

import argparse
import sys
from pathlib import Path

from tiktok_claims import settings
from tiktok_claims.evaluation import store_option
from tiktok_claims.history.queries import HistoryUnavailable
from tiktok_claims.model import model_store, scoring
from tiktok_claims.model.scoring import Model


class NotCompared(Exception):
    """The models cannot be compared; the message is one line."""


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
        if not options.force and (status := _compare(new, folder, options.labels or settings.read().history_url)):
            print("not promoted (--force does it all the same)", file=sys.stderr)
            return status
        model_store.promote(folder, options.version, options.by, options.why)
        print(f"promoted {options.version}")
        if options.url:
            store_option.wait(options.url, options.version)
            print(f"all workers of {options.url} answer with it")
    except (
        HistoryUnavailable,
        NotCompared,
        *store_option.FAILURES,
    ) as error:
        print(f"promote: {error}", file=sys.stderr)
        return 1
    return 0


def _compare(new: Model, folder: Path, labels: str) -> int:
    """Print the comparison of a model with the one that is served, and return its exit status. Raises NotCompared."""
    try:  # not at the top: the image of the service does not have what these import
        from tiktok_claims.evaluation import comparison
        from tiktok_claims.training import labelled
        from tiktok_claims.training.dataset import InvalidDataset
    except ImportError as error:
        raise NotCompared(f"{error}: compare where models are trained, and promote here with --force") from None
    try:
        lines, status = comparison.report(labelled.read(labels).held_out, scoring.load(folder), new)
    except InvalidDataset as error:
        raise NotCompared(str(error)) from None
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main())
