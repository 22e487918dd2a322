"""Lines that tell nothing themselves: questions, terms listed behind a colon; and hosts told with what they host."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, verb_forms, verb_like
from tracker.events.described import is_present
from tracker.events.line import Line, Token
from tracker.events.mood import PERFECT, PLUPERFECT, PRESENT, PROGRESSIVE, REAL
from tracker.events.reading import Reading
from tracker.models import Role, TimeExpression
from tracker.resources.event_type import TALKING
from tracker.resources.grammar import grammar, words_of

OCCASION_REACH = 5
"""Tokens before the noun of an encounter among which stands what leads to it: "after five days of military talks"."""
DATE_REACH = 3
"""Tokens behind it among which its own date stands."""
SUBJECT_LENGTH = 4
"""Tokens between "which" and its verb that name only who says it."""


def untold(candidate: Candidate, reading: Reading, told: Sequence[Candidate]) -> bool:
    """Whether a candidate is no event of its own, for where it stands or for what its line tells beside it."""
    lines = reading.lines
    if is_question(lines[candidate.line]) or _is_term(lines, candidate.line):
        return True
    if candidate.type.from_speech and (_in_passing(candidate, reading) or _recalled(candidate, reading)):
        return True
    if (
        _only_runs_them(candidate, reading, told)
        or _is_regular(candidate, reading)
        or _only_a_state(candidate, reading)
    ):
        return True
    return _only_hosts(candidate, told) or _only_occasion(candidate, reading, told)


def _recalled(candidate: Candidate, reading: Reading) -> bool:
    """Whether a position is only recalled: in the pluperfect of a relative clause or of one of time ("the sanctions
    that A had threatened"), as what something is called ("in what A hailed as"), or as one held time and again.
    """
    line, head = reading.lines[candidate.line], candidate.head
    clause = clause_of(reading.clauses[candidate.line], head)
    before = [token.word for token in line.tokens[max(0, head - SUBJECT_LENGTH) : head]]
    recalls = clause.opener in words_of("untold_recalling") or _describes(line, clause, reading.language)
    if candidate.mood.tense == PLUPERFECT and recalls:
        return before[-1:] != [","]
    if not words_of("untold_what").isdisjoint(before[:-1]) and not words_of("attribution_ends") & set(before):
        return True
    return not words_of("untold_habit").isdisjoint(before[-2:])


def _is_regular(candidate: Candidate, reading: Reading) -> bool:
    """Whether the present tells what is done time and again, on no one day ("aid is delivered on a regular basis")."""
    if candidate.mood.tense not in {PRESENT, PROGRESSIVE}:
        return False
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    words = " ".join(token.text.lower() for token in reading.lines[candidate.line].tokens[clause.first : clause.last])
    return any(f" {phrase} " in f" {words} " for phrase in words_of("untold_regular"))


def _only_a_state(candidate: Candidate, reading: Reading) -> bool:
    """Whether it only sums up that people came to harm, on no day and nobody counted ("people have been killed")."""
    line, mood = reading.lines[candidate.line], candidate.mood
    harm = line.tokens[candidate.head].word in words_of("roles_harm")
    if not (harm and mood.passive and mood.tense == PERFECT):
        return False
    counted = {*grammar(reading.language).numbers}
    told = any(word[:1].isdigit() or word in counted for word in (token.word for token in line.tokens))
    return not (told or line.times() or line.words & words_of("untold_many"))


def _only_occasion(candidate: Candidate, reading: Reading, told: Sequence[Candidate]) -> bool:
    """Whether an encounter of no day only says when or where another act was done ("agreed after weeks of talks")."""
    if not candidate.noun or not _is_encounter(candidate):
        return False
    tokens = reading.lines[candidate.line].tokens
    reach = range(candidate.head - 1, max(-1, candidate.head - 1 - OCCASION_REACH), -1)
    led = next((i for i in reach if tokens[i].word in words_of("untold_leading")), None)
    if led is None or tokens[led].word not in words_of("untold_occasion"):
        return False
    before = tokens[led : candidate.head + 1]
    if any(not words_of("untold_long").isdisjoint([token.word]) or _measures(token) for token in before):
        return False
    near = (token.mention for token in tokens[led : candidate.last + DATE_REACH])
    if any(isinstance(one, TimeExpression) and one.first for one in near):
        return False
    return any(one.line == candidate.line and not _is_encounter(one) for one in told)


def _measures(token: Token) -> bool:
    """Whether a token is an expression that counts how long something took ("after two weeks of talks")."""
    time = token.mention
    return isinstance(time, TimeExpression) and not (time.first or time.last) and len(token.text.split()) > 1


def _is_encounter(candidate: Candidate) -> bool:
    return candidate.type.group == TALKING and candidate.type.mutual


def _in_passing(candidate: Candidate, reading: Reading) -> bool:
    """Whether a relative clause only says on whose word something stands ("fighters that it says are paid by Chad",
    "the men Chad says are spies").
    """
    line = reading.lines[candidate.line]
    if line.tokens[candidate.head].word not in _passing(reading.language):
        return False
    if line.tokens[candidate.head - 1].word == ",":  # "Chad, which met nobody, said after the round that"
        return False
    verbs = reading.grammar.verbs
    if line.tokens[min(candidate.head + 1, len(line.tokens) - 1)].word in {*verbs.be, *verbs.have, *verbs.future}:
        return True
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    between = range(clause.first + 1, candidate.head)
    subject = any(line.tokens[i].mention or line.tokens[i].word in reading.grammar.speech.pronouns for i in between)
    if clause.opener not in words_of("untold_relative") or not subject or len(between) > SUBJECT_LENGTH:
        return False
    return clause.opener != "that" or _describes(line, clause, reading.language)


def _describes(line: Line, clause: Clause, language: str) -> bool:
    """Whether "that" leads to what describes a noun ("the men that A freed"), not to what is said ("said that A")."""
    if clause.opener != "that" or not clause.first:
        return False
    before = line.tokens[clause.first - 1]
    content = before.mention is not None or verb_like(before.word, language)  # "said on Monday that A hopes"
    return not (content or before.word in words_of("untold_before_content"))


@cache
def _passing(language: str) -> frozenset[str]:
    return verb_forms(tuple(sorted(words_of("untold_passing"))), language)


def is_question(line: Line) -> bool:
    """Whether a line only asks, in nobody's words ("Are the talks near their end?")."""
    words = [token.word for token in line.tokens]
    return words[-1:] == ["?"] and not any(word in words_of("attribution_quotes") for word in words)


def _is_term(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is one of the terms listed behind a colon: "They agreed to: - free all prisoners; - ..."."""
    words = [token.word for token in lines[number].tokens[:2]]
    if len(words) < 2 or words[0] not in words_of("untold_bullets") or not is_present(words[1]):
        return False
    before = number
    while before and lines[before].tokens[0].word in words_of("untold_bullets"):
        before -= 1
    return lines[before].tokens[-1].word == ":"


def _only_runs_them(candidate: Candidate, reading: Reading, told: Sequence[Candidate]) -> bool:
    """Whether it only says, of no day, who ran an encounter told before ("The talks were chaired by Norway")."""
    line = reading.lines[candidate.line]
    runs = verb_forms(grammar(reading.language).classes["broker"], reading.language)
    if candidate.type.frame.subject is not Role.MEDIATOR or candidate.mood.mood != REAL:
        return False
    if line.tokens[candidate.head].word not in runs or not any(_is_encounter(one) for one in told):
        return False
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    tokens = line.tokens[clause.first : clause.last]
    words = [token.word for token in tokens]
    if any(isinstance(token.mention, TimeExpression) for token in tokens):
        return False
    pointing, named = words_of("coreference_pointing"), _encounters(reading.language)
    return any(word in named and not pointing.isdisjoint(words[max(0, i - 2) : i]) for i, word in enumerate(words))


@cache
def _encounters(language: str) -> frozenset[str]:
    """The nouns of single encounters: no process, which lasts while it is run."""
    classes = grammar(language).classes
    return frozenset({*classes["encounter"], *classes["talks"]}) - words_of("untold_lasting")


def _only_hosts(candidate: Candidate, told: Sequence[Candidate]) -> bool:
    """Whether who mediates is told only with what he mediates ("the talks were held through mediation by A")."""
    if candidate.type.frame.subject is not Role.MEDIATOR or not candidate.noun:
        return False
    hosts = {code for code, role in candidate.roles.items() if role is Role.MEDIATOR}
    beside = [one for one in told if one.line == candidate.line and one.type.mutual and one.type is not candidate.type]
    return any(hosts & {code for code, role in other.roles.items() if role is Role.MEDIATOR} for other in beside)
