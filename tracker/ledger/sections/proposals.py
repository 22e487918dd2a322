"""Proposals and who has not answered them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.ledger.facts import Fact, Facts, Tie
from tracker.ledger.table import COMMON, Row, entry, while_fresh
from tracker.ledger.terms import fixed_for
from tracker.ledger.waiting import past, waited
from tracker.ledger.words import day, listed, many, names, phrase, said, when
from tracker.models import LinkKind, Role, Status
from tracker.resources.ledger_words import ledger_words
from tracker.timeline.frame import TEXT
from tracker.timeline.links import SURE
from tracker.timeline.links.cues import phrases

LABEL = "Proposals"
MEANING = (
    "One row for each proposal, or offer to mediate, and each actor to whom it was made. State: open (no answer),"
    " none yet (a source says that there is none), perhaps answered (the answer or its day is not sure), "
    "accepted, refused, countered, taken up (what was proposed followed), answered (with a position that is "
    "neither yes nor no), joint (several put it forward and it names nobody else), withdrawn, lapsed (the day it "
    "was made for passed without an answer)."
)
ORDER = 1
COLUMNS = {
    **COMMON,
    "by": (TEXT, "Codes of those who put it forward, separated by semicolons."),
    "to": (TEXT, "Code of the one to whom; empty if nobody is named."),
    "answer_ids": (TEXT, "Ids of this actor's answers, separated by semicolons."),
    "claimed_by": (TEXT, "On whose word alone the proposal stands."),
}
SILENCE = "none yet"
_ANSWERING = (LinkKind.ANSWERS, LinkKind.CARRIES_OUT, LinkKind.CAME_OF)


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows, the latest proposal first."""
    for fact in reversed(facts.of("proposal", "mediation")):
        if fact.status == Status.PLANNED or (fact.event_type == "mediation" and not fact.named(Role.TARGET)):
            continue
        for asked in fact.named(Role.TARGET) or ("",):
            if asked not in fact.by:
                yield _row(facts, fact, asked)


def _row(facts: Facts, fact: Fact, asked: str) -> Row:
    answers = [tie for tie in facts.to(fact, *_ANSWERING) if not asked or asked in _speakers(tie.source)]
    days = waited(fact, facts.as_of)
    own: dict[str, Any] = {
        "by": ";".join(fact.by),
        "to": asked,
        "answer_ids": ";".join(dict.fromkeys(tie.source.event_id for tie in answers)),
        "claimed_by": fact.claimed_by,
    }
    state, told, closes = _standing(facts, fact, asked, answers)
    return entry(fact, state, days, f"{_opening(fact, asked)}; {told}.", while_fresh(closes, days), **own)


def _opening(fact: Fact, asked: str) -> str:
    """The sentence's first half: who put it forward, to whom and when."""
    by, whom = names(fact.by, fact.conflict), names([asked], fact.conflict)
    if fact.by and asked:
        return phrase("{by} put it forward to {whom} ({when})", by=by, whom=whom, when=when(fact))
    if fact.by:
        return phrase("{by} put it forward ({when})", by=by, when=when(fact))
    if asked:
        return phrase("It was put forward to {whom} ({when})", whom=whom, when=when(fact))
    return phrase("It was put forward ({when})", when=when(fact))


def _standing(facts: Facts, fact: Fact, asked: str, answers: list[Tie]) -> tuple[str, str, str]:
    """State, the sentence's second half, and what would close it."""
    who = names([asked], fact.conflict) if asked else phrase("those asked")
    silent = [tie for tie in answers if kind_of(tie) == SILENCE]
    answers = [tie for tie in answers if tie not in silent]
    sure = [tie for tie in answers if tie.probability >= SURE and tie.source.sure]
    if sure:
        last = _deciding(sure)
        return kind_of(last), phrase("{who} answered: {event}", who=who, event=said(last.source, last.probability)), ""
    withdrawn = facts.to(fact, LinkKind.CALLED_OFF)
    if withdrawn:
        told = said(withdrawn[-1].source, withdrawn[-1].probability)
        return "withdrawn", phrase("it was taken back: {event}", event=told), ""
    if answers:
        told = listed(said(tie.source, tie.probability) for tie in answers[-2:])
        return (
            "perhaps answered",
            phrase("{event} may be the answer of {who}", event=told, who=who),
            phrase("Confirm that this is the answer, or say that it is not."),
        )
    return _unanswered(facts, fact, asked, silent)


def _unanswered(facts: Facts, fact: Fact, asked: str, silent: list[Tie]) -> tuple[str, str, str]:
    """As ``_standing``, where no answer is known; ``silent`` tells of silence."""
    who = names([asked], fact.conflict) if asked else phrase("those asked")
    term = fixed_for(fact)
    if term and term[1] < facts.as_of:
        lapsed = many(
            'no answer from {who} is known, and the day it was made for ("{words}", {day}) passed {count} day ago',
            'no answer from {who} is known, and the day it was made for ("{words}", {day}) passed {count} days ago',
            past(term[1], facts.as_of) or 0,
            who=who,
            words=term[2],
            day=day(term[1]),
        )
        return "lapsed", lapsed, ""
    if not asked and len(fact.by) > 1:
        return "joint", phrase("it names nobody else to answer it"), ""
    closes = phrase("A report that {who} accepted, refused or answered it, or that it was taken back.", who=who)
    days = waited(fact, facts.as_of)
    if silent:
        told = said(silent[-1].source, silent[-1].probability)
        unanswered = phrase(
            "no answer from {who} is known after {days}, as {event} says too", who=who, days=days, event=told
        )
        return SILENCE, unanswered, closes
    return "open", phrase("no answer from {who} is known after {days}", who=who, days=days), closes


def kind_of(tie: Tie) -> str:
    """What an answer was, by its type (``data/ledger.toml``); "none yet" if it only tells that there was none."""
    silence = ledger_words().silence
    if tie.source.event_type in silence.types and phrases(silence.words).search(tie.source.text):
        return SILENCE
    return ledger_words().answers.get(tie.source.event_type, "answered")


def _deciding(answers: list[Tie]) -> Tie:
    """The last answer that says yes or no, or takes it up; else the last of all."""
    clear = [tie for tie in answers if kind_of(tie) in ("accepted", "refused", "taken up")]
    return (clear or answers)[-1]


def _speakers(answer: Fact) -> tuple[str, ...]:
    return (*answer.named(Role.INITIATOR), *answer.named(Role.PARTICIPANT), *answer.named(Role.MEDIATOR))
