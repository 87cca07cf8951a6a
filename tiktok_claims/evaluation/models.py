"""List the models of the store, and what was served when, by whom and why.

python -m tiktok_claims models [--store FOLDER]
"""

import argparse
import sys
from pathlib import Path

from tiktok_claims.evaluation import store_option
from tiktok_claims.model import model_store


def main(arguments: list[str] | None = None) -> int:
    """List the models. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="models", description=__doc__.splitlines()[0])
    parser.add_argument("--store", type=Path, metavar="FOLDER", help="the model store; MODEL_PATH unless given")
    options = parser.parse_args(arguments)
    try:
        folder = store_option.folder(options)
        current = model_store.current(folder)
        for version, added in model_store.versions(folder):
            print(f"{version}  added {added:%Y-%m-%d %H:%M}{'  current' if version == current else ''}")
        print(f"current: {current or 'the shipped model'}")
        for entry in model_store.log(folder):
            served = entry["version"] or "the shipped model"
            print(f"served from {entry['since']}: {served}, by {entry['by']}{entry['why'] and ': '}{entry['why']}")
    except store_option.FAILURES as error:
        print(f"models: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
