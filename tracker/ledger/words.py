"""Names and days as the ledger's sentences say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.ledger.facts import Fact
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.links.naming import name_of


def listed(words: Iterable[str], last: str = "and") -> str:
    """The words as "A, B and C"; empty for none."""
    told = list(dict.fromkeys(words))
    return f" {last} ".join(part for part in (", ".join(told[:-1]), *told[-1:]) if part)


def names(codes: Iterable[str], conflict: str) -> str:
    """The actors' names, listed; "nobody named" for none."""
    return listed(name_of(code, conflict) for code in codes) or "nobody named"


def when(fact: Fact) -> str:
    """The event's date in words."""
    return date_in_words(fact.first, fact.last, fact.precision)


def day(one: date | None) -> str:
    """A day in words."""
    return date_in_words(one, one, "day")


def said(fact: Fact, probability: float = 1.0) -> str:
    """An event as a sentence refers to it: its title and date, and how sure the link to it is if it is not certain."""
    doubt = "" if probability >= 1 else f", {probability:.0%} sure to belong here"
    return f'"{fact.title}" ({when(fact)}{doubt})'
