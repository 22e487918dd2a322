"""The day before or after the one told: "the next day", "the day before", "a day later", "the following morning"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from

PATTERNS = ("(?P<after>{the_day_after})", "(?P<before>{the_day_before})")
EXAMPLES = (
    ("On 4 May they met. The next day they signed.", "The next day", "2025-05-05"),
    ("He left on 9 May 2024. The day before, he had met aides.", "The day before", "2024-05-08"),
)
NEAR_MISSES = ("The day belonged to them.",)


def read(found: Found) -> Meaning | None:
    """One day on or back from the last date told."""
    step = 1 if found.has("after") else -1

    def resolve(context: Context) -> Reading | None:
        told = context.last_told("day")
        if told is not None and told.unit != "day":
            return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("day",))
        base, anchor = context.narration("day")
        day = days_from(base, step) if base else None
        if day is None:
            return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("day",))
        return of_date(day.year, day.month, day.day, known=("day",), anchor=anchor, anchor_date=base)

    return resolve
