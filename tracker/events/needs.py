"""Conditions on who takes part, as ``needs`` of types and triggers name them; one function each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from types import MappingProxyType

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of, verb_forms
from tracker.events.described import forms_of
from tracker.events.filling import told_of_both
from tracker.events.mood import PAST, PERFECT, PLANNED, PLUPERFECT
from tracker.events.quantities import number_at
from tracker.events.reading import Reading
from tracker.events.subjects import governed
from tracker.events.topic import negotiating
from tracker.models import Role
from tracker.resources.grammar import grammar, words_of

MANY = 1000
"""Dead or wounded from which an act without a day of its own is a war's whole toll."""
RECENT = 31
"""Days since when a count of dead is still news."""
PARTIES = 8
"""Tokens behind "with" among which the second of two whom somebody meets is named."""


def _actor(candidate: Candidate, _reading: Reading) -> bool:
    return bool(candidate.roles)


def _pair(candidate: Candidate, _reading: Reading) -> bool:
    return len(candidate.roles) > 1


def _opposing(candidate: Candidate, reading: Reading) -> bool:
    """The sides themselves negotiate; an encounter of nobody named is theirs if it is about ending a war."""
    line = reading.lines[candidate.line]
    if not candidate.roles and not reading.sides:
        return not line.words.isdisjoint(words_of("needs_ending_war")) or told_of_both(candidate, reading, line)
    takers = {code for code, role in candidate.roles.items() if role is not Role.MEDIATOR}
    if candidate.trigger.goes_to:
        return reading.opposing(takers & _named_before(candidate, reading))
    if len(takers) == 1 and not reading.sides and not candidate.trigger.goes_to:
        told = f" {' '.join(t.word for t in line.tokens[candidate.first : candidate.last])} "
        return any(f" {words} " in told for words in words_of("needs_peace_talks"))
    return reading.opposing(takers) and not (_met_by_another(candidate, reading) or _met_apart(candidate, reading))


def _met_apart(candidate: Candidate, reading: Reading) -> bool:
    """Whether a third party meets each side alone: "A and B will hold separate meetings with C"."""
    third = any(role is Role.PARTICIPANT and not reading.side_of(code) for code, role in candidate.roles.items())
    before = reading.lines[candidate.line].tokens[max(0, candidate.head - 1)].word
    third = third or (candidate.noun and before in words_of("needs_apart"))  # "in separate calls with A and B"
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    near = reading.lines[candidate.line].tokens[max(clause.first, candidate.first - 2) : candidate.last + PARTIES]
    words = [token.word for token in near]
    alone = (word for word, behind in pairwise([*words, ""]) if behind not in words_of("needs_one_another"))
    return third and not words_of("needs_apart").isdisjoint(alone)


def _met_by_another(candidate: Candidate, reading: Reading) -> bool:
    """Whether somebody else meets the sides: "the envoy will hold talks with A and B", "the envoy called A and B"."""
    if candidate.mood.passive or candidate.trigger.subject is Role.MEDIATOR:
        return False
    line = reading.lines[candidate.line]
    words = [token.word for token in line.tokens]
    calls = words[candidate.head] in verb_forms(grammar(reading.language).classes["meet_each"], reading.language)
    at = candidate.head
    if candidate.noun or not calls:
        led = words_of("needs_leading_to_met") if candidate.noun else {"with"}
        near = range(candidate.head, min(candidate.last + 2, len(words)))
        at = next((i for i in near if words[i] in led), 0)
        if not at:
            return False
    met = {mention.code for _, mention in line.actors(at, candidate.last + PARTIES)}
    if _means_both(" ".join(words[at + 1 : at + 4])):
        met |= {code for code in candidate.roles if reading.side_of(code)}
    if candidate.noun:
        subject = {code for code, role in candidate.roles.items() if role is Role.PARTICIPANT} - met
        return bool(subject) and reading.opposing(met) and not any(reading.side_of(code) for code in subject)
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    subject = {mention.code for _, mention in line.actors(clause.first, candidate.head)}
    return reading.opposing(met) and not any(reading.side_of(code) for code in subject)


def _means_both(words: str) -> bool:
    """Whether words begin with what means both sides: "the two armies in"."""
    return any(f"{words} ".startswith(f"{both} ") for both in words_of("needs_both"))


def _not_opposing(candidate: Candidate, reading: Reading) -> bool:
    """Somebody else meets; a visit is no negotiation, whoever goes to see whom, unless both sides go."""
    return (bool(candidate.roles) or _of_many_states(candidate, reading)) and not _opposing(candidate, reading)


def _named_before(candidate: Candidate, reading: Reading) -> set[str]:
    """Who is named before the head in its clause."""
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    return {mention.code for _, mention in reading.lines[candidate.line].actors(clause.first, candidate.head)}


def _of_many_states(candidate: Candidate, reading: Reading) -> bool:
    """Whether those who meet are only counted: "envoys of twelve countries met in Rome"."""
    line = reading.lines[candidate.line]
    words = {token.word for token in line.tokens[candidate.first : candidate.last]}
    counted = any(number_at(line, i) for i in range(candidate.first, candidate.last))
    return counted and not candidate.noun and not words.isdisjoint(words_of("needs_states"))


def _third_party(candidate: Candidate, reading: Reading) -> bool:
    actors = [code for code, role in candidate.roles.items() if role in {Role.INITIATOR, Role.MEDIATOR}]
    return bool(actors) and not any(reading.side_of(code) for code in actors)


def _traveller(candidate: Candidate, reading: Reading) -> bool:
    """Whether people travel, and not a state or its army: "the envoy went to Rome", not "Israel went into Gaza"."""
    line = reading.lines[candidate.line]
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    named = [(i, m) for i, m in line.actors(clause.first, candidate.head) if not governed(line, i)]
    if any(m.person or m.kind == "office" for _, m in named[:1]):
        return True
    words = [word for token in line.tokens[clause.first : candidate.head] for word in token.text.lower().split()]
    return not words_of("needs_travellers").isdisjoint(words)


def _truce_told(candidate: Candidate, reading: Reading) -> bool:
    truce = set(reading.grammar.classes["truce"])
    near = reading.lines[max(0, candidate.line - 1) : candidate.line + 1]
    deal = set(reading.grammar.classes["deal"])
    if any(line.words & truce for line in reading.lines) or any(line.words & deal for line in near):
        return True
    return any(f" {words} " in line.encoded for line in reading.lines for words in words_of("needs_peace"))


def _no_truce_told(candidate: Candidate, reading: Reading) -> bool:
    return not _truce_told(candidate, reading)


def _negotiation(candidate: Candidate, reading: Reading) -> bool:
    """Its own sentence speaks of talks, a truce, a deal or an offer."""
    return not reading.lines[candidate.line].words.isdisjoint(negotiating(reading.language))


def _dated(candidate: Candidate, _reading: Reading) -> bool:
    return candidate.time is not None


def _told_as_news(candidate: Candidate, reading: Reading) -> bool:
    """Dated, counted, or told in a clause of its own: not only recalled ("since Russia invaded") or summed up."""
    if _sums_up(candidate, reading) or _only_describes(candidate, reading):
        return False
    if candidate.mood.mood == PLANNED and candidate.time is None:
        return forms_of("needs_unannounced", reading.language).isdisjoint(candidate.mood.words.split())
    if candidate.time is not None or candidate.quantities or candidate.mood.mood == PLANNED:
        return True
    return clause_of(reading.clauses[candidate.line], candidate.head).opener not in words_of("needs_recalling")


def _only_describes(candidate: Candidate, reading: Reading) -> bool:
    """Whether a participle only says which people are meant, and on no day ("those seized in the raid were freed")."""
    tokens = reading.lines[candidate.line].tokens
    before = tokens[candidate.head - 1].word if candidate.head else ""
    bare = not candidate.noun and candidate.mood.words == tokens[candidate.head].word and candidate.mood.tense == PAST
    return bare and before in words_of("needs_those") and candidate.time_rule != "own clause"


def _sums_up(candidate: Candidate, reading: Reading) -> bool:
    """Whether an act only sums up a war ("the fighting has killed 4,000 people since 2012")."""
    line, published = reading.lines[candidate.line], reading.article.published
    counted = reading.grammar.counted
    if {token.word for token in line.tokens[candidate.first : candidate.last]}.isdisjoint(
        {*counted["killed"], *counted["wounded"]}
    ):
        return False
    words, time = line.words, candidate.time
    long_ago = time is None or (time.first and published and (published - time.first).days > RECENT)
    many = any(one.value and one.value >= MANY for one in candidate.quantities)
    many = many or not words.isdisjoint(words_of("needs_untold_many"))
    if many and (time is None or candidate.since) and not candidate.noun:
        return True
    lasts = candidate.mood.tense in {PERFECT, PLUPERFECT} and bool(candidate.quantities)
    return bool(lasts and long_ago and words & words_of("needs_so_far"))


def _not_only_offered(candidate: Candidate, reading: Reading) -> bool:
    """Not merely what an offer named before it contains ("the plan includes the release of ...")."""
    if candidate.time_rule == "own clause" or (
        candidate.quantities and candidate.speaker is None and not candidate.noun
    ):
        return True
    line = reading.lines[candidate.line]
    offers = set(reading.grammar.classes["offered"])
    if candidate.noun:
        offers |= words_of("needs_demanding")
    return not any(token.word in offers for token in line.tokens[: candidate.first])


OF_THE_TEXT = frozenset({"truce_told", "no_truce_told"})
"""Needs that the text alone fulfils: a match that lacks them is no rival of another."""
AFTER_DATING = frozenset({"dated", "told_as_news", "not_only_offered"})
"""Needs that can only be judged when the candidate has its date."""

NEEDS: MappingProxyType[str, Callable[[Candidate, Reading], bool]] = MappingProxyType(
    {
        "actor": _actor,
        "pair": _pair,
        "opposing": _opposing,
        "not_opposing": _not_opposing,
        "third_party": _third_party,
        "traveller": _traveller,
        "truce_told": _truce_told,
        "no_truce_told": _no_truce_told,
        "negotiation": _negotiation,
        "dated": _dated,
        "not_only_offered": _not_only_offered,
        "told_as_news": _told_as_news,
    }
)


def possible(candidate: Candidate, reading: Reading) -> bool:
    """Whether the text has what the candidate needs of it."""
    return all(NEEDS[need](candidate, reading) for need in candidate.trigger.needs if need in OF_THE_TEXT)


def met(candidate: Candidate, reading: Reading, *, dated: bool = False) -> bool:
    """Whether the candidate fulfils what its type and its trigger need; ``dated`` asks for the needs of the date."""
    needs = (*candidate.type.needs, *candidate.trigger.needs)
    return all(NEEDS[need](candidate, reading) for need in needs if (need in AFTER_DATING) == dated)
