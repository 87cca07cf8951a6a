"""Data files of the package in sections: lists of words and templates, with comments.

A line "[name]" begins a section, a line that begins with "#" is a comment, and every other line that is not empty is
one entry of the section, without outer spaces. Knows nothing of what the entries mean.
"""

from importlib.resources import files


def read(package: str, name: str) -> dict[str, list[str]]:
    """Return the entries of each section of a package's data file, in order. Raises ValueError."""
    return parse(files(package).joinpath(name).read_text(encoding="utf-8"))


def parse(text: str) -> dict[str, list[str]]:
    """Return the entries of each section. Raises ValueError for an entry before the first section, or a second one."""
    sections: dict[str, list[str]] = {}
    entries = None
    for number, line in enumerate(map(str.strip, text.splitlines()), start=1):
        if line.startswith("["):
            name = line.strip("[]")
            if name in sections:
                raise ValueError(f"line {number}: there is a section [{name}] already")
            entries = sections[name] = []
        elif line and not line.startswith("#"):
            if entries is None:
                raise ValueError(f"line {number}: an entry before the first section")
            entries.append(line)
    return sections
