"""So many units away: "three years ago", "two days later", "a week earlier", "in two weeks", "five days from now"."""

from __future__ import annotations

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_unit

PATTERNS = (
    "{about}*%count%{unit:unit}(?P<ago>{ago})",
    "{about}*%count%{unit:unit}(?P<later>{later})",
    "{about}*%count%{unit:unit}(?P<earlier>{earlier})",
    "{about}*%count%{unit:unit}(?P<hence>{from_now})",
)
EXAMPLES = (
    ("The last round was three years ago.", "three years ago", "2022"),
    ("They signed two days ago.", "two days ago", "2025-11-10"),
    ("Six months ago the talks stalled.", "Six months ago", "2025-05"),
)
NEAR_MISSES = ("The road goes back a long way.",)


def read(found: Found) -> Meaning | None:
    """The unit so far away; the precision is that of the unit (event model)."""
    unit = str(found.value("unit", "unit"))
    count = counted(found)
    back = found.has("ago") or found.has("earlier")

    def resolve(context: Context) -> Reading | None:
        publication = found.has("ago") or found.has("hence")
        base, anchor = context.publication() if publication else context.narration()
        if base is None:
            return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchor="missing", vague=True)
        if count is None or unit in ("second", "minute", "hour"):
            if unit in ("second", "minute", "hour"):
                return of_unit(base, "day", known=(unit,), anchor=anchor, anchor_date=base)
            return _vague(back, base, anchor)
        try:
            day = shift(base, -count if back else count, unit)
        except OverflowError:
            return None
        return of_unit(day, unit, known=(unit,), anchor=anchor, anchor_date=base)

    return resolve


def _vague(back: bool, base, anchor: str) -> Reading:  # type: ignore[no-untyped-def]
    from tracker.models import Precision  # noqa: PLC0415

    if back:
        return Reading("DATE", "PAST_REF", None, base, Precision.OPEN, vague=True, anchor=anchor, anchor_date=base)
    return Reading("DATE", "FUTURE_REF", base, None, Precision.OPEN, vague=True, anchor=anchor, anchor_date=base)
