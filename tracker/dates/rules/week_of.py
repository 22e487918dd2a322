"""A week or weekend by a day in it: "the weekend of 15 March", "the weekend of 3-4 May", "the week of Nov. 3"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_unit
from tracker.dates.rules import day as day_form

_SPAN = "(?:{n31}(?:{hyphen}|{to}|{and}))?"
PATTERNS = (
    "{the}?{unit:unit}{of}" + _SPAN + "%day%{of}?%month%(?:{comma}?%year%)?",
    "{the}?{unit:unit}{of}%month%%day%(?:(?:{hyphen}|{to}|{and}){n31})?(?:{comma}?%year%)?",
)
EXAMPLES = (
    ("Talks went on over the weekend of 3-4 May 2025.", "the weekend of 3-4 May 2025", "2025-W18-WE"),
    ("They met in the week of Nov. 3.", "the week of Nov. 3", "2025-W45"),
    ("They met on the weekend of March 15.", "the weekend of March 15", "2025-W11-WE"),
)
NEAR_MISSES = ("The weekend of his life was over.",)


def read(found: Found) -> Meaning | None:
    """The week in which the day lies, or its weekend."""
    unit = str(found.value("unit", "unit"))
    if unit not in ("week", "weekend") or not found.value("unit", "singular"):
        return None
    meaning = day_form.read(found)
    return (lambda context: _around(meaning, unit, context)) if meaning else None


def _around(meaning: Meaning, unit: str, context: Context) -> Reading | None:
    reading = meaning(context)
    if reading is None or reading.first is None:
        return reading
    known, implied, base = reading.known, reading.implied, reading.anchor_date
    return of_unit(reading.first, unit, known=known, implied=implied, anchor=reading.anchor, anchor_date=base)
