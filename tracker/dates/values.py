"""The days that a TIMEX3 value covers, as the corpora count them."""

from __future__ import annotations

import re
from datetime import date

from tracker.dates.calendar import Span, make, month_span, months_span, season_span, span_of, week_span, year_span

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_LONG = re.compile(r"\d{2,4}")


def interval_of(value: str) -> Span | None:  # noqa: PLR0911  one for each kind
    """First and last day of a DATE or TIME value; nothing if it names no days ("PRESENT_REF", "XXXX-05")."""
    if found := _DAY.fullmatch(value):
        day = make(*(int(piece) for piece in found.groups()))
        return (day, day) if day else None
    if found := _MONTH.fullmatch(value):
        year, month = int(found[1]), int(found[2])
        return month_span(year, month) if year and 1 <= month <= 12 else None
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), bool(found[3]))
    if found := _PART.fullmatch(value):
        size = 3 if found[2] == "Q" else 6
        return months_span(int(found[1]), (int(found[3]) - 1) * size + 1, size) if int(found[3]) * size <= 12 else None
    if found := _SEASON.fullmatch(value):
        return season_span(int(found[1]), found[2]) if 0 < int(found[1]) < 9999 else None
    if _LONG.fullmatch(value):
        return _years(value)
    return None


def _week(year: int, week: int, weekend: bool) -> Span | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return span_of(monday, "weekend") if weekend else week_span(monday)


def _years(digits: str) -> Span | None:
    """A year, a decade of three digits or a century of two."""
    if len(digits) == 4:
        return year_span(int(digits)) if int(digits) else None
    size = 10 ** (4 - len(digits))
    start = int(digits) * size
    return (date(start, 1, 1), date(start + size - 1, 12, 31)) if start else None
