"""Ceasefires: in force, past their end, broken and on whose word."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.ledger.facts import Fact, Facts, Tie
from tracker.ledger.standing import breach_told, whose_word
from tracker.ledger.table import COMMON, Row, entry, while_fresh
from tracker.ledger.terms import Term, term_of
from tracker.ledger.waiting import Days, past, waited
from tracker.ledger.words import day, listed, many, names, phrase, said, when
from tracker.models import LinkKind, Status
from tracker.timeline.frame import DAY, TEXT

LABEL = "Ceasefires"
MEANING = (
    "One row for each ceasefire declared or in effect. State: announced (it begins later), in force, end not told"
    " (begun, and no end known), broken (a breach told as fact), disputed (a breach alleged on one side's word, "
    "or each side accuses the other), perhaps over (the words allow an end before this day and one after), past "
    "its end, called off."
)
ORDER = 5
COLUMNS = {
    **COMMON,
    "by": (TEXT, "Codes of those who declared or keep it, separated by semicolons."),
    "begins": (DAY, "First day of its term."),
    "ends_least": (DAY, "Earliest day on which its term can end; empty if not told."),
    "ends_most": (DAY, "Latest day on which its term can end."),
    "breach_ids": (TEXT, "Ids of breaches reported, separated by semicolons."),
    "on_whose_word": (TEXT, "Codes of those on whose word alone breaches stand, separated by semicolons."),
}
LATELY = 30
"""Days after its end during which a ceasefire asks for word of what came after, at most: no longer than its term."""
AT_LEAST = 7
"""The same, at least: a truce of a day asks for a week."""


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows, the latest first; ``days`` count since the end, or since the beginning while none is over."""
    for fact in reversed(facts.of("ceasefire")):
        if fact.status in (Status.OCCURRED, Status.ONGOING) and fact.earliest:
            yield _row(facts, fact)


def _row(facts: Facts, fact: Fact) -> Row:
    term = term_of(fact)
    breaches = facts.to(fact, LinkKind.BREAKS)
    state, told, closes = _standing(facts, fact, term, breaches)
    over = state == "past its end" and term.most
    days = Days(past(term.most, facts.as_of), past(term.least, facts.as_of)) if over else waited(fact, facts.as_of)
    if over and ((days.least or 0) > _asked_for(term) or _resumed(term, breaches)):
        closes = ""
    words = [f"{names(fact.by, fact.conflict)} ({when(fact)})", told]
    words += [_breached(breaches)] if breaches else []
    return entry(
        fact, state, days, f"{'; '.join(words)}.", while_fresh(closes, days),
        by=";".join(fact.by), begins=term.first, ends_least=term.least, ends_most=term.most,
        breach_ids=";".join(tie.source.event_id for tie in breaches),
        on_whose_word=";".join(dict.fromkeys(code for tie in breaches for code in whose_word(tie.source))),
    )  # fmt: skip


def _standing(facts: Facts, fact: Fact, term: Term, breaches: list[Tie]) -> tuple[str, str, str]:
    ended = facts.to(fact, LinkKind.CALLED_OFF)
    if ended:
        return "called off", phrase("called off: {event}", event=said(ended[-1].source, ended[-1].probability)), ""
    if term.first and term.first > facts.as_of:
        return (
            "announced",
            phrase("it is to begin on {day}", day=day(term.first)),
            phrase("A report that it took effect on {day}.", day=day(term.first)),
        )
    if term.most and term.most < facts.as_of:
        gone = past(term.most, facts.as_of) or 0
        return (
            "past its end",
            many(
                "its term ended on {day}, {count} day ago",
                "its term ended on {day}, {count} days ago",
                gone,
                day=day(term.most),
            ),
            phrase("A report that it was prolonged or that fighting resumed."),
        )
    until = phrase("its term runs until {day}", day=day(term.most)) if term.most else phrase("no end is told")
    if breaches:
        alleged = all(whose_word(tie.source) for tie in breaches)
        closes = phrase("Word of both sides on whether it holds, or of its end.")
        return "disputed" if alleged else "broken", until, closes
    if term.least and term.least < facts.as_of:
        return (
            "perhaps over",
            phrase("its term ended on {first} or ends on {last}", first=day(term.least), last=day(term.most)),
            phrase("A report that it ended or goes on."),
        )
    state = "in force" if term.most else "end not told"
    return state, until, phrase("A report of a breach, of its end or of its prolongation.")


def _asked_for(term: Term) -> int:
    """For how many days after its end a ceasefire asks for word."""
    length = (term.most - term.first).days + 1 if term.first and term.most else LATELY
    return max(AT_LEAST, min(LATELY, length))


def _resumed(term: Term, breaches: list[Tie]) -> bool:
    """Whether fighting is told of after the term: what came after it is known."""
    return any(tie.source.earliest and term.most and tie.source.earliest > term.most for tie in breaches)


def _breached(breaches: list[Tie]) -> str:
    return listed(breach_told(tie) for tie in breaches[-2:])
