"""Event types and their groups: ``data/event_types/<name>.toml`` and ``data/event_groups.toml``."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from tracker.errors import UsageError
from tracker.models import Role
from tracker.resources.files import DATA, Resource, read_toml


class EventGroup(Resource):
    """A family of event types: one colour and one shape wherever it is drawn.

    ``colour`` and ``colour_dark`` are hex colours for light and dark pages, ``symbol`` is plotly's name of the shape
    and ``glyph`` the same shape as a character for chips and tables.
    """

    name: str
    label: str
    colour: str
    colour_dark: str
    symbol: str
    glyph: str
    description: str


class _Groups(Resource):
    group: tuple[EventGroup, ...]


class EventType(Resource):
    """One type of event: what it is, how it is coded elsewhere, and how texts tell it."""

    name: str
    label: str
    group: str
    description: str
    plover: str
    cameo: str
    mutual: bool
    """True if the sides take part as equals (participants); false if one acts on another."""
    roles: tuple[Role, ...]
    order: int


@cache
def event_groups() -> MappingProxyType[str, EventGroup]:
    """The groups by name, in their fixed order."""
    groups = read_toml(DATA / "event_groups.toml", _Groups).group
    return MappingProxyType({group.name: group for group in groups})


@cache
def event_types() -> MappingProxyType[str, EventType]:
    """The event types by name, in the order of the event model; one file of ``data/event_types`` each."""
    found = [read_toml(path, EventType) for path in sorted((DATA / "event_types").glob("*.toml"))]
    return MappingProxyType({one.name: one for one in sorted(found, key=lambda one: one.order)})


def event_type(name: str) -> EventType:
    """The event type called ``name``; raises ``UsageError`` that lists the known ones."""
    try:
        return event_types()[name]
    except KeyError:
        known = ", ".join(event_types())
        raise UsageError(f'There is no event type "{name}".', field="event_type", advice=f"Known: {known}.") from None
