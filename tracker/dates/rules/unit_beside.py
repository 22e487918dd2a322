"""A calendar unit beside the anchor: "last week", "this year", "earlier this month", "next year", "the previous day"."""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, narrowed, of_unit

PATTERNS = (
    "(?:%part%|(?P<earlier>{earlier_in})|(?P<later>{later_in}))?{the}?(?:(?P<last>{last})|(?P<next>{next})|(?P<this>{this}))(?:{unit:unit}|{season:season})",
    "(?:%part%|(?P<earlier>{earlier_in})|(?P<later>{later_in}))?{the}?(?:(?P<previous>{previous})|(?P<following>{following})|(?P<that>{that}))(?:{unit:unit}|{season:season})",
)
EXAMPLES = (
    ("Three rounds were held earlier this year.", "earlier this year", "2025"),
    ("Officials met last week.", "last week", "2025-W45"),
    ("The plan was drafted last month.", "last month", "2025-10"),
    ("Elections are due next year.", "next year", "2026"),
)
NEAR_MISSES = ("This time it is different.", "That will last.")


def read(found: Found) -> Meaning | None:
    """The unit, one back or on or the same."""
    unit = found.value("unit", "unit")
    if unit is None or unit in ("second", "minute", "hour"):
        return None
    step = -1 if found.has("last") or found.has("previous") else 1 if found.has("next") or found.has("following") else 0
    narrative = found.has("previous") or found.has("following") or found.has("that")
    part = found.value("part", "part")

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.narration() if narrative else context.publication()
        if base is None:
            return Reading("DATE", "XXXX", anchor="missing", known=(str(unit),))
        try:
            day = shift(base, step, str(unit))
        except OverflowError:
            return None
        reading = of_unit(day, str(unit), known=(str(unit),), anchor=anchor, anchor_date=base)
        if part:
            return narrowed(reading, str(part))
        return _side(reading, found, base)

    return resolve


def _side(reading: Reading, found: Found, base):  # type: ignore[no-untyped-def]
    """Earlier this year: up to the anchor; later this year: from it on."""
    if found.has("earlier") and reading.first and reading.last and reading.first <= base <= reading.last:
        return replace(reading, last=base)
    if found.has("later") and reading.first and reading.last and reading.first <= base <= reading.last:
        return replace(reading, first=base)
    return reading
