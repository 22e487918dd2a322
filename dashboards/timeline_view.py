"""What the timeline page shows: the period that can be seen, the viewport, and drawings that are kept between moves."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import timedelta
from threading import Lock
from typing import Any

from dashboards.charts import timeline
from dashboards.charts.lanes import CHOICES
from dashboards.charts.spans import DAY, Spans, Viewport, milliseconds
from dashboards.data import Data, Filter

KEPT = 6
"""Prepared timelines that are kept: a few filters and lane choices of a few readers."""

MARGIN = 0.02
"""Share of the whole period that is left free on either side."""

NARROWEST = 3 * DAY
DEFAULT_LANES = "group"
SMALLEST = (280, 320)
LARGEST = (8_000, 4_000)


class Views:
    """Prepared timelines by revision, filter and lanes; safe in the server's threads."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._kept: OrderedDict[tuple[int, Filter, str], timeline.Prepared] = OrderedDict()
        self._lock = Lock()

    def prepared(self, chosen: Filter, lanes: str) -> timeline.Prepared:
        """The filtered events with their lanes."""
        key = (self._data.revision(), chosen, lanes)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = timeline.prepare(self._data.frame(chosen), lanes)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def whole(self, chosen: Filter) -> tuple[float, float]:
        """The period that can be seen: the filter's, else that of all events that anyone filters from, and today."""
        today = self._data.today()
        extent = Spans.of(self._data.frame()).extent()
        now = milliseconds(today)
        start, end = extent or (milliseconds(today - timedelta(days=365)), now)
        start, end = min(start, now), max(end, now + DAY)
        if chosen.start:
            start = milliseconds(chosen.start)
        if chosen.end:
            end = milliseconds(chosen.end) + DAY
        end = max(end, start + NARROWEST)
        margin = max(DAY, (end - start) * MARGIN)
        return start - margin, end + margin


def viewport_of(view: Mapping[str, Any] | None, whole: tuple[float, float]) -> Viewport:
    """The viewport that the browser asks for (``from``, ``to`` in milliseconds, ``width``, ``height``), in bounds."""
    given = view or {}
    start, end = _number(given.get("from")), _number(given.get("to"))
    if start is None or end is None or end <= start:
        start, end = whole
    if end - start < NARROWEST:
        middle = (start + end) / 2
        start, end = middle - NARROWEST / 2, middle + NARROWEST / 2
    width, height = _number(given.get("width")) or 1200, _number(given.get("height")) or 560
    return Viewport(
        start,
        end,
        int(min(LARGEST[0], max(SMALLEST[0], width))),
        int(min(LARGEST[1], max(SMALLEST[1], height))),
    )


def lanes_choice(value: str | None) -> str:
    """``value`` if it is a choice of lanes, else the default."""
    return value if value in CHOICES else DEFAULT_LANES


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e14 else None
