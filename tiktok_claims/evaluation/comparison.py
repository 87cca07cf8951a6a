"""Compare two models on labels that neither has learned from: which is right where, and whether the new one is worse.

Knows nothing of where models and labels come from.
"""

from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import roc_auc_score

from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring.performance import Z, wilson
from tiktok_claims.record import TEXT
from tiktok_claims.training import dataset
from tiktok_claims.training.dataset import LABELS, Rows
from tiktok_claims.training.masking import scenarios

NOT_WORSE, WORSE, TOO_FEW = 0, 2, 4
MARGIN = 0.05  # of accuracy: a loss that is larger than this must be ruled out
CHANCE = 0.05  # a difference that chance makes more often than this is none
FLIPS = 5  # shown
SHOWN_CHARACTERS = 70

Array = np.ndarray[Any, Any]


class Scored(NamedTuple):
    """What a model says of labelled rows."""

    probabilities: Array
    right: Array
    left: Array  # without review

    def line(self, name: str, labels: Array) -> str:
        """Return the figures on one line."""
        share, low, high = wilson(int(self.right.sum()), len(labels))
        auc = f"{roc_auc_score(labels, self.probabilities):.3f}" if 0 < labels.mean() < 1 else "-"
        left = self.right[self.left]
        right = f"{left.mean():.3f}" if len(left) else "-"
        return f"{name:<16}{f'{share:.3f} ({low:.3f} to {high:.3f})':>24}{auc:>9}{self.left.mean():>14.3f}{right:>14}"


class Verdict(NamedTuple):
    """What the paired predictions on held-out labels show."""

    status: int
    better: int  # rows that only the new model has right
    worse: int  # rows that only the old model has right
    p: float  # McNemar's exact test: that chance alone makes so large a difference
    low: float  # 95% interval of the difference in accuracy
    high: float


def score(model: Model, rows: Rows) -> Scored:
    """Return what a model says of rows."""
    predictions: list[Any] = model.predict(rows.records, [None] * len(rows.records))
    claims = np.array([prediction["claim_status"] == LABELS[1] for prediction in predictions], bool)
    return Scored(
        np.array([prediction["claim_probability"] for prediction in predictions]),
        claims == rows.labels,
        np.array([not prediction["needs_review"] for prediction in predictions], bool),
    )


def decide(old: Array, new: Array) -> Verdict:
    """Return the verdict on two models, from which rows each has right.

    The interval is that of Agresti and Min (2005) for paired shares, which holds for few rows.
    """
    better, worse = int(np.sum(new & ~old)), int(np.sum(old & ~new))
    p = float(binomtest(better, better + worse).pvalue) if better + worse else 1.0
    rows, difference = len(old) + 2, (better - worse) / (len(old) + 2)
    half = Z * sqrt(better + worse + 1 - difference**2 * rows) / rows
    low, high = difference - half, difference + half
    status = WORSE if high < 0 and p < CHANCE else NOT_WORSE if low > -MARGIN else TOO_FEW
    return Verdict(status, better, worse, p, low, high)


def report(rows: Rows, old: Model, new: Model) -> tuple[list[str], int]:
    """Return the comparison on labelled rows in lines, and the exit status."""
    if not len(rows.labels):
        return ["no label is held out: there is nothing to compare on"], TOO_FEW
    before, after = score(old, rows), score(new, rows)
    verdict = decide(before.right, after.right)
    texts = {
        NOT_WORSE: "the new model is not worse",
        WORSE: "the new model is worse",
        TOO_FEW: f"too few labels to rule out that it is worse by more than {MARGIN:.0%}",
    }
    return [
        *_table(f"{len(rows.labels):,} held-out labels", rows.labels, before, after),
        f"right only in the new model: {verdict.better:,}, only in the old one: {verdict.worse:,} "
        f"(McNemar's test: p = {verdict.p:.3f})",
        f"difference in accuracy: {verdict.low:+.3f} to {verdict.high:+.3f} (95%)",
        *_flips(rows, before, after),
        texts[verdict.status],
    ], verdict.status


def _table(title: str, labels: Array, old: Scored, new: Scored) -> list[str]:
    heading = f"{title:<40}{'AUC':>9}{'not reviewed':>14}{'of them right':>14}"
    return [heading, old.line("  old accuracy", labels), new.line("  new accuracy", labels)]


def _flips(rows: Rows, old: Scored, new: Scored) -> list[str]:
    """The rows whose prediction flipped and whose probability moved most."""
    (flipped,) = np.nonzero(old.right != new.right)
    moved = sorted(flipped.tolist(), key=lambda row: -abs(new.probabilities[row] - old.probabilities[row]))[:FLIPS]
    lines = ["predictions that flipped and moved most:"] if moved else []
    for row in moved:
        text = " ".join(rows.records[row].get(TEXT, "(no transcript)").split())
        shown = text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
        change = f"{old.probabilities[row]:.2f} to {new.probabilities[row]:.2f}"
        lines.append(f"  {change}, {LABELS[rows.labels[row]]:<8} {shown}")
    return lines


def on_test_split(path: Path, old: Model, new: Model) -> list[str]:
    """Return the accuracy of both on the scenarios of a data set's test split. Raises InvalidDataset, OSError."""
    test = dataset.split(dataset.read(path).rows).test
    lines = [f"{f'test split of {path.name}':<40}{'old':>9}{'new':>9}"]
    for name, records in scenarios(test.records).items():
        figures = [score(model, Rows(records, test.labels)).right.mean() for model in (old, new)]
        lines.append(f"  {name.replace('_', ' '):<38}" + "".join(f"{figure:>9.4f}" for figure in figures))
    return lines
