"""Appeals to those who fight: of which type they are hangs on who makes them, a mediator, the UN or a bystander."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.clauses import verb_forms
from tracker.events.reading import Reading, third_parties
from tracker.models import Role
from tracker.resources.event_type import event_types
from tracker.resources.grammar import words_of

REACH = 14
"""Tokens behind "urged" among which stands what is asked for."""


def weighed(told: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates, each appeal of the type that who makes it gives it."""
    mediators = {code for one in told for code, role in one.roles.items() if role is Role.MEDIATOR}
    return [_weighed(one, reading, mediators) for one in told]


def _weighed(one: Candidate, reading: Reading, mediators: set[str]) -> Candidate:
    line = reading.lines[one.line]
    makers = {code for code, role in one.roles.items() if role is Role.INITIATOR}
    if one.noun or not makers or not reading.sides or line.tokens[one.head].word not in _appealing(reading.language):
        return one
    if one.type.bystander and all(stands_by(code, reading, mediators) for code in makers):
        return _as(one, one.type.bystander)
    asked = {token.word for token in line.tokens[one.head : one.head + REACH]}
    entitled = makers <= mediators | words_of("appeals_entitled")
    ends = asked & words_of("appeals_ending") or asked & set(reading.grammar.classes["truce"])
    addressed = reading.opposing({code for code, role in one.roles.items() if role is Role.TARGET})
    if one.type.entitled and addressed and entitled and ends:
        return _as(one, one.type.entitled)
    return one


def stands_by(code: str, reading: Reading, mediators: set[str]) -> bool:
    """Whether somebody is neither a side nor an organisation nor a mediator of the text."""
    return not reading.side_of(code) and code not in third_parties() and code not in mediators


def _as(one: Candidate, name: str) -> Candidate:
    kind = event_types()[name]
    return replace(one, type=kind, trigger=kind.trigger[0])


@cache
def _appealing(language: str) -> frozenset[str]:
    return verb_forms(tuple(sorted(words_of("appeals_verbs"))), language)
