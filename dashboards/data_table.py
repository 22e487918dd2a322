"""Changes of many events at once, as the table needs them: looked at before they are made, made together, undone.

A preview says what each chosen event would become and at which revision that was true; making it is refused as a whole
if one of the events changed after that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.data import Data, Filter
from tracker.models import Change
from tracker.timeline.frame import values_of
from tracker.timeline.values import read_value


@dataclass(frozen=True, slots=True)
class Preview:
    """What ``field`` of the chosen events would become.

    ``changed`` are the events (columns) that would change, ``same`` how many hold the value already, ``counts`` how
    many have each value now. ``revision`` is what all this was read at.
    """

    field: str
    value: Any
    changed: tuple[Mapping[str, Any], ...]
    same: int
    counts: Mapping[Any, int]
    revision: int


def preview(data: Data, event_ids: Iterable[str], field: str, value: Any) -> Preview:
    """What would become of the events; raises ``RowError`` for a value that cannot be."""
    wanted = read_value(field, value)
    revision = data.revision()
    frame = data.frame()
    rows = frame.loc[frame["event_id"].isin(list(event_ids))].to_dict("records")
    events = [values_of(row) for row in rows]
    changed = tuple(event for event in events if event[field] != wanted)
    counts = Counter(event[field] for event in changed)
    return Preview(field, wanted, changed, len(events) - len(changed), dict(counts.most_common()), revision)


def make(data: Data, event_ids: Iterable[str], field: str, value: Any, *, why: str, expected: int) -> int:
    """Makes what a preview showed; gives the batch. Raises ``ConflictingEditError`` if one of them changed since."""
    changes = {event_id: {field: value} for event_id in event_ids}
    return data.store.change_many(changes, by="editor", at=data.now(), why=why, expected=expected)


def ids_of(data: Data, chosen: Filter) -> list[str]:
    """The ids of all events that meet a filter."""
    return [str(one) for one in data.frame(chosen)["event_id"]]


def changes_since(data: Data, event_id: str, revision: int) -> Sequence[Change]:
    """What others wrote into an event after ``revision``, oldest first."""
    return [change for change in data.store.history(event_id) if change.number > revision]
