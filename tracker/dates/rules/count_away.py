"""So many units away: "three years ago", "two days later", "a week earlier", "five days from now", "weeks later"."""

from __future__ import annotations

from datetime import date

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import COARSE, Context, Meaning, Reading, of_date, of_unit
from tracker.dates.rules.duration import period
from tracker.models import Precision

_AWAY = "(?:(?P<ago>{ago})|(?P<later>{later})|(?P<earlier>{earlier})|(?P<hence>{from_now}))"
PATTERNS = (
    "{about}{0,3}%count%{unit:unit}" + _AWAY,
    "{plural_unit:unit}" + _AWAY,
)
EXAMPLES = (
    ("The last round was three years ago.", "three years ago", "2022"),
    ("They signed two days ago.", "two days ago", "2025-11-10"),
    ("Six months ago the talks stalled.", "Six months ago", "2025-05"),
    ("Weeks later they met again.", "Weeks later", "FUTURE_REF"),
)
NEAR_MISSES = ("The road goes back a long way.",)


def read(found: Found) -> Meaning | None:
    """The unit so far away; the precision is that of the unit (event model)."""
    unit = str(found.value("unit", "unit"))
    count = counted(found)
    if count is not None and found.has("half"):
        count, unit = (count * 12 + 6, "month") if unit == "year" else (count, unit)
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
        try:
            day = shift(base, -count if back else count, unit)
        except OverflowError:
            return None
        return of_unit(day, unit, known=(unit,), anchor=anchor, anchor_date=base)

    return resolve


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
