"""A day hung on an event: "two days after the summit", "the day before the invasion"; fixed if the text dates the
event.
"""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_unit
from tracker.dates.rules.duration import period

_EVENT = "(?:(?P<after>{after})|(?P<before>{before}))(?:{the}|{whose:whose})?(?P<event>xx?)"
PATTERNS = (
    "%count%{unit:unit}(?P<exact>{to}{the}{day_unit})?" + _EVENT,
    "(?<!{to})(?P<own>{the}(?P<one>{day_unit})" + _EVENT + ")",
)
EXAMPLES = (
    (
        "The summit opened on 4 May 2025. Two days after the summit, envoys left.",
        "Two days after the summit",
        "2025-05-06",
    ),
    (
        "The invasion began on 24 February 2022. The day before the invasion he left.",
        "The day before the invasion",
        "2022-02-23",
    ),
    (
        "The strike came on 4 May 2025. It was two weeks to the day after the strike.",
        "two weeks to the day after the strike",
        "2025-05-18",
    ),
    ("He was buried the day after his death.", "the day after his death", "XXXX-XX-XX"),
    ("The day after the vote was calm.", "The day after the vote", "XXXX-XX-XX"),
)
NEAR_MISSES = ("They left after the vote.",)


def read(found: Found) -> Meaning | None:
    """The event's day, moved; without it a duration ("two days") or a day not known."""
    one = found.has("one")
    unit = "day" if one else str(found.value("unit", "unit"))
    count = 1 if one else counted(found)
    nouns = event_nouns(found)
    if count is None or unit in ("second", "minute", "hour") or not nouns:
        return None
    precise = "day" if found.has("exact") else unit
    step = count if found.has("after") else -count

    def resolve(context: Context) -> Reading | None:
        for noun, words in nouns:
            day = None if _explains(found) else context.event_day(noun)
            if day is None:
                continue
            try:
                reading = of_unit(shift(day, step, unit), precise, known=(unit,), anchor="event", anchor_date=day)
            except OverflowError:
                return None
            return replace(reading, words=words)
        if one:
            return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("day",), words=nouns[-1][1])
        return Reading("DURATION", period(count, unit), words=found.index("unit") + 1 - found.first)

    return resolve


def _explains(found: Found) -> bool:
    """Set after a date and a comma it tells how far that date lies from the event: "on June 17, two days before"."""
    return "comma" in found.before() and bool({"month", "n31", "nth", "year4", "weekday"} & found.before(2).keys())


def event_nouns(found: Found) -> list[tuple[str, int]]:
    """The event's noun, the last word of its name, with the number of the form's words up to it."""
    start, end = found.match.span(found.slot("event"))
    named = found.has("whose") or "the" in found.tokens.values[start - 1] or found.tokens.written(start)[0].isupper()
    places = range(end - 1, start - 1, -1) if named else ()
    return [
        (found.tokens.words[index], index + 1 - found.first) for index in places if len(found.tokens.words[index]) > 3
    ]
