"""Periods of time in words, and which of them an axis names."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dashboards.language import _, current, day
from tracker.timeline.measures.periods import DECADE, MONTH, QUARTER, YEAR, Unit

_PATTERNS = {MONTH.name: "LLL y", QUARTER.name: "QQQ y", YEAR.name: "y"}
_LONG = {MONTH.name: "LLLL y", QUARTER.name: "QQQQ y", YEAR.name: "y"}


def period_in_words(unit: Unit, number: int, *, long: bool = False) -> str:
    """A period as "Mar 2022", "Q1 2022", "2022" or "2020s"; ``long`` writes it out ("March 2022")."""
    first, _last = unit.days(number)
    if unit == DECADE:
        return _("{year}s", year=first.year)
    return _said(current(), first, (_LONG if long else _PATTERNS)[unit.name])


def day_in_words(when: date) -> str:
    """A day as "Tue 11 Nov 2025"."""
    return _said(current(), when, "EEE d MMM y")


@lru_cache(maxsize=50_000)
def _said(_language: str, when: date, pattern: str) -> str:
    """``when`` by ``pattern``, kept for each language: the same days are said for every filter."""
    return day(when, pattern)


def ticks(unit: Unit, first: int, last: int, most: int) -> list[tuple[int, str]]:
    """At most about ``most`` of the periods from ``first`` to ``last`` with their labels, at round places."""
    count = last - first + 1
    if count <= most:
        steps = 1
    else:
        year = max(1, 12 // unit.months)
        choices = [n for n in (3, 6) if unit == MONTH] + [year * n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)]
        steps = next((n for n in choices if count / n <= most), choices[-1])
    whole_years = unit.months * steps % 12 == 0
    shown = [number for number in range(first, last + 1) if number % steps == 0]
    return [(number, _short(unit, number, whole_years=whole_years)) for number in shown]


def _short(unit: Unit, number: int, *, whole_years: bool) -> str:
    if whole_years and unit != DECADE:
        return _said(current(), unit.days(number)[0], "y")
    return period_in_words(unit, number)
