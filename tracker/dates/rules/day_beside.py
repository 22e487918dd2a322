"""The day before or after the one told: "the next day", "the day before", "the following morning", "the previous
night".
"""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from
from tracker.dates.rules.weekday import with_part
from tracker.dates.tense import leads

_EARLY = "(?:{early}|{late})?{hyphen}?"
PATTERNS = (
    _EARLY + "{the}{very}?(?:(?P<after>{next}|{following})|(?P<before>{previous}))(?:{day_unit}|{day_part:part})",
    "{the}{day_unit}(?:(?P<after>{following})|(?P<before>{previous}))",
    "{the}(?:{day_unit}|{day_part:part})(?P<hung>(?P<before>{before})|(?P<after>{after}))",
)
EXAMPLES = (
    ("On 4 May they met. The next day they signed.", "The next day", "2025-05-05"),
    ("He left on 9 May 2024. The day before, he had met aides.", "The day before", "2024-05-08"),
    ("On 4 May 2024 the town fell, and the next morning aid came.", "the next morning", "2024-05-05TMO"),
)
NEAR_MISSES = ("The day belonged to them.", "The next side to speak was Rome.")


def read(found: Found) -> Meaning | None:
    """One day on or back from the last date told."""
    step = 1 if found.has("after") else -1
    part = found.value("part", "day_part")
    if found.has("hung") and not stands(found):
        return None

    def resolve(context: Context) -> Reading | None:
        told = context.last_told("day")
        base = None if told is not None and told.unit != "day" else (told.start if told else context.reference)
        unsaid = told is None and step > 0 and context.tense <= 0
        day = days_from(base, step) if base and not unsaid else None
        if day is None:
            unknown = Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("day",))
            return with_part(unknown, str(part)) if part else unknown
        anchor = "narration" if told else "publication"
        reading = of_date(day.year, day.month, day.day, known=("day",), anchor=anchor, anchor_date=base)
        return with_part(reading, str(part)) if reading and part else reading

    return resolve


def stands(found: Found) -> bool:
    """Nothing hangs on it: "the day before." or ", " but not "the day before the vote"."""
    if found.last >= len(found.tokens.words):
        return True
    if "verb" in found.after():
        return True
    return not found.tokens.words[found.last][0].isalnum() or (
        leads(found.tokens, found.first) and found.has("before") and "the" not in found.after()
    )
