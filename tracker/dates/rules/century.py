"""A century: "the 19th century", "the early twentieth century", "the 4th century BC"."""

from __future__ import annotations

from datetime import date

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_unit
from tracker.dates.rules.day import day_number

PATTERNS = ("(?:%part%|{the})?(?P<tens>{number}{hyphen})?%day%{hyphen}?{unit:unit}(?P<era>{bc}|{ad})?",)
EXAMPLES = (
    ("The border dates from the 19th century.", "the 19th century", "18"),
    ("In the early twentieth century it moved.", "the early twentieth century", "19"),
    ("The idea was known in the 4th century BC.", "the 4th century BC", "BC03"),
)
NEAR_MISSES = ("He scored his second century at Lord's.",)


def read(found: Found) -> Meaning | None:
    """The hundred years, as TIMEX3 counts them (19 = 1900-1999)."""
    number = day_number(found)
    if found.value("unit", "unit") != "century" or number is None or number > 25 or not found.value("unit", "singular"):
        return None
    if found.has("tens"):
        number += int(found.value("tens", "number") or 0)
    if found.value("era", "bc"):
        return lambda _: Reading("DATE", f"BC{number - 1:02d}", known=("century",))
    if number < 10 and not found.has("part") and "the" not in found.tokens.values[found.first]:
        return None
    part = str(found.value("part", "part") or "") or None
    day = date(max(1, (number - 1) * 100), 1, 1)

    def resolve(_: Context) -> Reading | None:
        return narrowed(absolute(of_unit(day, "century", known=("century",))) or Reading("DATE", ""), part)

    return resolve
