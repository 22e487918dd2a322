"""Gives each candidate the date expression that governs it: its clause's first, then its sentence's."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.models import TimeExpression

FAR = 60
OTHER_CLAUSE = 12
BEFORE = 3
TEMPORAL = frozenset({"after", "before", "since", "until", "following", "ahead", "despite", "when", "once"})
USABLE = frozenset({"DATE", "TIME", "DURATION"})


def bind(candidate: Candidate, reading: Reading, said: Said | None, rivals: Sequence[Candidate]) -> None:
    """Sets the candidate's ``time`` to the nearest expression of its sentence that is free for it."""
    line = reading.lines[candidate.line]
    times = [(i, t) for i, t in line.times() if resolved(t)]
    if not times:
        return
    parts = reading.clauses[candidate.line]
    own = clause_of(parts, candidate.head)
    ranked = sorted((_distance(line, parts, own, candidate, i, said), i) for i, _ in times)
    for distance, i in ranked:
        if distance >= FAR:
            return
        if _taken(line, parts, candidate, rivals, i, distance, said):
            continue
        candidate.time = dict(times)[i]
        candidate.time_rule = "own clause" if own.first <= i < own.last else "own sentence"
        return


def resolved(time: TimeExpression) -> bool:
    """Whether an expression says when: it has an end, and is no mere measure of how long or how often."""
    return bool(time.first or time.last) and time.timex_type in USABLE


def _distance(
    line: Line, parts: tuple[Clause, ...], own: Clause, candidate: Candidate, i: int, said: Said | None
) -> int:
    gap = max(candidate.first - i, i - candidate.last + 1, 0)
    distance = gap + (BEFORE if i < candidate.first else 0)
    if own.first <= i < own.last:
        return min(distance, FAR - 1)
    theirs = clause_of(parts, i)
    crossed = sum(1 for part in parts if min(own.first, theirs.first) < part.first <= max(own.first, theirs.first))
    distance += OTHER_CLAUSE * crossed
    if theirs.opener in TEMPORAL or own.opener in TEMPORAL:
        distance += OTHER_CLAUSE
    if theirs.opener in {"which", "who", "where", "whose"}:
        distance += 2 * OTHER_CLAUSE
    if said and said.verb >= 0 and theirs.first <= said.verb < theirs.last and not own.first <= said.verb < own.last:
        distance += OTHER_CLAUSE
    return distance


def _taken(
    line: Line,
    parts: tuple[Clause, ...],
    candidate: Candidate,
    rivals: Sequence[Candidate],
    i: int,
    distance: int,
    said: Said | None,
) -> bool:
    """Whether the expression stands in another clause with an event of its own that is nearer."""
    own = clause_of(parts, candidate.head)
    if own.first <= i < own.last:
        return False
    theirs = clause_of(parts, i)
    for rival in rivals:
        if rival is candidate or rival.head == candidate.head:
            continue
        if theirs.first <= rival.head < theirs.last and _distance(line, parts, theirs, rival, i, said) < distance:
            return True
    return False
