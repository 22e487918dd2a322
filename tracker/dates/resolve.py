"""Anchoring: the year of a yearless date, the week of a bare weekday. Everything here counts from a ``Context``,
never a clock.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.calendar import make, nearest_weekday
from tracker.dates.reading import COARSE, Context, Reading, Told

NEW_YEAR = 11
"""Narration that told a month so many months later in the year, and now tells an earlier one, went on into the next
year."""
NEAR_YEARS = 10
"""A bare year further from the narration's own than this is told in passing: the narration goes on from where it
was."""
AGAINST = 340
"""Days: how much further a yearless date seems that lies on the other side of publication than its verb says."""
UNTOLD = 240
"""Days: the same for one after publication where no verb is found, since news mostly tells what was."""


def year_of(context: Context, month: int, day: int | None = None) -> tuple[int | None, str, date | None]:
    """The year of a month or day written without one, the anchor's name and day.

    Narration goes on from the last date told, forward over a year's end. News takes the year nearest to publication
    on the side that the tense says; a text that has just told a full date of another year stays in that year.
    """
    told, reference = context.told, context.reference
    if told is not None and (
        context.domain == "narrative" or reference is None or _elsewhere(context, told, reference)
    ):
        return _told_year(told, month), "narration", told.start
    if reference is None:
        return None, "missing", None
    return nearest_year(reference, month, day, context.tense), "publication", reference


def _elsewhere(context: Context, told: Told, reference: date) -> bool:
    """True if the paragraph has just told a month or day of a year that is not the publication's, and stays in the
    past.
    """
    return (
        context.together
        and context.tense <= 0
        and told.absolute
        and told.month is not None
        and told.unit in ("day", "month")
        and abs(told.year - reference.year) > 1
    )


def _told_year(told: Told, month: int) -> int:
    """The told year; the next one where the text seems to go on over New Year."""
    return told.year + 1 if told.month is not None and told.month - month >= NEW_YEAR else told.year


def nearest_year(reference: date, month: int, day: int | None, tense: int) -> int:
    """The year that puts a month or day nearest to ``reference``; one against the tense counts as ``AGAINST`` days
    further.
    """

    def distance(year: int) -> int:
        middle = make(year, month, day or 15) or date(year, month, 28)
        days = (middle - reference).days
        if day is None and abs(days) <= 16:
            days = 0
        against = AGAINST if days * tense < 0 else UNTOLD if tense == 0 and days > 0 else 0
        return abs(days) + against

    return min(
        (year for year in (reference.year - 1, reference.year, reference.year + 1) if 1 <= year <= 9999), key=distance
    )


def weekday_date(context: Context, weekday: int) -> tuple[date | None, str, date | None]:
    """The day that a bare weekday names: the nearest one on the side that the tense says (event model)."""
    base, name = context.anchor()
    if base is None:
        return None, "missing", None
    if name == "narration" and context.told is not None and context.told.unit not in ("day", "week"):
        return None, "missing", None
    return nearest_weekday(base, weekday, 1 if context.tense > 0 else -1), name, base


def remembered(context: Context, reading: Reading, *, aside: bool = False) -> tuple[Told | None, Told | None]:
    """After ``reading``: where the narration stands, and the last date named.

    The narration does not follow a bare year told in passing, inside a sentence or far off, nor back to "the year
    before", nor a date told ``aside`` ("since 2014").
    """
    new, told = reading.told, context.told
    if new is None or reading.timex_type not in ("DATE", "TIME"):
        return told, context.mentioned
    if aside and (told is not None or context.domain == "news"):
        return told, new
    if told is not None and told.absolute and not new.absolute and new.year == told.year:
        new = replace(new, absolute=True)
    if told is not None and new.unit in COARSE and not new.absolute and new.year < told.year:
        return told, new
    passing = told is not None and told.unit not in COARSE and new.unit in COARSE
    if (
        passing
        and told is not None
        and not (context.leading and new.unit == "year" and 0 < abs(new.year - told.year) <= NEAR_YEARS)
    ):
        return told, new
    return new, new


def days_from(day: date, count: int) -> date | None:
    """``day`` moved by ``count`` days, or nothing beyond the calendar's ends."""
    try:
        return day + timedelta(count)
    except OverflowError:
        return None
