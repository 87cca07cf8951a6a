"""Rollback: serve again what was served before the current model of the store.

python -m tiktok_claims rollback [--store FOLDER] [--url http://localhost:9696] [--why TEXT]
"""

import argparse
import sys

from tiktok_claims.evaluation import store_option
from tiktok_claims.model import model_file, model_store


def main(arguments: list[str] | None = None) -> int:
    """Roll back. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="rollback", description=__doc__.splitlines()[0])
    store_option.add(parser)
    options = parser.parse_args(arguments)
    try:
        folder = store_option.folder(options)
        version = model_store.rollback(folder, options.by, options.why)
        print(f"rolled back to {version or 'the shipped model'}")
        if options.url:
            store_option.wait(options.url, version or model_file.read(model_store.SHIPPED)[1])
            print(f"all workers of {options.url} answer with it")
    except store_option.FAILURES as error:
        print(f"rollback: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
