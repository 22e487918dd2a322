"""What the log tells a reader: an event's changes, and the last batches."""

from __future__ import annotations

from sqlalchemy import Connection, distinct, func, select

from tracker.models import Batch, Change
from tracker.store.tables import log

_COLUMNS = [log.c[name] for name in Change.__dataclass_fields__]


def read_history(connection: Connection, event_id: str) -> tuple[Change, ...]:
    """The changes of an event, oldest first, its time of change aside (each line has its own)."""
    question = select(*_COLUMNS).where(log.c.event_id == event_id, log.c.field != "changed_at").order_by(log.c.number)
    return tuple(Change(*row) for row in connection.execute(question))


def touched_since(connection: Connection, number: int, limit: int | None) -> list[str]:
    """The ids of events that lines after ``number`` tell of, ``limit`` of them at most if it is given."""
    question = select(log.c.event_id).where(log.c.number > number, log.c.event_id != "").distinct().limit(limit)
    return [row.event_id for row in connection.execute(question)]


def taken_back(connection: Connection) -> dict[int, int]:
    """The batches that do not hold any more, each with the one that took it back (and was not taken back itself)."""
    columns = log.c
    undoing = select(columns.batch, columns.undoes).where(columns.undoes.is_not(None)).distinct()
    gone: dict[int, int] = {}
    for row in connection.execute(undoing.order_by(columns.batch.desc())):
        if row.batch not in gone:
            gone[row.undoes] = row.batch
    return gone


def read_batches(connection: Connection, limit: int) -> tuple[Batch, ...]:
    """The last ``limit`` batches, newest first."""
    columns = log.c
    numbers = select(columns.batch).group_by(columns.batch).order_by(columns.batch.desc()).limit(limit).subquery()
    undone = taken_back(connection)
    heads = (columns.batch, columns.at, columns.by, columns.action, columns.reason, columns.undoes)
    touched = func.count(distinct(func.nullif(columns.event_id, "")))
    question = select(*heads, touched.label("events")).where(columns.batch.in_(select(numbers.c.batch)))
    rows = connection.execute(question.group_by(*heads).order_by(columns.batch.desc()))
    return tuple(Batch(**row._mapping, undone_by=undone.get(row.batch)) for row in rows)
