"""Who stands at the other end of what is told without him: whose offer is answered, between whom somebody mediates,
and as what both sides stand in what they do to each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.events.candidate import Candidate
from tracker.events.mentions import give
from tracker.events.reading import Reading
from tracker.models import Role
from tracker.resources.grammar import words_of

OFFER_REACH = 6
"""Lines behind an offer in which an answer without an address answers it."""


def complete_sides(told: Sequence[Candidate], reading: Reading) -> None:
    """Gives joined events those whom their own sentences leave out."""
    for one in told:
        if one.type.name in words_of("counterparts_answers"):
            _answer_the_offer(one, told, reading)
        if one.type.frame.subject is Role.MEDIATOR:
            _between_the_sides(one, reading)
        if one.type.fill and not one.type.mutual:
            _act_together(one, reading)


def _answer_the_offer(one: Candidate, told: Sequence[Candidate], reading: Reading) -> None:
    """Of an answer that names nobody to whom it is given the target is who made the offer before it."""
    named = {m.code for _, m in reading.lines[one.line].actors()}
    givers = {code for code, role in one.roles.items() if role is Role.INITIATOR}
    targets = {code for code, role in one.roles.items() if role is Role.TARGET}
    if not givers or targets & named:
        return
    for offer in reversed([other for other in told if other.line <= one.line and other is not one]):
        if offer.type.name not in words_of("counterparts_offers"):
            continue
        if one.line - max(line for line in (offer.line, *offer.more) if line <= one.line) > OFFER_REACH:
            return
        authors = [c for c, role in offer.roles.items() if role in (Role.INITIATOR, Role.MEDIATOR)]
        if targets and Role.MEDIATOR in offer.roles.values():
            continue  # a refusal of terms is meant for the other side
        if authors and givers.isdisjoint(authors):
            for code in targets:
                del one.roles[code]
            for code in authors:
                give(one, code, Role.TARGET)
            return


def _between_the_sides(one: Candidate, reading: Reading) -> None:
    """Of a mediator alone the sides of the story are those between whom he mediates."""
    sides = reading.sides_named()
    if set(one.roles.values()) == {Role.MEDIATOR} and len(sides) > 1 and not one.codes & set(sides):
        for code in sides:
            give(one, code, one.type.frame.object)


def _act_together(one: Candidate, reading: Reading) -> None:
    """Both sides, each told to suffer what both do to each other, take part in it alike; a breach both commit. Of
    deaths that is so in clashes only.
    """
    if one.type.fact and words_of("roles_fighting").isdisjoint(reading.lines[one.line].words):
        return
    if len(one.roles) < 2 or set(one.roles.values()) != {one.type.frame.object} or not reading.opposing(one.codes):
        return
    role = Role.PARTICIPANT if "sides" in one.type.fill else one.type.frame.subject
    one.roles.update(dict.fromkeys(one.roles, role))
