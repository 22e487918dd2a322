"""EDTF (ISO 8601-2, levels 0 and 1 as the event model uses them): written and read for a day, month, season, year or
interval.

Seasons are 21-24 (spring to winter); ``~`` marks what is approximate; an open end is ``..``. What no single EDTF
date says (a week, a third of a month) is an interval of two days.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.dates.calendar import SEASON_MONTHS, Span, make, month_span, season_span, year_span
from tracker.errors import DateError
from tracker.models import Precision

SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_OPEN = ("..", "")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Interval(NamedTuple):
    """First and last day (``None``: that end is open), how exactly they are known, and whether approximately."""

    first: date | None
    last: date | None
    precision: Precision | None
    approximate: bool = False


def write(first: date | None, last: date | None, precision: Precision | None, approximate: bool = False) -> str:
    """The EDTF of an interval: ``2025-07-23``, ``2022-02``, ``2025-21``, ``2025-05-23/2025-05-25``, ``2025-06-02/..``.

    Empty if nothing is known. A month, season or year is written short only if its interval is the whole of it.
    """
    mark = "~" if approximate else ""
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"{_day(first, mark)}/{_day(last, mark)}"
    if first == last:
        return _day(first, mark)
    return (
        (_whole(first, last, precision) + mark)
        if _whole(first, last, precision)
        else f"{_day(first, mark)}/{_day(last, mark)}"
    )


def _day(day: date | None, mark: str) -> str:
    return ".." if day is None else day.isoformat() + mark


def _whole(first: date, last: date, precision: Precision | None) -> str:
    """The short form of a whole year, month or season, or nothing."""
    if precision in (Precision.RANGE, Precision.DAY, Precision.WEEK, Precision.OPEN):
        return ""
    if (first, last) == year_span(first.year):
        return f"{first.year:04d}"
    if (first, last) == month_span(first.year, first.month):
        return f"{first.year:04d}-{first.month:02d}"
    for season, code in SEASON_CODES.items():
        if (
            first.month == SEASON_MONTHS[season][0]
            and first.year < 9999
            and (first, last) == season_span(first.year, season)
        ):
            return f"{first.year:04d}-{code}"
    return ""


@lru_cache(maxsize=4096)
def read(text: str) -> Interval:
    """The interval that an EDTF string means; raises ``DateError`` if it is none or no calendar has it."""
    written = text.strip()
    if "/" in written:
        return _read_interval(written)
    approximate = written.endswith(("~", "?", "%"))
    span, precision = _read_date(written.rstrip("~?%"), text)
    return Interval(*span, precision, approximate)


def _read_interval(written: str) -> Interval:
    left, right = written.split("/", 1)
    approximate = "~" in written or "?" in written or "%" in written
    if left in _OPEN and right in _OPEN:
        raise DateError(f'"{written}" has no end that is known.', advice="Give at least one day.")
    first = None if left in _OPEN else _read_date(left.rstrip("~?%"), written)[0][0]
    last = None if right in _OPEN else _read_date(right.rstrip("~?%"), written)[0][1]
    if first is None or last is None:
        return Interval(first, last, Precision.OPEN, approximate)
    if last < first:
        raise DateError(f'"{written}" ends before it begins.', advice="Put the earlier date first.")
    return Interval(first, last, Precision.RANGE, approximate)


def _read_date(part: str, whole: str) -> tuple[Span, Precision]:
    found = _DATE.fullmatch(part)
    if not found:
        return _read_other(part, whole)
    year, month, day = (int(piece) if piece else None for piece in found.groups())
    if year == 0 or year is None:
        raise _no_date(whole)
    if month is None:
        return year_span(year), Precision.YEAR
    if 21 <= month <= 24 and day is None and year < 9999:
        season = next(name for name, code in SEASON_CODES.items() if code == month)
        return season_span(year, season), Precision.SEASON
    if not 1 <= month <= 12:
        raise _no_date(whole)
    if day is None:
        return month_span(year, month), Precision.MONTH
    one = make(year, month, day)
    if one is None:
        raise _no_date(whole)
    return (one, one), Precision.DAY


def _read_other(part: str, whole: str) -> tuple[Span, Precision]:
    """Rarer EDTF ("199X", "2004-XX"): the edtf package bounds it."""
    from edtf import parse_edtf  # noqa: PLC0415  slow to import, rarely needed
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parsed = parse_edtf(part)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        span = date(low.tm_year, low.tm_mon, low.tm_mday), date(high.tm_year, high.tm_mon, high.tm_mday)
    except (EDTFParseException, AttributeError, ValueError, TypeError, IndexError, OverflowError) as error:
        raise _no_date(whole) from error
    return span, Precision.RANGE


def _no_date(text: str) -> DateError:
    return DateError(
        f'"{text}" is no date.',
        advice='Write a day such as 2025-05-16, a month "2025-05", a year or "2025-05-16/2025-05-18".',
    )
