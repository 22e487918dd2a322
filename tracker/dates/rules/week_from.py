"""A weekday counted on from the coming or the last one: "a week from Tuesday", "Tuesday week", "a week ago Friday"."""

from __future__ import annotations

from datetime import timedelta

from tracker.dates.calendar import DAYS_IN, MONTHS_IN, nearest_weekday, shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from

MOST = 60
"""Weeks: nobody counts more from a weekday."""
PATTERNS = (
    "%count%{week_unit}(?:{from}|(?P<on>{later_on}))(?:%weekday%|(?P<tomorrow>{tomorrow}))",
    "%count%{unit:any_unit}{from}(?P<today>{today})",
    "%count%{week_unit}(?P<ago>{ago}){last}?%weekday%",
    "%count%{week_unit}(?P<ago>{last})%weekday%",
    "%count%(?P<ago>(?P<days>{weekday_plural}){ago})",
    "%weekday%(?P<single>{week_unit})",
)
EXAMPLES = (
    ("The hearing is a week from Tuesday.", "a week from Tuesday", "2025-11-25"),
    ("The hearing is Tuesday week.", "Tuesday week", "2025-11-25"),
    ("They met two Fridays ago.", "two Fridays ago", "2025-10-31"),
    ("They vote two weeks from Friday.", "two weeks from Friday", "2025-11-28"),
    ("They broke off a week ago Friday.", "a week ago Friday", "2025-10-31"),
    ("They signed a week last Monday.", "a week last Monday", "2025-11-03"),
    ("The court sits a month from today.", "a month from today", "2025-12-12"),
    ("The court sits a week from tomorrow.", "a week from tomorrow", "2025-11-20"),
)
NEAR_MISSES = ("The week from which he counted was long.",)


def read(found: Found) -> Meaning | None:
    """The weekday after (or on, or before) publication, moved by whole weeks."""
    weeks = 1 if found.has("single") else counted(found)
    if weeks is None or not 0 < weeks <= MOST or {"for_over", "times", "rated"} & found.before().keys():
        return None
    if found.has("single") and not found.value("single", "singular"):
        return None
    if found.has("on") and found.word("count") not in ("a", "one"):
        return None
    unit = str(found.value("any_unit", "unit") or "week")
    if unit not in DAYS_IN and unit not in MONTHS_IN:
        return None
    weekday = int(found.value("weekday", "weekday") or found.value("days", "weekday_plural") or 0)
    weeks -= found.has("days")

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.anchor()
        if base is None:
            return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("weekday",))
        try:
            if found.has("today"):
                near = shift(base, weeks, unit)
            elif found.has("tomorrow"):
                near = base + timedelta(1)
            elif found.has("ago"):
                near = nearest_weekday(base - timedelta(1), weekday, -1)
            else:
                near = nearest_weekday(base + timedelta(1), weekday, 1)
        except OverflowError:
            return None
        day = near if found.has("today") else days_from(near, -7 * weeks if found.has("ago") else 7 * weeks)
        known = ("weekday", "week")
        return of_date(day.year, day.month, day.day, known=known, anchor=anchor, anchor_date=base) if day else None

    return resolve
