"""What a line tells once for several days: "three rounds were held on 3 May, 9 May and 2 June", "in 1994 and again in
2005".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.events.candidate import Candidate
from tracker.events.line import Token
from tracker.events.reading import Reading
from tracker.models import TimeExpression
from tracker.resources.grammar import words_of

PAIR = 2


def on_each_day(told: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """Of each candidate dated by the first of several days one for each further day."""
    return [again for one in told for again in _again(one, reading)]


def _again(candidate: Candidate, reading: Reading) -> list[Candidate]:
    line = reading.lines[candidate.line]
    at = next((i for i, token in enumerate(line.tokens) if token.mention is candidate.time), -1)
    if at < 0 or candidate.type.from_speech or candidate.time_rule != "own clause":
        return []
    days, end = _listed(line.tokens, at)
    words = {token.word for token in line.tokens[at:end]}
    counted = {token.word for token in line.tokens[max(0, candidate.first - PAIR) : candidate.last]}
    apart = len(days) >= PAIR or "again" in words or not words_of("several_two").isdisjoint(counted)
    if not (days and apart and words_of("several_last") & words):
        return []
    counted_events = words_of("several_counted")  # each of the three rounds is one
    candidate.quantities = [one for one in candidate.quantities if one.what not in counted_events]
    return [_on(candidate, day) for day in days]


def _listed(tokens: Sequence[Token], at: int) -> tuple[list[TimeExpression], int]:
    """The days listed behind the one at token ``at``, and where the list ends."""
    days: list[TimeExpression] = []
    i = end = at + 1
    while i < len(tokens):
        time = tokens[i].mention
        if isinstance(time, TimeExpression):
            if not (time.first and time.last):
                break
            days.append(time)
            end = i + 1
        elif tokens[i].word not in words_of("several_between"):
            break
        i += 1
    return days, end


def _on(candidate: Candidate, day: TimeExpression) -> Candidate:
    """The candidate as it is told of another day."""
    return replace(
        candidate,
        time=day,
        roles=dict(candidate.roles),
        persons=list(candidate.persons),
        quantities=list(candidate.quantities),
        more=list(candidate.more),
        rules=dict(candidate.rules),
    )
