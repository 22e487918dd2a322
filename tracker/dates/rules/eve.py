"""The day before a date: "the eve of 9 May", "the eve of Easter"."""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from
from tracker.dates.rules import day as day_form
from tracker.dates.rules import holiday as holiday_form

_EVE = "{the}?{eve}{of}{the}?"
PATTERNS = (
    _EVE + "{holiday:holiday}(?:{comma}?%year%)?",
    _EVE + "(?:%day%{of}?%month%|%month%%day%)(?:{comma}?%year%)?",
)
EXAMPLES = (
    ("It came on the eve of Victory Day.", "the eve of Victory Day", "2025-05-08"),
    ("It came on the eve of 9 May 2024.", "the eve of 9 May 2024", "2024-05-08"),
)
NEAR_MISSES = ("Eve of the village left.",)


def read(found: Found) -> Meaning | None:
    """One day before what is written."""
    meaning = holiday_form.read(found) if found.has("holiday") else day_form.read(found)
    return (lambda context: _before(meaning, context)) if meaning else None


def _before(meaning: Meaning, context: Context) -> Reading | None:
    reading = meaning(context)
    day = days_from(reading.first, -1) if reading and reading.first else None
    if reading is None or day is None:
        return reading
    before = of_date(day.year, day.month, day.day, known=reading.known, implied=reading.implied)
    return replace(before, anchor=reading.anchor, anchor_date=reading.anchor_date) if before else None
