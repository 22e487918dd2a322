"""What it is: the same type, one that outlets confuse with it, or another thing altogether."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.models import Status
from tracker.resources import event_type
from tracker.resources.joining_rules import near_types
from tracker.timeline.joining.ground import Ground, never
from tracker.timeline.joining.telling import Telling

_HAPPENS = (Status.OCCURRED, Status.ONGOING)


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_type``, ``near_type``, ``called_off``; never across types, conflicts, or a plan and what came of it."""
    if one.conflict and other.conflict and one.conflict != other.conflict:
        yield never("they belong to different conflicts")
    if other.event_type not in near_types(one.event_type):
        yield never(f"{_label(one)} is not {_label(other)}")
    if one.articles & other.articles:
        yield never("one article tells both, as two events")
    planned = [side.status == Status.PLANNED for side in (one, other)]
    if planned[0] != planned[1] and any(side.status in _HAPPENS for side in (one, other)):
        yield never("one is a plan, the other happened")
    same = one.event_type == other.event_type
    yield Ground("same_type" if same else "near_type", 1.0, "" if same else f"{_label(one)} or {_label(other)}")
    off = [side.status == Status.CALLED_OFF for side in (one, other)]
    if off[0] != off[1]:
        yield Ground("called_off", 1.0, "one says that it was called off")


def _label(telling: Telling) -> str:
    return event_type(telling.event_type).label.lower()
