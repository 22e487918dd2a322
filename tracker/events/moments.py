"""Clauses that give their own date to what the clause beside them tells: of the same moment, or of its course."""

from __future__ import annotations

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, verb_like
from tracker.events.free import encounters
from tracker.events.line import PLACE, Line
from tracker.resources.event_type import TALKING
from tracker.resources.grammar import grammar, words_of


def at_once(line: Line, clause: Clause) -> bool:
    """Whether a clause tells of the very time of what its sentence tells ("when they met on May 2, they agreed", "hours
    after they had signed on May 2").
    """
    if clause.opener == "," and line.tokens[clause.first + 1].word.endswith("ing"):
        return True  # "the two, meeting in Doha on May 2, agreed"
    if not clause.first or clause.opener == "when":
        return line.tokens[clause.first].word == "when"
    before = line.tokens[clause.first - 1].text.lower().split()[-1:]
    return clause.opener in words_of("bind_preceding") and not words_of("bind_moments").isdisjoint(before)


def opens_with_since(line: Line, clause: Clause) -> bool:
    """Whether a sentence begins with since when what it tells has been done ("Since they met on May 2, they have")."""
    return not clause.first and line.tokens[0].word == "since"


def goes_on(line: Line, own: Clause, candidate: Candidate) -> bool:
    """Whether the candidate only says what the act told before comes to ("shelled them, breaking the truce")."""
    return own.opener == "," and candidate.head == own.first + 1 and line.tokens[candidate.head].word.endswith("ing")


def tells_its_course(line: Line, clause: Clause, candidate: Candidate) -> bool:
    """Whether a relative clause tells when the encounter before it began, ended or took place ("hosted the round that
    opened on May 2").
    """
    if clause.opener != "that" and clause.opener not in words_of("bind_aside"):
        return False
    before, behind = line.tokens[clause.first - 1].word, line.tokens[min(clause.first + 1, len(line.tokens) - 1)].word
    return candidate.type.group == TALKING and before in encounters() and behind in words_of("bind_course")


def describes(line: Line, clause: Clause) -> bool:
    """Whether a clause with "that" only describes the noun before it ("the armistice that halted the war in 1953")."""
    if clause.opener != "that" or not clause.first:
        return False
    before, behind = line.tokens[clause.first - 1].word, line.tokens[clause.first + 1 : clause.first + 2]
    told = any(verb_like(token.word, "en") and token.word not in grammar().verbs.future for token in behind)
    return told and (before[:1].isalpha() or before == PLACE) and not verb_like(before, "en")


def leads_in(line: Line, own: Clause, theirs: Clause, i: int) -> bool:
    """Whether a date is set apart between what opens a sentence and its main clause, which it dates ("Days before the
    vote, on May 2, they met").
    """
    words = [token.word for token in line.tokens]
    apart = i + 1 == own.first == theirs.last and words[i + 1 : i + 2] == [","] and "," in words[max(0, i - 2) : i]
    return apart and not any(verb_like(word, "en") for word in words[theirs.first + 1 : i])
