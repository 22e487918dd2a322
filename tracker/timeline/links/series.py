"""Events of one series (the stages of an exchange, the breaches of a truce), and what was found of their links."""

from __future__ import annotations

from collections import defaultdict

from tracker.models import LinkKind
from tracker.timeline.links.cues import cues
from tracker.timeline.links.index import LinkIndex
from tracker.timeline.links.occurrence import Occurrence

NEAR = 14
"""Days within which events of one type and the same actors, without a number of their own, may be one series."""


class Series:
    """Remembers the links found so far, to ask what an event's neighbours in its series link to."""

    def __init__(self, index: LinkIndex) -> None:
        self._index = index
        self._found: dict[tuple[str, frozenset[str]], list[tuple[int, LinkKind, str, float]]] = defaultdict(list)
        self._roots: dict[str, tuple[float, str]] = {}

    def learn(self, source: str, kind: LinkKind, target: str, probability: float) -> None:
        """Keep a link; those of events that are not in the timeline are left out."""
        row = self._index.row_of.get(source)
        if row is None or probability < 0.25:
            return
        event = self._index.event(row)
        self._found[_key(event)].append((row, kind, target, probability))
        if event.event_type == RENEWED and kind == LinkKind.CARRIES_OUT and cues().renews(event):
            self._roots[source] = max(self._roots.get(source, (0.0, "")), (probability, target))

    def root(self, event_id: str) -> str:
        """The first of the deals that ``event_id`` renews, directly or not; itself if it renews none for sure."""
        seen = {event_id}
        while True:
            probability, target = self._roots.get(event_id, (0.0, ""))
            if probability < RENEWAL or target in seen:
                return event_id
            seen.add(target)
            event_id = target

    def kin(self, event: Occurrence, kind: LinkKind, target: str) -> tuple[float, str]:
        """The highest probability with which an earlier neighbour of ``event`` links to ``target``, and its id."""
        best, name = 0.0, ""
        if event.event_type not in SERIAL or not event.dated:
            return best, name
        for row, found_kind, found_target, probability in reversed(self._found.get(_key(event), [])[-20:]):
            if found_kind != kind or found_target != target or probability <= best:
                continue
            other = self._index.event(row)
            if other.event_id != event.event_id and _one_series(event, other):
                best, name = probability, other.event_id
        return best, name


RENEWED = "agreement"
"""The type whose events renew each other."""
RENEWAL = 0.4
"""Probability from which an agreement is taken to renew another."""
SERIAL = frozenset({"prisoner_exchange", "remains_transfer", "humanitarian", "violation"})
"""Types whose events come in stages."""


def _key(event: Occurrence) -> tuple[str, frozenset[str]]:
    sides = frozenset(actor.code for actor in event.actors if actor.role != "mediator")
    return event.event_type, sides


def _one_series(event: Occurrence, other: Occurrence) -> bool:
    if not 0 <= event.earliest - other.latest <= NEAR:
        return False
    if event.round is not None and other.round is not None:
        return event.round == other.round
    return True
