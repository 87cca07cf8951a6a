"""Tells whether a TikTok video makes a claim or states an opinion."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("tiktok-claims")
except PackageNotFoundError:  # run from a folder, not installed
    __version__ = "unknown"
