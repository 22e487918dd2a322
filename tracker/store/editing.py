"""What a person does to events: add, change, review, link. Each collects its entries in a ``Writer``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from tracker.errors import ConflictingEditError, NotFoundError, RowError, UsageError
from tracker.models import LinkKind, Precision, ReviewState, Status
from tracker.resources.link_kind import RESPONSES, link_kind
from tracker.store.ids import make_id
from tracker.store.log import Row, Writer, chunks, entity_id, read_rows, typed_row
from tracker.store.reading import Links
from tracker.store.tables import events, links, log
from tracker.timeline.cells import read_links as read_links_cell
from tracker.timeline.cells import read_names
from tracker.timeline.values import DERIVED, FIELDS, check_date, read_id, read_value, read_values, with_edtf

_BLANK: Row = {
    **dict.fromkeys(FIELDS, ""),
    **dict.fromkeys(("date_start", "date_end", "lat", "lon", "round", "sources_confirming")),
    "status": Status.OCCURRED.value,
    "date_precision": Precision.OPEN.value,
    "review_state": ReviewState.ACCEPTED.value,
}
_DATES = ("date_start", "date_end", "date_precision")
_LINKED = ("links", "responds_to")


def checked_event(values: Mapping[str, Any], before: Mapping[str, Any] = _BLANK) -> Row:
    """All fields of an event: ``values`` over ``before``, typed and checked; raises ``RowError``."""
    event = {**before, **read_values({name: value for name, value in values.items() if name in FIELDS})}
    if not event["event_type"]:
        raise RowError("This must not be empty.", field="event_type", advice="Choose a type.")
    dated = any(event[name] != before[name] for name in _DATES)
    if not values.get("date_edtf") and (dated or "date_edtf" in values or not event["date_edtf"]):
        event = with_edtf(event)
    check_date(event)
    return event


def refuse_derived(values: Mapping[str, Any], allowed: Sequence[str] = _LINKED) -> None:
    """Raise ``RowError`` for a column that nobody sets by hand, or that is none."""
    for name in values:
        if name not in FIELDS and name not in allowed:
            advice = f"These can be set: {', '.join((*FIELDS, *allowed))}."
            kind = "is not set by hand" if name in DERIVED else "is no column of the timeline"
            raise RowError(f'"{name}" {kind}.', field=name, advice=advice)


def add_event(writer: Writer, values: Mapping[str, Any]) -> str:
    """Open an event and return its id; ``values`` may give ``event_id``, ``links`` and ``responds_to``."""
    refuse_derived(values, (*_LINKED, "event_id"))
    event = checked_event(values)
    event_id = new_id(writer.connection, event, values.get("event_id"))
    create(writer, event_id, event)
    set_links(writer, event_id, {}, links_wanted(writer.connection, event["event_type"], values), strict=True)
    return event_id


def new_id(connection: Connection, event: Mapping[str, Any], wanted: Any = None, also: Iterable[str] = ()) -> str:
    """The id that was asked for, or one made; never one that the log has seen, since its history would mix."""
    known = set(also)

    def taken(name: str) -> bool:
        seen = select(log.c.number).where(log.c.event_id == name).limit(1)
        return name in known or connection.execute(seen).first() is not None

    if not wanted:
        return make_id(event, taken)
    name = read_id(wanted)
    if taken(name):
        raise RowError(f'There is or was an event "{name}".', field="event_id", advice="Give another id, or none.")
    return name


def create(writer: Writer, event_id: str, event: Mapping[str, Any], **more: Any) -> None:
    """An event comes, with its times and no reports elsewhere unless ``more`` says so."""
    history = {"outside_reports": 0, "outside_origins": 0, "created_at": writer.at, "changed_at": writer.at}
    writer.add("event", (event_id,), {**event, **history, **more})


def change_event(writer: Writer, event_id: str, values: Mapping[str, Any], expected: int | None) -> None:
    """Set the fields of ``values``; raises ``ConflictingEditError`` if the event changed after ``expected``."""
    refuse_derived(values)
    before = event_row(writer.connection, event_id)
    if expected is not None:
        _refuse_overtaken(writer.connection, event_id, expected)
    now = typed_event(before)
    after = checked_event(values, now)
    if writer.change(
        "event", (event_id,), {name: before[name] for name in FIELDS}, {name: after[name] for name in FIELDS}
    ):
        writer.touch(event_id, before)
    if set(_LINKED) & set(values):
        standing = links_standing(writer.connection, [event_id])
        kept = {name: row for name, row in standing.items() if row["state"] == ReviewState.ACCEPTED}
        merged = _merged_links(values, kept)
        if set_links(writer, event_id, kept, links_wanted(writer.connection, after["event_type"], merged), strict=True):
            writer.touch(event_id, before)


def _merged_links(values: Mapping[str, Any], kept: Mapping[str, Row]) -> dict[str, Any]:
    """Both cells, where ``values`` gives one: with ``responds_to`` alone, links of other kinds stay."""
    if "links" in values:
        return {name: values[name] for name in _LINKED if name in values}
    wanted = set(read_names(str(values["responds_to"] or "")))
    pairs = [tuple(name.split(" ")[1:]) for name in kept]
    stay = [f"{kind}:{target}" for kind, target in pairs if kind not in RESPONSES or target in wanted]
    return {"links": ";".join(stay), "responds_to": values["responds_to"]}


def _refuse_overtaken(connection: Connection, event_id: str, expected: int) -> None:
    columns = log.c
    later = connection.execute(
        select(columns.by, columns.at, columns.field)
        .where(columns.event_id == event_id, columns.number > expected)
        .order_by(columns.number)
    ).all()
    if later:
        fields = ", ".join(dict.fromkeys(row.field for row in later if row.field != "changed_at")) or "it"
        sentence = (
            f'"{event_id}" was changed in between by {later[-1].by} ({fields}, {later[-1].at:%Y-%m-%d %H:%M} UTC).'
        )
        raise ConflictingEditError(
            sentence, advice="Nothing was written: load the event again, then repeat the change."
        )


def event_row(connection: Connection, event_id: str) -> Row:
    """The event as it stands, plain; raises ``NotFoundError``."""
    found = read_rows(connection, "event", [event_id])
    if event_id not in found:
        raise NotFoundError(f'There is no event "{event_id}".', field="event_id")
    return found[event_id]


def typed_event(row: Mapping[str, Any]) -> Row:
    """The fields of a plain row, typed."""
    return {name: value for name, value in typed_row(events, row).items() if name in FIELDS}


def review(writer: Writer, event_ids: Iterable[str], state: ReviewState) -> None:
    """Put the events into ``state``; raises ``NotFoundError`` if one is not there."""
    names = list(dict.fromkeys(event_ids))
    rows = read_rows(writer.connection, "event", names)
    missing = [name for name in names if name not in rows]
    if missing:
        raise NotFoundError(f'There is no event "{missing[0]}".', field="event_id")
    changed = [
        name
        for name in names
        if writer.change("event", (name,), rows[name], {"review_state": ReviewState(state).value})
    ]
    for name in changed:
        writer.touch(name, rows[name])


def links_wanted(connection: Connection, event_type: str, values: Mapping[str, Any]) -> Links:
    """The links that the cells ``links`` and ``responds_to`` of ``values`` ask for."""
    cells = {name: str(read_value(name, values.get(name))) for name in _LINKED}
    types = types_of(connection, read_names(cells["responds_to"]))
    return pairs_of(event_type, cells["links"], cells["responds_to"], types)


def pairs_of(event_type: str, links_cell: str, responds_to: str, types: Mapping[str, str]) -> Links:
    """Both cells as one list: where ``responds_to`` alone names an event, the types of both tell the kind."""
    pairs: Links = list(read_links_cell(links_cell))
    told = {target for kind, target in pairs if kind in RESPONSES}
    loose = [read_id(name, "responds_to") for name in read_names(responds_to) if name not in told]
    return list(dict.fromkeys([*pairs, *((link_kind(event_type, types.get(name, "")), name) for name in loose)]))


def types_of(connection: Connection, event_ids: Sequence[str]) -> dict[str, str]:
    """The types of those of the events that are there."""
    found: dict[str, str] = {}
    for part in chunks(event_ids):
        rows = connection.execute(select(events.c.id, events.c.event_type).where(events.c.id.in_(part)))
        found.update({row.id: row.event_type for row in rows})
    return found


def links_standing(connection: Connection, event_ids: Sequence[str]) -> dict[str, Row]:
    """The links that start at the events, by their names in the log, in their order."""
    names: list[str] = []
    for part in chunks(event_ids):
        question = select(links.c.event_id, links.c.kind, links.c.target_id).where(links.c.event_id.in_(part))
        names += [
            entity_id(tuple(row)) for row in connection.execute(question.order_by(links.c.event_id, links.c.position))
        ]
    rows = read_rows(connection, "link", names)
    return {name: rows[name] for name in names}


def set_links(writer: Writer, event_id: str, kept: Mapping[str, Row], wanted: Links, *, strict: bool) -> bool:
    """Make ``wanted`` the event's links where ``kept`` stand; true if that changes anything.

    With ``strict`` a link to an event that is not there is a ``RowError``; a link to itself always is.
    """
    names = {entity_id((event_id, kind, target)): target for kind, target in wanted}
    if event_id in names.values():
        raise RowError("An event cannot be linked to itself.", field="links")
    new = [name for name in names if name not in kept]
    known = types_of(writer.connection, [names[name] for name in new]) if strict else {}
    missing = [names[name] for name in new if strict and names[name] not in known]
    if missing:
        raise RowError(f'There is no event "{missing[0]}" to link to.', field="links", advice="Look up its id.")
    if list(names) == list(kept):
        return False
    for name, row in kept.items():
        if name not in names:
            writer.remove("link", name.split(" "), row)
    for place, name in enumerate(names):
        if name in kept:
            writer.change("link", name.split(" "), kept[name], {"position": place})
        else:
            writer.add("link", name.split(" "), link_values(place))
    return True


def link_values(
    position: int, state: ReviewState = ReviewState.ACCEPTED, reason: str = "", probability: float | None = None
) -> Row:
    """The fields of a link."""
    return {"position": position, "state": state.value, "reason": reason, "probability": probability}


def link(
    writer: Writer,
    event_id: str,
    kind: LinkKind,
    target_id: str,
    *,
    state: ReviewState,
    reason: str,
    probability: float | None,
) -> None:
    """Link two events, or review a link that stands; raises ``NotFoundError``, and ``UsageError`` for a loop of one."""
    if event_id == target_id:
        raise UsageError("An event cannot be linked to itself.", field="target_id")
    before = event_row(writer.connection, event_id)
    event_row(writer.connection, target_id)
    key = (event_id, LinkKind(kind).value, target_id)
    standing = read_rows(writer.connection, "link", [entity_id(key)]).get(entity_id(key))
    if standing is not None:
        changed = writer.change("link", key, standing, {"state": ReviewState(state).value})
    else:
        question = select(func.coalesce(func.max(links.c.position) + 1, 0)).where(links.c.event_id == event_id)
        place = writer.connection.execute(question).scalar_one()
        writer.add("link", key, link_values(place, ReviewState(state), reason, probability))
        changed = True
    if changed:
        writer.touch(event_id, before)


def unlink(writer: Writer, event_id: str, kind: LinkKind, target_id: str) -> None:
    """Take a link away; raises ``NotFoundError`` if it is not there."""
    key = (event_id, LinkKind(kind).value, target_id)
    standing = read_rows(writer.connection, "link", [entity_id(key)])
    if not standing:
        raise NotFoundError(f'"{event_id}" has no link {kind} to "{target_id}".', field="links")
    writer.remove("link", key, standing[entity_id(key)])
    writer.touch(event_id, event_row(writer.connection, event_id))


def refuse_naive(at: datetime) -> None:
    """Raise ``UsageError`` if ``at`` has no zone."""
    if at.tzinfo is None:
        raise UsageError(f"The time {at} has no zone.", field="at", advice="Give an aware time in UTC.")
