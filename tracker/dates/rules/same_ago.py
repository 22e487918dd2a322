"""The same unit of another year: "the same month a year ago", "the same period last year", "the same quarter a year
earlier".
"""

from __future__ import annotations

from datetime import date

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_unit
from tracker.dates.rules.day import year_number

PATTERNS = (
    "{the}?{same}(?P<unit>{unit}|{period})(?:{of}|{in})?{the}?(?:{last}|{previous}){year_unit}",
    "{the}?{same}(?P<unit>{unit}|{period})(?:{of}|{in})%year%",
    "{the}%year%(?P<unit>{quarter_word})",
    "{the}?{same}(?P<unit>{unit}|{period}){a}{year_unit}(?:{ago}|{earlier})",
    "{a}{year_unit}(?:{ago}|{earlier})(?P<unit>{unit})",
    "{the}?{year_unit}{hyphen}(?:{ago}|{earlier})(?P<unit>{unit}|{period})?",
)
EXAMPLES = (
    ("Profit of the third quarter beat the year-ago quarter by far.", "the year-ago quarter", "2024-Q3"),
    ("In the third quarter it earned more than in the 1988 quarter.", "the 1988 quarter", "1988-Q3"),
    ("In October 2025 sales beat the same month of 2024.", "the same month of 2024", "2024-10"),
    ("It sold less than the year-earlier period.", "the year-earlier period", "2024"),
    ("In October 2025 sales fell against the same month a year ago.", "the same month a year ago", "2024-10"),
)
NEAR_MISSES = ("They said the same last time.",)


def read(found: Found) -> Meaning | None:
    """The unit told, a year before."""
    unit = found.value("unit", "unit")
    bare = "hyphen" in found.tokens.values[found.last - (3 if found.has("unit") else 2)]
    if unit not in (None, "day", "week", "month", "quarter"):
        return None

    written = year_number(found)

    def resolve(context: Context) -> Reading | None:
        told = context.last_told(str(unit or "month"))
        base: date | None = told.start if told else context.reference
        anchor = "narration" if told else "publication"
        if base is None:
            return Reading("DATE", "XXXX", anchor="missing")
        kind = str(unit or (told.unit if told and told.unit != "season" else "year" if bare else "month"))
        back = written - base.year if written and written > 0 else -1
        return of_unit(shift(base, back, "year"), kind, anchor=anchor, anchor_date=base)

    return resolve
