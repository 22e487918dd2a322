"""Which events of the store a telling may be one with, asked of the database by type, precision and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Result, or_, select, union_all

from tracker.models import Precision
from tracker.resources.joining_rules import near_types
from tracker.store.tables import events
from tracker.timeline.cells import read_quantities
from tracker.timeline.joining.candidates import MOST, Glance, glance_of, likeness, window
from tracker.timeline.joining.telling import Telling

_NARROW = {Precision.DAY: 0, Precision.WEEK: 6, Precision.MONTH: 31, Precision.SEASON: 123, Precision.YEAR: 366}
"""Precisions by which an event's first day tells where it lies, and how many days after that it can lie at most."""
_WIDE = (Precision.RANGE, Precision.OPEN)
_CELLS = ("id", "event_type", "actors", "date_start", "date_end", "location", "round", "quantities")


def nearby(connection: Connection, asked: Telling, types: Iterable[str] | None = None, most: int = MOST) -> list[str]:
    """Ids of events that ``asked`` may be one with, the likest at a glance first; of ``types``, else of near ones.

    The database looks up the days around those of ``asked`` in an index; what it costs does not grow with the store.
    """
    glance = glance_of(asked)
    found: dict[str, int] = {}
    for row in _rows(connection, glance, asked.conflict, sorted(types or near_types(asked.event_type))):
        codes = frozenset(part.partition(":")[0].strip() for part in row.actors.split(";") if part)
        if codes and glance.codes and not codes & glance.codes:
            continue
        numbers = frozenset(one.value for one in read_quantities(row.quantities))
        other = Glance(
            row.id,
            row.event_type,
            codes,
            _ordinal(row.date_start),
            _ordinal(row.date_end),
            row.location.casefold(),
            row.round,
            numbers,
        )
        found[row.id] = likeness(glance, other)
    return sorted(found, key=lambda name: (-found[name], name))[:most]


def _rows(connection: Connection, glance: Glance, conflict: str, types: list[str]) -> Result[Any]:
    low, high = (date.fromordinal(max(1, min(day, date.max.toordinal()))) for day in window(glance))
    cells, first, last = [events.c[name] for name in _CELLS], events.c.date_start, events.c.date_end
    question = select(*cells).where(events.c.event_type.in_(types))
    if conflict:
        question = question.where(events.c.conflict.in_((conflict, "")))
    asked = [
        question.where(
            events.c.date_precision == precision.value,
            first >= date.fromordinal(max(1, low.toordinal() - span)),
            first <= high,
        )
        for precision, span in _NARROW.items()
    ]
    wide = question.where(events.c.date_precision.in_([one.value for one in _WIDE]))
    asked.append(wide.where(or_(first.is_(None), first <= high), or_(last.is_(None), last >= low)))
    return connection.execute(union_all(*asked))


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
