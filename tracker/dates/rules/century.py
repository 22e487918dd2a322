"""A century: "the 19th century", "the early twentieth century", "the 4th century BC"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_unit
from tracker.dates.rules.day import day_number

TURN = 2
"""Years on either side of a century's first that its turn may mean."""
_HALF = "(?:{the}?(?P<which>{ordinal}|{nth}){half_of}{of})?"
PATTERNS = (
    _HALF + "(?:%part%|{the})?%day%{hyphen}?{unit:unit}(?P<era>{bc}|{ad})?",
    "{the}(?P<turn>{turn}){of}{the}{unit:unit}",
)
EXAMPLES = (
    ("The border dates from the 19th century.", "the 19th century", "18"),
    ("In the early twentieth century it moved.", "the early twentieth century", "19"),
    ("It was built in the second half of the 19th century.", "the second half of the 19th century", "18"),
    ("The port has grown since the turn of the century.", "the turn of the century", "20"),
    ("The idea was known in the 4th century BC.", "the 4th century BC", "BC03"),
)
NEAR_MISSES = ("He scored his second century at Lord's.",)


def read(found: Found) -> Meaning | None:
    """The hundred years, as TIMEX3 counts them (19 = 1900-1999)."""
    if found.has("turn"):
        return _turn if found.value("unit", "unit") == "century" else None
    number = day_number(found)
    if found.value("unit", "unit") != "century" or number is None or number > 25 or not found.value("unit", "singular"):
        return None
    if found.value("era", "bc"):
        return lambda _: Reading("DATE", f"BC{number - 1:02d}", known=("century",))
    if number < 10 and not found.has("part") and "the" not in found.tokens.values[found.first]:
        return None
    part = str(found.value("part", "part") or "") or None
    which = found.value("which", "ordinal")
    day = date(max(1, (number - 1) * 100), 1, 1)

    def resolve(_: Context) -> Reading | None:
        whole = absolute(of_unit(day, "century", known=("century",))) or Reading("DATE", "")
        if found.has("part") and "turn" in found.tokens.values[found.index("part")]:
            return _around(whole, day.year)
        if which is not None:
            middle = date(day.year + 50, 1, 1)
            return replace(whole, first=middle) if which != 1 else replace(whole, last=middle - timedelta(1))
        return narrowed(whole, part)

    return resolve


def _turn(context: Context) -> Reading | None:
    """The turn of the century: the last one before the anchor."""
    base, anchor = context.anchor()
    if base is None or base.year < 100:
        return Reading("DATE", "XXXX", anchor="missing", vague=True)
    year = base.year // 100 * 100
    whole = of_unit(date(year, 1, 1), "century", known=("century",), anchor=anchor, anchor_date=base)
    return _around(whole, year)


def _around(whole: Reading, year: int) -> Reading:
    """The years about the century's first."""
    first, last = date(max(1, year - TURN), 1, 1), date(year + TURN, 12, 31)
    return replace(whole, first=first, last=last, approximate=True)
