"""The running balance of people exchanged and bodies handed over, per side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tracker.ledger.facts import Fact, Facts
from tracker.ledger.people import BODIES, Counts, counted
from tracker.ledger.table import COMMON, Row, entry
from tracker.ledger.waiting import Days, waited
from tracker.ledger.words import names, number, phrase, when, whom, word
from tracker.models import Status
from tracker.timeline.frame import COUNT, TEXT

LABEL = "Balance"
MEANING = (
    "One row for each exchange or handover and each side that got people or bodies, with the sum so far. State: "
    "counted, not told (no number; open for a month), perhaps (its day may still be ahead; not in the sum)."
)
ORDER = 7
LATELY = 30
"""Days during which a number not told is asked for."""
COLUMNS = {
    **COMMON,
    "side": (TEXT, "Code of those who got them; total or each where the text does not say who."),
    "what": (TEXT, "What is counted; empty if no number is told."),
    "number": (COUNT, "How many in this event."),
    "sum_of_kind": (COUNT, "How many of this kind this side got so far."),
    "sum_of_people": (COUNT, "How many living people (or bodies, for bodies) this side got so far."),
}


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows in order of time."""
    by_kind: Counts = Counter()
    by_side: Counter[tuple[str, bool, str]] = Counter()
    for fact in facts.of("prisoner_exchange", "remains_transfer"):
        if fact.status not in (Status.OCCURRED, Status.ONGOING):
            continue
        counts = counted(fact)
        if not counts:
            yield _untold(facts, fact)
        for (what, side), count in sorted(counts.items()):
            key = (fact.conflict, what == BODIES, side)
            if fact.sure:
                by_kind[f"{fact.conflict} {what}", side] += count
                by_side[key] += count
            sums = {"sum_of_kind": by_kind[f"{fact.conflict} {what}", side], "sum_of_people": by_side[key]}
            yield _row(facts, fact, what, side, count, sums)


def _row(facts: Facts, fact: Fact, what: str, side: str, count: int, sums: dict[str, Any]) -> Row:
    told = {"number": number(count), "what": word(what), "whom": whom(side, fact.conflict), "when": when(fact)}
    so_far = number(sums["sum_of_people"])
    why = (
        phrase("{number} {what} {whom} ({when}); {sum} bodies so far.", sum=so_far, **told)
        if what == BODIES
        else phrase("{number} {what} {whom} ({when}); {sum} people so far.", sum=so_far, **told)
    )
    state = "counted" if fact.sure else "perhaps"
    closes = "" if fact.sure else phrase("A report of the day on which it took place.")
    return entry(fact, state, waited(fact, facts.as_of), why, closes, side=side, what=what, number=count, **sums)


def _untold(facts: Facts, fact: Fact) -> Row:
    days = waited(fact, facts.as_of)
    why = phrase("{who} ({when}); how many is not told.", who=names(fact.by, fact.conflict), when=when(fact))
    closes = phrase("A report that gives the numbers.")
    return entry(fact, "not told", days, why, closes, urgent=_lately(days), side="", what="")


def _lately(days: Days) -> bool:
    return days.least is not None and days.least <= LATELY
