"""An interval and its precision as a reader would say it: "Tue 11 Nov 2025", "some day in February 2022"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date

from tracker.models import Precision

NO_DATE = "no date known"
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_YEAR_THIRDS = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
_MONTH_THIRDS = {(1, 10): "early", (11, 20): "mid"}


@lru_cache(maxsize=50_000)
def date_in_words(first: date | None, last: date | None, precision: str) -> str:
    """The days that an event can lie on, in words; never narrower or surer than ``precision`` says.

    Either end may be ``None`` (open); both ``None`` gives ``NO_DATE``.
    """
    if first is None and last is None:
        return NO_DATE
    if first is None:
        return f"not later than {_day(last)}"
    if last is None:
        return f"from {_day(first)} on"
    if first == last and precision in (Precision.DAY, Precision.RANGE):
        return _day(first)
    return _PHRASES.get(precision, _span)(first, last)


def _say(day: date | None, pattern: str) -> str:
    return str(format_date(day, pattern, locale="en"))


def _day(day: date | None) -> str:
    return _say(day, "EEE d MMM y")


def _span(first: date, last: date) -> str:
    """Both ends, with what they share said once: "Fri 23 to Sun 25 May 2025"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{_say(first, 'EEE d')} to {_day(last)}"
    if first.year == last.year:
        return f"{_say(first, 'EEE d MMM')} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _month(first: date, last: date) -> str:
    if (first.year, first.month) != (last.year, last.month):
        return _some_day(first, last)
    month = _say(first, "MMMM y")
    if first.day == 1 and _ends_month(last):
        return f"some day in {month}"
    third = _MONTH_THIRDS.get((first.day, last.day)) or ("late" if first.day == 21 and _ends_month(last) else "")
    if third:
        return f"{third} {month} ({first.day} to {last.day})"
    return _some_day(first, last)


def _season(first: date, last: date) -> str:
    whole = first.day == 1 and _ends_month(last)
    third = _YEAR_THIRDS.get((first.month, last.month))
    months = f"{_say(first, 'MMM')} to {_say(last, 'MMM')}"
    if whole and third and first.year == last.year:
        return f"{third} {first.year} ({months})"
    if whole and first.month in _SEASONS and (last - first).days in range(88, 93):
        year = f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        return f"{_SEASONS[first.month]} {year} ({months})"
    return _some_day(first, last)


def _year(first: date, last: date) -> str:
    if first.year != last.year:
        return _some_day(first, last)
    if (first.month, first.day) == (1, 1):
        if (last.month, last.day) == (12, 31):
            return f"some day in {first.year}"
        return f"some day in {first.year}, not later than {_say(last, 'EEE d MMM')}"
    if (last.month, last.day) == (12, 31):
        return f"some day in {first.year}, from {_say(first, 'EEE d MMM')} on"
    return _some_day(first, last)


def _some_day(first: date, last: date) -> str:
    return f"some day from {_span(first, last)}"


def _week(first: date, last: date) -> str:
    return f"in the week {_span(first, last)}"


def _between(first: date, last: date) -> str:
    return f"between {_day(first)} and {_day(last)}"


_PHRASES: dict[str, Callable[[date, date], str]] = {
    Precision.WEEK: _week,
    Precision.MONTH: _month,
    Precision.SEASON: _season,
    Precision.YEAR: _year,
    Precision.OPEN: _between,
}
