"""The strip above the timeline: how many events each stretch of the whole period holds, by group."""

from __future__ import annotations

from typing import Any

from dashboards.charts import ink
from dashboards.charts.lanes import Lanes
from dashboards.charts.level_of_detail import Counting, bin_edges, bins
from dashboards.charts.spans import Viewport

HEIGHT = 56
COLUMN = 6.0
"""Pixels: the strip's height, and the width of its narrowest column."""


def strip(counting: Counting, lanes: Lanes, viewport: Viewport, *, theme: ink.Theme = "light") -> dict[str, Any]:
    """Stacked columns over ``viewport``, the whole period: their ``edges`` in days, and ``stacks`` of counts by group.

    An event known only to lie in a longer stretch than a column is left out of the columns, not guessed into one.
    """
    edges = bin_edges(viewport, viewport.start, viewport.end, COLUMN)
    counted = bins(counting, edges)
    return {
        "from": viewport.start,
        "to": viewport.end,
        "edges": edges.tolist(),
        "height": HEIGHT,
        "stacks": [
            {
                "label": label,
                "fill": ink.fill(group, theme) if group else ink.INK[theme]["quiet"],
                "counts": (one.certain + one.uncertain).tolist(),
            }
            for label, group, one in zip(lanes.labels, lanes.groups, counted, strict=True)
        ],
    }
