"""A calendar unit beside the anchor: "last week", "this year", "earlier this month", "next year", "the previous
day".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.reading import COARSE, Context, Meaning, Reading, Told, narrowed, of_date, of_unit
from tracker.dates.rules.day_beside import stands
from tracker.dates.rules.duration import period

SATURDAY = 5
_LEAD = "(?:%part%|(?P<earlier>{earlier_in})|(?P<later>{later_in}{later_on}?))?"
PATTERNS = (
    _LEAD + "{the}?(?:(?P<last>{last})|(?P<next>{next})|(?P<this>{this})){unit:unit}",
    "(?:{the}|{this})?(?:(?P<past>(?P<last>{past}))|(?P<coming>(?P<next>{coming}))){unit:unit}",
    "{the}{unit:unit}(?P<hung>(?P<previous>{before})|(?P<following>{after}))",
    _LEAD + "{the}?(?:(?P<previous>{previous})|(?P<following>{following})|(?P<that>%that%)){unit:unit}",
    "{the}(?P<unit>{unit})(?P<previous>{previous})",
)
EXAMPLES = (
    ("Three rounds were held earlier this year.", "earlier this year", "2025"),
    ("Officials met last week.", "last week", "2025-W45"),
    ("The plan was drafted last month.", "last month", "2025-10"),
    ("Elections are due next year.", "next year", "2026"),
    ("The past weekend was quiet.", "The past weekend", "2025-W45-WE"),
    ("They will vote this coming weekend.", "this coming weekend", "2025-W46-WE"),
    ("Trade fell against the year before.", "the year before", "2024"),
    ("The truce of May 2024 failed later that year.", "later that year", "2024"),
)
NEAR_MISSES = ("This time it is different.", "That will last.", "This second offer was refused.")


def read(found: Found) -> Meaning | None:
    """The unit, one back or on or the same."""
    unit = str(found.value("unit", "unit"))
    if (
        unit in ("second", "minute", "hour", "fortnight")
        or (unit == "day" and found.has("this"))
        or not found.value("unit", "singular")
    ):
        return None
    if (found.has("past") and unit != "weekend") or (found.has("hung") and (unit == "day" or not stands(found))):
        return None
    step = -1 if found.has("last") or found.has("previous") else 1 if found.has("next") or found.has("following") else 0
    part = str(found.value("part", "part") or "") or None
    hung = "of" in found.after() and "the" in found.after(2) and (found.has("last") or found.has("next"))

    def resolve(context: Context) -> Reading | None:
        if hung:
            return Reading("DURATION", period(1, unit))
        narrated = _narrated(found, context)
        told = _told(found, context, unit) if narrated else None
        if told is not None and told.year < 0:
            return _before_christ(told.year + step * {"decade": 10, "century": 100}.get(unit, 1), unit)
        base, anchor = (told.start, "narration") if told else context.publication()
        if base is None or (found.has("following") and anchor == "publication" and context.tense <= 0):
            return Reading("DATE", "XXXX", anchor="missing", known=(unit,))
        if unit == "day" and told is not None and told.unit != "day":
            return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=(unit,))
        try:
            day = shift(base, 0 if found.has("coming") and _lies_ahead(base, unit) else step, unit)
        except OverflowError:
            return None
        reading = of_unit(day, unit, known=(unit,), anchor=anchor, anchor_date=base)
        return narrowed(reading, part) if part else _side(reading, found, base)

    return resolve


def _lies_ahead(base: date, unit: str) -> bool:
    """The coming weekend is that of this week as long as it has not begun."""
    return unit == "weekend" and base.weekday() < SATURDAY


def _narrated(found: Found, context: Context) -> bool:
    """Counted from the date told, not from publication."""
    if found.has("previous") or found.has("following") or found.has("that"):
        return True
    return (
        context.domain == "narrative"
        and context.told is not None
        and any("the" in found.tokens.values[index] for index in range(found.first, found.last))
    )


def _told(found: Found, context: Context, unit: str) -> Told | None:
    """That year is the one just named, the following year the one after the narration's own."""
    stands = context.told if unit in COARSE and not found.has("that") else None
    return stands or context.last_told(unit)


def _before_christ(year: int, unit: str) -> Reading | None:
    if unit == "year":
        return of_date(year)
    if unit in COARSE:
        size = 10 if unit == "decade" else 100
        digits = -year // size
        return Reading("DATE", f"BC{digits:03d}" if unit == "decade" else f"BC{digits:02d}")
    return None


def _side(reading: Reading, found: Found, base: date) -> Reading:
    """Earlier this year: up to the anchor; later this year: from it on."""
    if reading.first is None or reading.last is None or not reading.first <= base <= reading.last:
        return reading
    if found.has("earlier"):
        return replace(reading, last=base)
    return replace(reading, first=base) if found.has("later") else reading
