"""The append-only log: the one place that writes events, links and what stands behind them.

A ``Writer`` collects the entries of one batch, then applies them to the tables and appends them to the log, in the
caller's transaction. ``fold`` adds a log up to the state that the tables hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, func, insert, select, tuple_

from tracker.store import tables

Row = dict[str, Any]
State = dict[str, dict[str, Row]]
"""Entity, then id, then plain field values: everything that the log adds up to."""

WHOLE = "*"
"""The field of an entry by which a whole record comes or goes."""

CHUNK = 400
"""Ids in one question to the database; SQLite takes 32,766 values at most, PostgreSQL plans long lists slowly."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that the log tells of: its table, the columns that name it, and whether content is kept for good."""

    table: Table
    key: tuple[str, ...]
    marked: bool = False
    """True for articles and reports: only their ``current`` mark comes and goes."""
    later: tuple[tuple[str, Any], ...] = ()
    """Columns that came after the first schema, and what lines of the log written before them mean."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that the log tells of."""
        return ("current",) if self.marked else tuple(c.name for c in self.table.columns if c.name not in self.key)


ENTITIES: dict[str, Entity] = {
    "article": Entity(tables.articles, ("id",), marked=True),
    "report": Entity(tables.reports, ("id",), marked=True),
    "event": Entity(tables.events, ("id",)),
    "event_report": Entity(tables.event_reports, ("event_id", "report_id"), later=(("origin", ""),)),
    "link": Entity(tables.links, ("event_id", "kind", "target_id")),
    "view": Entity(tables.views, ("id",)),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: plain values before and after; with field ``*`` the whole record or ``None``."""

    entity: str
    entity_id: str
    field: str
    before: Any
    after: Any

    @property
    def step(self) -> str:
        """``add``, ``remove`` or ``set``."""
        if self.field != WHOLE:
            return "set"
        return "add" if self.before is None else "remove"

    def inverse(self) -> Entry:
        """The entry that takes this one back."""
        return Entry(self.entity, self.entity_id, self.field, self.after, self.before)


@dataclass(slots=True)
class Writer:
    """The entries of one batch; ``write`` makes them true and logs them."""

    connection: Connection
    at: datetime
    by: str
    action: str
    reason: str = ""
    undoes: int | None = None
    entries: list[Entry] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    def add(self, entity: str, key: Sequence[str], values: Mapping[str, Any]) -> None:
        """A record comes."""
        self.entries.append(Entry(entity, entity_id(key), WHOLE, None, plain_row(values)))

    def remove(self, entity: str, key: Sequence[str], before: Mapping[str, Any]) -> None:
        """A record goes; ``before`` is what it holds."""
        self.entries.append(Entry(entity, entity_id(key), WHOLE, plain_row(before), None))

    def change(self, entity: str, key: Sequence[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
        """The fields of ``after`` that differ from ``before``, if any."""
        old, new = plain_row(before), plain_row(after)
        differing = [name for name in new if new[name] != old[name]]
        for name in differing:
            self.entries.append(Entry(entity, entity_id(key), name, old[name], new[name]))
        return bool(differing)

    def touch(self, event_id: str, before: Mapping[str, Any]) -> None:
        """The event's time of change becomes this batch's, once."""
        entry = Entry("event", event_id, "changed_at", plain(before["changed_at"]), plain(self.at))
        if event_id not in self.touched and entry.before != entry.after:
            self.entries.append(entry)
        self.touched.add(event_id)

    def write(self) -> int:
        """Apply and log; returns the batch's number, 0 if there is nothing to write."""
        if not self.entries:
            return 0
        apply(self.connection, self.entries)
        number = last_number(self.connection) + 1
        self.connection.execute(
            insert(tables.log),
            [
                {
                    "number": number + place,
                    "batch": number,
                    "at": self.at,
                    "by": self.by,
                    "action": self.action,
                    "entity": entry.entity,
                    "entity_id": entry.entity_id,
                    "event_id": _event_of(entry),
                    "field": entry.field,
                    "before": entry.before,
                    "after": entry.after,
                    "reason": self.reason,
                    "undoes": self.undoes,
                }
                for place, entry in enumerate(self.entries)
            ],
        )
        return number


def entity_id(key: Sequence[str]) -> str:
    """A record's name in the log: its key, separated by spaces (an event's id has none)."""
    return " ".join(key)


def key_of(entity: str, name: str) -> tuple[str, ...]:
    """The key that ``entity_id`` wrote."""
    return tuple(name.split(" ", len(ENTITIES[entity].key) - 1))


def _event_of(entry: Entry) -> str:
    return key_of(entry.entity, entry.entity_id)[0] if entry.entity in ("event", "event_report", "link") else ""


def plain(value: Any) -> Any:
    """``value`` as JSON has it: days and moments as ISO text, moments in UTC."""
    if value is None or type(value) in (str, int, float):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, str) else value


def plain_row(row: Mapping[str, Any]) -> Row:
    """All values of ``row``, plain."""
    return {name: plain(value) for name, value in row.items()}


def typed_row(table: Table, row: Mapping[str, Any]) -> Row:
    """The plain values of ``row`` as the columns of ``table`` take them."""
    kinds = _timed(table)
    return {
        name: kinds[name].fromisoformat(value) if name in kinds and isinstance(value, str) else value
        for name, value in row.items()
    }


@cache
def _timed(table: Table) -> dict[str, type[date]]:
    """The columns of ``table`` that hold days or moments."""
    kinds = ((column.name, column.type.python_type) for column in table.columns)
    return {name: kind for name, kind in kinds if kind in (date, datetime)}


def last_number(connection: Connection) -> int:
    """The number of the log's last line, 0 if it is empty."""
    return int(connection.execute(select(func.coalesce(func.max(tables.log.c.number), 0))).scalar_one())


def chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """``items`` in pieces that one question to the database can hold."""
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def read_rows(connection: Connection, entity: str, names: Iterable[str] | None = None) -> dict[str, Row]:
    """The records of that kind as they stand, plain, by their names in the log; all of them without ``names``."""
    kind = ENTITIES[entity]
    keys = [kind.table.c[name] for name in kind.key]
    question = select(*keys, *(kind.table.c[name] for name in kind.columns))
    if kind.marked:
        question = question.where(kind.table.c.current)
    asked = [question]
    if names is not None:
        wanted = [key_of(entity, name) for name in dict.fromkeys(names)]
        asked = [question.where(tuple_(*keys).in_(part)) for part in chunks(wanted)]
    found: dict[str, Row] = {}
    for one in asked:
        for row in connection.execute(one):
            found[entity_id(row[: len(keys)])] = {
                name: plain(value) for name, value in zip(kind.columns, row[len(keys) :], strict=True)
            }
    return found


def apply(connection: Connection, entries: Iterable[Entry]) -> None:
    """Make ``entries`` true in the tables, in their order; neighbours of one kind go together."""
    for (entity, step), run in groupby(entries, key=lambda entry: (entry.entity, entry.step)):
        kind = ENTITIES[entity]
        if step == "add" and not kind.marked:
            rows = [_keyed(kind, entry) | dict(kind.later) | typed_row(kind.table, entry.after) for entry in run]
            connection.execute(insert(kind.table), rows)
        elif step == "remove" and not kind.marked:
            connection.execute(kind.table.delete().where(_at_key(kind)), [_bound(entity, e.entity_id) for e in run])
        else:
            _set(connection, entity, run)


def _set(connection: Connection, entity: str, entries: Iterable[Entry]) -> None:
    kind = ENTITIES[entity]
    values: dict[str, Row] = defaultdict(dict)
    for entry in entries:
        if entry.field == WHOLE:  # only a mark comes or goes
            values[entry.entity_id]["current"] = entry.after is not None
        else:
            values[entry.entity_id][entry.field] = entry.after
    by_fields: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for name, row in values.items():
        by_fields[tuple(sorted(row))].append(_bound(entity, name) | typed_row(kind.table, row))
    for fields, rows in by_fields.items():
        change = kind.table.update().where(_at_key(kind)).values({name: bindparam(name) for name in fields})
        connection.execute(change, rows)


def _keyed(kind: Entity, entry: Entry) -> Row:
    return dict(zip(kind.key, key_of(entry.entity, entry.entity_id), strict=True))


def _at_key(kind: Entity) -> Any:
    return and_(*(kind.table.c[name] == bindparam(f"key_{name}") for name in kind.key))


def _bound(entity: str, name: str) -> Row:
    return {f"key_{part}": value for part, value in zip(ENTITIES[entity].key, key_of(entity, name), strict=True)}


def fold(connection: Connection) -> State:
    """The state that the whole log adds up to, counted from nothing."""
    state: State = {entity: {} for entity in ENTITIES}
    columns = tables.log.c
    lines = select(columns.entity, columns.entity_id, columns.field, columns.after).order_by(columns.number)
    for entity, name, changed, after in connection.execute(lines):
        if changed != WHOLE:
            state[entity][name][changed] = after
        elif after is None:
            del state[entity][name]
        else:
            state[entity][name] = dict(ENTITIES[entity].later) | dict(after)
    return state


def present(connection: Connection) -> State:
    """The state that the tables hold; equal to ``fold`` always."""
    return {entity: read_rows(connection, entity) for entity in ENTITIES}
