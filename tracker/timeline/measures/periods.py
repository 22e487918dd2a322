"""Periods of time, and the one in which each event surely lies.

A day, or a span whose ends are both given, counts in the period in which it began. What is known less exactly counts
only where all its possible days lie in one period; else its period is ``UNKNOWN``, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from tracker.models import Precision
from tracker.timeline.measures.spread import Ints

UNKNOWN = int(np.iinfo(np.int64).min)
KNOWN = (str(Precision.DAY), str(Precision.RANGE))
"""Precisions with which it is known when an event began and ended."""
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of period, ``months`` long; its periods are numbered from January 1970 on."""

    name: str
    months: int

    def days(self, number: int) -> tuple[date, date]:
        """The first and last day of period ``number``."""
        last = _first_day((number + 1) * self.months)
        return _first_day(number * self.months), last if last == date.max else last - timedelta(days=1)


MONTH, QUARTER, YEAR, DECADE = Unit("month", 1), Unit("quarter", 3), Unit("year", 12), Unit("decade", 120)
UNITS = (MONTH, QUARTER, YEAR, DECADE)


def _first_day(months: int) -> date:
    year = 1970 + months // 12
    if year < 1:
        return date.min
    return date(year, months % 12 + 1, 1) if year <= _LAST_YEAR else date.max


def months_of(frame: pd.DataFrame) -> tuple[Ints, Ints]:
    """For each row the first and the last month in which it can lie, as numbers; ``UNKNOWN`` where that end is open.

    Where the days are given both are the month in which it began.
    """
    first, last = _months(frame["date_start"]), _months(frame["date_end"])
    return first, np.where(frame["date_precision"].isin(KNOWN).to_numpy(dtype=bool), first, last)


def _months(days: pd.Series[Any]) -> Ints:
    values = days.to_numpy(dtype="datetime64[M]")
    return np.where(np.isnat(values), UNKNOWN, values.astype(np.int64))


def period_in(earliest: Ints, latest: Ints, unit: Unit) -> Ints:
    """The number of the period of ``unit`` that holds both months, or ``UNKNOWN``."""
    begins = earliest // unit.months
    sure = (earliest != UNKNOWN) & (latest != UNKNOWN) & (begins == latest // unit.months)
    return np.where(sure, begins, UNKNOWN)


def unit_for(earliest: Ints, latest: Ints, most: int) -> Unit:
    """The finest unit of which ``most`` periods hold all events, and in which half of those with a date are known."""
    dated = int(((earliest != UNKNOWN) | (latest != UNKNOWN)).sum())
    for unit in UNITS:
        numbers = period_in(earliest, latest, unit)
        known = numbers[numbers != UNKNOWN]
        if len(known) * 2 >= dated and (not len(known) or known.max() - known.min() < most):
            return unit
    return UNITS[-1]
