"""Whether an agreement holds: breaches, departures, returns, and the end of its term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.ledger.facts import Fact, Facts, Tie
from tracker.ledger.terms import term_of
from tracker.ledger.words import day, names, phrase, said
from tracker.models import LinkKind


@dataclass(frozen=True)
class Standing:
    """``fate`` is broken, lapsed, disputed or empty (it holds, as far as told); ``words`` say why."""

    fate: str = ""
    words: str = ""

    def state(self, *, started: bool) -> str:
        """The state of an agreement that was (or was not) carried out at all."""
        return self.fate or ("in part" if started else "not yet")


def standing_of(facts: Facts, family: list[Fact], deeds: list[Tie]) -> Standing:
    """How an agreement with its renewals (``family``) stands; what was done or renewed after a breach heals it."""
    signs = [one.earliest for one in (*(tie.source for tie in deeds), *family[1:]) if one.earliest]
    signs += [tie.source.earliest for one in family for tie in _returns(facts, one) if tie.source.earliest]
    healed = max(signs, default=date.min)
    left = _last(facts, family, LinkKind.CALLED_OFF, healed)
    if left:
        event = said(left.source, left.probability)
        if not left.source.claimed_by:
            return Standing("lapsed", phrase("left or put off: {event}", event=event))
        who = names([left.source.claimed_by], left.source.conflict)
        return Standing("disputed", phrase("left or put off on the word of {who}: {event}", who=who, event=event))
    breach = _last(facts, family, LinkKind.BREAKS, healed)
    if breach:
        return Standing("disputed" if whose_word(breach.source) else "broken", breach_told(breach))
    return _term(facts, family)


def whose_word(breach: Fact) -> tuple[str, ...]:
    """On whose word alone a breach stands: one side's, or that of several who accuse each other; none if it is fact."""
    if breach.claimed_by:
        return (breach.claimed_by,)
    return breach.by if len(breach.by) > 1 else ()


def breach_told(tie: Tie) -> str:
    """A breach in words, and on whose word it stands."""
    event, word = said(tie.source, tie.probability), whose_word(tie.source)
    who = names(word, tie.source.conflict)
    if tie.source.claimed_by:
        return phrase("a breach on the word of {who}: {event}", who=who, event=event)
    if word:
        return phrase("a breach of which {who} accuse each other: {event}", who=who, event=event)
    return phrase("a breach: {event}", event=event)


def _returns(facts: Facts, fact: Fact) -> list[Tie]:
    return [tie for tie in facts.to(fact, LinkKind.ANSWERS) if tie.source.event_type == "acceptance"]


def _last(facts: Facts, family: list[Fact], kind: LinkKind, healed: date) -> Tie | None:
    ties = [tie for one in family for tie in facts.to(one, kind) if (tie.source.earliest or date.min) > healed]
    return max(ties, key=lambda tie: (str(tie.source.earliest), tie.source.event_id), default=None)


def _term(facts: Facts, family: list[Fact]) -> Standing:
    """The end of the last term that the agreement or a renewal names, if it names numbers of people by none of them."""
    if family[0].quantities:
        return Standing()
    ends = [(term.least, term.most, one) for one in family if (term := term_of(one)).most]
    ends = [end for end in ends if end[2] is family[-1] or len(family) == 1]
    for least, most, one in ends:
        if most and most < facts.as_of:
            return Standing("lapsed", phrase("its term, by {event}, ended on {day}", event=said(one), day=day(most)))
        if least and least < facts.as_of:
            ends_when = {"event": said(one), "first": day(least), "last": day(most)}
            return Standing("disputed", phrase("its term, by {event}, ended on {first} or ends on {last}", **ends_when))
    return Standing()
