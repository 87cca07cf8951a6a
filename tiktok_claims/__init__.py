"""Tells whether a TikTok video makes a claim or states an opinion."""

import os
from importlib.metadata import PackageNotFoundError, version

# OpenMP reads it when xgboost loads. By default its idle threads spin: with two trainings on two cores each spins
# against the other, and both take some twenty times as long. Sleeping threads cost a lone training nothing.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # noqa: TID251 - for a library, before any setting is read

try:
    __version__ = version("tiktok-claims")
except PackageNotFoundError:  # run from a folder, not installed
    __version__ = "unknown"
