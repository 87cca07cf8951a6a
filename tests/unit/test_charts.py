"""Charts: what they draw fits."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tiktok_claims.monitoring import charts
from tiktok_claims.monitoring.summary import Step, WindowTimes


@pytest.mark.parametrize("most", [0, 1, 2, 7, 11, 99, 100, 1_001, 987_654])
def test_no_bar_is_higher_than_its_axis(most: int) -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    end = start + timedelta(hours=1)
    window: WindowTimes = {"name": "1h", "start": start.isoformat(), "end": end.isoformat(), "step_seconds": 1800}
    steps: list[Step] = [
        {"start": start.isoformat(), "predictions": number, "claims": number // 2, "needs_review": 0}
        for number in (most, most // 3)
    ]
    heights = [float(height) for height in re.findall(r'<rect [^>]*height="([\d.]+)"', charts.traffic(steps, window))]
    assert len(heights) == 4
    assert max(heights[0] + heights[1], heights[2] + heights[3]) <= charts.TRAFFIC + 0.1
    assert most == 0 or heights[0] + heights[1] > charts.TRAFFIC * 0.45
