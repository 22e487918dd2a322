"""What the viewport can show of each lane: single marks while they find room, counted bins when they do not.

Nothing is dropped silently: a lane's bins, the events wider than a bin and those outside the window add up to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboards.charts.lanes import Lanes
from dashboards.charts.spans import DAY, Bools, Floats, Ints, Spans, Viewport

MOST_MARKS = 3_000
"""Marks that a browser draws and moves smoothly; more events than this become bins."""

MARK = 13.0
"""Pixels that a mark takes along the axis."""

LOWEST_ROW = 7.5
"""Pixels by which marks above each other must differ for each to be clicked."""

NARROWEST_BIN = 16.0
"""Pixels; narrower bins could be neither read nor clicked."""

UNITS: tuple[tuple[str, int], ...] = (("D", 1), ("D", 7), ("M", 1), ("M", 3), ("Y", 1), ("Y", 5), ("Y", 10))
"""The calendar's units that a bin can have: numpy's code and how many."""


@dataclass(frozen=True, slots=True)
class Bins:
    """Counts of one lane: ``certain`` and ``uncertain`` events of each stretch from ``edges[i]`` to ``edges[i+1]``.

    ``covering`` counts the events that lie somewhere in a longer stretch covering this one; ``wide`` is how many of
    those there are. Uncertain: the day is not known, or it stands on one side's word alone.
    """

    edges: Floats
    certain: Ints
    uncertain: Ints
    covering: Ints
    wide: int

    def total(self) -> int:
        """All events that the lane shows, binned or wider than a bin."""
        return int(self.certain.sum() + self.uncertain.sum()) + self.wide


def crowding(centres: Floats, viewport: Viewport) -> int:
    """How many marks fall on the fullest mark's width of the axis: the rows that a lane needs."""
    if not len(centres):
        return 0
    columns = np.floor((centres - centres.min()) * viewport.scale / MARK).astype(np.int64)
    if columns.max() > 4 * len(columns) + 1000:
        columns = np.unique(columns, return_inverse=True)[1]
    return int(np.bincount(columns).max())


def centres(spans: Spans) -> Floats:
    """The middle of what is known of each span: for measuring room only, never drawn."""
    first = np.where(np.isnan(spans.first), spans.last - DAY, spans.first)
    last = np.where(np.isnan(spans.last), spans.first + DAY, spans.last)
    return np.asarray((first + last) / 2)


def bin_edges(viewport: Viewport, start: float, end: float, narrowest: float = NARROWEST_BIN) -> Floats:
    """Edges of the calendar's units over ``start`` to ``end``: the smallest unit at least ``narrowest`` pixels wide."""
    unit, many = _unit(viewport, narrowest)
    step: Any = np.timedelta64(many, unit)  # type: ignore[call-overload]
    from_day = np.datetime64(int(start), "ms").astype("datetime64[D]")
    if unit == "D":
        monday = np.datetime64("1970-01-05", "D")
        first = monday + (from_day - monday) // step * step
    else:
        zero = np.datetime64("2000-01", "M") if unit == "M" else np.datetime64("2000", "Y")
        first = zero + (from_day.astype(f"datetime64[{unit}]") - zero) // step * step
    last = np.datetime64(int(end), "ms").astype(f"datetime64[{unit}]") + step
    return np.arange(first, last + step, step).astype("datetime64[ms]").astype("int64").astype("float64")


_DAYS = {"D": 1, "M": 28, "Y": 365}


def _unit(viewport: Viewport, narrowest: float) -> tuple[str, int]:
    for unit, many in UNITS:
        if _DAYS[unit] * many * DAY * viewport.scale >= narrowest:
            return unit, many
    years = int(np.ceil(narrowest / (365 * DAY * viewport.scale) / 10)) * 10
    return "Y", years


def bins(spans: Spans, claimed: Bools, lanes: Lanes, edges: Floats) -> tuple[Bins, ...]:
    """The bins of every lane over ``edges``, of the events that may lie within them.

    An event is counted in the bin that holds its first day if its days are known, or if they all lie in that bin; the
    others are wider than a bin.
    """
    many, lane_count = len(edges) - 1, len(lanes.labels)
    first = np.where(np.isnan(spans.first), -np.inf, spans.first)
    last = np.where(np.isnan(spans.last), np.inf, spans.last)
    low = np.searchsorted(edges, first, side="right") - 1
    high = np.searchsorted(edges, last, side="left") - 1
    seen = spans.dated & (first < edges[-1]) & (last > edges[0])
    placed = seen & (low >= 0) & (spans.known | (low == high))
    unsure = ~spans.known | claimed
    found = []
    at = low[lanes.rows]
    cell = lanes.lanes * many + np.clip(at, 0, many - 1)
    here = placed[lanes.rows]
    sure = np.bincount(cell[here & ~unsure[lanes.rows]], minlength=many * lane_count).reshape(lane_count, many)
    vague = np.bincount(cell[here & unsure[lanes.rows]], minlength=many * lane_count).reshape(lane_count, many)
    for lane in range(lane_count):
        rows = lanes.rows[lanes.lanes == lane]
        wide = rows[(seen & ~placed)[rows]]
        steps = np.zeros(many + 1, dtype=np.intp)
        np.add.at(steps, np.clip(low[wide], 0, many), 1)
        np.add.at(steps, np.clip(high[wide] + 1, 0, many), -1)
        found.append(Bins(edges, sure[lane], vague[lane], np.cumsum(steps)[:-1], len(wide)))
    return tuple(found)
