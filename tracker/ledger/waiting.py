"""Days waited and days taken, as ranges where a date is uncertain, and in words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.ledger.facts import Fact
from tracker.ledger.words import many, number, phrase
from tracker.models import Precision


class Days(NamedTuple):
    """The least and the most days that can have passed; ``None`` where no date says. As text in words."""

    least: int | None
    most: int | None

    def __str__(self) -> str:
        if self.least is None or self.most is None:
            return phrase("an unknown number of days")
        if self.most == 0:
            return phrase("less than a day")
        if self.least == self.most:
            return many("{count} day", "{count} days", self.most)
        return many("{least} to {count} day", "{least} to {count} days", self.most, least=number(self.least))


def ends(fact: Fact) -> tuple[date | None, date | None]:
    """The first and last day on which the event can have begun: a span told as one begins on its first day."""
    if fact.precision in (Precision.RANGE, Precision.OPEN) and fact.first:
        return fact.first, fact.first
    return fact.earliest, fact.latest


def waited(fact: Fact, as_of: date) -> Days:
    """Days from the event to ``as_of``; never negative."""
    first, last = ends(fact)
    return Days(_between(last, as_of), _between(first, as_of))


def taken(fact: Fact, answer: Fact) -> Days:
    """Days from one event to another; never negative."""
    first, last = ends(fact)
    begin, end = ends(answer)
    return Days(_between(last, begin), _between(first, end))


def past(day: date | None, as_of: date) -> int | None:
    """Days since ``day``, 0 if it is still to come."""
    return _between(day, as_of)


def _between(first: date | None, last: date | None) -> int | None:
    return None if first is None or last is None else max(0, (last - first).days)
