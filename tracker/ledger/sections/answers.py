"""Answers, and how long they took."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.ledger.facts import Facts, Tie
from tracker.ledger.sections.proposals import kind_of
from tracker.ledger.table import COMMON, Row, entry
from tracker.ledger.waiting import taken
from tracker.ledger.words import names, phrase, said, when, word
from tracker.models import LinkKind
from tracker.timeline.frame import TEXT
from tracker.timeline.links import SURE

LABEL = "Answers"
MEANING = (
    "One row for each answer to something put forward earlier, with the days it took. State: accepted, refused, "
    "countered, taken up, answered, none yet (a report of silence); or perhaps, if no person confirmed that it "
    "answers this. Nothing is open here: a proposal that waits is open in its own section."
)
ORDER = 2
COLUMNS = {
    **COMMON,
    "by": (TEXT, "Codes of those who answer, separated by semicolons."),
    "answers_id": (TEXT, "Id of what is answered."),
    "answer": (TEXT, "What the answer was: accepted, refused, countered, taken up, answered."),
    "probability": ("Float64", "How probable it is that this answers that; 1 if a person or source says so."),
}


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows, the latest answer first; ``days`` are those from the offer to the answer."""
    ties = [tie for fact in facts.all.values() for tie in facts.since(fact, LinkKind.ANSWERS)]
    for tie in sorted(ties, key=lambda tie: (_day(tie), tie.source.event_id, tie.target.event_id), reverse=True):
        yield _row(tie)


def _day(tie: Tie) -> str:
    return str(tie.source.earliest)


def _row(tie: Tie) -> Row:
    days = taken(tie.target, tie.source)
    sure = tie.probability >= SURE and tie.source.sure
    who = names(tie.source.by, tie.source.conflict)
    told = {
        "who": who,
        "when": when(tie.source),
        "event": said(tie.target, tie.probability),
        "answer": word(kind_of(tie)),
    }
    why = (
        phrase("{who} ({when}) within a day on {event}: {answer}.", **told)
        if days == (0, 0)
        else phrase("{who} ({when}) after {days} on {event}: {answer}.", days=days, **told)
    )
    return entry(
        tie.source,
        kind_of(tie) if sure else "perhaps",
        days,
        why,
        "" if sure else phrase("Confirm that this answers that, or say that it does not."),
        urgent=False,
        by=";".join(tie.source.by),
        answers_id=tie.target.event_id,
        answer=kind_of(tie),
        probability=tie.probability,
    )
