"""How much labels teach: AUC and review by the number of labels, chosen by the queue or at random: docs/labels.png.

python -m benchmarks.labels FOLDER [--draws 3] [--out docs/labels.png]     # FOLDER with train.csv and test.csv

For each draw, 2,000 videos of train.csv wait for a label. They get it in the order of the queue (a fifth at random, the
rest by value) or at random. A model learns from all but the fifth held out, as `train.py --labels` does; it is measured
on test.csv. About a quarter of a minute for each model.
"""

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
import matplotlib as mpl

mpl.use("Agg")
import numpy as np
from matplotlib import pyplot as plt
from sklearn.metrics import roc_auc_score

from tiktok_claims.history.queue import RANDOM_SHARE
from tiktok_claims.history.queue_order import most_valuable
from tiktok_claims.model import model_file
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import TEXT
from tiktok_claims.training import dataset, labelled, own_data
from tiktok_claims.training.base import base_of
from tiktok_claims.training.dataset import Dataset, Rows
from tiktok_claims.training.review import LEVEL_OF_LABELS, choose_smooth_interval

SHIPPED = Path("model_chosen.bin")
OUT = Path("docs/labels.png")
COUNTS = (75, 150, 300, 600)
WAITING = 2_000
AT_ONCE = 10  # videos that the page takes at a time
CHOICES = ("queue", "random")


class Measured(NamedTuple):
    """What a model does on test.csv; the last is None where nothing is left without review."""

    auc: float
    left: float
    right: float | None


def measure(model: Model, test: Rows) -> Measured:
    """Return the figures of a model."""
    predictions: list[Any] = model.predict(test.records, [None] * len(test.records))
    left = np.array([not each["needs_review"] for each in predictions])
    right = np.array([each["claim_status"] == "claim" for each in predictions]) == test.labels
    auc = float(roc_auc_score(test.labels, [each["claim_probability"] for each in predictions]))
    return Measured(auc, float(left.mean()), float(right[left].mean()) if left.any() else None)


def order(choice: str, texts: Sequence[str], probabilities: Sequence[float], count: int, seed: int) -> list[int]:
    """Return the numbers of the texts that are labelled, in order."""
    rng = np.random.default_rng(seed)
    waiting: list[int] = rng.permutation(len(texts))[:WAITING].tolist()
    if choice == "random":
        return waiting[:count]
    chosen: list[int] = []
    while len(chosen) < count:
        at_random = rng.choice(waiting, int(np.sum(rng.random(AT_ONCE) < RANDOM_SHARE)), replace=False).tolist()
        others = [number for number in waiting if number not in set(at_random)]
        known = [texts[number] for number in chosen]
        ranked = most_valuable(
            [texts[number] for number in others], [probabilities[number] for number in others], known,
            AT_ONCE - len(at_random),
        )  # fmt: skip
        chosen += [*at_random, *(others[place] for place in ranked)]
        waiting = [number for number in waiting if number not in set(chosen)]
    return chosen[:count]


def trained(own: Dataset, numbers: Sequence[int], start: Any) -> Model:
    """Return the model that these labels make."""
    rows = own.rows.take(numbers)
    known = labelled.split(replace(own, labelled=len(numbers), rows=rows)).known
    result = own_data.train(known, start, LEVEL_OF_LABELS, choose_smooth_interval)
    assert result is not None, "the texts are too alike"  # noqa: S101 - own videos are not
    return Model(result.model, "trained")


def picture(curves: dict[str, dict[int, Measured]], shipped: Measured, out: Path) -> None:
    """Draw AUC, and what is left without review, by the number of labels."""
    figure, axes = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for name, points in curves.items():
        style = "o-" if name == "queue" else "s--"
        counts = [0, *points]
        axes[0].plot(counts, [shipped.auc, *(each.auc for each in points.values())], style, label=f"chosen by {name}")
        axes[1].plot(list(points), [100 * each.left for each in points.values()], style, label=f"chosen by {name}")
    axes[0].set(title="AUC on other videos", xlabel="labels", ylim=(0.7, 1))
    axes[1].set(title="Videos left without review (%)", xlabel="labels", ylim=(0, 100), xlim=(0, None))
    for axis in axes:
        axis.grid(alpha=0.3)
        axis.legend(frameon=False)
    figure.savefig(out, dpi=110)


def main() -> None:
    """Measure, print a table and draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    own, test = (dataset.read(options.folder / f"{name}.csv") for name in ("train", "test"))
    contents, version = model_file.read(SHIPPED)
    model, start = Model(contents, version), base_of(contents, version, own.sha256)
    texts = [record.get(TEXT, "") for record in own.rows.records]
    probabilities = model.probabilities(model.features.pack(own.rows.records))
    shipped, curves = measure(model, test.rows), {choice: dict[int, Measured]() for choice in CHOICES}
    print(
        f"{'':<18}{'AUC':>8}{'left':>8}{'right':>8}\n{'shipped':<18}{shipped.auc:>8.3f}{shipped.left:>8.3f}{shipped.right:>8.3f}"
    )
    for choice in CHOICES:
        orders = [order(choice, texts, probabilities, max(COUNTS), seed) for seed in range(options.draws)]
        for count in COUNTS:
            drawn = [measure(trained(own, numbers[:count], start), test.rows) for numbers in orders]
            rights = [each.right for each in drawn if each.right is not None]
            right = mean(rights) if rights else None
            point = Measured(mean(each.auc for each in drawn), mean(each.left for each in drawn), right)
            curves[choice][count] = point
            print(f"{choice:<10}{count:<8}{point.auc:>8.3f}{point.left:>8.3f}{point.right or 0:>8.3f}", flush=True)
    picture(curves, shipped, options.out)


if __name__ == "__main__":
    main()
