"""Days counted from another event that the sentence dates: "two weeks after the raid of May 5, they signed"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tracker.dates import edtf
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of
from tracker.events.lasting import VALUE, length_of, placed
from tracker.events.line import Line
from tracker.events.mood import NONE, PAST, REAL
from tracker.models import Precision, TimeExpression
from tracker.resources.grammar import words_of

OPENING = 3
"""Tokens among which a clause begins that opens its sentence ("Some two weeks after ...")."""
LIMIT_REACH = 3


def counted(candidate: Candidate, line: Line, parts: tuple[Clause, ...], published: date) -> TimeExpression | None:
    """The day of an act that a measure of time puts before or behind a day told in the clause beside it; of "less than
    a week after" all the days of the measure. ``None`` if none does.
    """
    own = clause_of(parts, candidate.head)
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, NONE} and not candidate.noun
    if not told or any(time.first for _, time in line.times(own.first, own.last)):
        return None
    for n, clause in enumerate(parts):
        beside = own.last == clause.first or (clause.first <= OPENING and own.first == clause.last)
        if not beside or clause.opener not in words_of("counted_from"):
            continue
        told_there = line.times(clause.first, _with_its_aside(parts, n).last)
        days = [(i, time) for i, time in told_there if time.first and time.first == time.last]
        if len(days) == 1 and days[0][1].first and days[0][1].first <= published:
            i, time = days[0]
            between = [token.word for token in line.tokens[clause.first : min(i, clause.last - 1)]]
            apart = "," in between  # "days before it, on May 2, they met"
            try:
                return None if apart else _counted_from(time, days[0][1].first, line, clause)
            except (ValueError, OverflowError):  # "9,000 years before the war of 1914"
                return None
    return None


def _with_its_aside(parts: tuple[Clause, ...], n: int) -> Clause:
    """The clause, or the relative clause that goes on behind it ("a day before the vote, which began on Monday")."""
    behind = parts[n + 1] if n + 1 < len(parts) else parts[n]
    return behind if behind.opener in words_of("bind_relative") else parts[n]


def _counted_from(time: TimeExpression, day: date, line: Line, clause: Clause) -> TimeExpression | None:
    """The day that the measure right before the clause gives; raises ``ValueError`` or ``OverflowError`` if no calendar
    holds it.
    """
    step, side = _measure(line, clause), 1 if clause.opener in words_of("lasting_after") else -1
    if step is None:
        return None
    length, unit = step
    then = day + side * length
    before = [token.text.lower() for token in line.tokens[max(0, clause.first - 1 - LIMIT_REACH) : clause.first]]
    words = f" {' '.join(before)} "
    if any(f" {limit} " in words for limit in words_of("counted_limit")):
        first, last = sorted((day, then))
        whole = edtf.write(first, last, Precision.RANGE)
        return replace(time, first=first, last=last, precision=Precision.RANGE, edtf=whole, rule="counted")
    if any(f" {vague} " in words for vague in words_of("counted_vague")):
        return None
    return placed(time, then, unit, "counted")


def _measure(line: Line, clause: Clause) -> tuple[relativedelta | timedelta, str] | None:
    """How long, and its unit, the words right before a clause tell: "two weeks", "hours", "the day"."""
    lasts = clause.first > 1 and line.tokens[clause.first - 2].word in words_of("lasting_for")
    if not clause.first or lasts:  # "shelled it for two days before"
        return None
    token = line.tokens[clause.first - 1]
    if isinstance(token.mention, TimeExpression):
        match = VALUE.match(token.mention.value)
        if match is not None and not token.mention.first:
            return length_of(match), match["unit"] or "D"
        return (timedelta(), "D") if token.mention.value in words_of("counted_hours") else None
    led = [one.word for one in line.tokens[max(0, clause.first - 2) : clause.first - 1]]
    if token.word in words_of("counted_next_day") and led == ["the"]:
        return timedelta(days=1), "D"
    return (timedelta(), "D") if token.word in words_of("bind_moments") else None
