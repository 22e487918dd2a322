"""Planned events, and those whose day has passed without a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.ledger.facts import Fact, Facts
from tracker.ledger.table import COMMON, Row, entry, while_fresh
from tracker.ledger.waiting import Days, past
from tracker.ledger.words import day, names, phrase, said, when
from tracker.models import LinkKind, Precision, Status
from tracker.timeline.frame import TEXT
from tracker.timeline.links import SURE

LABEL = "Planned"
MEANING = (
    "One row for each planned event. State: ahead, today, perhaps past (some of its possible days have passed), "
    "past its day (no report that it took place), no day told, came true, called off, perhaps settled (a link "
    "that no person confirmed)."
)
ORDER = 4
COLUMNS = {**COMMON, "actors": (TEXT, "Codes of those who take part, separated by semicolons.")}


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows, the longest overdue last; ``days`` count since its day."""
    planned = [fact for fact in facts.all.values() if fact.status == Status.PLANNED]
    for fact in sorted(planned, key=lambda fact: (str(fact.latest), fact.event_id), reverse=True):
        yield _row(facts, fact)


def _row(facts: Facts, fact: Fact) -> Row:
    days = Days(past(fact.latest, facts.as_of), past(fact.earliest, facts.as_of))
    state, told, closes = _standing(facts, fact)
    who = names(fact.by, fact.conflict)
    why = phrase("{who}: planned for {when}; {told}.", who=who, when=when(fact), told=told)
    return entry(fact, state, days, why, while_fresh(closes, days), actors=";".join(fact.by))


def _standing(facts: Facts, fact: Fact) -> tuple[str, str, str]:
    settled = facts.to(fact, LinkKind.CAME_OF, LinkKind.CALLED_OFF, LinkKind.CARRIES_OUT)
    sure = [tie for tie in settled if tie.probability >= SURE]
    if sure:
        dropped = sure[-1].kind == LinkKind.CALLED_OFF or sure[-1].source.status == Status.CALLED_OFF
        return "called off" if dropped else "came true", said(sure[-1].source), ""
    if settled:
        told = phrase("{event} may be it", event=said(settled[-1].source, settled[-1].probability))
        return "perhaps settled", told, phrase("Confirm that this is what was planned, or say that it is not.")
    return _unsettled(fact, facts.as_of)


def _unsettled(fact: Fact, as_of: date) -> tuple[str, str, str]:
    """How a plan stands of which nothing was heard."""
    closes = phrase("A report that it took place, was put off or was called off.")
    if fact.earliest is None:
        return "no day told", phrase("no day is told for it"), closes
    if fact.precision == Precision.OPEN and fact.last is None:
        begun = fact.earliest < as_of
        return "no day told" if begun else "ahead", phrase("no last day is told for it"), closes if begun else ""
    if (fact.latest or fact.earliest) < as_of:
        return "past its day", phrase("no report that it took place by {day}", day=day(as_of)), closes
    if fact.earliest < as_of:
        return "perhaps past", phrase("it may have been before {day}", day=day(as_of)), closes
    today = fact.earliest == fact.latest == as_of
    if today:
        return "today", phrase("today is its day"), closes
    return "ahead", phrase("its day is still to come"), ""
