"""Values of reports as a reader would say them."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.models import Actor, Quantity, Role
from tracker.resources.world import states
from tracker.timeline.joining.numbers import EACH, TOTAL
from tracker.timeline.links.naming import name_of

_SIDES = {EACH: "each", TOTAL: "in total"}
_ROLES = {
    Role.INITIATOR: ("acts", "act"),
    Role.PARTICIPANT: ("takes part", "take part"),
    Role.TARGET: ("is addressed", "are addressed"),
    Role.MEDIATOR: ("mediates", "mediate"),
}


def numbers_in_words(quantities: Iterable[Quantity], conflict: str) -> str:
    """``390 prisoners each, 5 civilians for Ukraine``."""
    told = (
        f"{one.value:,} {one.what} {_SIDES.get(one.side) or f'for {name_of(one.side, conflict)}'}" for one in quantities
    )
    return ", ".join(sorted(told, key=lambda words: words.split(" ", 1)[1]))


def actors_in_words(actors: Iterable[Actor], conflict: str) -> str:
    """``Russia and Ukraine take part, Türkiye mediates``."""
    named: dict[Role, list[str]] = {}
    for one in actors:
        named.setdefault(one.role, []).append(name_of(one.code, conflict))
    parts = []
    for role, (one_does, many_do) in _ROLES.items():
        names = sorted(set(named.get(role, ())))
        if names:
            parts.append(f"{listed(names)} {one_does if len(names) == 1 else many_do}")
    return ", ".join(parts)


def place_in_words(location: str, country: str) -> str:
    """``Istanbul, Türkiye``; the country's name alone where no place in it is told."""
    state = states().get(country)
    name = state.name if state else country
    return ", ".join(dict.fromkeys(part for part in (location, name) if part))


def listed(names: list[str]) -> str:
    """``A, B and C``."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
