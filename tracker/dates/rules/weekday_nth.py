"""A weekday with its day of the month and no month: "Friday the 13th"."""

from __future__ import annotations

from datetime import date

from tracker.dates.calendar import make, shift
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.rules.day import day_number

REACH = 14
"""Months: every pair of weekday and day of the month comes again within so many (calendars repeat by weekday)."""
PATTERNS = ("%weekday%{comma}?{the}%day%",)
EXAMPLES = (
    ("The vote fell on Friday the 13th.", "Friday the 13th", "2025-06-13"),
    ("They will vote on Friday the 13th.", "Friday the 13th", "2026-02-13"),
)
NEAR_MISSES = ("They sat on the 13th floor.",)


def read(found: Found) -> Meaning | None:
    """The nearest such day on the side that the tense says; the past one if it says nothing."""
    weekday, number = int(found.value("weekday", "weekday") or 0), day_number(found)
    bare = found.last < len(found.tokens.words) and found.tokens.words[found.last].isalpha()
    if number is None or found.value("day", "ordinal") or (bare and not found.after()):
        return None

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.anchor()
        day = _nearest(base, weekday, number, 1 if context.tense > 0 else -1) if base else None
        if day is None:
            return Reading("DATE", f"XXXX-XX-{number:02d}", anchor="missing", known=("weekday", "day"))
        known, implied = ("weekday", "day"), ("month", "year")
        return of_date(day.year, day.month, day.day, known=known, implied=implied, anchor=anchor, anchor_date=base)

    return resolve


def _nearest(base: date, weekday: int, number: int, side: int) -> date | None:
    """The first day so numbered that is that weekday, from ``base`` on in the direction ``side``."""
    for months in range(REACH + 1):
        try:
            month = shift(base.replace(day=1), side * months, "month")
        except OverflowError:
            return None
        day = make(month.year, month.month, number)
        if day and day.weekday() == weekday and (day - base).days * side >= 0:
            return day
    return None
