"""A century: "the 19th century", "the early twentieth century", "the 4th century BC"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_unit
from tracker.dates.rules.day import day_number

TURN = 2
"""Years on either side of a century's first that its turn may mean."""
LATEST = 25
"""The furthest century that anybody tells of."""
_HALF = "(?:{the}?(?P<which>{ordinal}|{nth}){half_of}{of})?"
PATTERNS = (
    _HALF + "(?:%part%|{the})?%day%{hyphen}?{unit:unit}(?P<era>{bc}|{ad})?",
    "{the}(?P<turn>{turn}){of}{the}{unit:unit}",
    _HALF + "(?:%part%|{the})?(?P<roman>{roman}){hyphen}?{unit:unit}",
    "(?P<own>{the}?%day%)(?={hyphen}?(?:{and}|{or}|{to}|{hyphen})(?:{nth}|{ordinal}|{number}{hyphen}{ordinal}){hyphen}?(?P<unit>{unit}))",
)
EXAMPLES = (
    ("The border dates from the 19th century.", "the 19th century", "18"),
    ("In the early twentieth century it moved.", "the early twentieth century", "19"),
    ("It was built in the second half of the 19th century.", "the second half of the 19th century", "18"),
    ("The port has grown since the turn of the century.", "the turn of the century", "20"),
    ("The border dates from the XIX century.", "the XIX century", "18"),
    ("It was fought over from the 18th century to the XXth.", "the 18th century", "17"),
    ("The idea was known in the 4th century BC.", "the 4th century BC", "BC03"),
)
NEAR_MISSES = ("He scored his second century at Lord's.",)


def read(found: Found) -> Meaning | None:
    """The hundred years, as TIMEX3 counts them (19 = 1900-1999)."""
    if found.has("turn"):
        return _turn if found.value("unit", "unit") == "century" else None
    number = _roman(found) if found.has("roman") else day_number(found)
    if found.value("unit", "unit") != "century" or number is None or number > LATEST or not _counts(found):
        return None
    if found.value("era", "bc"):
        return lambda _: Reading("DATE", f"BC{number - 1:02d}", known=("century",))
    if number < 10 and not found.has("own") and not found.has("part") and "the" not in found.tokens.values[found.first]:
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


def _roman(found: Found) -> int | None:
    """The number in Roman numerals, which are written large."""
    large = found.tokens.written(found.index("roman"))[0].isupper()
    return int(found.value("roman", "roman") or 0) if large else None


def _counts(found: Found) -> bool:
    """One century, or the last of several that are told together."""
    beside = {"and", "or", "hyphen", "to"} & found.before().keys()
    return bool(found.value("unit", "singular")) or found.has("own") or bool(beside)


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
