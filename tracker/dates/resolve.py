"""Anchoring: the year of a yearless date, the week of a bare weekday. Everything here counts from a ``Context``, never a clock."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.dates.calendar import make, nearest_weekday
from tracker.dates.reading import Context

FAR = 200
"""Days: a yearless date further from what it is counted from than this belongs to another year."""


def year_of(context: Context, month: int, day: int | None = None) -> tuple[int | None, str, date | None]:
    """The year of a month or day written without one, the anchor's name and day.

    Narration goes on from the last date told, forward over a year's end. News takes the year nearest to publication
    on the side that the tense says; a text that has just told a full date of another year stays in that year.
    """
    if context.domain == "narrative" and context.told is not None:
        return _told_year(context.told.day, month), "narration", context.told.day
    told = context.told
    if told is not None and told.absolute and context.reference and abs((context.reference - told.day).days) > 366:
        return _told_year(told.day, month), "narration", told.day
    reference = context.reference
    if reference is None:
        return (told.day.year, "narration", told.day) if told else (None, "missing", None)
    return _nearest_year(reference, month, day, context.tense), "publication", reference


def _told_year(told: date, month: int) -> int:
    """The told year; the next one where the text seems to go on over New Year."""
    return told.year + 1 if told.month - month >= 9 else told.year


def _nearest_year(reference: date, month: int, day: int | None, tense: int) -> int:
    def distance(year: int) -> int:
        middle = make(year, month, day or 15) or date(year, month, 28)
        return (middle - reference).days

    years = [year for year in (reference.year - 1, reference.year, reference.year + 1) if 1 <= year <= 9999]
    slack = 0 if day else 16
    if tense < 0:
        return max((year for year in years if distance(year) <= slack), default=reference.year)
    if tense > 0:
        return min((year for year in years if distance(year) >= -slack), default=reference.year)
    return min(years, key=lambda year: abs(distance(year)))


def weekday_date(context: Context, weekday: int) -> tuple[date | None, str, date | None]:
    """The day that a bare weekday names: the nearest one on the side that the tense says (event model)."""
    base, name = context.anchor()
    if base is None:
        return None, name, None
    if name == "narration" and context.told is not None and context.told.unit not in ("day", "week"):
        return None, "missing", None
    return nearest_weekday(base, weekday, 1 if context.tense > 0 else -1), name, base


def days_from(day: date, count: int) -> date | None:
    """``day`` moved by ``count`` days, or nothing beyond the calendar's ends."""
    try:
        return day + timedelta(count)
    except OverflowError:
        return None
