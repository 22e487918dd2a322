"""A unit by its article: "the end of the month", "the rest of the year", "the day", counted from what was told."""

from __future__ import annotations

from datetime import timedelta

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, narrowed, of_unit

PATTERNS = (
    "{the}?(?P<part>{part}){the}{unit:unit}",
    "{the}?(?P<part>{part}){of}{the}{unit:unit}",
    "{the}{remaining}(?:{the}|{this}|%that%){unit:unit}",
    "{the}(?P<weekend>{unit})",
    "{day_verb}(?P<own>{the}(?P<unit>{day_unit}|{unit}))",
    "{for_over}(?P<own>{the}(?P<unit>{day_unit}))(?={comma}|{dot})",
    "{the}{whole}{unit:unit}",
    "{late}{in}{the}{unit:unit}",
)
EXAMPLES = (
    ("The plant will close by the end of the month.", "the end of the month", "2025-11"),
    ("It will last for the rest of the year.", "the rest of the year", "2025"),
    ("The ruble ended the day lower.", "the day", "2025-11-12"),
    ("Talks went on over the weekend.", "the weekend", "2025-W45-WE"),
)
NEAR_MISSES = ("The day will come.", "It was the week that was.")


def read(found: Found) -> Meaning | None:
    """The unit in which the anchor lies."""
    unit = str(found.value("weekend", "unit") or found.value("unit", "unit"))
    if unit in ("second", "minute", "hour", "century") or (found.has("weekend") and unit != "weekend"):
        return None
    if "of" in found.after() and found.value("unit", "unit"):
        return None
    part = found.value("part", "part")

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.anchor()
        if base is None:
            return Reading("DATE", "XXXX", anchor="missing")
        if unit == "weekend" and context.tense <= 0 and base.weekday() < 5:
            base -= timedelta(7)
        reading = of_unit(base, unit, known=(unit,), anchor=anchor, anchor_date=base)
        return narrowed(reading, str(part)) if part else reading

    return resolve
