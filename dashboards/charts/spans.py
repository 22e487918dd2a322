"""The days that events may lie on, as arrays of days since 1970: what every drawing of time counts with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import Any

import numpy as np

from dashboards import words
from tracker.models import Precision
from tracker.timeline.outline import UNKNOWN, Outline, number_of

__all__ = ["DAY", "Bools", "Floats", "Ints", "Spans", "Viewport", "before", "day_at", "number_of"]

DAY = 1.0
"""A day, in the unit of all places in time: days since 1970, fractions within the day."""

SHORT = 31
"""Days of a span that is found by its beginning; longer ones are few, and each is looked at."""

EVER = 2**30
"""Further than any day: where an open end lies."""

Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.intp]]
Days = np.ndarray[Any, np.dtype[np.int32]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]

_EPOCH = date(1970, 1, 1)
_FIRST, _LAST = number_of(date.min), number_of(date.max)
_KNOWN = (str(Precision.DAY), str(Precision.RANGE))


@dataclass(frozen=True, slots=True)
class Spans:
    """For each event, in time order: the first of its possible days, and the day after the last, ``EVER`` away if open.

    ``known`` is true where the days are given (a day, or a span by both its ends), false where the event lies
    somewhere within them. An event without any date is neither found nor drawn.
    """

    begin: Days
    end: Days
    known: Bools
    key: Days
    """What they are in order by: the first day, of an open start the last."""
    long: Ints
    """Which are wider than ``SHORT`` or open."""
    ends: Days
    """All ends of dated events, sorted."""
    begins: Days
    """All beginnings of dated events, sorted."""

    @classmethod
    def of(cls, outline: Outline, rows: Ints) -> tuple[Spans, Ints]:
        """The spans of these rows of an outline, and the rows in time order."""
        first, last = outline.first[rows], outline.last[rows]
        key = np.where(first == UNKNOWN, last, first)
        key[key == UNKNOWN] = EVER
        if np.any(key[1:] < key[:-1]):
            order = np.argsort(key, kind="stable")
            rows, first, last, key = rows[order], first[order], last[order], key[order]
        begin = np.where(first == UNKNOWN, -EVER, first).astype(np.int32)
        end = np.where(last == UNKNOWN, EVER, last + 1).astype(np.int32)
        known = outline.coded("date_precision").isin(_KNOWN)[rows]
        dated = key < EVER
        long = np.flatnonzero(dated & (end - begin.astype(np.int64) > SHORT))
        found = cls(begin, end, known, key, long, np.sort(end[dated]), np.sort(begin[dated], kind="stable"))
        return found, rows

    def __len__(self) -> int:
        return len(self.begin)

    @property
    def undated(self) -> int:
        """How many have no date at all; they are the last ones."""
        return len(self.begin) - len(self.ends)

    def count(self, start: float, end: float) -> int:
        """How many may lie between ``start`` and ``end``, without looking at each."""
        return max(0, before(self.begins, end) - before(self.ends, floor(start) + 1))

    def overlapping(self, start: float, end: float) -> Ints:
        """Those that may lie between ``start`` and ``end``, in time order."""
        low, high = before(self.key, start - SHORT), before(self.key, end)
        some = slice(low, high)
        short = self.end[some].astype(np.int64) - self.begin[some] <= SHORT
        near = np.flatnonzero(short & (self.end[some] > start)) + low
        far = self.long[(self.begin[self.long] < end) & (self.end[self.long] > start)]
        return np.sort(np.concatenate([near, far]), kind="stable")

    def extent(self) -> tuple[float, float] | None:
        """From the first day that is known to the day after the last; ``None`` if no event has a date."""
        if not len(self.ends):
            return None
        begins = self.begins[(self.begins > -EVER) & (self.begins < EVER)]
        ends = self.ends[(self.ends > -EVER) & (self.ends < EVER)]
        days = [int(day) for day in (*begins[:1], *begins[-1:], *(ends[:1] - 1), *(ends[-1:] - 1))]
        return float(min(days)), float(max(days)) + DAY


def before(days: Days, moment: float) -> int:
    """How many of the sorted ``days`` lie before a moment; asked by a whole number, since another copies them all."""
    return int(np.searchsorted(days, np.int32(min(EVER, max(-EVER, ceil(moment)))), side="left"))


def day_at(moment: float) -> date:
    """The day that holds a moment; the first or last day of the calendar for one beyond it."""
    return _EPOCH + timedelta(days=min(_LAST, max(_FIRST, floor(moment))))


@dataclass(frozen=True, slots=True)
class Viewport:
    """The stretch of time that is seen, in days since 1970, and the pixels that it is seen with."""

    start: float
    end: float
    width: int = 1200
    height: int = 560

    @property
    def scale(self) -> float:
        """Pixels a day."""
        return self.width / (self.end - self.start)

    def in_words(self) -> str:
        """Its first and last day, in words."""
        return words.date_in_words(day_at(self.start), day_at(ceil(self.end) - 1), "range")

    def widened(self) -> tuple[float, float]:
        """The stretch to draw: a screen more on either side, cut to whole screens: a small move draws the same."""
        span = self.end - self.start
        return (np.floor(self.start / span) - 1) * span, (np.ceil(self.end / span) + 1) * span
