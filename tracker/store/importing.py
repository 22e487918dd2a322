"""A timeline's rows into the store: new events, changed ones, and those that are the same already."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from tracker.errors import RowError
from tracker.models import ImportCounts
from tracker.store.editing import create, links_standing, pairs_of, set_links, types_of
from tracker.store.log import Row, Writer, read_rows
from tracker.store.reading import Links
from tracker.timeline.cells import read_links, read_names
from tracker.timeline.frame import check_frame, rows_of
from tracker.timeline.values import FIELDS, check_date, read_columns, read_id, with_edtf


def import_frame(writer: Writer, frame: pd.DataFrame) -> ImportCounts:
    """Take every row in: an id not known opens an event, a known one sets the fields that differ.

    Times of entry and counts of reports are taken with new events only; what a store knows of its own stays. Raises
    ``RowError`` with the row's number.
    """
    rows = rows_of(check_frame(frame))
    read_columns(rows, (*FIELDS, "created_at", "changed_at"))
    ids = [row["event_id"] for row in rows]
    standing = read_rows(writer.connection, "event", ids)
    linked = _by_event(links_standing(writer.connection, [name for name in ids if name in standing]))
    types = _types(writer, rows)
    counts = {"added": 0, "unchanged": 0, "changed": 0}
    for number, row in enumerate(rows, start=1):
        try:
            counts[_take(writer, row, standing.get(row["event_id"]), linked.get(row["event_id"], {}), types)] += 1
        except RowError as error:
            raise RowError(error.sentence, line=number, field=error.field, advice=error.advice) from error
    loose = {target for row in rows for _kind, target in _pairs(row, types)} - set(types)
    return ImportCounts(**counts, loose=tuple(sorted(loose)))


def _take(writer: Writer, row: Row, before: Row | None, kept: Mapping[str, Row], types: Mapping[str, str]) -> str:
    event_id = read_id(row["event_id"])
    event = _dated({name: row[name] for name in FIELDS})
    links = _pairs(row, types)
    if before is None:
        created = row["created_at"] or writer.at
        changed = row["changed_at"] or created
        counted = {"outside_reports": int(row["report_count"]), "outside_origins": int(row["origin_count"])}
        create(writer, event_id, event, created_at=created, changed_at=changed, **counted)
        set_links(writer, event_id, {}, links, strict=False)
        return "added"
    differs = writer.change("event", (event_id,), before, event)
    differs |= set_links(writer, event_id, kept, links, strict=False)
    if differs:
        writer.touch(event_id, before)
    return "changed" if differs else "unchanged"


def _dated(event: Row) -> Row:
    """The event with its date in EDTF; raises ``RowError`` if its days contradict each other."""
    dated = event if event["date_edtf"] else with_edtf(event)
    check_date(dated)
    return dated


def _pairs(row: Row, types: Mapping[str, str]) -> Links:
    return pairs_of(row["event_type"], row["links"], row["responds_to"], types)


def _types(writer: Writer, rows: list[Row]) -> dict[str, str]:
    """The types of all events that links of the rows point at: of the rows themselves, and of the store."""
    own = {row["event_id"]: row["event_type"] for row in rows}
    named = {target for row in rows for target in read_names(row["responds_to"])}
    named |= {target for row in rows for _kind, target in read_links(row["links"])}
    return types_of(writer.connection, sorted(named - set(own))) | own


def _by_event(links: Mapping[str, Row]) -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for name, row in links.items():
        found.setdefault(name.partition(" ")[0], {})[name] = row
    return found
