"""The axis of time: on top, in words, never finer than a day."""

from __future__ import annotations

from typing import Any

from dashboards.charts import ink
from dashboards.charts.spans import DAY, Viewport

HEIGHT = 36
"""Pixels that the axis takes above the lanes."""

MONTH = 30.4 * DAY
LABEL, NARROW_LABEL, NARROW = 88.0, 60.0, 700
"""Pixels that one label should have, and on a screen narrower than ``NARROW``."""


def axis(viewport: Viewport, theme: ink.Theme) -> dict[str, Any]:
    """Plotly's settings for it."""
    return {
        "type": "date",
        "range": [viewport.start, viewport.end],
        "side": "top",
        "showgrid": True,
        "gridcolor": ink.INK[theme]["line"],
        "gridwidth": 1,
        "zeroline": False,
        "ticks": "",
        "ticklabelposition": "outside right",
        "nticks": max(2, int(viewport.width / (LABEL if viewport.width >= NARROW else NARROW_LABEL))),
        "tickfont": {"size": 12, "color": ink.INK[theme]["quiet"]},
        "tickformatstops": [
            {"dtickrange": [None, 7 * DAY - 1], "value": "%a %-d\n%B %Y"},
            {"dtickrange": [7 * DAY - 1, "M1"], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        "minallowed": None,
    }
