"""A time by the clock, with or without its day: "9 a.m. Tuesday", "16:08 UTC", "0800 GMT", "at 10 p.m."."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from
from tracker.dates.rules import day as day_form
from tracker.dates.rules import weekday as weekday_form

FARTHEST = 14
"""Hours that the clocks of any country are from Greenwich."""
_SHIFTED = re.compile(r"\d{1,2}(?::\d\d)?")
_DOTTED = re.compile(r"\d{1,2}\.[0-5]\d")
_HALF = "(?:(?P<am>{am})|(?P<pm>{pm})|{oclock}(?:{in}{the}?(?P<part>{day_part}))?)"
_SHIFT = "(?:(?:{plus:plus}|{hyphen:minus})(?P<shift>.))?"
_ZONE = f"(?:{{open}}{{zone:zone}}{_SHIFT}{{close}}|{{zone:zone}}{_SHIFT})"
_TIME = (
    f"(?:(?:(?P<clock>{{clock}})|(?P<hour>{{n31}})){_HALF}{_ZONE}?"
    f"|(?P<dotted>{{big}})(?:{_HALF}{_ZONE}?|{_ZONE})"
    f"|(?P<clock2>{{clock}}){_ZONE}"
    f"|(?P<military>{{military}})(?:{{hours}})?{_ZONE}"
    "|(?P<clock3>{clock})"
    "|(?P<military2>{military}){hours})"
)
_ASIDE = "{open}(?:{clock}|{military}|{n31})(?:{am}|{pm})?{hours}?{zone}?{close}"
_DAY = "(?:(?P<today>{today})|(?P<yesterday>{yesterday})|(?P<tomorrow>{tomorrow}))"
PATTERNS = (
    _TIME,
    "{at}(?P<own>(?P<hour>{n31}|{number}){in}{the}(?P<part>{day_part}))",
    "(?:{from}|{between})(?P<own>(?P<hour>{n31}))(?=(?:{to}|{and}|{hyphen})(?:{n31}|{clock})"
    "(?:(?P<am>{am})|(?P<pm>{pm}))(?:{comma}?{on}?(?:%weekday%|" + _DAY + "))?)",
    f"(?P<own>{_TIME})(?={_ASIDE}{{on}}?(?:%weekday%|{_DAY}))",
    _TIME + "{comma}?{on}?" + _DAY,
    _TIME + "{comma}?{on}?%weekday%",
    _TIME + "{comma}?{on}?(?:%weekday%{comma}?)?%day%{of}?%month%(?:{comma}?%year%)?",
    _TIME + "{comma}?{on}?(?:%weekday%{comma}?)?%month%%day%(?:{comma}?%year%)?",
)
EXAMPLES = (
    ("The deadline expired at 9 a.m. Tuesday.", "9 a.m. Tuesday", "2025-11-11T09:00"),
    ("The truce took effect at 16:08 UTC.", "16:08 UTC", "2025-11-12T16:08Z"),
    ("The guns fell silent at 0800 GMT.", "0800 GMT", "2025-11-12T08:00Z"),
    ("The truce took effect at 16:08 CET.", "16:08 CET", "2025-11-12T16:08+01:00"),
    ("The truce took effect at 0600 GMT+3.", "0600 GMT+3", "2025-11-12T06:00+03:00"),
    ("It hit the port at 7.30am on Sunday.", "7.30am on Sunday", "2025-11-09T07:30"),
    ("It began at 5 p.m. on Friday.", "5 p.m. on Friday", "2025-11-07T17:00"),
    ("It began at 10:30 p.m. on 4 May 2025.", "10:30 p.m. on 4 May 2025", "2025-05-04T22:30"),
)
NEAR_MISSES = (
    "They won 3:1.",
    "Shares cost 7.30 apiece.",
    "It moved 1.75 GMT shares.",
    "A ratio of 10:30 was agreed.",
    "Psalm 23:14 was read.",
    "The unit of 1200 soldiers left.",
)


def read(found: Found) -> Meaning | None:
    """The minute, on the day written or the one meant."""
    written = _time(found)
    if written is None:
        return None
    return timed(day_of(found), written + _offset(found), ("time", "zone") if found.has("zone") else ("time",))


def timed(day: Meaning | None, written: str, known: tuple[str, ...] = ("time",)) -> Meaning | None:
    """A time, as ISO 8601 writes it, of ``day``; ``known`` is what the words beside the day's give."""
    if day is None:
        return None

    def resolve(context: Context) -> Reading | None:
        reading = day(context)
        if reading is None:
            return None
        value = f"{reading.value[:10]}T{written}"
        return replace(reading, timex_type="TIME", value=value, known=(*reading.known, *known))

    return resolve


def _offset(found: Found) -> str:
    """The zone as ISO 8601 writes it; nothing for local time, or if none is written."""
    zone = str(found.value("zone", "zone") or "")
    if found.has("shift") and zone == "Z":
        if not _SHIFTED.fullmatch(found.word("shift")):
            return ""
        hours, _, minutes = found.word("shift").partition(":")
        return (
            f"{'+' if found.has('plus') else '-'}{int(hours):02d}:{minutes or '00'}" if int(hours) <= FARTHEST else ""
        )
    return "" if zone == "local" else zone


def _time(found: Found) -> str | None:
    """HH:MM, or nothing if the numbers are no time of day."""
    group = next(
        (name for name in ("clock", "clock2", "clock3", "dotted", "hour", "military", "military2") if found.has(name)),
        "",
    )
    written = found.word(group)
    dated = any(found.has(name) for name in ("weekday", "month", "today", "yesterday", "tomorrow"))
    if group == "clock3" and not dated and not ({"clock_cue", "at"} & found.before().keys()):
        return None
    if group == "dotted":
        if not _DOTTED.fullmatch(written):
            return None
        hour, minute = (int(piece) for piece in written.split("."))
    elif group.startswith("clock"):
        hour, minute = (int(piece) for piece in written.split(":")[:2])
    elif group == "hour":
        number = found.value("hour", "number")
        hour, minute = int(number) if number else int(written), 0
    else:
        hour, minute = int(written[:2]), int(written[2:])
    if found.has("pm") and hour < 12:
        hour += 12
    elif found.has("am") and hour == 12:
        hour = 0
    elif found.value("part", "day_part") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    if hour > 24 or (group == "hour" and not 0 < int(found.value("hour", "number") or written) <= 12):
        return None
    return f"{hour:02d}:{minute:02d}"


def day_of(found: Found) -> Meaning | None:
    """The day written beside a time, or the one meant."""
    if found.has("month"):
        return day_form.read(found)
    if found.has("weekday"):
        return weekday_form.read(found)
    step = -1 if found.has("yesterday") else 1 if found.has("tomorrow") else 0
    named = any(found.has(name) for name in ("yesterday", "today", "tomorrow"))
    return lambda context: _near(context, step, named)


def _near(context: Context, step: int, named: bool) -> Reading | None:
    """The publication's day, or the day last told if no day is named beside the time."""
    told = context.last_told("day")
    if not named and told is not None and told.unit == "day" and told.day and told.month and told.year > 0:
        return of_date(told.year, told.month, told.day, implied=("day",), anchor="narration", anchor_date=told.start)
    base, anchor = context.publication()
    day = days_from(base, step) if base else None
    if day is None:
        return Reading("TIME", "XXXX-XX-XX", anchor="missing")
    return of_date(day.year, day.month, day.day, implied=("day",), anchor=anchor, anchor_date=base)
