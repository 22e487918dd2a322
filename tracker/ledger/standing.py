"""Whether an agreement holds: breaches, departures, returns, and the end of its term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.ledger.facts import Fact, Facts, Tie
from tracker.ledger.terms import term_of
from tracker.ledger.words import day, names, said
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
        one_word = left.source.claimed_by
        told = f" on the word of {names([one_word], left.source.conflict)}" if one_word else ""
        return Standing(
            "disputed" if one_word else "lapsed", f"left or put off{told}: {said(left.source, left.probability)}"
        )
    breach = _last(facts, family, LinkKind.BREAKS, healed)
    if breach:
        word = whose_word(breach.source)
        return Standing("disputed" if word else "broken", f"a breach{word}: {said(breach.source, breach.probability)}")
    return _term(facts, family)


def whose_word(breach: Fact) -> str:
    """On whose word alone a breach stands, in words with a blank before; empty if it is told as fact."""
    if breach.claimed_by:
        return f" on the word of {names([breach.claimed_by], breach.conflict)}"
    if len(breach.by) > 1:
        return f" of which {names(breach.by, breach.conflict)} accuse each other"
    return ""


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
            return Standing("lapsed", f"its term, by {said(one)}, ended on {day(most)}")
        if least and least < facts.as_of:
            return Standing("disputed", f"its term, by {said(one)}, ended on {day(least)} or ends on {day(most)}")
    return Standing()
