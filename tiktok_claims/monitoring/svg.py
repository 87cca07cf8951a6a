"""Pieces of SVG: elements, bars, lines and labels, placed by shares of the width and by pixels of the height.

Knows nothing of what a chart shows.
"""

from typing import Any

from markupsafe import Markup, escape

GAP = 0.15  # of a bar's width, left empty


def drawing(description: str, height: int, *inside: Markup, kind: str = "wide") -> Markup:
    """Return a chart; the description says what it shows, for those who do not see it."""
    return element(
        "svg", *inside, class_=f"chart {kind}", role="img", aria_label=description, width="100%", height=height
    )


def element(name: str, *inside: str, **attributes: Any) -> Markup:
    """Return one element; its text and values are escaped."""
    text = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{text}>{''.join(map(escape, inside))}</{name}>")  # noqa: S704 - text is escaped above, the rest here


def bar(left: float, width: float, top: float, height: float, style: str, gap: float = GAP) -> Markup:
    """Return a bar in the middle of a slot, which begins at `left`, a share of the chart's width."""
    inner = width * (1 - gap)
    return element(
        "rect",
        class_=style,
        x=percent(left + (width - inner) / 2),
        width=percent(inner),
        y=pixels(top),
        height=pixels(height),
    )


def level(y: float, label: str) -> Markup:
    """Return a line across, its label left of it."""
    line = element("line", class_="grid", x1="0%", x2="100%", y1=pixels(y), y2=pixels(y))
    return line + element("text", label, x=-6, y=pixels(y + 4), text_anchor="end")


def text(left: float, y: float, label: str, anchor: str) -> Markup:
    """Return a label."""
    return element("text", label, x=percent(left), y=pixels(y), text_anchor=anchor)


def percent(share: float) -> str:
    """Return a share of the width as an attribute's value."""
    return f"{100 * share:.5g}%"


def pixels(value: float) -> str:
    """Return a height as an attribute's value."""
    return f"{value:.1f}"
