"""Yesterday, today, tomorrow, tonight, with or without a part of the day."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from
from tracker.dates.rules.weekday import with_part

STEPS = {"yesterday": -1, "night": -1, "tomorrow": 1, "before": -2, "after": 2}
"""Days from publication."""
PATTERNS = (
    "(?:{early}|{late})?(?:(?P<yesterday>{yesterday})|(?P<today>{today})|(?P<tomorrow>{tomorrow}))(?P<part>{day_part})?",
    "(?P<tonight>{tonight})",
    "{this}(?P<part>{day_part})",
    "{last}(?P<night>{day_part})",
    "(?P<before>{day_before_yesterday})",
    "(?P<after>{day_after_tomorrow})",
)
EXAMPLES = (
    ("The ministers met yesterday.", "yesterday", "2025-11-11"),
    ("It is hard on today's children.", "today", "PRESENT_REF"),
    ("They meet tomorrow morning.", "tomorrow morning", "2025-11-13TMO"),
    ("Missiles hit the port last night.", "last night", "2025-11-11TNI"),
    ("The delegation leaves tonight.", "tonight", "2025-11-12TNI"),
)
NEAR_MISSES = ()


def read(found: Found) -> Meaning | None:
    """The day, counted from publication."""
    step = next((days for group, days in STEPS.items() if found.has(group)), 0)
    part = "NI" if found.has("tonight") else found.value("part", "day_part") or found.value("night", "day_part")
    if found.has("night") and part not in ("NI", "EV"):
        return None

    of_age = found.has("today") and "possessive" in found.after() and "of_this_age" in found.after(2)

    def resolve(context: Context) -> Reading | None:
        if of_age:
            base, anchor = context.publication()
            return Reading("DATE", "PRESENT_REF", base, base, vague=True, anchor=anchor, anchor_date=base)
        if context.domain == "narrative" and step == 0 and context.told is not None:
            return (
                Reading("TIME", f"XXXX-XX-XXT{part}", vague=True)
                if part
                else Reading("DATE", "PRESENT_REF", vague=True)
            )
        base, anchor = context.publication()
        if base is None:
            return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("day",))
        day = days_from(base, step)
        if day is None:
            return None
        reading = of_date(day.year, day.month, day.day, known=("day",), anchor=anchor, anchor_date=base)
        return reading if reading is None or part is None else with_part(reading, str(part))

    return resolve
