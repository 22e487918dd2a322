"""People and bodies that an event counts, by what is counted and by the side that gets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tracker.ledger.facts import Fact
from tracker.models import Role
from tracker.resources.ledger_words import ledger_words

EACH, TOTAL = "each", "total"
BODIES = "bodies"
Counts = Counter[tuple[str, str]]


def living() -> tuple[str, ...]:
    """What counts living people (``data/ledger.toml``)."""
    return ledger_words().living


def sides_of(fact: Fact) -> tuple[str, ...]:
    """Between whom people change hands: the participants, else those who give and take."""
    return fact.named(Role.PARTICIPANT) or fact.named(Role.INITIATOR, Role.TARGET)


def counted(fact: Fact) -> Counts:
    """Numbers of people and bodies by (what, side); "each" is written out for each side where the sides are told."""
    counts: Counts = Counter()
    for one in fact.quantities:
        if one.what not in (*living(), BODIES):
            continue
        sides = sides_of(fact) if one.side == EACH else (one.side,)
        for side in sides or (EACH,):
            counts[one.what, side] += one.value
    return counts


def summed(counts: Counts, what: Iterable[str], side: str) -> int:
    """How many of any of ``what`` one side got; for ``total``, all sides together."""
    wanted = set(what)
    return sum(number for (kind, one), number in counts.items() if kind in wanted and side in (TOTAL, one))


def unassigned(counts: Counts, what: Iterable[str]) -> int:
    """How many of any of ``what`` are told without saying to which side they went."""
    wanted = set(what)
    return sum(number for (kind, side), number in counts.items() if kind in wanted and side == TOTAL)
