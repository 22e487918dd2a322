"""What of an event a person settled, as its log tells it: disagreements, and fields set by hand."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tracker.store.behind import read_behind
from tracker.store.editing import event_row, typed_event
from tracker.store.history import taken_back
from tracker.store.log import WHOLE, Row
from tracker.store.tables import log
from tracker.timeline.joining import Disagreement, DisagreementKind, disagreements

SETTLING = ("choose", "keep_both")
"""Actions of the log by which a person settles a disagreement; the reason begins with its kind."""


def settling(kind: DisagreementKind, why: str) -> str:
    """The reason of a batch that settles a disagreement."""
    return f"{DisagreementKind(kind).value}: {why}".rstrip(": ")


def read_disagreements(connection: Connection, event_id: str) -> tuple[Disagreement, ...]:
    """What the reports behind an event contradict each other on."""
    row = event_row(connection, event_id)
    event = {**typed_event(row), "event_id": event_id}
    return disagreements(event, read_behind(connection, event_id), _settled(connection, event_id))


def _settled(connection: Connection, event_id: str) -> dict[str, int]:
    """By kind of disagreement: the batch by which a person settled it, since the last report came."""
    lines = select(log.c.batch, log.c.action, log.c.entity, log.c.reason).where(log.c.event_id == event_id)
    told = connection.execute(lines.order_by(log.c.number)).all()
    if not any(row.action in SETTLING for row in told):
        return {}
    undone = taken_back(connection)
    kinds: dict[str, int] = {}
    for row in told:
        if row.batch in undone:
            continue
        if row.action in SETTLING:
            kinds[row.reason.partition(":")[0]] = row.batch
        elif row.entity == "event_report":
            kinds.clear()
    return kinds


def set_by_hand(connection: Connection, event_id: str, row: Row) -> Row:
    """The fields of the event that a person, a form or a table set, as they stand."""
    lines = select(log.c.field, log.c.after, log.c.action).where(log.c.event_id == event_id, log.c.entity == "event")
    fields: set[str] = set()
    for line in connection.execute(lines.order_by(log.c.number)):
        if line.action in ("take_in", "propose", "undo", "review"):
            continue
        whole = line.after if line.field == WHOLE else {line.field: True}
        fields |= {name for name, value in (whole or {}).items() if value not in ("", None)}
    typed = typed_event(row)
    return {name: typed[name] for name in fields if name in typed}
