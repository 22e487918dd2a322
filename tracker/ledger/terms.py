"""Until when something holds, or which days it was made for, as its own words say: "for 60 days", "on 9-11 May"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tracker.dates import find
from tracker.ledger.facts import Fact
from tracker.models import Precision

FURTHEST = 400
"""Days after the event beyond which a day named in its text is none of its term."""
LONGEST = 31
"""Days that a date named may span and still fix a term."""
LONGEST_TERM = 20 * 365
"""Days above which a length ("for a hundred years") fixes no term that could be looked after."""
_WITHIN = re.compile(r"\bwithin\s+$", re.IGNORECASE)
_LENGTH = re.compile(r"P(?:(\d+)([DWMY])|T(\d+)H)")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


class Term(NamedTuple):
    """First day, and the earliest and latest day on which it can end; ``words`` fix it. ``None``: not told."""

    first: date | None
    least: date | None
    most: date | None
    words: str


def term_of(fact: Fact) -> Term:
    """The term of a truce or deal.

    Its own span if it has one; else the days that its text names, from its own on; else the lengths that its text
    names, counted from its first day ("60 or 120 days": either may be meant).
    """
    if fact.first and fact.last and fact.last > fact.first and fact.precision == Precision.RANGE:
        return Term(fact.first, fact.last, fact.last, "")
    if not fact.first:
        return Term(None, fact.last, fact.last, "")
    named, lengths = _told(fact.text, fact.first)
    later = [day for day in named if fact.first <= day[1] and day[1] > fact.first]
    if later:
        begin = min(max(day[0], fact.first) for day in later)
        end = max(day[1] for day in later)
        return Term(begin, end, end, later[-1][2])
    if lengths:
        least, most = min(lengths), max(lengths)
        return Term(fact.first, fact.first + least[0], fact.first + most[0], most[1])
    return Term(fact.first, None, None, "")


def fixed_for(fact: Fact) -> tuple[date, date, str] | None:
    """The days after its own for which a proposal or plan asks, as its text names them; ``None`` if it names none."""
    if fact.latest is None:
        return None
    named = [day for day in _told(fact.text, fact.latest)[0] if day[0] >= fact.latest and day[1] > fact.latest]
    if not named:
        return None
    return min(day[0] for day in named), max(day[1] for day in named), named[0][2]


def _length(value: str) -> timedelta | None:
    """A TIMEX3 duration in days after the first; hours count as the days that they reach into."""
    found = _LENGTH.fullmatch(value)
    if not found:
        return None
    days = int(found[1]) * _DAYS[found[2]] if found[1] else max(0, -(-int(found[3]) // 24) - 1)
    return timedelta(days=days) if days <= LONGEST_TERM else None


@lru_cache(maxsize=20_000)
def _told(text: str, reference: date) -> tuple[list[tuple[date, date, str]], list[tuple[timedelta, str]]]:
    days, lengths = [], []
    for one in find(text, reference=reference, domain="news"):
        length = _length(one.value) if one.timex_type == "DURATION" else None
        if one.last:
            near = (one.last - (one.first or one.last)).days <= LONGEST and (one.last - reference).days <= FURTHEST
            days += [(one.first or one.last, one.last, one.text)] if near and one.timex_type != "SET" else []
        elif length is not None and _WITHIN.search(text[: one.start]):
            days.append((reference, reference + length, f"within {one.text}"))
        elif length is not None:
            lengths.append((length, one.text))
    return days, lengths
