"""An event as it was known at a moment of the past: what its log adds up to by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from tracker.models import LinkKind, ReviewState
from tracker.store.editing import typed_event
from tracker.store.log import WHOLE, Row, key_of
from tracker.store.tables import log


@dataclass(frozen=True, slots=True)
class AsKnown:
    """The columns of the event (typed), the reports behind it, and its accepted links, at a moment.

    ``values`` is empty where the event was not known yet, or not any more.
    """

    values: dict[str, Any]
    report_ids: tuple[str, ...]
    links: tuple[tuple[LinkKind, str], ...]


def read_as_known(connection: Connection, event_id: str, moment: datetime) -> AsKnown:
    """The event as its log told it at ``moment``."""
    records: dict[str, dict[str, Row]] = {"event": {}, "event_report": {}, "link": {}}
    lines = select(log.c.entity, log.c.entity_id, log.c.field, log.c.after).where(
        log.c.event_id == event_id, log.c.at <= moment
    )
    for entity, name, changed, after in connection.execute(lines.order_by(log.c.number)):
        if changed != WHOLE:
            records[entity][name][changed] = after
        elif after is None:
            del records[entity][name]
        else:
            records[entity][name] = dict(after)
    own = records["event"].get(event_id)
    accepted = ReviewState.ACCEPTED.value
    behind = [
        key_of("event_report", name)[1] for name, row in records["event_report"].items() if row["state"] == accepted
    ]
    standing = sorted((row["position"], name) for name, row in records["link"].items() if row["state"] == accepted)
    keys = [key_of("link", name) for _position, name in standing]
    return AsKnown(
        {**typed_event(own), "event_id": event_id} if own else {},
        tuple(sorted(behind)),
        tuple((LinkKind(kind), target) for _source, kind, target in keys),
    )
