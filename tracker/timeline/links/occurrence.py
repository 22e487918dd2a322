"""One event as links see it: its cells read once, its days as numbers, its words as stems."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from tracker.errors import RowError
from tracker.models import Actor, LinkKind, Quantity, Role
from tracker.timeline.cells import read_actors, read_links, read_names, read_quantities


@dataclass(frozen=True, eq=False)
class Occurrence:
    """An event of the timeline; ``first`` and ``last`` count days from 0001-01-01, ``None`` where open.

    ``row`` is its place in the timeline, ``stems`` are the content words of title, description, quote, place, track
    and persons, ``head`` those of the title alone, ``text`` its sentences, small letters.
    """

    row: int
    event_id: str
    event_type: str
    status: str
    first: int | None
    last: int | None
    actors: tuple[Actor, ...]
    persons: frozenset[str]
    location: str
    quantities: tuple[Quantity, ...]
    round: int | None
    track: str
    conflict: str
    title: str
    text: str
    quote: str
    stems: frozenset[int] = frozenset()
    head: frozenset[int] = frozenset()

    @property
    def named_so(self) -> str:
        """How a reason names it: its title in quotes, or its id where it has none."""
        return f"“{self.title}”" if self.title else self.event_id

    @cached_property
    def codes(self) -> frozenset[str]:
        """All who take part in any role."""
        return frozenset(actor.code for actor in self.actors)

    def named(self, *roles: Role) -> frozenset[str]:
        """The codes of those in one of ``roles``."""
        if roles not in self._named:
            self._named[roles] = frozenset(actor.code for actor in self.actors if actor.role in roles)
        return self._named[roles]

    @cached_property
    def _named(self) -> dict[tuple[Role, ...], frozenset[str]]:
        return {}

    @property
    def dated(self) -> bool:
        """Whether any day is known."""
        return self.first is not None or self.last is not None

    @property
    def earliest(self) -> int:
        """The first day on which it can lie; its last if that is open; 0 if undated."""
        return self.first if self.first is not None else self.last or 0

    @property
    def latest(self) -> int:
        """The last day on which it can lie; its first if that is open; 0 if undated."""
        return self.last if self.last is not None else self.first or 0


class Known(NamedTuple):
    """A link that stands already."""

    source: str
    kind: LinkKind
    target: str


TEXTS = ("title", "description", "quote")
"""Columns whose sentences tell what an event is about."""
SUBJECTS = (*TEXTS, "location", "track", "persons")
"""Columns whose words are looked at."""


def occurrence_of(row: int, cells: dict[str, Any], stems: frozenset[int], head: frozenset[int]) -> Occurrence:
    """The event in ``cells`` (plain values, days as ordinals); a cell that cannot be read counts as empty."""
    return Occurrence(
        row=row,
        event_id=cells["event_id"],
        event_type=cells["event_type"],
        status=cells["status"],
        first=cells["first"],
        last=cells["last"],
        actors=_lenient(read_actors, cells["actors"]),
        persons=frozenset(read_names(cells["persons"].casefold())),
        location=cells["location"].casefold(),
        quantities=_lenient(read_quantities, cells["quantities"]),
        round=cells["round"],
        track=cells["track"],
        conflict=cells["conflict"],
        title=cells["title"],
        text=". ".join(cells[name] for name in TEXTS if cells[name]),
        quote=cells["quote"],
        stems=stems,
        head=head,
    )


def _lenient(read: Any, cell: str) -> tuple[Any, ...]:
    with contextlib.suppress(RowError):
        return tuple(read(cell))
    return ()


def links_in(event_id: str, cell: str) -> list[Known]:
    """The links that an event's cell ``links`` holds."""
    return [Known(event_id, kind, target) for kind, target in _lenient(read_links, cell)]
