"""So many units ahead, where the word for it stands in front ("через два тижні") or behind ("in two weeks' time")."""

from __future__ import annotations

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_unit

PATTERNS = (
    "{ahead}%count%{unit:unit}",
    "{in_future}%count%{unit:unit}{apostrophe}?{time}",
)
EXAMPLES = (("The sides will meet in two weeks' time.", "in two weeks' time", "2025-W48"),)
NEAR_MISSES = ("They arrived in time.",)


def read(found: Found) -> Meaning | None:
    """The unit so far after publication; the precision is that of the unit."""
    unit, count = str(found.value("unit", "unit")), counted(found)
    if count is None or unit in ("second", "minute", "hour"):
        return None

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
