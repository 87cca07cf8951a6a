"""Reading the drift of single fields."""

from tiktok_claims.monitoring.drift import Drift


def bands(drifts: list[Drift], *names: str) -> set[str]:
    return {row["field"] for row in drifts if row["band"] in names}


def of(drifts: list[Drift], field: str) -> Drift:
    return next(row for row in drifts if row["field"] == field)
