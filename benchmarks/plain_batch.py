"""Score a file the plain way, to compare with: pandas, one dict a row, the pipeline, one process.

python -m benchmarks.plain_batch IN.csv OUT.csv MODEL
"""

import sys
from pathlib import Path
from typing import Any

import pandas as pd

from tiktok_claims.features.single import features
from tiktok_claims.model import model_file


def main(path: str, out: str, model: str) -> None:
    """Score the file."""
    pipeline = model_file.load_pipeline(model_file.read(Path(model))[0])
    videos: Any = pd.read_csv(path)
    records = [
        {name: value for name, value in row.items() if not pd.isna(value)} for row in videos.to_dict(orient="records")
    ]
    videos["claim_probability"] = pipeline.predict_proba([features(record) for record in records])[:, 1]
    videos.to_csv(out, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
