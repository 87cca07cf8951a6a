"""The reference distribution in a model file: how the training records were distributed, which drift is measured with.

Knows nothing of how it is made or compared (monitoring/drift.py).
"""

from typing_extensions import TypedDict


class FieldDistribution(TypedDict):
    """The values of one field: where its bins end, and the share of rows in each; the last bin is of missing values."""

    edges: list[float]
    shares: list[float]


class ReferenceDistribution(TypedDict):
    """The distribution of each field, and of how many training records."""

    rows: int
    fields: dict[str, FieldDistribution]
