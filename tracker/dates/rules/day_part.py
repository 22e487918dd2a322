"""Part of a day: "the night of May 13", "that morning", "at midday", "the early hours of Thursday"."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, Told, of_date
from tracker.dates.rules import day as day_form
from tracker.dates.rules import day_of_month as number_form
from tracker.dates.rules import weekday as weekday_form
from tracker.dates.rules.night_into import latest_night

_PART = "{the}?(?:{early}|{late})?{hyphen}?{day_part:own_part}{hours_word}?"
_WEEKDAY = "(?:%weekday%{comma}?)?"
_OF = "(?:{of}|{on}|{comma})?"
PATTERNS = (
    _PART + _OF + _WEEKDAY + "{the}?%day%{of}?%month%(?:{comma}?%year%)?",
    _PART + _OF + _WEEKDAY + "%month%{the}?%day%(?:{comma}?%year%)?",
    "{the}?{early}{hours_word}{of}" + _WEEKDAY + "(?:{the}?%day%{of}?%month%|%month%{the}?%day%)(?:{comma}?%year%)?",
    "{the}{day_part:own_part}(?P<number>{of}{the}(?P<day>{nth}))",
    _PART + _OF + "%weekday%{day_part:end_part}?",
    "{in}(?P<own>{the}(?P<small>{small_hours}))",
    "{the}?{early}{hours_word}{of}%weekday%{day_part:own_part}?",
    "%that%{day_part:own_part}",
    "(?P<at>{at}(?P<generic>{night}))",
    "(?P<alone>{noon_word})",
    "(?P<narrated>{night})",
    "{during}(?P<own>{the}{day_part:own_part})",
    "{preposition}(?P<own>(?:{early}|{late}){hyphen}?{day_part:own_part})",
    "{in}(?P<own>{the}{early}{hours_word}(?:{of}{the}{day_part:own_part})?)",
)
EXAMPLES = (
    ("They seized the post on the night of 13 May.", "the night of 13 May", "2025-05-13TNI"),
    (
        "It was struck in the early hours of Friday, October 10.",
        "the early hours of Friday, October 10",
        "2025-10-10TNI",
    ),
    ("They talked on 4 May and signed in the small hours.", "the small hours", "2025-05-04TNI"),
    ("He left in the small hours of Saturday morning.", "the small hours of Saturday morning", "2025-11-08TMO"),
    ("Envoys arrived on 4 May. In the afternoon they met.", "the afternoon", "2025-05-04TAF"),
    ("During the night shells fell on the town.", "the night", "2025-11-11TNI"),
    ("They meet on 20 November. During the night shells fell on the town.", "the night", "2025-11-11TNI"),
    ("The truce begins at midnight.", "midnight", "2025-11-12T24:00"),
    ("Envoys arrived on 4 May. That evening they met.", "That evening", "2025-05-04TEV"),
)
NEAR_MISSES = (
    "The Evening Standard reported it.",
    "It lies in the night of time.",
    "It was at the dawn of an age.",
)


def read(found: Found) -> Meaning | None:  # noqa: PLR0911  one for each kind
    """The part of the day written beside it, or of the day told."""
    if found.has("alone"):
        if not _plain(found) and "preposition" not in found.before():
            return None
        hung = bool({"weekday", "n31", "nth", "year4", "today", "yesterday", "tomorrow"} & found.before(2).keys())
        return partial(_moment, str(found.value("alone", "day_part")), "at" in found.before() and hung)
    if found.has("narrated"):
        return _some_night
    if found.has("own") and ("of" in found.after() or not _plain(found)):
        return None
    if found.has("generic"):
        return lambda _: Reading("TIME", "XXXX-XX-XXTNI", vague=True, anchor="missing")
    part = str(found.value("end_part", "day_part") or found.value("own_part", "day_part") or "NI")
    if found.has("small"):
        return lambda context: _of_told(context, "NI")
    if found.has("month"):
        meaning = day_form.read(found)
    elif found.has("number"):
        meaning = number_form.read(found)
    elif found.has("weekday"):
        meaning = weekday_form.read(found)
    else:
        of_night = part == "NI" and found.has("own")
        return lambda context: latest_night(context) if of_night and _is_news(context) else _of_told(context, part)
    if meaning is None:
        return None

    def resolve(context: Context) -> Reading | None:
        reading = meaning(context)
        return weekday_form.with_part(reading, part) if reading else None

    return resolve


def _of_told(context: Context, part: str) -> Reading | None:
    """That part of the day told, or of publication."""
    told, anchor = context.last_told("day"), "narration"
    if told is None and context.reference is not None:
        told, anchor = Told(context.reference.year, context.reference.month, context.reference.day), "publication"
    if told is None or told.day is None or told.month is None or told.year < 0:
        return weekday_form.with_part(Reading("TIME", "XXXX-XX-XX", anchor="missing"), part)
    reading = of_date(told.year, told.month, told.day, anchor=anchor, anchor_date=told.start)
    return weekday_form.with_part(replace(reading, told=told), part) if reading else None


def _is_news(context: Context) -> bool:
    """Whether what is told as past has no day before publication to belong to: "during the night" is then the last."""
    told, reference = context.last_told("day"), context.reference
    if context.domain == "narrative" or reference is None or context.tense >= 0:
        return False
    return told is None or told.start is None or told.start >= reference


def _some_night(context: Context) -> Reading | None:
    """A night of no day, as narration tells it ("night raids"); news names its nights."""
    if context.domain != "narrative":
        return None
    return Reading("TIME", "XXXX-XX-XXTNI", vague=True, anchor="missing")


def _plain(found: Found) -> bool:
    """A part of the day as such, no name."""
    return found.tokens.written(found.last - 1)[0].islower()


def _moment(part: str, hung: bool, context: Context) -> Reading | None:
    """Noon or midnight: of publication in news, unless the day stands right before ("Saturday at noon")."""
    own = context.domain == "news" and not hung
    return _of_told(replace(context, told=None, mentioned=None) if own else context, part)
