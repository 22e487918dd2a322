"""What the timeline page shows: the period that can be seen, the viewport, and drawings that are kept between moves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import numpy as np

from dashboards import language
from dashboards.charts import timeline
from dashboards.charts.lanes import CHOICES
from dashboards.charts.spans import DAY, Viewport, number_of
from dashboards.data import Data, Filter
from dashboards.kept import Kept
from tracker.timeline.outline import UNKNOWN, Outline

MOST_KEPT = 8
MOST_EVENTS_KEPT = 2_000_000
"""Prepared timelines that are kept, a few filters and lane choices of a few readers, and how many events they hold."""

MARGIN = 0.02
"""Share of the whole period that is left free on either side."""

NARROWEST = 3 * DAY
DEFAULT_LANES = "group"
SMALLEST = (280, 320)
LARGEST = (8_000, 4_000)
MILLISECONDS = 86_400_000.0
"""Of a day: the browser counts time in them."""


class Views:
    """Prepared timelines by revision, filter, lanes and language; safe in the server's threads."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._kept: Kept[tuple[int, Filter, str, str], timeline.Prepared] = Kept(
            MOST_KEPT, weigh=lambda one: len(one.rows), heaviest=MOST_EVENTS_KEPT
        )
        self._extent: tuple[int, tuple[float, float] | None] = (-1, None)

    def prepared(self, chosen: Filter, lanes: str) -> timeline.Prepared:
        """The filtered events with their lanes."""
        outline = self._data.outline()

        def make() -> timeline.Prepared:
            self._kept.forget(lambda key: key[0] != outline.number)
            return timeline.prepare(outline, np.flatnonzero(self._data.mask(chosen, outline)), lanes)

        return self._kept.get((outline.number, chosen, lanes, language.current()), make)

    def whole(self, chosen: Filter) -> tuple[float, float]:
        """The period that can be seen: the filter's, else that of all events that anyone filters from, and today."""
        today = self._data.today()
        now = float(number_of(today))
        start, end = self._extent_of(self._data.outline()) or (number_of(today - timedelta(days=365)), now)
        start, end = min(start, now), max(end, now + DAY)
        if chosen.start:
            start = number_of(chosen.start)
        if chosen.end:
            end = number_of(chosen.end) + DAY
        end = max(end, start + NARROWEST)
        margin = max(DAY, (end - start) * MARGIN)
        return start - margin, end + margin

    def _extent_of(self, outline: Outline) -> tuple[float, float] | None:
        number, known = self._extent
        if number != outline.number:
            known = extent(outline)
            self._extent = outline.number, known
        return known


def extent(outline: Outline) -> tuple[float, float] | None:
    """From the first day that any event knows to the day after the last; ``None`` if none has a date."""
    days = np.concatenate([outline.first[outline.first != UNKNOWN], outline.last[outline.last != UNKNOWN]])
    return (float(days.min()), float(days.max()) + DAY) if len(days) else None


def viewport_of(view: Mapping[str, Any] | None, whole: tuple[float, float]) -> Viewport:
    """The viewport that the browser asks for (``from``, ``to`` in milliseconds, ``width``, ``height``), in bounds."""
    given = view or {}
    start, end = _number(given.get("from")), _number(given.get("to"))
    if start is None or end is None or end <= start:
        start, end = whole
    else:
        start, end = start / MILLISECONDS, end / MILLISECONDS
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


def lanes_choice(value: Any) -> str:
    """``value`` if it is a choice of lanes, else the default."""
    return value if isinstance(value, str) and value in CHOICES else DEFAULT_LANES


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e14 else None
