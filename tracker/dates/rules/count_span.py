"""So many units up to or from the anchor: "the past two months", "the next six months", "in the coming weeks",
"recent days".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading
from tracker.dates.rules.duration import period
from tracker.models import Precision

HOURS_IN_DAY = 24
_MANY = "(?P<count>{number}(?:(?:{hyphen}|{and})?{number})?|{digit}|{several}|{a}?{few}|{couple}{of}?)"
PATTERNS = (
    "(?<!{to}){the}?(?:(?P<back>{last}|{past}|{previous})|(?P<on>{next}|{following}|{remaining_ahead})){other}?"
    + _MANY
    + "{unit:unit}",
    "(?:{the}|{this})?(?P<past>{past}){unit:unit}",
    "{the}(?P<on>(?P<plural>{plural_unit}))(?P<ahead>{ahead_word})",
    "{the}?(?:(?P<back>{last}|{past}|{previous}|{recent})|(?P<on>{next}|{following}))(?P<plural>{plural_unit})",
    "{the}?(?:(?P<back>{last}|{past}|{previous})|(?P<on>{next}|{following}|{remaining_ahead}))(?P<one>{fortnight})",
    "{for_over}(?P<own>{the}(?:(?P<back>{last})|(?P<on>{next}|{following}))(?P<one>{unit}))",
)
EXAMPLES = (
    ("Over the past two months little moved.", "the past two months", "P2M"),
    ("Aid may resume in the next six months.", "the next six months", "P6M"),
    ("Talks will go on in the coming weeks.", "the coming weeks", "FUTURE_REF"),
    ("The town fell on 4 May. In the following days aid came.", "the following days", "PXD"),
    ("He has been in Geneva for the last week.", "the last week", "P1W"),
    ("The next fortnight is critical.", "The next fortnight", "P2W"),
    ("The past year was hard.", "The past year", "P1Y"),
    ("Much can change in the months ahead.", "the months ahead", "FUTURE_REF"),
    ("More will come out in the days to come.", "the days to come", "FUTURE_REF"),
)
NEAR_MISSES = ("He rejected the last two offers.",)


def read(found: Found) -> Meaning | None:
    """A duration that ends or begins at the anchor; weeks back count the anchor's own day as their last."""
    unit = str(found.value("unit", "unit") or found.value("plural", "unit") or found.value("one", "unit"))
    count = 1 if found.has("past") or found.has("one") else counted(found)
    if (found.has("past") and unit == "weekend") or _is_behind_them(found):
        return None
    if found.has("one") and (unit == "day" or (found.has("back") and unit in ("quarter", "year"))):
        return None
    value = period(count, unit)
    back = found.has("past") or found.has("back")

    def resolve(context: Context) -> Reading | None:
        reading = Reading("DURATION", value, vague=count is None, known=(unit,))
        if found.has("plural") and _is_reference(found):
            reading = replace(reading, timex_type="DATE", value="PAST_REF" if back else "FUTURE_REF")
        base, anchor = context.anchor()
        if base is None:
            return replace(reading, anchor="missing")
        if count is None:
            ends = (None, base) if back else (base, None)
            return replace(
                reading, first=ends[0], last=ends[1], precision=Precision.OPEN, anchor=anchor, anchor_date=base
            )
        try:
            days = -(-count // HOURS_IN_DAY) if unit == "hour" else None
            other = shift(base, (days or count) * (-1 if back else 1), "day" if days else unit)
        except OverflowError:
            return reading
        if unit == "week" and back:
            other += timedelta(days=1)
        first, last = (other, base) if back else (base, other)
        return replace(reading, first=first, last=last, precision=Precision.RANGE, anchor=anchor, anchor_date=base)

    return resolve


def _is_behind_them(found: Found) -> bool:
    """Whether it is after them ("following four days of talks"), and not the next ones ("the following four days")."""
    return "following" in found.tokens.values[found.first] and "of" in found.after()


def _is_reference(found: Found) -> bool:
    """Recent days and the weeks to come point from now; the following weeks are how long."""
    inside = [found.tokens.values[index] for index in range(found.first, found.last)]
    return any("recent" in values or "coming" in values or "ahead_word" in values for values in inside)
