"""A date as ISO 8601 writes it: "2025-11-12", "2025-11-12T08:30Z"."""

from __future__ import annotations

from tracker.dates.calendar import make
from tracker.dates.grammar import Found
from tracker.dates.reading import Meaning, absolute, of_date

PATTERNS = ("{iso:iso}",)
EXAMPLES = (("Published 2025-11-12 in Kyiv.", "2025-11-12", "2025-11-12"),)
NEAR_MISSES = ("The file 0025-13-40 is missing.",)


def read(found: Found) -> Meaning | None:
    """The day written."""
    written = found.text()
    year, month, day = (int(piece) for piece in written[:10].split("-"))
    if make(year, month, day) is None:
        return None
    return lambda _: absolute(of_date(year, month, day, known=("year", "month", "day")))
