"""What another model would have answered: kept records scored anew, before anyone swaps it in.

    python -m tiktok_claims replay --model NEW.bin [--history URL]

Takes kept predictions one after the other and holds a chunk of them at a time. Knows nothing of how they are kept.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from typing_extensions import TypedDict

from tiktok_claims import settings
from tiktok_claims.model import scoring
from tiktok_claims.model.model_file import InvalidModelFile
from tiktok_claims.model.scoring import NO_TEXT, Model
from tiktok_claims.monitoring import performance
from tiktok_claims.monitoring.performance import Figures, Interval
from tiktok_claims.record import TEXT, Record

CHUNK = 1000  # records
QUANTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)

Answer = tuple[
    Record, float, str, str | None
]  # and the probability and verdict of then, and what was decided, if it was
Array = np.ndarray[Any, np.dtype[np.float64]]


class Replay(TypedDict):
    """A model's answers beside the kept ones; lists are of QUANTILES, and empty when nothing was kept."""

    model_version: str
    rows: int
    to_claim: int  # verdicts that flip from opinion to claim
    to_opinion: int
    put_right: int  # of the flips, by what was decided; on most nothing was
    put_wrong: int
    kept_probability: list[float]
    new_probability: list[float]
    shift: list[float]  # from the kept one to the new one, record by record
    kept_quality: Figures
    new_quality: Figures


def answers(kept: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
    """Yield of each row of a history what a replay needs.

    Left out are those whose transcript was not kept: without it another answer would be no wonder.
    """
    for row in kept:
        if TEXT in row["record"] or NO_TEXT in row["warnings"]:
            yield row["record"], row["claim_probability"], row["claim_status"], row["decided"]


def replay(rows: Iterable[Answer], model: Model) -> Replay:
    """Score kept records with a model and return how its answers differ from the kept ones."""
    verdicts: Counter[tuple[str, str, str | None]] = Counter()  # kept, new, decided
    kept, new = [np.empty(0)], [np.empty(0)]
    for chunk in _chunks(rows):
        records, probabilities, said, decided = zip(*chunk, strict=True)
        answers = model.predict(records, [None] * len(records))
        verdicts.update(zip(said, [answer["claim_status"] for answer in answers], decided, strict=True))
        kept.append(np.array(probabilities))
        new.append(np.array([answer["claim_probability"] for answer in answers]))
    return _compared(model.version, verdicts, np.concatenate(kept), np.concatenate(new))


def _chunks(rows: Iterable[Answer]) -> Iterator[list[Answer]]:
    left = iter(rows)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _compared(version: str, verdicts: Counter[tuple[str, str, str | None]], kept: Array, new: Array) -> Replay:
    before: Counter[tuple[str, str]] = Counter()
    after: Counter[tuple[str, str]] = Counter()
    flips: Counter[tuple[str, str | None]] = Counter()  # new, decided
    for (said, says, decided), rows in verdicts.items():
        if says != said:
            flips[says, decided] += rows
        if decided is not None:
            before[said, decided] += rows
            after[says, decided] += rows
    return {
        "model_version": version,
        "rows": verdicts.total(),
        "to_claim": sum(rows for (says, _), rows in flips.items() if says == "claim"),
        "to_opinion": sum(rows for (says, _), rows in flips.items() if says == "opinion"),
        "put_right": sum(rows for (says, decided), rows in flips.items() if says == decided),
        "put_wrong": sum(rows for (says, decided), rows in flips.items() if decided not in (says, None)),
        "kept_probability": _quantiles(kept),
        "new_probability": _quantiles(new),
        "shift": _quantiles(new - kept),
        "kept_quality": performance.figures(before),
        "new_quality": performance.figures(after),
    }


def _quantiles(values: Array) -> list[float]:
    quantiles: list[float] = np.quantile(values, QUANTILES).tolist() if len(values) else []
    return quantiles


def report(found: Replay) -> str:
    """Return what a replay found, for a terminal."""
    rows, flips = found["rows"], found["to_claim"] + found["to_opinion"]
    if not rows:
        return "there is nothing to replay: no prediction is kept with its transcript"
    lines = [
        f"{rows:,} kept predictions, scored with model {found['model_version']}",
        "",
        f"{'verdicts that flip':<20}{flips:>8,}  {flips / rows:.2%}",
        f"{'  opinion to claim':<20}{found['to_claim']:>8,}",
        f"{'  claim to opinion':<20}{found['to_opinion']:>8,}",
        f"{'  now right':<20}{found['put_right']:>8,}  by what moderators decided",
        f"{'  now wrong':<20}{found['put_wrong']:>8,}",
        "",
        f"{'probability':<20}" + "".join(f"{quantile:>8.0%}" for quantile in QUANTILES),
        _line("  kept", found["kept_probability"]),
        _line("  new", found["new_probability"]),
        _line("  new less kept", found["shift"], "+"),
        "",
        *_quality(found["kept_quality"], found["new_quality"]),
    ]
    return "\n".join(lines)


def _line(name: str, values: Sequence[float], sign: str = "-") -> str:
    return f"{name:<20}" + "".join(f"{value:>{sign}z8.3f}" for value in values)


def _quality(kept: Figures, new: Figures) -> list[str]:
    labelled = f"{kept['labelled']:,} decided"
    return [
        f"{labelled:<20}{'kept':>24}{'new':>24}",
        *(
            f"{'  ' + name:<20}{_shown(before):>24}{_shown(after):>24}"
            for name, before, after in (
                ("accuracy", kept["accuracy"], new["accuracy"]),
                ("precision", kept["precision"], new["precision"]),
                ("recall", kept["recall"], new["recall"]),
                ("F1", kept["f1"], new["f1"]),
            )
        ),
    ]


def _shown(figure: Interval) -> str:
    if figure["value"] is None:
        return "-"
    return f"{figure['value']:.3f} ({figure['low']:.3f} to {figure['high']:.3f})"


def main(arguments: list[str] | None = None) -> int:
    """Replay a history. Returns the exit status."""
    from tiktok_claims.history import queries  # not at the top: what it reads databases with is needed for this alone

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="the model file that is to be tried")
    parser.add_argument("--history", metavar="URL", help="of the database; without it that of HISTORY_URL")
    options = parser.parse_args(arguments)

    try:
        given = settings.read() if options.history is None else settings.read({"HISTORY_URL": options.history})
        if not given.history_url:
            raise settings.InvalidSetting("HISTORY_URL is empty: nothing is kept")
        kept = queries.History(given.history_url).rows()
        print(report(replay(answers(kept), scoring.load(options.model))))
    except (settings.InvalidSetting, queries.HistoryUnavailable, InvalidModelFile) as error:
        print(f"replay: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
