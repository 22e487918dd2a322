"""What a person decides on who belongs together: join, split, answer a question, choose a value, keep both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from tracker.errors import NotFoundError, UsageError
from tracker.models import ReviewState
from tracker.store.behind import read_behind, renew_origins
from tracker.store.editing import change_event, checked_event, create, event_row, new_id, typed_event
from tracker.store.log import Row, Writer, entity_id, key_of, read_rows
from tracker.store.proposing import words_of_id
from tracker.store.sitting import MACHINE
from tracker.store.tables import event_reports, links, log
from tracker.store.taking_in import OPENED
from tracker.timeline.cells import read_names, write_names
from tracker.timeline.joining import DisagreementKind, choose, chosen_row
from tracker.timeline.joining.choose import FIELDS_OF
from tracker.timeline.rows import row_of
from tracker.timeline.values import FIELDS

BY_HAND = "Joined by hand."
APART = "Split off by hand."


def join(writer: Writer, event_id: str, into: str) -> None:
    """All that stands behind ``event_id`` stands behind ``into``; its links and sources go there, and it is gone.

    What ``into`` says stays. Raises ``NotFoundError``, ``UsageError`` for an event with itself.
    """
    if event_id == into:
        raise UsageError("An event cannot be joined to itself.", field="into")
    going, staying = event_row(writer.connection, event_id), event_row(writer.connection, into)
    rows = _rows(writer.connection, event_id)
    known = _rows(writer.connection, into)
    for name, row in rows.items():
        writer.remove("event_report", (event_id, name), row)
        accepted = row["state"] == ReviewState.ACCEPTED
        if name not in known and row["state"] != ReviewState.PROPOSED:
            reason = BY_HAND if accepted else row["reason"]
            writer.add("event_report", (into, name), {**row, "reason": reason, "probability": None, "origin": ""})
        elif name in known and accepted:
            _accept(writer, into, name, known[name])
    _move_links(writer, event_id, into)
    gathered = {
        "source_urls": " ".join(dict.fromkeys(f"{staying['source_urls']} {going['source_urls']}".split())),
        "publisher": write_names(dict.fromkeys(read_names(f"{staying['publisher']};{going['publisher']}"))),
        "outside_reports": staying["outside_reports"] + going["outside_reports"],
        "outside_origins": staying["outside_origins"] + going["outside_origins"],
    }
    writer.change("event", (into,), staying, gathered)
    writer.touch(into, staying)
    writer.remove("event", (event_id,), going)
    renew_origins(writer, [into])


def _accept(writer: Writer, event_id: str, report_id: str, row: Mapping[str, Any]) -> None:
    values = {"state": ReviewState.ACCEPTED.value, "reason": BY_HAND, "probability": None}
    writer.change("event_report", (event_id, report_id), row, values)


def _rows(connection: Connection, event_id: str) -> dict[str, Row]:
    """The reports behind an event in every state, by report."""
    names = select(event_reports.c.report_id).where(event_reports.c.event_id == event_id)
    asked = [entity_id((event_id, row.report_id)) for row in connection.execute(names)]
    return {key_of("event_report", name)[1]: row for name, row in read_rows(connection, "event_report", asked).items()}


def _move_links(writer: Writer, event_id: str, into: str) -> None:
    question = select(links).where((links.c.event_id == event_id) | (links.c.target_id == event_id))
    for row in writer.connection.execute(question.order_by(links.c.event_id, links.c.position)).all():
        key = (row.event_id, row.kind, row.target_id)
        source, target = (into if name == event_id else name for name in (row.event_id, row.target_id))
        new = (source, row.kind, target)
        values = read_rows(writer.connection, "link", [entity_id(key)])[entity_id(key)]
        writer.remove("link", key, values)
        if new[0] != new[2] and not read_rows(writer.connection, "link", [entity_id(new)]):
            writer.add("link", new, values)


def split(writer: Writer, event_id: str, report_ids: Sequence[str], state: ReviewState | None = None) -> str:
    """A new event on these reports, which stand behind ``event_id`` no more and never will; returns its id.

    An event that no person touched says from then on what its other reports say. Without ``state`` the new event is in
    that of the old one. Raises ``NotFoundError``, and
    ``UsageError`` if none, or all there is, would go.
    """
    before = event_row(writer.connection, event_id)
    standing = _rows(writer.connection, event_id)
    rows = {name: row for name, row in standing.items() if row["state"] == ReviewState.ACCEPTED}
    missing = [name for name in report_ids if name not in rows]
    if missing or not report_ids:
        named = missing[0] if missing else ""
        raise NotFoundError(f'No report "{named}" stands behind "{event_id}".', field="report_ids")
    behind = {one.report_id: one for one in read_behind(writer.connection, event_id)}
    untouched = is_untouched(writer.connection, event_id)
    rest = [one for name, one in behind.items() if name not in report_ids]
    if untouched and not rest:
        raise UsageError("Nothing would be left of the event.", field="report_ids", advice="Leave a report behind it.")
    gone = [behind[name] for name in report_ids if name in behind]
    if not gone:
        raise UsageError("These reports tell of several events at once.", field="report_ids")
    values = chosen_row(choose(gone)) | {"review_state": state.value if state else before["review_state"]}
    event = checked_event({name: value for name, value in values.items() if name in FIELDS})
    new = new_id(writer.connection, {**event, "title": words_of_id(gone[0].report)})
    create(writer, new, event)
    for name in report_ids:
        refused = {"state": ReviewState.DISMISSED.value, "reason": APART, "probability": None, "origin": ""}
        writer.change("event_report", (event_id, name), rows[name], refused)
        opened = {"state": ReviewState.ACCEPTED.value, "reason": OPENED, "probability": None, "origin": ""}
        writer.add("event_report", (new, name), opened)
    if untouched:
        left = checked_event(_fields(chosen_row(choose(rest))), typed_event(before))
        writer.change("event", (event_id,), {name: before[name] for name in FIELDS}, left)
    writer.touch(event_id, before)
    renew_origins(writer, [event_id, new])
    return new


def _fields(values: Mapping[str, Any]) -> Row:
    return {name: value for name, value in values.items() if name in FIELDS}


def is_untouched(connection: Connection, event_id: str) -> bool:
    """Whether only the machine ever wrote on the event."""
    lines = select(log.c.number).where(log.c.event_id == event_id, log.c.action.not_in(MACHINE)).limit(1)
    return connection.execute(lines).first() is None


def refuse(writer: Writer, report_id: str, event_id: str) -> None:
    """A report told in the plural does not speak of this event; raises ``NotFoundError`` if nobody thinks it does."""
    rows = _rows(writer.connection, event_id)
    if report_id not in rows or rows[report_id]["state"] == ReviewState.DISMISSED:
        raise NotFoundError(f'No report "{report_id}" stands behind "{event_id}".', field="report_id")
    values = {"state": ReviewState.DISMISSED.value, "reason": APART, "probability": None}
    writer.change("event_report", (event_id, report_id), rows[report_id], values)
    writer.touch(event_id, event_row(writer.connection, event_id))
    renew_origins(writer, [event_id])


def answer_join(writer: Writer, report_id: str, event_id: str, *, same: bool) -> None:
    """Say whether a report that was asked about tells of the event; the report's own event joins it if so.

    Raises ``NotFoundError`` if nothing was asked.
    """
    rows = _rows(writer.connection, event_id)
    if report_id not in rows or rows[report_id]["state"] != ReviewState.PROPOSED:
        raise NotFoundError(f'Nobody asks whether "{report_id}" tells of "{event_id}".', field="report_id")
    if not same:
        refuse(writer, report_id, event_id)
        return
    columns = event_reports.c
    own = select(columns.event_id).where(columns.report_id == report_id, columns.state == ReviewState.ACCEPTED.value)
    stands = [row.event_id for row in writer.connection.execute(own) if row.event_id != event_id]
    if len(stands) == 1:
        join(writer, stands[0], event_id)
        return
    _accept(writer, event_id, report_id, rows[report_id])
    writer.touch(event_id, event_row(writer.connection, event_id))
    renew_origins(writer, [event_id])


def choose_version(writer: Writer, event_id: str, kind: DisagreementKind, report_id: str) -> None:
    """The event says what this report says on what its reports disagree on."""
    behind = {one.report_id: one for one in read_behind(writer.connection, event_id)}
    if report_id not in behind:
        raise NotFoundError(f'No report "{report_id}" stands behind "{event_id}".', field="report_id")
    row = row_of(behind[report_id].report, behind[report_id].article)
    before = event_row(writer.connection, event_id)
    change_event(writer, event_id, {name: row[name] for name in FIELDS_OF[DisagreementKind(kind).value]}, None)
    writer.touch(event_id, before)


def keep_both(writer: Writer, event_id: str, words: Iterable[str]) -> None:
    """The event stays as it is, and its note says what else is told."""
    before = event_row(writer.connection, event_id)
    told = f"Sources differ: {' / '.join(words)}."
    if told not in before["note"]:
        change_event(writer, event_id, {"note": f"{before['note']} {told}".strip()}, None)
    writer.touch(event_id, before)
