"""A time by the clock in words: "half past ten", "a quarter to six", "twenty minutes past nine on Monday"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Meaning
from tracker.dates.rules import clock as clock_form

_SIDE = "(?:(?P<past>{past}|{after})|(?P<to>{to}|{before}))"
_HOUR = "(?P<hour>{n31}|{number})(?:(?P<am>{am})|(?P<pm>{pm})|{in}{the}(?P<part>{day_part}))?"
_DAY = "(?:{comma}?{on}?(?:(?P<today>{today})|(?P<yesterday>{yesterday})|(?P<tomorrow>{tomorrow})|%weekday%))?"
PATTERNS = (
    "(?P<half>{half_of}){past}" + _HOUR + _DAY,
    "{a}?(?P<quarter>{quarter_word})" + _SIDE + _HOUR + _DAY,
    "(?P<count>{n31}|{n99}|{number}(?:{hyphen}?{number})?){minute_unit}" + _SIDE + _HOUR + _DAY,
)
EXAMPLES = (
    ("It began at half past ten in the evening.", "half past ten in the evening", "2025-11-12T22:30"),
    ("It began at a quarter to six.", "a quarter to six", "2025-11-12T05:45"),
    ("They broke off at twenty minutes past nine on Monday.", "twenty minutes past nine on Monday", "2025-11-10T09:20"),
)
NEAR_MISSES = (
    "A quarter of six hundred men left.",
    "Half past members voted.",
    "A quarter to sixty percent agreed.",
)


def read(found: Found) -> Meaning | None:
    """The minute, on the day written or the one meant."""
    hour = int(found.value("hour", "number") or found.word("hour"))
    minutes = 30 if found.has("half") else 15 if found.has("quarter") else counted(found)
    if not 0 < hour <= 12 or minutes is None or not 0 < minutes < 60:
        return None
    if "unit" in found.after() or "number" in found.after() or "counted" in found.after():
        return None
    if found.has("pm") or found.value("part", "day_part") in ("AF", "EV", "NI"):
        hour += 12 if hour < 12 else 0
    total = hour * 60 + (-minutes if found.has("to") else minutes)
    return clock_form.timed(clock_form.day_of(found), f"{total // 60 % 24:02d}:{total % 60:02d}")
