"""Conflict profiles: ``data/conflicts/<slug>.toml``. What belongs to one conflict stands there and nowhere else."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import MappingProxyType

from tracker.errors import NotFoundError
from tracker.resources.files import DATA, Resource, read_toml


class ProfileActor(Resource):
    """An actor of the conflict: ``aliases`` are all words that name it (metonyms, demonyms, offices, plural forms)."""

    code: str
    name: str
    kind: str = "state"
    aliases: tuple[str, ...] = ()
    note: str = ""


class ProfilePerson(Resource):
    """A person of the conflict, and the actor for whom they speak; ``since``/``until`` bound that office."""

    name: str
    actor: str
    office: str = ""
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class ProfilePlace(Resource):
    """A place that the conflict's texts name; ``country`` is alpha-3, coordinates in degrees."""

    name: str
    country: str
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()


class Track(Resource):
    """A series of rounds, exchanges or proposals, and how texts name it."""

    name: str
    description: str = ""
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


class Conflict(Resource):
    """A conflict's profile. ``sides`` are the codes of the opposing parties; ``words`` tell the conflict from text."""

    slug: str
    name: str
    description: str = ""
    sides: tuple[tuple[str, ...], ...] = ()
    """The opposing camps, each a tuple of actor codes."""
    start: date | None = None
    end: date | None = None
    words: tuple[str, ...] = ()
    map_note: str = ""
    actor: tuple[ProfileActor, ...] = ()
    person: tuple[ProfilePerson, ...] = ()
    place: tuple[ProfilePlace, ...] = ()
    track: tuple[Track, ...] = ()


@cache
def conflicts() -> MappingProxyType[str, Conflict]:
    """The profiles by slug, sorted."""
    found = (read_toml(path, Conflict) for path in sorted((DATA / "conflicts").glob("*.toml")))
    return MappingProxyType({one.slug: one for one in found})


def conflict(slug: str) -> Conflict:
    """The profile called ``slug``; raises ``NotFoundError`` that lists the known ones."""
    try:
        return conflicts()[slug]
    except KeyError:
        known = ", ".join(conflicts())
        raise NotFoundError(f'There is no conflict "{slug}".', field="conflict", advice=f"Known: {known}.") from None
