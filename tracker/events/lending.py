"""The date that one clause of a sentence lends to what another tells: "ended a round on Monday, agreeing to a swap"."""

from __future__ import annotations

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, participles
from tracker.events.free import encounters
from tracker.events.line import Line
from tracker.events.mood import NONE, PAST, REAL
from tracker.events.skeleton import inserted
from tracker.models import TimeExpression
from tracker.resources.grammar import words_of

SINCE = "since"
OPENING = 3
"""Tokens among which a date stands that opens its sentence ("late on Monday, ...")."""
NOUN_REACH = 7
"""Tokens behind "at" among which the noun of an occasion stands ("at the second round of peace talks")."""


def lent(line: Line, own: Clause, candidate: Candidate) -> TimeExpression | None:
    """The date of another clause that dates an undated act; ``None`` if none does.

    A participle behind a comma goes with the main clause; a date that opens its sentence dates all that is told in it
    as done; what came about "at the talks in Rome, which took place on May 3," is of that day.
    """
    if candidate.mood.mood != REAL or candidate.trigger.undated or any(line.times(own.first, own.last)):
        return None
    if candidate.noun and candidate.type.mutual:
        return None
    return _with_main_clause(line, own, candidate) or _of_opening(line, own, candidate) or _of_occasion(line, candidate)


def on_its_part(
    line: Line, candidate: Candidate, times: dict[int, TimeExpression], language: str
) -> dict[int, TimeExpression]:
    """Of a sentence's dates those that an act can have that a participle put in tells: its own, and one that opens the
    sentence ("the accord, brokered by Egypt, provides for elections in June").
    """
    if not times or candidate.type.group not in words_of("lending_parted"):
        return times
    aside = inserted(line, language)
    first = last = candidate.head
    while first - 1 in aside:
        first -= 1
    while last in aside:
        last += 1
    word = line.tokens[min(first + 1, candidate.head)].word
    if (
        candidate.head not in aside
        or line.tokens[first].word != ","
        or not (word.endswith("ed") or word in participles())
    ):
        return times
    return {i: time for i, time in times.items() if first < i < last or i < OPENING}


def _with_main_clause(line: Line, own: Clause, candidate: Candidate) -> TimeExpression | None:
    """As in "held talks in Rome on Monday, signing a protocol"."""
    head = line.tokens[candidate.head].word
    if own.opener != "," or not head.endswith("ing") or candidate.head > own.first + 2 or candidate.mood.tense != NONE:
        return None
    for i, time in reversed(line.times(0, own.first)):
        if _is_day(time) and SINCE not in {token.word for token in line.tokens[max(0, i - 3) : i]}:
            return time
    return None


def _of_opening(line: Line, own: Clause, candidate: Candidate) -> TimeExpression | None:
    """As in "On Monday, Chad accepted the plan, while Libya rejected it"."""
    if own.opener not in words_of("lending_openers") or candidate.mood.tense != PAST or candidate.noun:
        return None
    for i, time in line.times(0, OPENING):
        if [token.word for token in line.tokens[i + 1 : i + 2]] == [","] and _is_day(time):
            return time
    return None


def _of_occasion(line: Line, candidate: Candidate) -> TimeExpression | None:
    """As in "At a meeting held on May 3, Chad and Libya agreed to open the border"."""
    words = [token.word for token in line.tokens]
    noun = next((i for i in range(1, min(NOUN_REACH, candidate.head)) if words[i] in encounters()), 0)
    if words[0] not in words_of("lending_at") or not noun or candidate.mood.tense != PAST or candidate.noun:
        return None
    for i, time in line.times(noun, candidate.head):
        if "," in words[i + 1 : i + 2] and words[i - 1] != SINCE and _is_day(time):
            return time
    return None


def _is_day(time: TimeExpression) -> bool:
    return time.first is not None and time.last is not None and time.timex_type in {"DATE", "TIME"}
