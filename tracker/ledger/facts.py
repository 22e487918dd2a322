"""What a timeline tells by a given day: the events that the ledger needs, and the links between them."""

from __future__ import annotations

import contextlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any, Protocol

import pandas as pd

from tracker.errors import RowError
from tracker.models import Actor, LinkKind, Precision, Quantity, ReviewState, Role, Status
from tracker.resources import event_types
from tracker.timeline.cells import read_actors, read_quantities
from tracker.timeline.frame import values_of
from tracker.timeline.links import LIKELY, links_of

CONTEXT = "context"
"""The group of types that stand around the negotiations: the ledger has no entry for them."""


class LinkLike(Protocol):
    """A link: known (``tracker.timeline.links.Known``) or found (``LinkProposal``, which has a ``probability``)."""

    @property
    def source(self) -> str:
        """Id of the later event."""

    @property
    def kind(self) -> LinkKind:
        """How it stands to the earlier one."""

    @property
    def target(self) -> str:
        """Id of the earlier event."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as the ledger counts with it. ``sure`` is false if, by the day asked for, it may not have been yet."""

    event_id: str
    event_type: str
    status: str
    first: date | None
    last: date | None
    precision: str
    title: str
    text: str
    actors: tuple[Actor, ...]
    quantities: tuple[Quantity, ...]
    round: int | None
    location: str
    claimed_by: str
    track: str
    conflict: str
    sure: bool = True

    @property
    def earliest(self) -> date | None:
        """The first day on which it can lie, or the only end known."""
        return self.first or self.last

    @property
    def latest(self) -> date | None:
        """The last day on which it can lie, or the only end known."""
        return self.last or self.first

    def named(self, *roles: Role) -> tuple[str, ...]:
        """The codes of those in one of ``roles``, in the order told."""
        return tuple(dict.fromkeys(actor.code for actor in self.actors if actor.role in roles))

    @property
    def bound(self) -> tuple[str, ...]:
        """Between whom it is: participants, with the mediator where only one is told."""
        parties = self.named(Role.PARTICIPANT)
        return parties if len(parties) > 1 else self.named(Role.PARTICIPANT, Role.INITIATOR, Role.TARGET, Role.MEDIATOR)

    @property
    def by(self) -> tuple[str, ...]:
        """Who acts: initiators, else participants, else mediators."""
        return self.named(Role.INITIATOR) or self.named(Role.PARTICIPANT) or self.named(Role.MEDIATOR)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two facts; ``probability`` is 1 where a person or a source has set it."""

    source: Fact
    kind: LinkKind
    target: Fact
    probability: float = 1.0


class Facts:
    """The events and links that are known by ``as_of``; dismissed events are left out.

    An event counts from its first possible day on; while its last possible day is still to come it is not ``sure``,
    unless it is told as a span (then it has begun). Planned events count always, since their day lies ahead.
    """

    def __init__(self, frame: pd.DataFrame, as_of: date, links: Iterable[LinkLike] = ()) -> None:
        self.as_of = as_of
        self.all: dict[str, Fact] = {}
        context = [one.name for one in event_types().values() if one.group == CONTEXT]
        kept = (frame["review_state"] != ReviewState.DISMISSED) & ~frame["event_type"].isin(context)
        known = frame[kept.to_numpy(dtype=bool)]
        start = known["date_start"].fillna(known["date_end"])
        begun = start <= pd.Timestamp(as_of)
        known = known[(begun | (known["status"] == Status.PLANNED)).to_numpy(dtype=bool)]
        for row in known[_CELLS].to_dict("records"):
            fact = _fact(row, as_of)
            self.all[fact.event_id] = fact
        self._of_type: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(self.all.values(), key=_order):
            self._of_type[fact.event_type].append(fact)
        self._to: dict[str, list[Tie]] = defaultdict(list)
        self._from: dict[str, list[Tie]] = defaultdict(list)
        self._tie(known, links)

    def _tie(self, frame: pd.DataFrame, links: Iterable[LinkLike]) -> None:
        best: dict[tuple[str, LinkKind, str], float] = {}
        for link in (*links_of(frame), *links):
            key = (link.source, LinkKind(link.kind), link.target)
            probability = float(getattr(link, "probability", 1.0))
            if probability >= LIKELY and link.source in self.all and link.target in self.all:
                best[key] = max(best.get(key, 0.0), probability)
        for (source, kind, target), probability in sorted(best.items()):
            tie = Tie(self.all[source], kind, self.all[target], probability)
            if _order(tie.source) >= _order(tie.target)[:1]:
                self._to[target].append(tie)
                self._from[source].append(tie)
        for ties in self._to.values():
            ties.sort(key=lambda tie: _order(tie.source))

    def of(self, *types: str) -> list[Fact]:
        """The facts of these types, in order of time."""
        found = [fact for name in types for fact in self._of_type.get(name, ())]
        return sorted(found, key=_order) if len(types) > 1 else found

    def after(self, day: date, *types: str) -> Iterator[Fact]:
        """The facts of these types that cannot lie before ``day``, in order of time; without a look at the earlier."""
        parts = []
        for name in types:
            listed = self._of_type.get(name, [])
            parts.append(listed[bisect_left(listed, day, key=lambda fact: fact.earliest or date.max) :])
        return (fact for fact in merge(*parts, key=_order) if fact.earliest)

    def to(self, fact: Fact, *kinds: LinkKind) -> list[Tie]:
        """The links that later events have to ``fact``, in order of time."""
        return [tie for tie in self._to.get(fact.event_id, ()) if tie.kind in kinds]

    def since(self, fact: Fact, *kinds: LinkKind) -> list[Tie]:
        """The links that ``fact`` has to earlier events."""
        return [tie for tie in self._from.get(fact.event_id, ()) if tie.kind in kinds]


_CELLS = [
    "event_id", "event_type", "status", "date_start", "date_end", "date_precision", "title", "description", "quote",
    "actors", "quantities", "round", "location", "claimed_by", "track", "conflict",
]  # fmt: skip


def _order(fact: Fact) -> tuple[date, str]:
    return fact.earliest or date.max, fact.event_id


def _fact(row: dict[Any, Any], as_of: date) -> Fact:
    cells = values_of(row)
    first, last, precision = cells["date_start"], cells["date_end"], cells["date_precision"]
    spans = precision in (Precision.DAY, Precision.RANGE, Precision.OPEN)
    latest = first if spans and first else last
    return Fact(
        event_id=cells["event_id"],
        event_type=cells["event_type"],
        status=cells["status"],
        first=first,
        last=last,
        precision=precision,
        title=cells["title"] or cells["event_id"],
        text=". ".join(cells[name].rstrip(".") for name in ("title", "description", "quote") if cells[name]),
        actors=_lenient(read_actors, cells["actors"]),
        quantities=_lenient(read_quantities, cells["quantities"]),
        round=cells["round"],
        location=cells["location"],
        claimed_by=cells["claimed_by"],
        track=cells["track"],
        conflict=cells["conflict"],
        sure=latest is not None and latest <= as_of,
    )


def _lenient(read: Any, cell: str) -> tuple[Any, ...]:
    with contextlib.suppress(RowError):
        return tuple(read(cell))
    return ()
