"""Arithmetic on the Gregorian calendar. No clock, no words: dates and numbers in, dates out.

A span is a pair of days, both included. Units: second minute hour day week fortnight month quarter half year decade
century
weekend. Months, years and greater units are counted by ``shift``; a day beyond a month's end becomes its last day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of a season as TIMEX3 reads it; winter runs into the next year."""
THIRDS = 3
_PARTS = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}
"""Which third of a span a part names."""


def month_span(year: int, month: int) -> Span:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_span(year: int, month: int, count: int) -> Span:
    """``count`` months from ``month`` on."""
    start = date(year, month, 1)
    last = shift(start, count - 1, "month")
    return start, month_span(last.year, last.month)[1]


def year_span(year: int) -> Span:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def season_span(year: int, season: str) -> Span:
    """A season of ``year``; winter is December to February of the year after."""
    first, last = SEASON_MONTHS[season]
    return date(year, first, 1), month_span(year + (last < first), last)[1]


def week_span(day: date) -> Span:
    """Monday to Sunday of the week that ``day`` lies in."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def span_of(day: date, unit: str) -> Span:  # noqa: PLR0911  one for each kind
    """The calendar unit (day week month quarter half year decade century weekend) in which ``day`` lies."""
    if unit in ("week", "fortnight"):
        return week_span(day)
    if unit == "weekend":
        monday = week_span(day)[0]
        return monday + timedelta(5), monday + timedelta(6)
    if unit == "month":
        return month_span(day.year, day.month)
    if unit in ("quarter", "half"):
        size = MONTHS_IN[unit]
        return months_span(day.year, (day.month - 1) // size * size + 1, size)
    if unit == "year":
        return year_span(day.year)
    if unit in ("decade", "century"):
        size = MONTHS_IN[unit] // 12
        start = max(1, day.year // size * size)
        return date(start, 1, 1), date(min(9999, day.year // size * size + size - 1), 12, 31)
    return day, day


def shift(day: date, count: int, unit: str) -> date:
    """``day`` moved by ``count`` units (smaller units than a day do not move it); raises ``OverflowError``."""
    if unit in MONTHS_IN:
        months = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            raise OverflowError(f"No calendar holds the year {year}.")
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day + timedelta(count * DAYS_IN.get(unit, 0))


def third_of(span: Span, part: str) -> Span:
    """The early, mid or late third of a span (event model): of a month by tens of days, of a year by four months.

    ``start`` is read as ``early``, ``end`` as ``late``. Decades and centuries are cut between years (the mid-1990s are
    1994 to 1996), other spans into thirds by days.
    """
    first, last = span
    index = _PARTS[part]
    days = (last - first).days + 1
    if days < THIRDS:
        return span
    if 28 <= days <= 31 and first.day == 1:
        if index == 2:
            return first + timedelta(20), last
        return first + timedelta(10 * index), first + timedelta(10 * index + 9)
    if days in (365, 366) and first.day == 1:
        start = shift(first, 4 * index, "month")
        return start, shift(start, 4, "month") - timedelta(1)
    years = last.year - first.year + 1
    if years in (10, 100) and (first.month, first.day) == (1, 1):
        starts = (0, 4, 7, 10) if years == 10 else (0, 33, 67, 100)
        return date(first.year + starts[index], 1, 1), date(first.year + starts[index + 1] - 1, 12, 31)
    cuts = (0, days // 3, days - days // 3, days)
    return first + timedelta(cuts[index]), first + timedelta(max(cuts[index], cuts[index + 1] - 1))


def nearest_weekday(day: date, weekday: int, side: int) -> date:
    """The nearest ``weekday`` (0 Monday) on or before ``day`` (side -1), on or after it (1)."""
    if side < 0:
        return day - timedelta((day.weekday() - weekday) % 7)
    return day + timedelta((weekday - day.weekday()) % 7)


def make(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` if no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
