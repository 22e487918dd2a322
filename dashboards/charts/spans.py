"""The days that events may lie on, as arrays of epoch milliseconds: what every drawing of time counts with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pandas as pd

from tracker.models import Precision
from tracker.timeline.date_in_words import date_in_words

DAY = 86_400_000.0
"""Milliseconds of a day."""

Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.intp]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]

_KNOWN = (str(Precision.DAY), str(Precision.RANGE))


@dataclass(frozen=True, slots=True)
class Spans:
    """For each row of a frame: ``first`` midnight of its possible days, the midnight after the ``last``.

    ``nan`` where that end is open. ``known`` is true where the days are given (a day, or a span by both its ends),
    false where the event lies somewhere within them.
    """

    first: Floats
    last: Floats
    known: Bools

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Spans:
        """The spans of a timeline's rows, in their order."""
        last = _milliseconds(frame["date_end"])
        known = frame["date_precision"].isin(_KNOWN).to_numpy(dtype=bool)
        return cls(_milliseconds(frame["date_start"]), last + DAY, known)

    @property
    def dated(self) -> Bools:
        """True where at least one end is known; only these can be drawn."""
        return ~(np.isnan(self.first) & np.isnan(self.last))

    def overlapping(self, start: float, end: float) -> Ints:
        """The rows that may lie between ``start`` and ``end``, in their order."""
        begins = np.where(np.isnan(self.first), -np.inf, self.first)
        ends = np.where(np.isnan(self.last), np.inf, self.last)
        return np.flatnonzero(self.dated & (begins < end) & (ends > start))

    def extent(self) -> tuple[float, float] | None:
        """From the first midnight that is known to the last; ``None`` if no row has a date."""
        edges = np.concatenate([self.first, self.last - DAY])
        edges = edges[~np.isnan(edges)]
        return (float(edges.min()), float(edges.max()) + DAY) if len(edges) else None


def _milliseconds(days: pd.Series[Any]) -> Floats:
    values = days.to_numpy(dtype="datetime64[ms]")
    numbers = values.astype("int64").astype("float64")
    numbers[np.isnat(values)] = np.nan
    return numbers


def milliseconds(day: date) -> float:
    """The midnight (UTC) at which ``day`` begins."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000


def day_at(moment: float) -> date:
    """The day that holds a moment in epoch milliseconds."""
    return datetime.fromtimestamp(moment / 1000, tz=UTC).date()


@dataclass(frozen=True, slots=True)
class Viewport:
    """The stretch of time that is seen, and the pixels that it is seen with."""

    start: float
    end: float
    width: int = 1200
    height: int = 560

    @property
    def scale(self) -> float:
        """Pixels per millisecond."""
        return self.width / (self.end - self.start)

    def in_words(self) -> str:
        """Its first and last day, in words."""
        return date_in_words(day_at(self.start), day_at(self.end - 1), "range")

    def widened(self) -> tuple[float, float]:
        """The stretch to draw: a screen more on either side, cut to whole screens: a small move draws the same."""
        span = self.end - self.start
        return (np.floor(self.start / span) - 1) * span, (np.ceil(self.end / span) + 1) * span
