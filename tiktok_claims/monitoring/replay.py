"""Replay: what another model would have predicted for the records in the history, before anyone swaps it in.

    python -m tiktok_claims replay --model NEW.bin [--history URL]

Reads predictions one after the other and holds a chunk of them at a time. Knows nothing of how they are stored.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims import settings
from tiktok_claims.history.prediction import HistoryEntry
from tiktok_claims.history.queries import HistoryUnavailable
from tiktok_claims.model import scoring
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.model.review import NO_TEXT
from tiktok_claims.model.scoring import Model
from tiktok_claims.monitoring import history_option, performance
from tiktok_claims.monitoring.performance import Figures, Interval
from tiktok_claims.record import TEXT, Record

CHUNK = 1000  # records
QUANTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)

Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Counts: TypeAlias = Counter[tuple[str, str, str | None]]  # of rows by old status, new status, label


class OldPrediction(NamedTuple):
    """A record, what was predicted for it, and its label if it has one."""

    record: Record
    claim_probability: float
    claim_status: str
    label: str | None


class Replay(TypedDict):
    """The predictions of a new model next to the old ones; lists are of QUANTILES, and empty without predictions."""

    model_version: str
    rows: int
    to_claim: int  # predictions that flip from opinion to claim
    to_opinion: int
    now_right: int  # of those that flip, by their labels; most have none
    now_wrong: int
    old_probability: list[float]
    new_probability: list[float]
    change: list[float]  # from the old probability to the new one, record by record
    old_performance: Figures
    new_performance: Figures


def replayable(entries: Iterable[HistoryEntry]) -> Iterator[OldPrediction]:
    """Yield what a replay needs of each entry.

    Left out are those whose transcript was not stored: without it the new prediction would differ for that alone.
    """
    for entry in entries:
        if TEXT in entry["record"] or NO_TEXT in entry["warnings"]:
            yield OldPrediction(entry["record"], entry["claim_probability"], entry["claim_status"], entry["label"])


def replay(rows: Iterable[OldPrediction], model: Model) -> Replay:
    """Score the records of old predictions with a model and return how its predictions differ."""
    counts: Counts = Counter()
    old, new = [np.empty(0)], [np.empty(0)]
    for chunk in _chunks(rows):
        records, probabilities, statuses, labels = zip(*chunk, strict=True)
        predictions = model.predict(records, [None] * len(records))
        counts.update(zip(statuses, [each["claim_status"] for each in predictions], labels, strict=True))
        old.append(np.array(probabilities))
        new.append(np.array([each["claim_probability"] for each in predictions]))
    return _compare(model.version, counts, np.concatenate(old), np.concatenate(new))


def _chunks(rows: Iterable[OldPrediction]) -> Iterator[list[OldPrediction]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def _compare(version: str, counts: Counts, old: Array, new: Array) -> Replay:
    before: Counter[tuple[str, str]] = Counter()
    after: Counter[tuple[str, str]] = Counter()
    flips: Counter[tuple[str, str | None]] = Counter()  # by new status and label
    for (old_status, new_status, label), rows in counts.items():
        if new_status != old_status:
            flips[new_status, label] += rows
        if label is not None:
            before[old_status, label] += rows
            after[new_status, label] += rows
    return {
        "model_version": version,
        "rows": counts.total(),
        "to_claim": sum(rows for (status, _), rows in flips.items() if status == "claim"),
        "to_opinion": sum(rows for (status, _), rows in flips.items() if status == "opinion"),
        "now_right": sum(rows for (status, label), rows in flips.items() if status == label),
        "now_wrong": sum(rows for (status, label), rows in flips.items() if label not in (status, None)),
        "old_probability": _quantiles(old),
        "new_probability": _quantiles(new),
        "change": _quantiles(new - old),
        "old_performance": performance.figures(before),
        "new_performance": performance.figures(after),
    }


def _quantiles(values: Array) -> list[float]:
    quantiles: list[float] = np.quantile(values, QUANTILES).tolist() if len(values) else []
    return quantiles


def as_text(replay: Replay) -> str:
    """Return a replay as text for a terminal."""
    rows, flips = replay["rows"], replay["to_claim"] + replay["to_opinion"]
    if not rows:
        return "there is nothing to replay: the history has no prediction with its transcript"
    lines = [
        f"{rows:,} predictions, scored with model {replay['model_version']}",
        "",
        f"{'predictions flipped':<20}{flips:>8,}  {flips / rows:.2%}",
        f"{'  opinion to claim':<20}{replay['to_claim']:>8,}",
        f"{'  claim to opinion':<20}{replay['to_opinion']:>8,}",
        f"{'  now right':<20}{replay['now_right']:>8,}  by their labels",
        f"{'  now wrong':<20}{replay['now_wrong']:>8,}",
        "",
        f"{'probability':<20}" + "".join(f"{quantile:>8.0%}" for quantile in QUANTILES),
        _line("  old", replay["old_probability"]),
        _line("  new", replay["new_probability"]),
        _line("  change", replay["change"], "+"),
        "",
        *_performance(replay["old_performance"], replay["new_performance"]),
    ]
    return "\n".join(lines)


def _line(name: str, values: Sequence[float], sign: str = "-") -> str:
    return f"{name:<20}" + "".join(f"{value:>{sign}z8.3f}" for value in values)


def _performance(old: Figures, new: Figures) -> list[str]:
    labels = f"{old['labelled']:,} labels"
    return [
        f"{labels:<20}{'old':>24}{'new':>24}",
        *(
            f"{'  ' + name:<20}{_interval(before):>24}{_interval(after):>24}"
            for name, before, after in (
                ("accuracy", old["accuracy"], new["accuracy"]),
                ("precision", old["precision"], new["precision"]),
                ("recall", old["recall"], new["recall"]),
                ("F1", old["f1"], new["f1"]),
            )
        ),
    ]


def _interval(figure: Interval) -> str:
    if figure["value"] is None:
        return "-"
    return f"{figure['value']:.3f} ({figure['low']:.3f} to {figure['high']:.3f})"


def main(arguments: list[str] | None = None) -> int:
    """Replay a history. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="replay", description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, metavar="FILE", help="the model file to try")
    history_option.add(parser)
    options = parser.parse_args(arguments)
    try:
        entries = history_option.history(options).rows()
        print(as_text(replay(replayable(entries), scoring.load(options.model))))
    except (settings.InvalidSetting, HistoryUnavailable, InvalidModelFile) as error:
        print(f"replay: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
