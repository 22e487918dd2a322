"""Takes back one batch, exactly, if nothing that came later stands on it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tracker.errors import ConflictingEditError, NotFoundError
from tracker.store.log import ENTITIES, WHOLE, Entry, Row, State, Writer, chunks, read_rows
from tracker.store.tables import event_reports, links, log, reports

_ADVICE = "Undo the later change first, or change the event by hand."


def undo_entries(connection: Connection, batch: int) -> list[Entry]:
    """The entries that take ``batch`` back, last first.

    Raises ``NotFoundError`` if there is no such batch and ``ConflictingEditError`` if something it wrote was changed
    later, or something later stands on it.
    """
    columns = log.c
    question = select(columns.entity, columns.entity_id, columns.field, columns.before, columns.after)
    made = [
        Entry(*line) for line in connection.execute(question.where(columns.batch == batch).order_by(columns.number))
    ]
    if not made:
        raise NotFoundError(f"There is no change number {batch}.", field="batch")
    undone = connection.execute(
        select(columns.batch).where(columns.undoes == batch).order_by(columns.number.desc())
    ).first()
    now = {
        entity: read_rows(connection, entity, {e.entity_id for e in made if e.entity == entity}) for entity in ENTITIES
    }
    _refuse_changed(now, made, batch, undone.batch if undone else None)
    entries = [entry.inverse() for entry in reversed(made) if not _overtaken(entry, now)]
    _refuse_stood_on(connection, entries, batch)
    return entries


def _overtaken(entry: Entry, now: State) -> bool:
    """True for an event's time of change that a later change has moved on; that later one keeps it."""
    return entry.field == "changed_at" and now[entry.entity][entry.entity_id]["changed_at"] != entry.after


def _refuse_changed(now: State, made: list[Entry], batch: int, undone: int | None) -> None:
    """Compare what the batch left with what stands now, the times of change aside."""
    left: dict[tuple[str, str], Row | None] = {}
    for entry in made:
        key = (entry.entity, entry.entity_id)
        if entry.field == WHOLE:
            left[key] = None if entry.after is None else dict(entry.after)
        else:
            left[key] = (left.get(key) or {}) | {entry.field: entry.after}
    for (entity, name), record in left.items():
        if _differs(record, now[entity].get(name)):
            if undone:
                raise ConflictingEditError(f"Change {batch} was undone already, by change {undone}.", field="batch")
            sentence = f'Change {batch} cannot be undone: "{name}" was changed after it.'
            raise ConflictingEditError(sentence, field="batch", advice=_ADVICE)


def _differs(left: Row | None, now: Row | None) -> bool:
    if left is None or now is None:
        return left is not now
    return any(now[field] != value for field, value in left.items() if field != "changed_at")


def _refuse_stood_on(connection: Connection, entries: list[Entry], batch: int) -> None:
    """Nothing made after ``batch`` and outside ``entries`` may name a record that they take away."""
    going = {(entry.entity, entry.entity_id) for entry in entries if entry.step == "remove"}
    event_ids = [name for entity, name in going if entity == "event"]
    report_ids = [name for entity, name in going if entity == "report"]
    article_ids = [name for entity, name in going if entity == "article"]
    standing: list[tuple[str, str]] = []
    for part in chunks(event_ids):
        found = select(links.c.event_id, links.c.kind, links.c.target_id)
        for row in connection.execute(found.where(links.c.event_id.in_(part) | links.c.target_id.in_(part))):
            standing.append(("link", " ".join(row)))
        for row in connection.execute(select(event_reports).where(event_reports.c.event_id.in_(part))):
            standing.append(("event_report", f"{row.event_id} {row.report_id}"))
    for part in chunks(report_ids):
        for row in connection.execute(select(event_reports).where(event_reports.c.report_id.in_(part))):
            standing.append(("event_report", f"{row.event_id} {row.report_id}"))
    for part in chunks(article_ids):
        found_reports = select(reports.c.id).where(reports.c.article_id.in_(part), reports.c.current)
        standing += [("report", row.id) for row in connection.execute(found_reports)]
    others = [one for one in standing if one not in going]
    later = next((one for one in others if _logged_after(connection, *one, batch)), None)
    if later:
        words = {"link": "a link", "event_report": "a report of an event", "report": "a report"}[later[0]]
        sentence = f"This cannot be undone: {words} made later stands on it ({later[1]})."
        raise ConflictingEditError(sentence, field="batch", advice=_ADVICE)


def _logged_after(connection: Connection, entity: str, name: str, batch: int) -> bool:
    same = (log.c.entity == entity) & (log.c.entity_id == name) & (log.c.batch > batch)
    return connection.execute(select(log.c.number).where(same).limit(1)).first() is not None


def undo(writer: Writer, batch: int) -> None:
    """Collect in ``writer`` what takes ``batch`` back."""
    writer.entries.extend(undo_entries(writer.connection, batch))
