"""The door to links that were found and that no person confirmed: asked about one at a time, answered for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd

from dashboards.data import Data
from dashboards.data_entry import AUTHOR
from tracker.errors import NotFoundError
from tracker.models import LinkKind, ReviewState
from tracker.resources.link_kind import RESPONSES
from tracker.timeline.links import PROPOSED, SURE, Finder, Known, LinkIndex, LinkProposal, find_links, links_of

__all__ = ["SURE", "Asked", "FoundLinks", "answer_link", "found_links"]

States = tuple[str, ...]
STANDING: States = (ReviewState.ACCEPTED.value, ReviewState.PROPOSED.value)
"""Review states of the events between which links are asked about."""
_WITHOUT = ["note", "changed_at", "review_state", "report_count", "origin_count"]
"""Columns on which no link rests: a change in them does not have the links found anew."""
LONG = 5_000
"""Events above which links are found for the event asked about alone, and not for all at once."""
_KEPT = 4
"""For how many choices of review states links are kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A link that is asked about: how ``source`` stands to the earlier ``target``, and what speaks for it."""

    link: LinkProposal
    source: Mapping[str, Any]
    target: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Names it in a button; ``read_key`` reads it."""
        return f"{self.link.source} {self.link.kind.value} {self.link.target}"


@dataclass(frozen=True, slots=True)
class _Found:
    """Links of the events that count, with what they were found from, as of a revision."""

    revision: int
    frame: pd.DataFrame
    refused: frozenset[Known]
    links: tuple[LinkProposal, ...]


class FoundLinks:
    """Links between the events of the store, found anew only when something that they rest on changed."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._lock = Lock()
        self._known: dict[States, _Found] = {}

    def among(self, states: States) -> tuple[pd.DataFrame, tuple[LinkProposal, ...], int]:
        """The events in one of ``states``, the links found between them, and the revision of both."""
        with self._lock:
            known = self._refreshed(states)
        return known.frame, known.links, known.revision

    def _refreshed(self, states: States) -> _Found:
        revision = self._data.revision()
        known = self._known.get(states)
        if known and known.revision == revision:
            return known
        frame = self._data.frame()
        counted = frame[frame["review_state"].isin(states)].reset_index(drop=True)
        refused = frozenset(self._data.store.refused_links())
        same = known and known.refused == refused and _same(known.frame, counted)
        links = known.links if known and same else find_links(counted, refused=refused)
        fresh = _Found(revision, counted, refused, links)
        self._known = dict([*self._known.items()][-_KEPT:]) | {states: fresh}
        return self._known[states]

    def asked_from(self, event_id: str) -> tuple[Asked, ...]:
        """What is asked about how an event stands to earlier ones: the likeliest of each family of kinds."""
        best: dict[str, LinkProposal] = {}
        for link in (*self._data.store.asked_links(), *self._found_of(event_id)):
            if link.source == event_id:
                family = "response" if link.kind in RESPONSES else link.kind.value
                if family not in best or link.probability > best[family].probability:
                    best[family] = link
        return tuple(self._with_events(sorted(best.values(), key=_surest)))

    def asked_to(self, event_id: str) -> tuple[Asked, ...]:
        """What is asked about how later events stand to this one, the likeliest first."""
        links = (*self._data.store.asked_links(), *self._found_of(event_id))
        return tuple(self._with_events(sorted((one for one in links if one.target == event_id), key=_surest)))

    def _found_of(self, event_id: str) -> tuple[LinkProposal, ...]:
        """Links found from and to an event; of a long timeline only those from it, among the events around it."""
        frame = self._data.frame()
        if len(frame) <= LONG:
            return self.among(STANDING)[1]
        row = frame[frame["event_id"] == event_id]
        if row.empty or row["date_start"].isna().any():
            return ()
        near = frame["conflict"].isin([row["conflict"].iloc[0], ""]) & frame["review_state"].isin(STANDING)
        near &= (frame["date_start"] <= row["date_start"].iloc[0]).fillna(value=False)
        around = pd.concat([frame[near & frame["event_id"].ne(event_id)].tail(LONG), row]).reset_index(drop=True)
        finder = Finder(LinkIndex(around), links_of(around), self._data.store.refused_links())
        return tuple(link for link in finder.find(event_id) if link.probability >= PROPOSED)

    def _with_events(self, links: list[LinkProposal]) -> Iterator[Asked]:
        for link in links:
            try:
                yield Asked(link, self._data.event(link.source), self._data.event(link.target))
            except NotFoundError:
                continue


def _same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    return bool(one.drop(columns=_WITHOUT).equals(other.drop(columns=_WITHOUT)))


def _surest(link: LinkProposal) -> tuple[float, str, str]:
    return -link.probability, link.source, link.target


_BOOKS: WeakKeyDictionary[Data, FoundLinks] = WeakKeyDictionary()


def found_links(data: Data) -> FoundLinks:
    """The one keeper of found links of an app."""
    return _BOOKS.setdefault(data, FoundLinks(data))


def answer_link(data: Data, key: str, *, same: bool, reason: str = "") -> int:
    """A person says whether the link that ``key`` names is one; kept as a decision by hand. The batch to undo."""
    source, kind, target = key.split(" ")
    state = ReviewState.ACCEPTED if same else ReviewState.DISMISSED
    return data.store.link(source, LinkKind(kind), target, by=AUTHOR, at=data.now(), why=reason, state=state)
