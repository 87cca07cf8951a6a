"""Metrics of the service, as tests read them."""

import requests
from prometheus_client.parser import text_string_to_metric_families


def total(text: str, name: str, **labels: str) -> float:
    """Add up a metric's samples that have these labels, in Prometheus's text format."""
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return sum(sample.value for sample in samples if sample.name == name and labels.items() <= sample.labels.items())


def metric(url: str, name: str, **labels: str) -> float:
    """The same of a running service."""
    return total(requests.get(f"{url}/metrics", timeout=10).text, name, **labels)
