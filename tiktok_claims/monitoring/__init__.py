"""Monitoring: what a window of the history says, for the dashboard, reports and alerts. Knows no HTTP."""

from pathlib import Path

STATIC, TEMPLATES = Path(__file__).parent / "static", Path(__file__).parent / "templates"  # also of the service's pages
