"""Who takes part in an encounter that is only the occasion of what is said: "in a call on Sunday A told B that"."""

from __future__ import annotations

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.line import Line
from tracker.events.matter import is_occasion
from tracker.events.mentions import give
from tracker.models import Role
from tracker.resources.grammar import words_of

PAIR = 2
REACH = 4
"""Tokens behind a verb of telling among which stands whom one tells."""


def let_speak(candidate: Candidate, line: Line, said: Said | None, language: str) -> None:
    """Lets who speaks there, and to whom, take part in an encounter whose own words name fewer than two."""
    if not candidate.noun or said is None or said.speaker is None or not is_occasion(line, candidate.head, language):
        return
    if sum(role is Role.PARTICIPANT for role in candidate.roles.values()) >= PAIR:
        return
    if said.first <= candidate.head < said.last:
        return
    give(candidate, said.speaker.code, candidate.type.frame.subject)
    if said.verb >= 0 and line.tokens[said.verb].word in words_of("attribution_addressing"):
        told = line.actors(said.verb + 1, said.verb + REACH)
        for _, mention in told[:1]:
            give(candidate, mention.code, candidate.type.frame.subject)
