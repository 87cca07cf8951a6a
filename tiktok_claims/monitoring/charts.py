"""Charts as SVG: pure functions from figures to markup, each with a text that says what it shows.

Widths are shares of the chart's own, so that one fits any screen with its letters unscaled; colours are the classes of
static/style.css. Knows nothing of where figures come from.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from math import log10
from typing import Any

from markupsafe import Markup

from tiktok_claims.monitoring import svg
from tiktok_claims.monitoring.drift import AMBER, RED

Figures = Mapping[str, Any]

TRAFFIC, SHARE, TENTHS, SQUARE = 150, 70, 130, 220  # heights, in pixels
FOOT, HEAD = 22, 8  # what letters below and above need
PSI_SHOWN = 0.5  # a longer bar is cut there; the number beside it tells the rest
MOST_LABELS = 5
SPACINGS = [timedelta(minutes=15), timedelta(hours=6), timedelta(days=2), timedelta(days=7)]


def traffic(steps: Sequence[Figures], window: Figures) -> Markup:
    """Return bars of claims and opinions, one on the other, step by step."""
    top = _round_up(max((step["predictions"] for step in steps), default=0))
    scale, width = TRAFFIC / top, 1 / max(len(steps), 1)
    bars = []
    for number, step in enumerate(steps):
        claims, opinions = step["claims"], step["predictions"] - step["claims"]
        told = svg.element("title", f"{_when(step['start'], window)}: {claims:,} claims, {opinions:,} opinions")
        of_claims = svg.bar(number * width, width, HEAD + TRAFFIC - claims * scale, claims * scale, "claim")
        of_opinions = svg.bar(
            number * width, width, HEAD + TRAFFIC - (claims + opinions) * scale, opinions * scale, "opinion"
        )
        bars.append(svg.element("g", told, of_claims, of_opinions))
    lines = [svg.level(HEAD + TRAFFIC * (1 - share), f"{top * share:,.0f}") for share in (0, 0.5, 1)]
    return svg.drawing(
        _traffic_told(steps, window), HEAD + TRAFFIC + FOOT, *lines, *bars, *_times(window, HEAD + TRAFFIC)
    )


def shares(steps: Sequence[Figures], window: Figures) -> Markup:
    """Return the shares of claims and of what needs review as lines, broken where nothing was answered."""
    lines = [svg.level(HEAD + SHARE * (1 - share), f"{share:.0%}") for share in (0, 0.5, 1)]
    for name, style in (("claims", "claim"), ("needs_review", "review-share")):
        lines += _share_line(steps, name, style)
    total = sum(step["predictions"] for step in steps)
    parts = [
        f"{said} {_part(steps, name, total)}" for said, name in (("claims", "claims"), ("to review", "needs_review"))
    ]
    told = f"Shares over time: on the whole {', '.join(parts)}."
    return svg.drawing(told, HEAD + SHARE + FOOT, *lines, *_times(window, HEAD + SHARE))


def probability(figures: Figures) -> Markup:
    """Return the shares of probabilities by tenths, those of training beside those of now."""
    trained, now = figures["training"] or [], figures["now"] or []
    top = max([*trained, *now, 0.1])
    bars = []
    for tenth in range(10):
        pair = [(name, series[tenth]) for name, series in (("training", trained), ("now", now)) if series]
        told = ", ".join(f"{share:.1%} {name}" for name, share in pair)
        inside = [svg.element("title", f"{tenth * 10}% to {tenth * 10 + 10}%: {told}")]
        for place, (name, share) in enumerate(pair):
            height = TENTHS * share / top
            inside.append(svg.bar((tenth + 0.1 + 0.4 * place) / 10, 0.04, HEAD + TENTHS - height, height, name))
        bars.append(svg.element("g", *inside))
    lines = [svg.level(HEAD + TENTHS * (1 - share), f"{top * share:.0%}") for share in (0, 0.5, 1)]
    ends = [svg.text(share, HEAD + TENTHS + 16, f"{share:.0%}", "middle") for share in (0, 0.25, 0.5, 0.75, 1)]
    low, high = (f"{sum(now[part]):.0%}" if now else "none" for part in (slice(0, 1), slice(9, 10)))
    told = f"Claim probability by tenths: now {low} lie below 10% and {high} above 90%."
    return svg.drawing(told, HEAD + TENTHS + FOOT, *lines, *bars, *ends)


def calibration(deciles: Sequence[Figures]) -> Markup:
    """Return the share of claims that moderators found at each tenth of probability, with its interval."""
    points = [_decile(each) for each in deciles]
    lines = [svg.level(_square(share), f"{share:.0%}") for share in (0, 0.5, 1)]
    right = svg.element("line", class_="right", x1="0%", x2="100%", y1=_square(0), y2=_square(1))
    ends = [svg.text(share, HEAD + SQUARE + 16, f"{share:.0%}", "middle") for share in (0, 0.5, 1)]
    off = sum(not each["low"] <= each["predicted"] <= each["high"] for each in deciles)
    told = f"Calibration: of {len(deciles)} tenths with decided answers, {off} do not hold."
    return svg.drawing(told, HEAD + SQUARE + FOOT, *lines, right, *points, *ends)


def psi(value: float, band: str) -> Markup:
    """Return a bar over the bands of the population stability index."""
    zones = [
        svg.element("rect", class_=f"zone-{name}", y=0, height=16, **_from_to(low, high))
        for name, (low, high) in zip(("green", "amber", "red"), pairwise((0, AMBER, RED, PSI_SHOWN)), strict=True)
    ]
    bar = svg.element("rect", class_=f"band-{band}", y=5, height=6, **_from_to(0, min(max(value, 0.005), PSI_SHOWN)))
    return svg.drawing(f"{value:.2f}, {band}", 16, *zones, bar, kind="slim")


def bins(drift: Figures) -> Markup:
    """Return the share of each bin of a field, that of training beside that of now."""
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
    return svg.drawing(moved_most(drift), 31, foot, *bars, kind="slim")


def moved_most(drift: Figures) -> str:
    """Return in words which bin of a field has changed most."""
    both = zip(drift["bins"], drift["expected"], drift["recent"], strict=True)
    name, before, now = max(both, key=lambda each: abs(each[2] - each[1]))
    return f"{name}: {before:.0%} in training, {now:.0%} now"


def interval(figure: Figures) -> Markup:
    """Return a share with its interval on a line from 0 to 1."""
    told = f"{figure['value']:.1%}, between {figure['low']:.1%} and {figure['high']:.1%}"
    low, high = figure["low"], figure["high"]
    return svg.drawing(
        told,
        16,
        svg.element("line", class_="grid", x1="0%", x2="100%", y1=8, y2=8),
        svg.element(
            "rect", class_="spread", x=svg.percent(low), width=svg.percent(max(high - low, 0.005)), y=4, height=8
        ),
        svg.element("circle", class_="point", cx=svg.percent(figure["value"]), cy=8, r=4.5),
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


def _decile(figures: Figures) -> Markup:
    x, low, high = svg.percent(figures["predicted"]), figures["low"], figures["high"]
    found = f"found {figures['observed']:.0%} ({low:.0%} to {high:.0%})"
    told = svg.element("title", f"said {figures['predicted']:.0%}, {found}, {figures['rows']:,} decided")
    spread = svg.element(
        "line", class_="interval", x1=x, x2=x, y1=svg.pixels(_square(low)), y2=svg.pixels(_square(high))
    )
    point = svg.element("circle", class_="point", cx=x, cy=svg.pixels(_square(figures["observed"])), r=4.5)
    return svg.element("g", told, spread, point)


def _share_line(steps: Sequence[Figures], name: str, style: str) -> Iterator[Markup]:
    """Lines from step to step, and a point for one between steps in which nothing was answered."""
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


def _times(window: Figures, bottom: int) -> Iterator[Markup]:
    """Labels at round times, a few."""
    start, end = (datetime.fromisoformat(window[name]) for name in ("start", "end"))
    spacing = next((each for each in SPACINGS if (end - start) / each <= MOST_LABELS), SPACINGS[-1]).total_seconds()
    at = (start.timestamp() // spacing + 1) * spacing
    while at < end.timestamp():
        when = datetime.fromtimestamp(at, start.tzinfo)
        label = f"{when:%H:%M}" if spacing < timedelta(days=1).total_seconds() else f"{when.day} {when:%b}"
        yield svg.text((at - start.timestamp()) / (end - start).total_seconds(), bottom + 16, label, "middle")
        at += spacing


def _when(start: str, window: Figures) -> str:
    """When a step begins, and where steps are long, with its day."""
    when = datetime.fromisoformat(start)
    short = window["step_seconds"] < timedelta(hours=1).total_seconds()
    return f"{when:%H:%M}" if short else f"{when.day} {when:%b %H:%M}"


def _traffic_told(steps: Sequence[Figures], window: Figures) -> str:
    total = sum(step["predictions"] for step in steps)
    if not total:
        return "Traffic over time: nothing was answered."
    most = max(steps, key=lambda step: step["predictions"])
    told = f"Traffic over time: {total:,} answers, {_part(steps, 'claims', total)} of them claims; "
    return f"{told}most, {most['predictions']:,}, in the step from {_when(most['start'], window)}."


def _part(steps: Sequence[Figures], name: str, total: int) -> str:
    return f"{sum(step[name] for step in steps) / total:.0%}" if total else "none"


def _round_up(most: float) -> float:
    """The next even number with one digit that says something: where an axis ends."""
    if most <= 2:
        return 2
    unit = 10.0 ** int(log10(most))
    return next(step * unit for step in (1, 2, 4, 6, 8, 10, 20) if step * unit >= most)
