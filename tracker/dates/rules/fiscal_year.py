"""A year of business, school or play: "fiscal 1998", "FY2025", "the 2024/25 fiscal year", "last fiscal year".
Its months differ by country, so that its days are only about those of the years written.
"""

from __future__ import annotations

import re

from tracker.dates.calendar import months_span
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, Told
from tracker.dates.rules.day import SHORT_PIVOT, year_number
from tracker.models import Precision

PATTERNS = (
    "(?:%part%|{the})?{fiscal}{year_unit}?{of}?%year%",
    "{the}?(?P<code>{fiscal_year})",
    "{the}?(?P<begin>{year4})(?:{hyphen}|{slash})(?P<end>{n99}|{n31}|{year4})(?:{fiscal}|{term_word}){year_unit}?",
    "{the}?{fiscal}{year_unit}?(?P<begin>{year4})(?:{hyphen}|{slash})(?P<end>{n99}|{n31}|{year4})",
    "%part%?{the}?(?:(?P<last>{last}|{previous}|{past})|(?P<next>{next}|{following})|{this}){fiscal}{year_unit}",
    "(?:%part%|{the}){fiscal}{year_unit}",
)
EXAMPLES = (
    ("The budget for fiscal 2026 was cut.", "fiscal 2026", "FY2026"),
    ("Sales rose in FY2025.", "FY2025", "FY2025"),
    ("Sales rose in FY 2025.", "FY 2025", "FY2025"),
    ("Sales rose in FY24.", "FY24", "FY2024"),
    ("It was paid in the 2024/25 fiscal year.", "the 2024/25 fiscal year", "2024/2025"),
    ("It was played in the 1998-99 season.", "the 1998-99 season", "1998/1999"),
    ("The law lapsed at the end of fiscal year 2024.", "the end of fiscal year 2024", "FY2024"),
    ("Last fiscal year the deficit grew.", "Last fiscal year", "FY2024"),
    ("It closes at the end of the fiscal year.", "the end of the fiscal year", "FY2025"),
)
NEAR_MISSES = ("The fiscal council met.", "FYROM changed its name.", "Fiscal policy was loosened.")


def read(found: Found) -> Meaning | None:
    """The year written or meant."""
    if found.has("code"):
        digits = [_full(piece) for piece in re.findall(r"\d+", found.word("code"))]
        return lambda _: _years(digits[0], digits[-1])
    if found.has("begin"):
        begin, end = int(found.word("begin")), _full(found.word("end"), int(found.word("begin")))
        return (lambda _: _years(begin, end)) if end == begin + 1 else None
    written = year_number(found)
    if written is not None:
        return (lambda _: _years(written, written)) if written > 0 else None
    step = -1 if found.has("last") else 1 if found.has("next") else 0

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.publication()
        if base is None:
            return Reading("DATE", "XXXX", anchor="missing")
        return _years(base.year + step, base.year + step, anchor=anchor, anchor_date=base)

    return resolve


def _full(digits: str, near: int = 0) -> int:
    """A year of four digits, from two if need be: of the century of ``near``, or else as after a month."""
    if len(digits) == 4:
        return int(digits)
    short = int(digits)
    return near // 100 * 100 + short if near else short + (1900 if short > SHORT_PIVOT else 2000)


def _years(begin: int, end: int, **more: object) -> Reading | None:
    if not 1 <= begin <= end <= 9998:
        return None
    first, last = months_span(begin, 1, 12 * (end - begin + 1))
    return Reading(
        "DATE",
        f"FY{begin:04d}" if begin == end else f"{begin:04d}/{end:04d}",
        first,
        last,
        Precision.YEAR if begin == end else Precision.RANGE,
        approximate=True,
        known=("year",),
        told=Told(begin, unit="year"),
        **more,  # type: ignore[arg-type]
    )
