"""So many units away: "three years ago", "two days later", "a week earlier", "five days from now", "weeks later"."""

from __future__ import annotations

from datetime import date

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import COARSE, Context, Meaning, Reading, of_date, of_unit
from tracker.dates.rules.day_beside import stands
from tracker.dates.rules.duration import period
from tracker.models import Precision

_AWAY = "(?:(?P<ago>{ago})|(?P<later>{later})|(?P<earlier>{earlier})|(?P<hence>{from_now}))"
PATTERNS = (
    "{about}{0,3}%count%{unit:unit}" + _AWAY,
    "{about}{0,3}(?P<halved>{half_of}){a}{unit:unit}" + _AWAY,
    "{about}{0,3}{a}{unit:unit}(?P<more_half>{fraction_half})" + _AWAY,
    "{plural_unit:unit}" + _AWAY,
)
EXAMPLES = (
    ("The last round was three years ago.", "three years ago", "2022"),
    ("They signed two days ago.", "two days ago", "2025-11-10"),
    ("Six months ago the talks stalled.", "Six months ago", "2025-05"),
    ("It was built half a century ago.", "half a century ago", "1975"),
    ("It was closed a decade and a half ago.", "a decade and a half ago", "2010"),
    ("In the third quarter it earned $5 million, up from $2 million a year earlier.", "a year earlier", "2024-Q3"),
    ("Weeks later they met again.", "Weeks later", "FUTURE_REF"),
)
NEAR_MISSES = ("The road goes back a long way.",)
UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}
"""Values of a time after something that the text has not dated: what is told as past cannot come after publication."""
MONTHS_IN_HALF = {"year": 6, "decade": 60, "century": 600}


def read(found: Found) -> Meaning | None:
    """The unit so far away; the precision is that of the unit (event model)."""
    unit = str(found.value("unit", "unit"))
    if "than" in found.after() or ("before" in found.tokens.values[found.last - 1] and not stands(found)):
        return None
    count, unit = _with_half(found, unit)
    back = found.has("ago") or found.has("earlier")

    def resolve(context: Context) -> Reading | None:
        publication = (found.has("ago") or found.has("hence")) and context.domain == "news"
        told = None if publication else context.last_told(unit)
        if told is not None and told.year < 0:
            return _before_christ(told.year, -(count or 0) if back else count or 0, unit)
        base, anchor = context.publication() if publication else context.narration(unit)
        if base is None:
            return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchor="missing", vague=True)
        if unit in ("second", "minute", "hour"):
            return Reading("DURATION", period(count, unit), known=(unit,), vague=count is None)
        if count is None:
            return _vague(back, base, anchor)
        if found.has("later") and anchor == "publication" and context.tense <= 0:
            return Reading("DATE", UNKNOWN.get(unit, "XXXX"), anchor="missing", known=(unit,))
        return _moved(context, -count if back else count, unit, base, anchor)

    return resolve


def _moved(context: Context, step: int, unit: str, base: date, anchor: str) -> Reading | None:
    """The unit so far away; the same quarter a year before where the paragraph has just told a quarter."""
    told = context.last_told("month") if context.domain == "news" and context.together else None
    quarter = told.start if told is not None and told.unit == "quarter" else None
    try:
        if quarter is not None and step == -1 and unit == "year":
            day, own, anchor, base = shift(quarter, -1, "year"), "quarter", "narration", quarter
        else:
            day, own = shift(base, step, unit), unit
    except OverflowError:
        return None
    return of_unit(day, own, known=(unit,), anchor=anchor, anchor_date=base)


def _with_half(found: Found, unit: str) -> tuple[int | None, str]:
    """The number and the unit; halves of long units are counted in months or years."""
    if found.has("halved"):
        count: int | None = 0
    else:
        count = 1 if found.has("more_half") else counted(found)
    halved = found.has("half") or found.has("halved") or found.has("more_half")
    if count is None or not halved or unit not in MONTHS_IN_HALF:
        return (1 if halved and count == 0 else count), unit
    months = count * MONTHS_IN_HALF[unit] * 2 + MONTHS_IN_HALF[unit]
    return (months // 12, "year") if months % 12 == 0 else (months, "month")


def _vague(back: bool, base: date, anchor: str) -> Reading:
    """Weeks ago, a few days later: one end only."""
    if back:
        return Reading("DATE", "PAST_REF", None, base, Precision.OPEN, vague=True, anchor=anchor, anchor_date=base)
    return Reading("DATE", "FUTURE_REF", base, None, Precision.OPEN, vague=True, anchor=anchor, anchor_date=base)


def _before_christ(year: int, step: int, unit: str) -> Reading | None:
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    return (
        of_date(year + step * size)
        if size and unit in COARSE and year + step * size < 0
        else Reading("DATE", "BCXXXX", anchor="missing")
    )
