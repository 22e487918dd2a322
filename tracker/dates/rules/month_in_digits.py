"""A month in digits with its year: "since 05/2024"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Meaning, absolute, of_date

PATTERNS = ("(?P<own>(?P<number>{n31}){slash}(?P<year>{year4}))",)
EXAMPLES = (("It has been open since 05/2024.", "05/2024", "2024-05"),)
NEAR_MISSES = ("Decree 05/2024 was signed.", "They signed 12/2000 copies.", "Case 13/1999 was closed.")


def read(found: Found) -> Meaning | None:
    """The month, after a word that goes before months."""
    month, year = int(found.word("number")), int(found.word("year"))
    glued = found.tokens.glued(found.first + 1) and found.tokens.glued(found.first + 2)
    if not 1 <= month <= 12 or not glued or "month_cue" not in found.before():
        return None
    return lambda _: absolute(of_date(year, month, known=("year", "month")))
