"""The door to disagreements: what reports of one event contradict each other on, and what a person makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from dashboards.data import Data, Filter
from dashboards.data_entry import AUTHOR
from dashboards.language import _
from tracker.errors import NotFoundError
from tracker.models import Change
from tracker.timeline.joining import Behind, Disagreement, DisagreementKind, Version

__all__ = ["Behind", "Contested", "Disagreement", "DisagreementKind", "Settled", "Version", "Written", "all_contested"]


@dataclass(frozen=True, slots=True)
class Contested:
    """An event and what its reports contradict each other on."""

    event: Mapping[str, Any]
    found: tuple[Disagreement, ...]

    @property
    def open(self) -> tuple[Disagreement, ...]:
        """Those that nobody settled."""
        return tuple(one for one in self.found if not one.settled)


@dataclass(frozen=True, slots=True)
class Settled:
    """How, when and by whom a disagreement was settled; ``both`` says that both versions were kept."""

    batch: int
    at: datetime
    by: str
    both: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What a decision wrote: the batch to undo, and the event that was opened by it, if one was."""

    batch: int
    opened: str = ""


class _Keeper:
    """The disagreements of all events, looked up anew only for those that something was written of."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._revision = 0
        self._found: dict[str, tuple[Disagreement, ...]] = {}

    def all(self, data: Data) -> dict[str, tuple[Disagreement, ...]]:
        """By event: what its reports contradict each other on; events without are left out."""
        with self._lock:
            revision = data.revision()
            if revision != self._revision:
                told = data.store.told_twice()
                touched = data.store.touched(self._revision)
                kept = {name: self._found[name] for name in told if name in self._found and name not in touched}
                read = {name: data.store.disagreements(name) for name in told if name in touched}
                self._found = {name: found for name, found in (kept | read).items() if found}
                self._revision = revision
            return dict(self._found)


_KEEPERS: WeakKeyDictionary[Data, _Keeper] = WeakKeyDictionary()


def all_contested(data: Data, chosen: Filter) -> tuple[list[Contested], int]:
    """The contested events that meet ``chosen``, the latest first, and how many there are beside them."""
    found = _KEEPERS.setdefault(data, _Keeper()).all(data)
    if not found:
        return [], 0
    frame = data.frame(chosen)
    wanted = frame.loc[frame["event_id"].isin(found), "event_id"].tolist()
    listed = [Contested(data.event(name), found[name]) for name in reversed(wanted)]
    return listed, len(found) - len(listed)


def of_event(data: Data, event_id: str) -> Contested:
    """One event and what its reports contradict each other on; raises ``NotFoundError``."""
    return Contested(data.event(event_id), data.store.disagreements(event_id))


def settled(data: Data, one: Disagreement) -> Settled | None:
    """How a disagreement was settled, if it was."""
    lines = [line for line in data.store.history(one.event_id) if line.batch == one.settled_by]
    return _settled(lines[0]) if lines else None


def _settled(line: Change) -> Settled:
    return Settled(line.batch, line.at, line.by, line.action == "keep_both")


def choose(data: Data, event_id: str, kind: str, report_id: str) -> Written:
    """The event says from now on what this report says."""
    batch = data.store.choose(event_id, DisagreementKind(kind), report_id, by=AUTHOR, at=data.now())
    return Written(batch)


def keep_both(data: Data, event_id: str, kind: str) -> Written:
    """The event stays as it is, and its note says what the sources say."""
    return Written(data.store.keep_both(event_id, DisagreementKind(kind), by=AUTHOR, at=data.now()))


def split_off(data: Data, event_id: str, kind: str, report_id: str) -> Written:
    """The reports that tell one version become an event of their own; raises ``NotFoundError`` if it is gone."""
    version = _version(data, event_id, kind, report_id)
    new = data.store.split(event_id, [one.report_id for one in version.reports], by=AUTHOR, at=data.now())
    return Written(max(line.batch for line in data.store.history(new)), new)


def _version(data: Data, event_id: str, kind: str, report_id: str) -> Version:
    for one in data.store.disagreements(event_id):
        for version in one.versions:
            if one.kind == kind and report_id in {teller.report_id for teller in version.reports}:
                return version
    raise NotFoundError(_("This is no longer disputed."), field="event_id", advice=_("Load the page again."))
