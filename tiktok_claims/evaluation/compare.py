"""Compare a new model with an old one, before anyone serves it: on labels that neither of them has learned from.

    python -m tiktok_claims compare NEW [OLD] [--labels URL|FILE] [--data DATASET.csv]

Exit status: 0 when the new model is not worse, 2 when it is worse, 4 when there are too few labels to tell, 1 when the
comparison failed. The labels held out for ever decide; the figures on a data set's test split are shown next to them.
"""

import argparse
import sys
from pathlib import Path

from tiktok_claims import settings
from tiktok_claims.evaluation import comparison
from tiktok_claims.history.queries import HistoryUnavailable
from tiktok_claims.model import scoring
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.training import labelled
from tiktok_claims.training.dataset import InvalidDataset


def main(arguments: list[str] | None = None) -> int:
    """Compare two models. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="compare", description=__doc__.splitlines()[0])
    parser.add_argument("new", type=Path, metavar="NEW", help="the model file to try")
    parser.add_argument("old", type=Path, metavar="OLD", nargs="?", help="what is served now; MODEL_PATH unless given")
    parser.add_argument("--labels", metavar="URL|FILE", help="a history or a CSV file; HISTORY_URL unless given")
    parser.add_argument("--data", type=Path, metavar="FILE", help="compare on the test split of this data set, too")
    options = parser.parse_args(arguments)
    try:
        current = settings.read()
        old, new = scoring.load(options.old or current.model_path), scoring.load(options.new)
        held_out = labelled.read(options.labels or current.history_url).held_out
        lines, status = comparison.report(held_out, old, new)
        print("\n".join([f"old {old.version}, new {new.version}", "", *lines]))
        if options.data:
            print("\n".join(["", *comparison.on_test_split(options.data, old, new)]))
    except (settings.InvalidSetting, HistoryUnavailable, InvalidDataset, InvalidModelFile, OSError) as error:
        print(f"compare: {error}", file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
