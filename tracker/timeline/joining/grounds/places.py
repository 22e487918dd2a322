"""Where."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tracker.resources import world
from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.telling import Telling

NEARBY = 40.0
"""Kilometres within which two names mean one place (a palace and its city, a border village and its crossing)."""
BROAD = ("", "online")
"""What says nothing of a place on the ground."""


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_place``, ``same_country`` (one names only the country), ``other_place``, ``other_country``."""
    here, there = one.location.casefold(), other.location.casefold()
    if not (here or one.country) or not (there or other.country):
        return
    if here and (here == there or (there and (here in there or there in here)) or _nearby(one, other)):
        yield Ground("same_place", 1.0, f"the same place: {one.location}")
    elif "online" in (here, there):
        yield Ground("other_place", 1.0, f"{one.location or one.country} here, {other.location or other.country} there")
    elif one.country and other.country and one.country != other.country:
        yield Ground("other_country", 1.0, f"{one.location or one.country} is not {other.location or other.country}")
    elif _whole_country(one) or _whole_country(other):
        yield Ground("same_country", 1.0, f"the same country: {one.location}, {other.location}")
    else:
        yield Ground("other_place", 1.0, f"{one.location} is not {other.location}")


def _whole_country(telling: Telling) -> bool:
    """Whether only a country is named, not a place in it."""
    return not telling.location or is_country(telling.location, telling.country)


def is_country(name: str, code: str) -> bool:
    """Whether ``name`` is a name of the state ``code``."""
    return name.casefold() in _country_names(code)


def _nearby(one: Telling, other: Telling) -> bool:
    if None in (one.lat, one.lon, other.lat, other.lon) or _whole_country(one) or _whole_country(other):
        return False
    return kilometres(one, other) <= NEARBY


def kilometres(one: Telling, other: Telling) -> float:
    """The distance of two tellings that have coordinates (great circle)."""
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (one.lat, one.lon, other.lat, other.lon))
    arc = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(lon1 - lon2)
    return 6371.0 * math.acos(max(-1.0, min(1.0, arc)))


def _country_names(code: str) -> frozenset[str]:
    state = world.states().get(code)
    return frozenset(name.casefold() for name in (state.name, *state.names)) if state else frozenset()
