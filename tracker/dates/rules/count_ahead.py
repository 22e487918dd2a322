"""So many units ahead, where the word for it stands in front ("через два тижні") or behind ("in two weeks' time"). What
will come "in two weeks" or "within two weeks" is how long, with the days that this allows.
"""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_unit
from tracker.dates.rules.duration import period
from tracker.models import Precision

PATTERNS = (
    "{ahead}%count%{unit:unit}",
    "{in_future}%count%{unit:unit}{apostrophe}?{time}",
    "(?:(?P<within>{within})|{in_future})(?P<own>{bound}?%count%{unit:unit})(?!{of}|{hyphen})",
)
EXAMPLES = (
    ("The sides will meet in two weeks' time.", "in two weeks' time", "2025-W48"),
    ("The sides will meet in two weeks.", "two weeks", "P2W"),
    ("They must leave within three days.", "three days", "P3D"),
)
NEAR_MISSES = ("They arrived in time.",)


def read(found: Found) -> Meaning | None:
    """The unit so far after publication; the precision is that of the unit."""
    unit, count = str(found.value("unit", "unit")), counted(found)
    if count is None or unit in ("second", "minute", "hour"):
        return None

    if found.has("own"):
        return lambda context: _allowed(context, count, unit, within=found.has("within"))

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.anchor()
        if base is None:
            return Reading("DATE", "FUTURE_REF", anchor="missing", vague=True)
        try:
            day = shift(base, count, unit)
        except OverflowError:
            return None
        return of_unit(day, unit, known=(unit,), anchor=anchor, anchor_date=base)

    return resolve


def _allowed(context: Context, count: int, unit: str, *, within: bool) -> Reading | None:
    """How long; in news of what is to come also when: the unit so far ahead, or all days up to it."""
    reading = Reading("DURATION", period(count, unit), known=(unit,))
    base, anchor = context.publication()
    if base is None or context.domain != "news" or context.tense <= 0:
        return reading
    try:
        day = shift(base, count, unit)
    except OverflowError:
        return reading
    end = of_unit(day, unit)
    first, last = (base, day) if within else (end.first, end.last)
    precision = Precision.RANGE if within else end.precision
    return replace(reading, first=first, last=last, precision=precision, anchor=anchor, anchor_date=base)
