"""A quarter or half of a year: "the third quarter of 2009", "the first half of last year", "Q3 2025", "H1 2024"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.dates.calendar import months_span, shift
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, Told, of_unit
from tracker.dates.rules.day import year_number
from tracker.dates.tense import ends_sentence
from tracker.models import Precision

REACH = 10
"""Words on either side in which a half of a year shows that it is one."""
_NTH = (
    "(?:%part%|{the})?{fiscal}?(?:{ordinal:ordinal}|{nth:nth}|(?P<latter>{late})){hyphen}?(?:{fiscal}{hyphen}?)?"
    "(?P<unit>{unit}|{half_of})"
)
_OF = "(?:{of}|{in})?"
PATTERNS = (
    _NTH + _OF + "{fiscal}?{year_unit}?%year%",
    _NTH
    + _OF
    + "{the}?{fiscal}?"
    + "(?:(?P<last>{last}|{previous})|(?P<next>{next}|{following})|(?P<this>{this})|(?P<that>%that%))?"
    + "{fiscal}?{year_unit}",
    _NTH,
    "{q:q}{hyphen}?(?:{of})?{fiscal}?%year%",
    "(?P<year>{year4}){hyphen}?{q:q}",
    "{q:q}",
    "(?P<own>{q:q})(?=(?:{to}|{hyphen}|{and}|{slash}){q}(?:{of})?%year%)",
    "{half_name:half_name}{hyphen}?{of}?{fiscal}?%year%",
    "{the}(?P<latest>{latest})(?P<unit>{unit})",
    "{during}(?P<own>{the}(?P<latest>{quarter_word}))(?!{of})",
)
EXAMPLES = (
    ("It lost money in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3"),
    ("Exports fell in the first half of last year.", "the first half of last year", "2024-H1"),
    ("Losses grew in Q3 2025.", "Q3 2025", "2025-Q3"),
    ("Sales in the fourth fiscal quarter of 2024 fell.", "the fourth fiscal quarter of 2024", "2024-Q4"),
    ("Orders rose in H1 2024.", "H1 2024", "2024-H1"),
    ("In the second half, sales fell by a tenth.", "the second half", "2025-H2"),
    ("Sales fell in the quarter.", "the quarter", "2025-Q3"),
    ("In the latest quarter, profit doubled.", "the latest quarter", "2025-Q3"),
)
NEAR_MISSES = (
    "They won in the second half by two goals.",
    "A quarter of the prisoners returned.",
    "The Jewish quarter was hit.",
    "They fought in the quarter by the port.",
)


def read(found: Found) -> Meaning | None:
    """The quarter or half of the year written or meant."""
    if found.has("latest"):
        if found.has("own"):
            return _latest if _of_business(found) else None
        return _latest if found.value("unit", "unit") == "quarter" else None
    kind, number = _which(found)
    if kind is None or number is None:
        return None
    year = year_number(found)
    bare = (
        year is None
        and not any(found.has(name) for name in ("last", "next", "this", "that"))
        and "year_unit" not in found.tokens.values[found.last - 1]
    )
    if bare and (found.value("ordinal", "last") or (kind == "H" and not _of_business(found))):
        return None

    def resolve(context: Context) -> Reading | None:
        own, anchor, base = (year, "none", None) if year is not None else _year(found, context, kind, number, bare)
        if own is None or own <= 0:
            return Reading("DATE", f"XXXX-{kind}{number}", anchor="missing")
        size = 3 if kind == "Q" else 6
        first, last = months_span(own, (number - 1) * size + 1, size)
        told = Told(own, first.month, unit="quarter", absolute=year is not None)
        reading = Reading(
            "DATE", f"{own:04d}-{kind}{number}", first, last, Precision.SEASON, known=("quarter",), told=told
        )
        approximate = _by_fiscal_year(found)
        return replace(reading, anchor=anchor, anchor_date=base, approximate=approximate)

    return resolve


def _by_fiscal_year(found: Found) -> bool:
    """A fiscal year begins in another month from country to country: its quarters lie only about where written."""
    return any("fiscal" in found.tokens.values[index] for index in range(found.first, found.last))


def _which(found: Found) -> tuple[str | None, int | None]:
    """Q or H, and which one."""
    if found.has("q"):
        return "Q", int(found.value("q", "q") or 0)
    if found.has("half_name"):
        return "H", int(found.value("half_name", "half_name") or 0)
    kind = "H" if found.value("unit", "half_of") else "Q" if found.value("unit", "unit") == "quarter" else None
    most = 2 if kind == "H" else 4
    if found.has("latter"):
        return (kind, 2) if kind == "H" else (None, None)
    digits = "".join(character for character in found.word("nth") if character.isdecimal())
    number = int(digits) if digits else int(found.value("ordinal", "ordinal") or 0)
    number = most if number == -1 else number
    return (kind, number) if 1 <= number <= most else (None, None)


def _year(found: Found, context: Context, kind: str, number: int, bare: bool) -> tuple[int | None, str, date | None]:
    base, anchor = context.narration() if found.has("that") else context.anchor() if not bare else context.publication()
    if base is None:
        return None, "missing", None
    step = -1 if found.has("last") else 1 if found.has("next") else 0
    if bare and context.tense <= 0 and (number - 1) * 3 + 1 > base.month:
        step = -1
    return base.year + step, anchor, base


def _latest(context: Context) -> Reading | None:
    """The quarter just told, or the last one that was over on publication."""
    told = context.last_told("month")
    if told is not None and told.unit == "quarter" and told.start is not None:
        return of_unit(told.start, "quarter", anchor="narration", anchor_date=told.start)
    base, anchor = context.publication()
    if base is None:
        return Reading("DATE", "XXXX-QX", anchor="missing")
    return of_unit(shift(base, -1, "quarter"), "quarter", known=("quarter",), anchor=anchor, anchor_date=base)


def _of_business(found: Found) -> bool:
    """The first half of a year, not of a match: its sentence speaks of sales, output and the like."""
    tokens = found.tokens
    for step in (-1, 1):
        index = found.first - 1 if step < 0 else found.last
        for _ in range(REACH):
            if not 0 <= index < len(tokens.words) or ends_sentence(tokens, index):
                break
            if "business" in tokens.values[index]:
                return True
            index += step
    return False
