"""When: the same day, days that can be the same, or days that cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.models import Basis
from tracker.resources.joining_rules import joining_rules
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.joining.ground import Ground, never
from tracker.timeline.joining.telling import PRECISE, Telling
from tracker.timeline.links.naming import days

_WIDTHS = (
    (10, "within_week", "the days fit"),
    (45, "within_month", "the month fits"),
    (400, "within_year", "the year fits"),
)


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """One of ``same_day``, ``near_day``, ``within_...``, ``open_date``, ``day_off``; never for days too far apart."""
    gap = gap_of(one, other)
    if gap is None:
        yield Ground("open_date", 1.0)
        return
    if gap > 0:
        yield from _apart(one, other, gap)
        return
    widths = [side.width for side in (one, other)]
    if None in widths:
        yield Ground("open_date", 1.0, "the dates do not exclude each other")
    elif one.first == other.first and one.last == other.last:
        named = "same_day" if one.precise else _by_width(int(widths[0] or 0))[0]
        yield Ground(named, 1.0, f"the same date: {in_words(one)}")
    elif one.spans and other.spans and _share(one, other) >= 0.5:
        yield Ground("same_day", _share(one, other), "nearly the same days")
    elif any(side.spans and 0 < (side.width or 0) <= PRECISE for side in (one, other)) and 0 in widths:
        yield Ground("same_day", 0.75, f"one of its days: {in_words(one)}, {in_words(other)}")
    else:
        wide = max(width for width in widths if width is not None)
        name, words = _by_width(wide)
        yield Ground(name, 1.0, f"{words}: {in_words(one)}, {in_words(other)}")


def _apart(one: Telling, other: Telling, gap: int) -> Iterator[Ground]:
    """Intervals that do not meet: news of the day without a date of its own lags behind; else sources may err."""
    rules = joining_rules()
    later, earlier = (one, other) if (one.first or 0) > (other.last or 0) else (other, one)
    lags = later.basis == Basis.PUBLISHED and earlier.basis != Basis.PUBLISHED
    if lags and gap <= rules.news_lag:
        yield Ground("near_day", 1.0 - (gap - 1) / (rules.news_lag + 1), f"told {days(gap)} after, without a date")
    elif Basis.PUBLISHED == later.basis == earlier.basis and gap == 1:
        yield Ground("near_day", 0.5, "told on following days, without a date")
    elif gap <= rules.day_off:
        yield Ground("day_off", 0.75 + 0.25 * gap, f"{in_words(one)} is not {in_words(other)}")
    else:
        yield never(f"{in_words(one)} is not {in_words(other)}")


def gap_of(one: Telling, other: Telling) -> int | None:
    """Days between them: 0 if they can be on the same day, ``None`` if one has no date."""
    if (one.first is None and one.last is None) or (other.first is None and other.last is None):
        return None
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return max(0, low - high)


def _low(telling: Telling) -> int:
    return telling.first if telling.first is not None else 0


def _high(telling: Telling) -> int:
    return telling.last if telling.last is not None else 2**40


def _by_width(width: int) -> tuple[str, str]:
    return next(((name, words) for most, name, words in _WIDTHS if width <= most), ("open_date", "the years fit"))


def _share(one: Telling, other: Telling) -> float:
    inner = min(_high(one), _high(other)) - max(_low(one), _low(other)) + 1
    outer = max(_high(one), _high(other)) - min(_low(one), _low(other)) + 1
    return inner / outer


def in_words(telling: Telling) -> str:
    """The date of a telling in words."""
    first = date.fromordinal(telling.first) if telling.first else None
    last = date.fromordinal(telling.last) if telling.last else None
    if first and first == last:
        return date_in_words(first, last, "day")
    return date_in_words(first, last, "range" if first and last else "open")
