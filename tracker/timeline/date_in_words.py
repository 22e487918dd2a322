"""An interval and its precision as a reader would say it: "Tue 11 Nov 2025", "some day in February 2022"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from tracker.models import Precision
from tracker.timeline.speech import ENGLISH, Speech

NO_DATE = "no date known"


@lru_cache(maxsize=50_000)
def date_in_words(first: date | None, last: date | None, precision: str, speech: Speech = ENGLISH) -> str:
    """The days that an event can lie on, in words; never narrower or surer than ``precision`` says.

    Either end may be ``None`` (open); both ``None`` gives ``NO_DATE``.
    """
    if first is None and last is None:
        return speech.phrase("no date known")
    if first is None:
        return speech.phrase("not later than {day}", day=_day(last, speech))
    if last is None:
        return speech.phrase("from {day} on", day=_day(first, speech))
    if first == last and precision in (Precision.DAY, Precision.RANGE):
        return _day(first, speech)
    return _PHRASES.get(precision, _span)(first, last, speech)


def _day(day: date | None, speech: Speech) -> str:
    return speech.day(day, speech.phrase("EEE d MMM y")) if day else ""


def _day_of_year(day: date, speech: Speech) -> str:
    return speech.day(day, speech.phrase("EEE d MMM"))


def _span(first: date, last: date, speech: Speech) -> str:
    """Both ends, with what they share said once: "Fri 23 to Sun 25 May 2025"."""
    if (first.year, first.month) == (last.year, last.month):
        start = speech.day(first, speech.phrase("EEE d"))
    elif first.year == last.year:
        start = _day_of_year(first, speech)
    else:
        start = _day(first, speech)
    return speech.phrase("{first} to {last}", first=start, last=_day(last, speech))


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _month(first: date, last: date, speech: Speech) -> str:
    if (first.year, first.month) != (last.year, last.month):
        return _some_day(first, last, speech)
    month = speech.day(first, speech.phrase("MMMM y"))
    days = {"month": month, "first": first.day, "last": last.day}
    if first.day == 1 and _ends_month(last):
        return speech.phrase("some day in {month}", month=month)
    if (first.day, last.day) == (1, 10):
        return speech.phrase("early {month} ({first} to {last})", **days)
    if (first.day, last.day) == (11, 20):
        return speech.phrase("mid {month} ({first} to {last})", **days)
    if first.day == 21 and _ends_month(last):
        return speech.phrase("late {month} ({first} to {last})", **days)
    return _some_day(first, last, speech)


def _season(first: date, last: date, speech: Speech) -> str:
    if first.day != 1 or not _ends_month(last):
        return _some_day(first, last, speech)
    months = speech.phrase("{first} to {last}", first=_month_name(first, speech), last=_month_name(last, speech))
    third = _third_of_year(first, last, months, speech)
    if third:
        return third
    if (last - first).days in range(88, 93):
        year = f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        return _named_season(first.month, year, months, speech) or _some_day(first, last, speech)
    return _some_day(first, last, speech)


def _month_name(day: date, speech: Speech) -> str:
    return speech.day(day, "LLL")


def _third_of_year(first: date, last: date, months: str, speech: Speech) -> str:
    if first.year != last.year:
        return ""
    said = {"year": first.year, "months": months}
    if (first.month, last.month) == (1, 4):
        return speech.phrase("early {year} ({months})", **said)
    if (first.month, last.month) == (5, 8):
        return speech.phrase("mid {year} ({months})", **said)
    if (first.month, last.month) == (9, 12):
        return speech.phrase("late {year} ({months})", **said)
    return ""


def _named_season(month: int, year: str, months: str, speech: Speech) -> str:
    said = {"year": year, "months": months}
    if month == 3:
        return speech.phrase("spring {year} ({months})", **said)
    if month == 6:
        return speech.phrase("summer {year} ({months})", **said)
    if month == 9:
        return speech.phrase("autumn {year} ({months})", **said)
    if month == 12:
        return speech.phrase("winter {year} ({months})", **said)
    return ""


def _year(first: date, last: date, speech: Speech) -> str:
    if first.year != last.year:
        return _some_day(first, last, speech)
    from_start, to_end = (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31)
    if from_start and to_end:
        return speech.phrase("some day in {year}", year=first.year)
    if from_start:
        day = _day_of_year(last, speech)
        return speech.phrase("some day in {year}, not later than {day}", year=first.year, day=day)
    if to_end:
        day = _day_of_year(first, speech)
        return speech.phrase("some day in {year}, from {day} on", year=first.year, day=day)
    return _some_day(first, last, speech)


def _some_day(first: date, last: date, speech: Speech) -> str:
    return speech.phrase("some day from {span}", span=_span(first, last, speech))


def _week(first: date, last: date, speech: Speech) -> str:
    return speech.phrase("in the week {span}", span=_span(first, last, speech))


def _between(first: date, last: date, speech: Speech) -> str:
    return speech.phrase("between {first} and {last}", first=_day(first, speech), last=_day(last, speech))


_PHRASES: dict[str, Callable[[date, date, Speech], str]] = {
    Precision.WEEK: _week,
    Precision.MONTH: _month,
    Precision.SEASON: _season,
    Precision.YEAR: _year,
    Precision.OPEN: _between,
}
