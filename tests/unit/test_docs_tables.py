"""Tables in docs/: settings, metrics, bands and exit statuses are those of the code, and links lead somewhere."""

import re
from dataclasses import fields
from typing import Any

import pytest
from prometheus_client.metrics import MetricWrapperBase

from tests.helpers.pages import page, table
from tests.helpers.paths import ROOT
from tiktok_claims.monitoring import drift, report, summary
from tiktok_claims.service import metrics
from tiktok_claims.settings import Settings


def as_cell(default: Any) -> str:
    if default in (None, "", ()):
        return "none"
    return str(default).lower() if isinstance(default, bool) else str(default)


def test_settings_and_their_defaults() -> None:
    rows = {variable: default for variable, default, _ in table("operations.md", "variable")}
    assert rows == {field.name.upper(): as_cell(field.default) for field in fields(Settings)}


def families() -> set[tuple[str, str, tuple[str, ...]]]:
    """Name, type and labels of each metric."""
    counted = {
        (f"{metric._name}{'_total' * (metric._type == 'counter')}", str(metric._type), tuple(metric._labelnames))
        for metric in vars(metrics).values()
        if isinstance(metric, MetricWrapperBase)
    }
    share = {"value": 0.5, "low": 0.4, "high": 0.6}
    performance: dict[str, Any] = {**dict.fromkeys(("accuracy", "precision", "recall", "f1"), share), "labelled": 1}
    of_history = metrics.HistoryGauges(
        {"drift": [{"field": "video_view_count", "psi": 0.1}], "performance": performance}
    )
    gauges = [*of_history.collect(), *metrics.WorkerGauges().collect()]
    return counted | {(gauge.name, gauge.type, tuple(gauge.samples[0].labels)) for gauge in gauges}


def test_metrics_with_their_types_and_labels() -> None:
    rows = {
        (name, kind, tuple(filter(None, labels.split(", "))))
        for name, kind, labels, _ in table("monitoring.md", "metric")
    }
    assert rows == families()


def test_bands_of_drift() -> None:
    (bands,) = (row[2] for row in table("monitoring.md", "measure") if row[0] == "PSI")
    assert bands == f"green below {drift.AMBER}, amber below {drift.RED}, else red"
    assert f"fewer than {drift.MIN_ROWS} predictions" in page("monitoring.md")
    assert f"Up to {summary.SAMPLED_ROWS:,} predictions" in page("monitoring.md")


def test_exit_statuses_of_the_report() -> None:
    statuses = [int(status) for status, _ in table("monitoring.md", "exit status")]
    assert statuses == [report.OKAY, report.FAILED, report.RED]


def test_windows_and_shown() -> None:
    text = page("monitoring.md").split("## JSON")[1].split("\n## ")[0]
    names = set(re.findall(r"`(\w+)`", text))
    assert {*summary.WINDOWS, *summary.SHOWN} <= names


@pytest.mark.parametrize("name", ["operations.md", "monitoring.md", "deployment.md"])
def test_links_between_pages_lead_somewhere(name: str) -> None:
    for target, anchor in re.findall(r"\]\(([\w./-]*)(?:#([\w-]+))?\)", page(name)):
        path = ROOT / "docs" / (target or name)
        assert path.exists(), target
        headings = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE) if anchor else []
        assert not anchor or anchor in [re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in headings], anchor
