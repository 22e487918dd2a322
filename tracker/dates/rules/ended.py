"""A business time by its last day: "the quarter ended September 30", "the nine months ended Sept. 30, 2024", "the 12
months to March", "the fiscal year ended June 30". The date keeps an expression of its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.calendar import shift
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Meaning, Reading, value_of
from tracker.dates.rules import day as day_form
from tracker.dates.rules import month as month_form
from tracker.dates.rules.duration import period
from tracker.models import Precision

_DATE = "(?:%day%{of}?%month%|%month%(?P<day>{n31}|{nth})|%month%)(?:{comma}?%year%)?"
_BY = "(?={ended}(?:{on}|{in})?" + _DATE + ")"
PATTERNS = (
    "(?P<own>%count%{unit:unit})" + _BY,
    "(?P<own>{the}?(?P<fiscal>{fiscal})?(?P<one>{singular}))" + _BY,
)
EXAMPLES = (
    ("Profit for the quarter ended September 30 fell.", "the quarter", "2025-Q3"),
    ("Sales in the nine months ended Sept. 30, 2024 rose.", "nine months", "P9M"),
    ("Sales in the 12 months to March rose.", "12 months", "P12M"),
    ("The fiscal year ended June 30, 1998, was good.", "The fiscal year", "FY1998"),
)
NEAR_MISSES = ("The quarter ended in a fight.",)


def read(found: Found) -> Meaning | None:
    """The time that ends on the day or month written."""
    unit = str(found.value("unit", "unit") or found.value("one", "unit"))
    count = counted(found) if found.has("count") else 1
    if count is None or unit not in ("week", "month", "quarter", "year") or (found.has("fiscal") and unit != "year"):
        return None
    if found.has("one") and "to" in found.after():
        return None
    end = day_form.read(found) if found.has("day") else month_form.whole_month(found)
    return (lambda context: _until(found, end(context), count, unit)) if end else None


def _until(found: Found, end: Reading | None, count: int, unit: str) -> Reading | None:
    """The span before ``end``: a duration if counted, else a date."""
    if end is None or end.last is None:
        return Reading("DURATION", period(count, unit)) if found.has("count") else None
    last: date = end.last
    first = shift(last + timedelta(1), -count, unit)
    span = Reading("DURATION", period(count, unit), first, last, Precision.RANGE)
    if not found.has("count"):
        value = f"FY{last.year:04d}" if found.has("fiscal") else value_of(last, unit)
        span = replace(span, timex_type="DATE", value=value)
    return replace(span, anchor=end.anchor, anchor_date=end.anchor_date, implied=end.implied)
