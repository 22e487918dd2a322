"""A weekday by the tense of its verb: "Tuesday", "last Friday", "next Monday", "Wednesday night"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.calendar import nearest_weekday, week_span
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import weekday_date

HOURS = {"MI": "12:00", "MN": "24:00"}
"""Parts of the day that are one moment of it."""
PATTERNS = (
    "(?:{this}?(?P<last>{last}|{past})|(?P<next>{next})|(?P<this>{this}))?%weekday%{day_part:part}?",
    "(?:{this}|{the})?(?P<coming>{coming})%weekday%{day_part:part}?",
    "(?:{early}|{late})%weekday%{day_part:part}?",
    "%weekday%{of}?(?:(?P<last>{last})|(?P<next>{next})|(?P<this>{this})){unit:unit}",
)
EXAMPLES = (
    ("The negotiator arrived in Istanbul on Tuesday.", "Tuesday", "2025-11-11"),
    ("They will meet on Friday.", "Friday", "2025-11-14"),
    ("Last Friday the talks broke down.", "Last Friday", "2025-11-07"),
    ("The envoys meet next Monday.", "next Monday", "2025-11-17"),
    ("They will vote this coming Saturday.", "this coming Saturday", "2025-11-15"),
    ("The vote is on Sunday.", "Sunday", "2025-11-16"),
    ("Shelling went on Wednesday night.", "Wednesday night", "2025-11-12TNI"),
)
NEAR_MISSES = ("The sun rose and they sat down.", "We wed in spite of it.")


def read(found: Found) -> Meaning | None:
    """The weekday, and which one."""
    weekday = int(found.value("weekday", "weekday") or 0)
    if found.value("weekday", "doubtful") and not _cued(found):
        return None
    if "press" in found.after() and found.tokens.written(found.last)[0].isupper():
        return None
    if "special_day" in found.before() and found.tokens.written(found.first - 1)[0].isupper():
        return None
    unit = found.value("unit", "unit")
    if unit is not None and unit != "week":
        return None
    part = found.value("part", "day_part")
    ranged = bool({"to", "hyphen"} & found.before().keys()) and "weekday" in found.before(2)
    known = ("weekday",) + (("part of day",) if part else ())

    def resolve(context: Context) -> Reading | None:
        day, anchor, base = weekday_date(replace(context, tense=1) if found.has("coming") else context, weekday)
        told = context.last_told("day") if ranged else None
        if told is not None and told.unit == "day" and told.start is not None:
            day, anchor, base = nearest_weekday(told.start, weekday, 1), "narration", told.start
        if unit is not None or found.has("next") or found.has("last"):
            day, anchor, base = _moved(found, context, weekday, unit is not None)
        if day is None:
            return Reading("DATE", f"XXXX-WXX-{weekday + 1}", known=known, anchor="missing")
        reading = of_date(day.year, day.month, day.day, known=known, implied=("week",), anchor=anchor, anchor_date=base)
        if reading is not None and base is not None and found.has("next") and unit is None:
            reading = replace(reading, alternatives=_other_week(day, base))
        return reading if reading is None or part is None else with_part(reading, str(part))

    return resolve


def _other_week(day: date, base: date) -> tuple[str, ...]:
    """Next Friday may be the coming one or that of the week after: the reading not chosen, if there is another."""
    coming = base + timedelta((day - base).days % 7 or 7)
    other = coming if day > coming else day + timedelta(7)
    return (other.isoformat(),)


def with_part(reading: Reading, part: str) -> Reading:
    """A day's reading as the part of that day."""
    return replace(reading, timex_type="TIME", value=f"{reading.value}T{HOURS.get(part, part)}")


def _moved(found: Found, context: Context, weekday: int, of_week: bool) -> tuple[date | None, str, date | None]:
    base, anchor = context.publication()
    if base is None:
        return None, "missing", None
    step = -1 if found.has("last") else 1 if found.has("next") else 0
    monday = week_span(base)[0]
    if of_week or step > 0:
        day = monday + timedelta(7 * step + weekday)
        if not of_week and (day - base).days > 9:
            day -= timedelta(7)
    else:
        day = base - timedelta(((base.weekday() - weekday - 1) % 7) + 1)
    return day, anchor, base


def _cued(found: Found) -> bool:
    """A weekday that is also another word needs a preposition before it and no other word right after it."""
    if found.last < len(found.tokens.words) and found.tokens.words[found.last].isalpha():
        return False
    return "preposition" in found.before() or found.has("last") or found.has("next")
