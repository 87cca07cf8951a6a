"""Train the model, measure it, and write the artifact that predict.py serves.

    python train.py [--data tiktok_dataset.csv] [--out model_chosen.bin]

The same data and library versions give the same bytes.
"""

import argparse
import sys
from pathlib import Path

from tiktok_claims import artifact, dataset, evaluation, training


def main(arguments: list[str] | None = None) -> int:
    """Run the training. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("tiktok_dataset.csv"), help="CSV in the Kaggle file's shape")
    parser.add_argument("--out", type=Path, default=Path("model_chosen.bin"), help="where the model goes")
    options = parser.parse_args(arguments)

    try:
        data = dataset.read(options.data)
    except (dataset.BadDataset, OSError) as error:
        print(f"train.py: {error}", file=sys.stderr)
        return 1
    print(data.summary())
    model = training.train(data)
    print(evaluation.report(model["metrics"]))
    artifact.write(options.out, model)
    print(f"wrote {options.out}, version {artifact.read(options.out)[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
