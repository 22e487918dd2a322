"""The same day, week or month so many years or weeks back: "a year ago today", "two years ago this month", "three years
ago in May".
"""

from __future__ import annotations

from datetime import date

from tracker.dates.calendar import nearest_weekday, shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_date, of_unit

_AGO = "{about}{0,2}%count%{unit:unit}{ago}"
_SIDE = "(?:{this}|(?P<last>{last})|(?P<next>{next}))"
PATTERNS = (
    _AGO + "(?:(?P<today>{today})|(?P<yesterday>{yesterday})|(?P<tomorrow>{tomorrow}))",
    _AGO + _SIDE + "(?P<within>{unit})",
    _AGO + f"(?:{{in}}|{_SIDE})?%month%",
    _AGO + f"(?:{{on}}|{_SIDE})%weekday%",
)
EXAMPLES = (
    ("The war began a year ago today.", "a year ago today", "2024-11-12"),
    ("Two years ago this month the town fell.", "Two years ago this month", "2023-11"),
    ("Ten years ago yesterday they signed.", "Ten years ago yesterday", "2015-11-11"),
    ("The talks broke down three years ago in May.", "three years ago in May", "2022-05"),
)
NEAR_MISSES = ("Ago is a word of the past tense.",)


def read(found: Found) -> Meaning | None:
    """The day, week or month named, moved back."""
    unit, count = str(found.value("unit", "unit")), counted(found)
    within = found.value("within", "unit")
    if count is None or unit not in ("week", "month", "year", "decade", "century"):
        return None
    if within not in (None, "week", "month", "weekend") or (found.has("month") and unit != "year"):
        return None
    step = -1 if found.has("last") or found.has("yesterday") else 1 if found.has("next") or found.has("tomorrow") else 0

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.publication()
        if base is None:
            return Reading("DATE", "PAST_REF", anchor="missing", vague=True)
        try:
            return _moved(found, base, anchor, step, count, unit)
        except OverflowError:
            return None

    return resolve


def _moved(found: Found, base: date, anchor: str, step: int, count: int, unit: str) -> Reading | None:
    if found.has("month"):
        month = int(found.value("month", "month") or 0)
        year = base.year - count + (step if found.has("next") else 0)
        return of_date(year, month, known=("year", "month"), anchor=anchor, anchor_date=base)
    if found.has("weekday"):
        day = shift(base, -count, unit)
        near = nearest_weekday(day, int(found.value("weekday", "weekday") or 0), 1 if step > 0 else -1)
        return of_unit(near, "day", known=("weekday",), anchor=anchor, anchor_date=base)
    own = str(found.value("within", "unit") or "day")
    day = shift(shift(base, step, own), -count, unit)
    return of_unit(day, own, known=(own,), anchor=anchor, anchor_date=base)
