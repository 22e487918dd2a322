"""A day of the month by its number alone: "on the 12th", "the 15th of next month", "by the 3rd of the month"."""

from __future__ import annotations

from datetime import date

from tracker.dates.calendar import make, shift
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.rules.day import day_number
from tracker.dates.tense import leads

MONTHS = 2
"""Months looked over for a day of that number: no two months on end lack one."""
BEHIND = frozenset({"pronoun", "the", "a", "and", "preposition"})
"""Classes of words that begin what was done on the day."""
_MONTH = "(?P<month_unit>{unit})"
PATTERNS = (
    "{the}(?P<day>{nth}){of}(?:{this}|(?P<last>{last}|{previous})|(?P<next>{next}|{following}))" + _MONTH,
    "{the}(?P<day>{nth}){of}(?P<told>{the}|%that%)" + _MONTH,
    "(?P<cue>{on}|{by}|{until}|{since}|{from}|{between})(?P<own>{the}(?P<day>{nth}))",
)
EXAMPLES = (
    ("The sides met again on the 10th.", "the 10th", "2025-11-10"),
    ("They will meet on the 3rd.", "the 3rd", "2025-12-03"),
    ("It is due by the 15th of next month.", "the 15th of next month", "2025-12-15"),
    ("They met on the 10th in Rome.", "the 10th", "2025-11-10"),
    ("They met on Monday. On the 28th they had signed.", "the 28th", "2025-10-28"),
    ("On the 10th Chad lost the town.", "the 10th", "2025-11-10"),
    ("In March 2024 they met; on the 12th of that month they signed.", "the 12th of that month", "2024-03-12"),
)
NEAR_MISSES = (
    "They met on the 12th floor.",
    "On the 3rd attempt it worked.",
    "They relied on the 82nd Airborne.",
    "He came from the 101st.",
    "They worked on the 3rd of the drafts.",
)


def read(found: Found) -> Meaning | None:
    """The day so numbered of the month meant."""
    number = day_number(found)
    if number is None or (found.has("month_unit") and found.value("month_unit", "unit") != "month"):
        return None
    if found.has("cue") and not _stands(found):
        return None

    def resolve(context: Context) -> Reading | None:
        day, anchor, base = _day(found, context, number)
        if day is None:
            return Reading("DATE", f"XXXX-XX-{number:02d}", known=("day",), anchor="missing")
        implied = ("month", "year")
        return of_date(day.year, day.month, day.day, known=("day",), implied=implied, anchor=anchor, anchor_date=base)

    return resolve


def _stands(found: Found) -> bool:
    """No noun follows that the number could count."""
    if found.last >= len(found.tokens.words):
        return True
    if "of" in found.after():
        return False
    if not found.tokens.words[found.last][0].isalnum() or not BEHIND.isdisjoint(found.after()):
        return True
    return found.tokens.written(found.last)[0].isupper() and leads(found.tokens, found.first - 1)


def _lies_ahead(day: date, told: date | None, context: Context) -> bool:
    """Whether news tells as past what that month's day would put after publication: it means the month before."""
    reference = context.reference
    if reference is None or told is None or context.domain == "narrative" or context.tense >= 0:
        return False
    return told <= reference < day


def _day(found: Found, context: Context, number: int) -> tuple[date | None, str, date | None]:
    told = context.last_told("month")
    near = context.domain == "narrative" or found.has("told") or context.together
    if told is not None and told.month is not None and near and not (found.has("last") or found.has("next")):
        day = make(told.year, told.month, number) if told.year > 0 else None
        if day is None or found.has("month_unit") or not _lies_ahead(day, told.start, context):
            return day, "narration", told.start
    base, anchor = context.publication()
    if base is None:
        return None, anchor, None
    if found.has("month_unit"):
        month = shift(base.replace(day=1), -1 if found.has("last") else 1 if found.has("next") else 0, "month")
        return make(month.year, month.month, number), anchor, base
    side = 1 if context.tense > 0 else -1
    for step in range(MONTHS + 1):
        month = shift(base.replace(day=1), side * step, "month")
        day = make(month.year, month.month, number)
        if day is not None and (day - base).days * side >= 0:
            return day, anchor, base
    return None, anchor, base
