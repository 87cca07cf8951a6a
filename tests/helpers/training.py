"""train.py on shards: a data set cut into files, small settings, and the figures of what was trained."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.helpers.paths import ROOT
from tiktok_claims.evaluation import metrics
from tiktok_claims.training import fit
from tiktok_claims.training.augmentation import Recipe

FEW = {**fit.PARAMETERS, "n_estimators": 40}
SMALL = Recipe(copies=1, sentences=8_000)
SCENARIOS = ("as_given", "counts_masked", "text_masked")


def cut(path: Path, folder: Path, shards: int, step: int = 1) -> Path:
    """Distribute a CSV's rows, or every `step`th, over the shards of a new folder."""
    folder.mkdir()
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    for number in range(shards):
        with (folder / f"shard-{number}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows[::step][number::shards]])
    return folder


def evaluated(trained: fit.Trained) -> dict[str, Any]:
    figures = metrics.evaluate(metrics.scorer(trained.model), trained.splits.test, trained.model["threshold"])
    by_scenario: dict[str, Any] = figures["test"]
    return by_scenario


def train(*options: object, status: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "train.py", *map(str, options)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == status, ended.stderr
    return ended
