"""Tables of the pages in docs/."""

import re

from tests.helpers.paths import ROOT


def page(name: str) -> str:
    """Return the text of a page."""
    return (ROOT / "docs" / name).read_text()


def table(name: str, head: str) -> list[list[str]]:
    """Return the rows of the table of a page that has this first column, as cells without backticks."""
    _, _, below = page(name).partition(f"\n| {head} |")
    assert below, f"docs/{name} has no table of {head}"
    rows = below.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip().replace("`", "") for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
