"""Charts as SVG: pure functions from parts of a summary to markup, each with a text that says what the chart shows.

Widths are shares of the chart's own, so that one fits any screen with its letters unscaled; colours are the classes of
templates/summary.css. Knows nothing of where figures come from.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from math import log10
from typing import Literal

from markupsafe import Markup

from tiktok_claims.monitoring import svg
from tiktok_claims.monitoring.drift import AMBER, RED, Band, Drift
from tiktok_claims.monitoring.performance import Decile, Interval
from tiktok_claims.monitoring.summary import Probabilities, Step, WindowTimes

Count = Literal["claims", "needs_review"]

TRAFFIC, SHARE, TENTHS, SQUARE = 150, 70, 130, 220  # heights, in pixels
FOOT, HEAD = 22, 8  # space for the letters below and above
PSI_SHOWN = 0.5  # a longer bar is cut there; the number next to it is exact
MOST_LABELS = 5
SPACINGS = [timedelta(minutes=15), timedelta(hours=6), timedelta(days=2), timedelta(days=7)]


def traffic(steps: Sequence[Step], window: WindowTimes) -> Markup:
    """Return bars of claims and opinions, one on top of the other, step by step."""
    top = _round_up(max((step["predictions"] for step in steps), default=0))
    scale, width = TRAFFIC / top, 1 / max(len(steps), 1)
    bars = []
    for number, step in enumerate(steps):
        claims, opinions = step["claims"], step["predictions"] - step["claims"]
        title = svg.element("title", f"{_when(step['start'], window)}: {claims:,} claims, {opinions:,} opinions")
        of_claims = svg.bar(number * width, width, HEAD + TRAFFIC - claims * scale, claims * scale, "claim")
        of_opinions = svg.bar(
            number * width, width, HEAD + TRAFFIC - (claims + opinions) * scale, opinions * scale, "opinion"
        )
        bars.append(svg.element("g", title, of_claims, of_opinions))
    lines = [svg.level(HEAD + TRAFFIC * (1 - share), f"{top * share:,.0f}") for share in (0, 0.5, 1)]
    return svg.drawing(
        _traffic_text(steps, window), HEAD + TRAFFIC + FOOT, *lines, *bars, *_times(window, HEAD + TRAFFIC)
    )


def shares(steps: Sequence[Step], window: WindowTimes) -> Markup:
    """Return the shares of claims and of predictions to review as lines, broken where there were no predictions."""
    lines = [svg.level(HEAD + SHARE * (1 - share), f"{share:.0%}") for share in (0, 0.5, 1)]
    lines += _share_line(steps, "claims", "claim")
    lines += _share_line(steps, "needs_review", "review-share")
    claims, review = _percent(steps, "claims"), _percent(steps, "needs_review")
    text = f"Shares over time: in total, claims {claims}, needs review {review}."
    return svg.drawing(text, HEAD + SHARE + FOOT, *lines, *_times(window, HEAD + SHARE))


def probability(figures: Probabilities) -> Markup:
    """Return the shares of probabilities by tenths, those of training next to those of now."""
    training, now = figures["training"], figures["now"] or []
    top = max([*training, *now, 0.1])
    bars = []
    for tenth in range(10):
        pair = [(name, series[tenth]) for name, series in (("training", training), ("now", now)) if series]
        text = ", ".join(f"{share:.1%} {name}" for name, share in pair)
        inside = [svg.element("title", f"{tenth * 10}% to {tenth * 10 + 10}%: {text}")]
        for place, (name, share) in enumerate(pair):
            height = TENTHS * share / top
            inside.append(svg.bar((tenth + 0.1 + 0.4 * place) / 10, 0.04, HEAD + TENTHS - height, height, name))
        bars.append(svg.element("g", *inside))
    lines = [svg.level(HEAD + TENTHS * (1 - share), f"{top * share:.0%}") for share in (0, 0.5, 1)]
    ends = [svg.text(share, HEAD + TENTHS + 16, f"{share:.0%}", "middle") for share in (0, 0.25, 0.5, 0.75, 1)]
    low, high = (f"{now[tenth]:.0%}" if now else "none" for tenth in (0, 9))
    text = f"Claim probability by tenths: now {low} lie below 10% and {high} above 90%."
    return svg.drawing(text, HEAD + TENTHS + FOOT, *lines, *bars, *ends)


def calibration(deciles: Sequence[Decile]) -> Markup:
    """Return the share of claims among the labels in each tenth of probability, with its interval."""
    points = [_decile(each) for each in deciles]
    lines = [svg.level(_square(share), f"{share:.0%}") for share in (0, 0.5, 1)]
    right = svg.element("line", class_="right", x1="0%", x2="100%", y1=_square(0), y2=_square(1))
    ends = [svg.text(share, HEAD + SQUARE + 16, f"{share:.0%}", "middle") for share in (0, 0.5, 1)]
    off = sum(not each["low"] <= each["predicted"] <= each["high"] for each in deciles)
    text = f"Calibration: of {len(deciles)} tenths with labels, {off} are off the line."
    return svg.drawing(text, HEAD + SQUARE + FOOT, *lines, right, *points, *ends)


def psi(value: float, band: Band) -> Markup:
    """Return a bar over the bands of the population stability index."""
    zones = [
        svg.element("rect", class_=f"zone-{name}", y=0, height=16, **_from_to(low, high))
        for name, (low, high) in zip(("green", "amber", "red"), pairwise((0, AMBER, RED, PSI_SHOWN)), strict=True)
    ]
    bar = svg.element("rect", class_=f"band-{band}", y=5, height=6, **_from_to(0, min(max(value, 0.005), PSI_SHOWN)))
    return svg.drawing(f"{value:.2f}, {band}", 16, *zones, bar, kind="slim")


def bins(drift: Drift) -> Markup:
    """Return the share of each bin of a field, that of training next to that of now."""
    top, width = max([*drift["expected"], *drift["recent"], 0.01]), 1 / len(drift["bins"])
    bars = []
    for number, (name, before, now) in enumerate(zip(drift["bins"], drift["expected"], drift["recent"], strict=True)):
        pair = [
            svg.bar(
                (number + 0.1 + 0.4 * place) * width, 0.4 * width, 30 - 30 * share / top, 30 * share / top, style, gap=0
            )
            for place, (style, share) in enumerate((("training", before), ("now", now)))
        ]
        bars.append(svg.element("g", svg.element("title", f"{name}: {before:.1%} in training, {now:.1%} now"), *pair))
    foot = svg.element("line", class_="grid", x1="0%", x2="100%", y1=30, y2=30)
    return svg.drawing(most_changed(drift), 31, foot, *bars, kind="slim")


def most_changed(drift: Drift) -> str:
    """Return in words which bin of a field has changed most."""
    both = zip(drift["bins"], drift["expected"], drift["recent"], strict=True)
    name, before, now = max(both, key=lambda each: abs(each[2] - each[1]))
    return f"{name}: {before:.0%} in training, {now:.0%} now"


def interval(figure: Interval) -> Markup:
    """Return a share with its interval on a line from 0 to 1; the share must not be None."""
    value, low, high = (figure["value"] or 0, figure["low"] or 0, figure["high"] or 0)
    return svg.drawing(
        f"{value:.1%}, between {low:.1%} and {high:.1%}",
        16,
        svg.element("line", class_="grid", x1="0%", x2="100%", y1=8, y2=8),
        svg.element(
            "rect", class_="spread", x=svg.percent(low), width=svg.percent(max(high - low, 0.005)), y=4, height=8
        ),
        svg.element("circle", class_="point", cx=svg.percent(value), cy=8, r=4.5),
        kind="slim",
    )


def share(value: float) -> Markup:
    """Return a bar as long as the share."""
    bar = svg.element("rect", class_="now", x="0%", width=svg.percent(value), y=3, height=8)
    return svg.drawing(
        f"{value:.1%}", 14, svg.element("rect", class_="rest", x="0%", width="100%", y=3, height=8), bar, kind="slim"
    )


def _from_to(low: float, high: float) -> dict[str, str]:
    return {"x": svg.percent(low / PSI_SHOWN), "width": svg.percent((high - low) / PSI_SHOWN)}


def _square(share: float) -> float:
    return HEAD + SQUARE * (1 - share)


def _decile(decile: Decile) -> Markup:
    x, low, high = svg.percent(decile["predicted"]), decile["low"], decile["high"]
    labelled = f"labelled as claims {decile['observed']:.0%} ({low:.0%} to {high:.0%})"
    title = svg.element("title", f"predicted {decile['predicted']:.0%}, {labelled}, {decile['rows']:,} labels")
    spread = svg.element(
        "line", class_="interval", x1=x, x2=x, y1=svg.pixels(_square(low)), y2=svg.pixels(_square(high))
    )
    point = svg.element("circle", class_="point", cx=x, cy=svg.pixels(_square(decile["observed"])), r=4.5)
    return svg.element("g", title, spread, point)


def _share_line(steps: Sequence[Step], name: Count, style: str) -> Iterator[Markup]:
    """Lines from step to step, and a point for one between steps without predictions."""
    places = [
        ((number + 0.5) / len(steps), HEAD + SHARE * (1 - step[name] / step["predictions"]))
        if step["predictions"]
        else None
        for number, step in enumerate(steps)
    ]
    for here, there in pairwise(places):
        if here and there:
            ends = {
                "x1": svg.percent(here[0]),
                "y1": svg.pixels(here[1]),
                "x2": svg.percent(there[0]),
                "y2": svg.pixels(there[1]),
            }
            yield svg.element("line", class_=f"line {style}", **ends)
    for before, here, after in zip([None, *places], places, [*places[1:], None], strict=False):
        if here and not before and not after:
            yield svg.element("circle", class_=f"dot {style}", cx=svg.percent(here[0]), cy=svg.pixels(here[1]), r=2.5)


def _times(window: WindowTimes, bottom: int) -> Iterator[Markup]:
    """A few labels at round times."""
    start, end = datetime.fromisoformat(window["start"]), datetime.fromisoformat(window["end"])
    spacing = next((each for each in SPACINGS if (end - start) / each <= MOST_LABELS), SPACINGS[-1]).total_seconds()
    at = (start.timestamp() // spacing + 1) * spacing
    while at < end.timestamp():
        when = datetime.fromtimestamp(at, start.tzinfo)
        label = f"{when:%H:%M}" if spacing < timedelta(days=1).total_seconds() else f"{when.day} {when:%b}"
        yield svg.text((at - start.timestamp()) / (end - start).total_seconds(), bottom + 16, label, "middle")
        at += spacing


def _when(start: str, window: WindowTimes) -> str:
    """When a step begins, with its day where steps are long."""
    when = datetime.fromisoformat(start)
    short = window["step_seconds"] < timedelta(hours=1).total_seconds()
    return f"{when:%H:%M}" if short else f"{when.day} {when:%b %H:%M}"


def _traffic_text(steps: Sequence[Step], window: WindowTimes) -> str:
    total = sum(step["predictions"] for step in steps)
    if not total:
        return "Traffic over time: no predictions."
    most = max(steps, key=lambda step: step["predictions"])
    text = f"Traffic over time: {total:,} predictions, {_percent(steps, 'claims')} of them claims; "
    return f"{text}most, {most['predictions']:,}, in the step from {_when(most['start'], window)}."


def _percent(steps: Sequence[Step], name: Count) -> str:
    """The share of all predictions that are claims, or need review."""
    total = sum(step["predictions"] for step in steps)
    return f"{sum(step[name] for step in steps) / total:.0%}" if total else "none"


def _round_up(most: float) -> float:
    """The end of an axis: the next round number, with one significant digit."""
    if most <= 2:
        return 2
    unit = 10.0 ** int(log10(most))
    return next(step * unit for step in (1, 2, 4, 6, 8, 10, 20) if step * unit >= most)
