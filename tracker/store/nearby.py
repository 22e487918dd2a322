"""Which events of the store a telling may be one with, asked of the database by type, precision and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, Row, or_, select

from tracker.models import Precision
from tracker.resources.joining_rules import near_types
from tracker.store.tables import events
from tracker.timeline.cells import read_quantities
from tracker.timeline.joining.candidates import MOST, Glance, glance_of, likeness, window
from tracker.timeline.joining.telling import Telling

_NARROW = {Precision.DAY: 0, Precision.WEEK: 6, Precision.MONTH: 31}
"""Precisions by which an event's first day tells where it lies, and how many days after that it can lie at most."""
_WIDE = (Precision.SEASON, Precision.YEAR, Precision.RANGE, Precision.OPEN)
_CELLS = ("id", "event_type", "actors", "date_start", "date_end", "location", "round", "quantities", "conflict")


def nearby(connection: Connection, asked: Telling, types: Iterable[str] | None = None, most: int = MOST) -> list[str]:
    """Ids of events that ``asked`` may be one with, the likest at a glance first; of ``types``, else of near ones.

    The database looks up the days around those of ``asked`` in an index; what it costs does not grow with the store.
    """
    glance = glance_of(asked)
    found: dict[str, int] = {}
    for row in _rows(connection, glance, sorted(types or near_types(asked.event_type))):
        if row.conflict and asked.conflict and row.conflict != asked.conflict:
            continue
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


def _rows(connection: Connection, glance: Glance, types: list[str]) -> Iterator[Row[tuple[object, ...]]]:
    low, high = (date.fromordinal(max(1, min(day, date.max.toordinal()))) for day in window(glance))
    cells, first, last = [events.c[name] for name in _CELLS], events.c.date_start, events.c.date_end
    question = select(*cells).where(events.c.event_type.in_(types))
    for precision, span in _NARROW.items():
        from_day = date.fromordinal(max(1, low.toordinal() - span))
        yield from connection.execute(
            question.where(events.c.date_precision == precision.value, first >= from_day, first <= high)
        )
    wide = question.where(
        events.c.date_precision.in_([one.value for one in _WIDE]), or_(first.is_(None), first <= high)
    )
    yield from connection.execute(wide.where(or_(last.is_(None), last >= low)))


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
