"""A named day: "Christmas 1963", "Easter", "Thanksgiving Day", "Victory Day", "Ramadan", "Eid al-Fitr"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.grammar import Found
from tracker.dates.holidays import is_approximate, span_of_holiday
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_unit, told_of
from tracker.dates.rules.day import year_number
from tracker.models import Precision

PATTERNS = (
    "{holiday:holiday}(?P<week>{unit}|{weekend_word})?(?:(?:{comma}|{of})?%year%|{of}?(?:(?P<last>{last})|(?P<next>{next})|{this}){year_unit})?",
    "(?:(?P<before>{last})|(?P<coming>{next})|{this}){holiday:holiday}",
    "%part%{holiday:holiday}(?:(?:{comma}|{of})?%year%)?",
)
EXAMPLES = (
    ("Victory was predicted by Christmas 1963.", "Christmas 1963", "1963-12-25"),
    ("They met on Easter Sunday.", "Easter Sunday", "2025-04-20"),
    ("The truce held over Orthodox Easter.", "Orthodox Easter", "2025-04-20"),
    ("The parade was held on Victory Day.", "Victory Day", "2025-05-09"),
    ("A truce for Ramadan 2024 was refused.", "Ramadan 2024", "2024-03"),
    ("They met over Labor Day weekend.", "Labor Day weekend", "2025-W35-WE"),
    ("They met on Christmas Eve.", "Christmas Eve", "2024-12-24"),
    ("It is due at the end of Ramadan 2024.", "the end of Ramadan 2024", "2024-03"),
)
NEAR_MISSES = ("Chris Mass sang.",)
AGAINST = 330
"""Days: how much further a feast seems on the side of publication that its verb does not say; it comes once a year."""


def read(found: Found) -> Meaning | None:
    """The day or days of the feast in the year written or meant."""
    name = str(found.value("holiday", "holiday"))
    unit = found.value("week", "unit")
    if "named_deal" in found.after():
        return None
    if found.has("week") and unit not in ("week", "day", "weekend"):
        return None
    year = year_number(found)

    def resolve(context: Context) -> Reading | None:
        own, anchor, base = (year, "none", None) if year else _year(found, context, name)
        span = span_of_holiday(name, own) if own and own > 0 else None
        if own is None or span is None:
            return Reading(
                "DATE", f"{own:04d}" if own and own > 0 else "XXXX", known=("holiday",), anchor="missing", vague=True
            )
        first, last = span
        value = first.isoformat() if first == last else first.isoformat()[:7]
        precision = Precision.DAY if first == last else Precision.RANGE
        reading = Reading("DATE", value, first, last, precision, known=("holiday",), told=told_of(first, "day"))
        if unit in ("week", "weekend"):
            reading = of_unit(_beside(first, unit), unit, known=("holiday",))
        if found.has("part") and first < last:
            reading = narrowed(reading, str(found.value("part", "part")))
        reading = replace(reading, anchor=anchor, anchor_date=base, approximate=is_approximate(name))
        return absolute(reading) if year else reading

    return resolve


def _beside(day: date, unit: str) -> date:
    """A Monday's weekend is the one before it."""
    return day - timedelta(1) if unit == "weekend" and day.weekday() == 0 else day


def _year(found: Found, context: Context, name: str) -> tuple[int | None, str, date | None]:
    """The year in which the feast falls nearest to the anchor, on the side of the tense."""
    if context.domain == "narrative" and context.told is not None:
        return context.told.year, "narration", context.told.start
    base = context.reference
    if base is None:
        return None, "missing", None
    if found.has("last") or found.has("next"):
        return base.year + (-1 if found.has("last") else 1), "publication", base
    tense = -1 if found.has("before") else 1 if found.has("coming") else context.tense

    def distance(year: int) -> int:
        span = span_of_holiday(name, year)
        days = (span[0] - base).days if span else 9999
        return abs(days) + (AGAINST if days * tense < 0 else 0)

    return min((base.year - 1, base.year, base.year + 1), key=distance), "publication", base
