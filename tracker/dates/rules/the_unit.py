"""A unit by its article: "the end of the month", "the rest of the year", "the day", counted from what was told."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.dates.grammar import Found
from tracker.dates.lexicon import NOTHING
from tracker.dates.reading import Context, Meaning, Reading, narrowed, of_unit

PATTERNS = (
    "{the}?(?!{day_verb})(?P<part>{part}){the}{unit:unit}",
    "{the}?(?P<part>{part}){of}{the}{unit:unit}",
    "{the}{remaining}(?:{the}|{this}|%that%){unit:unit}",
    "{the}(?P<weekend>{unit})",
    "{day_verb}(?P<own>{the}(?P<unit>{day_unit}|{unit}))",
    "{for_over}(?P<own>{the}(?P<unit>{day_unit}))(?={comma}|{dot})",
    "{the}{whole}{unit:unit}",
    "(?:{the}|{this})?{unit:unit}(?:{possessive}|{hyphen})(?P<closing>{part})",
    "{late}{in}{the}{unit:unit}",
    "{the}?{part:middle}{hyphen}?{singular:mid_unit}",
    "{the}?{middle:mid_word}",
)
EXAMPLES = (
    ("The plant will close by the end of the month.", "the end of the month", "2025-11"),
    ("It will last for the rest of the year.", "the rest of the year", "2025"),
    ("A deal is due by year's end.", "year's end", "2025"),
    ("The ruble ended the day lower.", "the day", "2025-11-12"),
    ("It closes by year-end.", "year-end", "2025"),
    ("By mid-week both were tired.", "mid-week", "2025-W46"),
    ("It will open by midyear.", "midyear", "2025"),
    ("He arrived on 4 May 2025. Later in the day he spoke.", "Later in the day", "2025-05-04"),
    ("Talks went on over the weekend.", "the weekend", "2025-W45-WE"),
)
NEAR_MISSES = ("A year-end bonus was paid.", "The day will come.", "It was the week that was.")


def read(found: Found) -> Meaning | None:
    """The unit in which the anchor lies."""
    middle = found.value("mid_unit", "unit") or found.value("mid_word", "middle")
    unit = str(middle or found.value("weekend", "unit") or found.value("unit", "unit"))
    if middle and found.value("middle", "part") not in (None, "mid"):
        return None
    if (
        unit in ("second", "minute", "hour")
        or (unit == "century" and not middle)
        or (found.has("weekend") and unit != "weekend")
    ):
        return None
    if found.has("closing") and not _closes(found, unit):
        return None
    if "of" in found.after() and found.has("weekend"):
        return None
    if "of" in found.after() and found.value("unit", "unit"):
        return None
    part = "mid" if middle else found.value("part", "part") or found.value("closing", "part")

    def resolve(context: Context) -> Reading | None:
        base, anchor = _base(context, unit)
        if base is None:
            return Reading("DATE", "XXXX", anchor="missing")
        if unit == "weekend" and context.tense <= 0 and base.weekday() < 5:
            base -= timedelta(7)
        reading = of_unit(base, unit, known=(unit,), anchor=anchor, anchor_date=base)
        return narrowed(reading, str(part)) if part else reading

    return resolve


def _base(context: Context, unit: str) -> tuple[date | None, str]:
    """The day told just before for "later in the day", else the anchor."""
    told = context.last_told("day")
    if unit == "day" and context.together and told is not None and told.unit == "day" and told.start is not None:
        return told.start, "narration"
    return context.anchor()


def _closes(found: Found, unit: str) -> bool:
    """The end of a month, quarter, year or decade that nothing before or after it takes elsewhere."""
    beside = {"last", "next", "previous", "following", "that", "digit", "number"} & found.before().keys()
    follows = found.last < len(found.tokens.words) and found.tokens.codes[found.last] == NOTHING
    glued = "hyphen" in found.tokens.values[found.last - 2]
    ends = found.value("closing", "part") == "end" and bool(found.value("unit", "singular"))
    hung = glued and follows and "month_cue" not in found.before()
    return ends and unit in ("month", "quarter", "year", "decade") and not beside and not hung
