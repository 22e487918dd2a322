"""A date in digits: "16.05.2025", "5/16/2025", "01/02/2025" (two readings, decided by the article's locale if
known).
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.dates.calendar import make
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, of_date

PATTERNS = ("{numeric:numeric}",)
EXAMPLES = (
    ("The letter of 16.05.2025 was short.", "16.05.2025", "2025-05-16"),
    ("It is dated 5/16/2025.", "5/16/2025", "2025-05-16"),
)
NEAR_MISSES = ("Version 32.13.2025 came out.", "They work 24/7 on it.")


def read(found: Found) -> Meaning | None:
    """The day written; both readings where day and month can be told either way."""
    written = found.text()
    pieces = [int(piece) for piece in re.split(r"[./-]", written)]
    if pieces[0] > 31:
        readings = [(pieces[0], pieces[1], pieces[2])]
    else:
        year = pieces[2] if pieces[2] > 99 else (2000 if pieces[2] < 70 else 1900) + pieces[2]
        readings = [(year, pieces[1], pieces[0]), (year, pieces[0], pieces[1])]
    valid = [one for one in readings if make(*one)]
    if not valid:
        return None
    dotted = "." in written

    def resolve(context: Context) -> Reading | None:
        if len(valid) == 1 or valid[0] == valid[1] or dotted:
            return absolute(of_date(*valid[0], known=("year", "month", "day")))
        chosen, other = (valid[1], valid[0]) if context.month_first else (valid[0], valid[1])
        reading = absolute(of_date(*chosen, known=("year", "month", "day")))
        day = make(*other)
        return replace(reading, alternatives=(day.isoformat(),)) if reading and day else reading

    return resolve
