"""What the viewport can show of each lane: single marks while they find room, counted bins when they do not.

Nothing is dropped silently: a lane's bins, the events wider than a bin and those outside the window add up to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from dashboards.charts.lanes import Lanes
from dashboards.charts.spans import DAY, EVER, Bools, Days, Floats, Ints, Spans, Viewport, number_of

MOST_MARKS = 1_500
"""Marks that are sent and drawn at once, screens on either side included; more events than this become bins."""

MARK = 13.0
"""Pixels that a mark takes along the axis."""

LOWEST_ROW = 7.5
"""Pixels by which marks above each other must differ for each to be clicked."""

NARROWEST_BIN = 16.0
"""Pixels; narrower bins could be neither read nor clicked."""

FIRST, BITS = number_of(date.min), 22
DAYS = 2**BITS - 1
"""The calendar's first day, and room for all its days, of which the last number is none."""

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


@dataclass(frozen=True, slots=True)
class Counting:
    """What bins are counted from, made once for a filter and a choice of lanes.

    ``days[lane]`` are the days of events that lie on one day, told as fact and on one side's word, each in order: two
    searches count those of a bin. All others are few kinds, since whole months and years repeat: ``size`` events of
    ``lane`` have the span ``begin`` to ``end``.
    """

    days: tuple[tuple[Days, Days], ...]
    lane: Ints
    begin: Ints
    end: Ints
    known: Bools
    unsure: Bools
    size: Ints

    @classmethod
    def of(cls, spans: Spans, claimed: Bools, lanes: Lanes) -> Counting:
        """Counts nothing yet; one pass over all events."""
        single = spans.known & (spans.end.astype(np.int64) - spans.begin == DAY)
        alone = single[lanes.rows]
        dated = (spans.key < EVER)[lanes.rows]
        rows = lanes.rows[~alone & dated]
        unsure = ~spans.known[rows] | claimed[rows]
        parts = (lanes.lanes[~alone & dated], spans.begin[rows], spans.end[rows], spans.known[rows], unsure)
        lane, begin, end, known, vague, size = _kinds(*parts)
        days = _days(spans, claimed, lanes.rows[alone], lanes.lanes[alone], len(lanes.labels))
        return cls(days, lane, begin, end, known.astype(bool), vague.astype(bool), size)


def _days(spans: Spans, claimed: Bools, rows: Ints, lanes: Ints, many: int) -> tuple[tuple[Days, Days], ...]:
    """The days of ``rows`` by lane, facts and claims apart, each in order as the rows are."""
    which = lanes.astype(np.uint16) * 2 + claimed[rows]
    days = spans.begin[rows][np.argsort(which, kind="stable")]
    parts = np.split(days, np.cumsum(np.bincount(which, minlength=2 * many))[:-1]) if many else []
    return tuple(zip(parts[::2], parts[1::2], strict=True))


def _kinds(lane: Any, begin: Any, end: Any, known: Any, unsure: Any) -> tuple[Any, ...]:
    """Each combination of these that occurs, and how often: columns. Counted as whole numbers of their bits."""
    starts = np.where(begin == -EVER, 0, begin - (FIRST - 1)).astype(np.int64)
    ends = np.where(end == EVER, DAYS, end - FIRST).astype(np.int64)
    flags = (lane.astype(np.int64) * 2 + known) * 2 + unsure
    found, size = np.unique((flags << (2 * BITS)) | (starts << BITS) | ends, return_counts=True)
    flags, starts, ends = found >> (2 * BITS), (found >> BITS) & DAYS, found & DAYS
    begin = np.where(starts == 0, -EVER, starts + (FIRST - 1))
    return flags >> 2, begin, np.where(ends == DAYS, EVER, ends + FIRST), (flags >> 1) & 1, flags & 1, size


def crowding(centres: Floats, viewport: Viewport) -> int:
    """How many marks fall on the fullest mark's width of the axis: the rows that a lane needs."""
    if not len(centres):
        return 0
    columns = np.floor((centres - centres.min()) * viewport.scale / MARK).astype(np.int64)
    if columns.max() > 4 * len(columns) + 1000:
        columns = np.unique(columns, return_inverse=True)[1]
    return int(np.bincount(columns).max())


def centres(spans: Spans, rows: Ints) -> Floats:
    """The middle of what is known of the spans of dated ``rows``: for measuring room only, never drawn."""
    begin, end = spans.begin[rows].astype(float), spans.end[rows].astype(float)
    first = np.where(begin == -EVER, end - DAY, begin)
    last = np.where(end == EVER, begin + DAY, end)
    return np.asarray((first + last) / 2)


def bin_edges(viewport: Viewport, start: float, end: float, narrowest: float = NARROWEST_BIN) -> Floats:
    """Edges of the calendar's units over ``start`` to ``end``: the smallest unit at least ``narrowest`` pixels wide."""
    unit, many = _unit(viewport, narrowest)
    step: Any = np.timedelta64(many, unit)  # type: ignore[call-overload]
    from_day = np.datetime64(int(np.floor(start)), "D")
    if unit == "D":
        monday = np.datetime64("1970-01-05", "D")
        first = monday + (from_day - monday) // step * step
    else:
        zero = np.datetime64("2000-01", "M") if unit == "M" else np.datetime64("2000", "Y")
        first = zero + (from_day.astype(f"datetime64[{unit}]") - zero) // step * step
    last = np.datetime64(int(np.ceil(end)), "D").astype(f"datetime64[{unit}]") + step
    return np.arange(first, last + step, step).astype("datetime64[D]").astype("int64").astype("float64")


_DAYS = {"D": 1, "M": 28, "Y": 365}


def _unit(viewport: Viewport, narrowest: float) -> tuple[str, int]:
    for unit, many in UNITS:
        if _DAYS[unit] * many * viewport.scale >= narrowest:
            return unit, many
    years = int(np.ceil(narrowest / (365 * viewport.scale) / 10)) * 10
    return "Y", years


def bins(counting: Counting, edges: Floats) -> tuple[Bins, ...]:
    """The bins of every lane over ``edges``, of the events that may lie within them.

    An event is counted in the bin that holds its first day if its days are known, or if they all lie in that bin; the
    others are wider than a bin.
    """
    many, lanes = len(edges) - 1, len(counting.days)
    seen = (counting.begin < edges[-1]) & (counting.end > edges[0])
    low = np.searchsorted(edges, counting.begin, side="right") - 1
    high = np.searchsorted(edges, counting.end, side="left") - 1
    placed = seen & (low >= 0) & (counting.known | (low == high))

    def summed(at: Any, rows: Bools, width: int = many) -> Any:
        """Events by lane and bin, of the kinds in ``rows``, which lie in the bins ``at``."""
        places = counting.lane[rows] * width + at[rows]
        found = np.bincount(places, counting.size[rows], lanes * width)
        return found.astype(np.intp).reshape(lanes, width)

    sure, vague = summed(low, placed & ~counting.unsure), summed(low, placed & counting.unsure)
    wide = seen & ~placed
    opened, shut = np.clip(low, 0, many), np.clip(high + 1, 0, many)
    covering = np.cumsum(summed(opened, wide, many + 1) - summed(shut, wide, many + 1), axis=1)
    wides = summed(opened, wide, many + 1).sum(axis=1)
    days = edges.astype(np.int32)
    return tuple(
        Bins(
            edges,
            sure[lane] + np.diff(np.searchsorted(facts, days)),
            vague[lane] + np.diff(np.searchsorted(claims, days)),
            covering[lane, :-1],
            int(wides[lane]),
        )
        for lane, (facts, claims) in enumerate(counting.days)
    )
