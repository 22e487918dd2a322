"""A day told by its place in an event: "the eve of the summit", "the second day of the talks", "the third anniversary
of the invasion"; fixed if the text dates the event.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_unit
from tracker.dates.rules.hung import event_nouns

AHEAD = 2000
"""Days after publication for which an anniversary may be announced."""
_EVENT = "{of}{the}?(?P<event>xx?)"
PATTERNS = (
    "{the}?(?P<eve>{eve})" + _EVENT,
    "{the}{very}?(?P<nth>{ordinal}|{nth})(?P<day>{day_unit})" + _EVENT,
    "{on}(?P<own>{the}{very}?(?P<nth>{ordinal}|{nth})(?P<day>{day_unit}))",
    "{the}?(?P<nth>{ordinal}|{nth})(?P<anniversary>{anniversary})" + _EVENT,
)
EXAMPLES = (
    ("The summit opened on 4 May 2025. On the eve of the summit he left.", "the eve of the summit", "2025-05-03"),
    ("On the eve of the election they met.", "the eve of the election", "XXXX-XX-XX"),
    (
        "The talks opened on 4 May 2025. On the third day of the talks they signed.",
        "the third day of the talks",
        "2025-05-06",
    ),
    ("On the seventh day the gates opened.", "the seventh day", "XXXX-XX-XX"),
    ("On the second day of the siege aid came.", "the second day of the siege", "XXXX-XX-XX"),
    (
        "The invasion began on 24 February 2022. It was the third anniversary of the invasion.",
        "the third anniversary of the invasion",
        "2025-02-24",
    ),
)
NEAR_MISSES = ("Eve of the village left.", "It was the third anniversary of the pact.")


def read(found: Found) -> Meaning | None:
    """The day counted from the event's; without that a day not known, and an anniversary none."""
    nouns = event_nouns(found) if found.has("event") else []
    number = _number(found)
    if (found.has("event") and not nouns) or (found.has("nth") and number is None) or not _fits(found):
        return None

    def resolve(context: Context) -> Reading | None:
        for noun, words in nouns:
            day = context.event_day(noun)
            moved = _moved(found, day, number) if day else None
            if moved and not _beyond(moved, context.reference):
                return replace(of_unit(moved, "day", known=("day",), anchor="event", anchor_date=day), words=words)
        if found.has("anniversary"):
            return None
        words = nouns[-1][1] if nouns else found.last - found.first
        return Reading("DATE", "XXXX-XX-XX", anchor="missing", known=("day",), words=words)

    return resolve


def _beyond(day: date, reference: date | None) -> bool:
    """Further ahead than any report tells: the day told is then the anniversary's own."""
    return reference is not None and (day - reference).days > AHEAD


def _fits(found: Found) -> bool:
    """An eve is written small or has its article: Eve is also a name."""
    return not found.has("eve") or "the" in found.tokens.values[found.first]


def _number(found: Found) -> int | None:
    ordinal = found.value("nth", "ordinal")
    if ordinal is not None:
        return int(ordinal)
    digits = "".join(character for character in found.word("nth") if character.isdecimal())
    return int(digits) if digits else None


def _moved(found: Found, day: date, number: int | None) -> date | None:
    """The day before the event, the day so far into it, or the same day so many years after it."""
    try:
        if found.has("eve"):
            return shift(day, -1, "day")
        if number is None or number < 1:
            return None
        return shift(day, number, "year") if found.has("anniversary") else shift(day, number - 1, "day")
    except OverflowError:
        return None
