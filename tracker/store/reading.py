"""From the tables to the timeline's DataFrame and to its outline, column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, Date, Select, Text, cast, distinct, func, select

from tracker.models import LinkKind, ReviewState
from tracker.resources.link_kind import RESPONSES
from tracker.store.log import chunks
from tracker.store.tables import UtcTime, articles, event_reports, events, links, report_origin, reports
from tracker.timeline.cells import write_links
from tracker.timeline.frame import COLUMNS, frame_of_pieces
from tracker.timeline.outline import CODED, SEARCHED, Collecting, Outline

_STORED = [column.name for column in COLUMNS if column.name in events.c]
_SELECTED = ("event_id", *_STORED, "report_count", "origin_count")
_OUTLINED = tuple(dict.fromkeys((*CODED, "date_start", "date_end", "round", *chain(*SEARCHED.values()))))
_TIMED = [name for name in _STORED if isinstance(events.c[name].type, Date | UtcTime)]
ROWS = 20_000
"""Rows that are turned into columns at once: fewer cost time, more cost memory."""


def read_frame(connection: Connection, event_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """All events in every review state, or those of ``event_ids`` that are there."""
    return frame_of_pieces(_pieces(connection, event_ids))


def _pieces(connection: Connection, event_ids: Sequence[str] | None) -> Iterator[dict[str, Any]]:
    """The frame's columns, some rows at a time."""
    links_of = read_links(connection, event_ids)
    for part in [None] if event_ids is None else chunks(event_ids):
        for rows in connection.execution_options(stream_results=True).execute(_events(part)).partitions(ROWS):
            columns: dict[str, Any] = dict(zip(_SELECTED, zip(*rows, strict=True), strict=True))
            columns |= {name: _timed(name, columns[name]) for name in _TIMED}
            linked = [links_of.pop(name, ()) for name in columns["event_id"]]
            yield columns | {"links": list(map(write_links, linked)), "responds_to": list(map(responds_to, linked))}


def _events(event_ids: Sequence[str] | None) -> Select[Any]:
    counted = (
        select(
            event_reports.c.event_id,
            func.count(distinct(reports.c.article_id)).label("articles"),
            func.count(distinct(report_origin)).label("origins"),
        )
        .join(reports, reports.c.id == event_reports.c.report_id)
        .join(articles, articles.c.id == reports.c.article_id)
        .where(event_reports.c.state == ReviewState.ACCEPTED.value)
        .group_by(event_reports.c.event_id)
    )
    if event_ids is not None:
        counted = counted.where(event_reports.c.event_id.in_(event_ids))
    behind = counted.subquery()
    question = select(
        events.c.id.label("event_id"),
        *(_as_text(name) for name in _STORED),
        (events.c.outside_reports + func.coalesce(behind.c.articles, 0)).label("report_count"),
        (events.c.outside_origins + func.coalesce(behind.c.origins, 0)).label("origin_count"),
    ).join(behind, behind.c.event_id == events.c.id, isouter=True)
    return question if event_ids is None else question.where(events.c.id.in_(event_ids))


def _timed(name: str, cells: Sequence[str | None]) -> pd.Series[Any]:
    if isinstance(events.c[name].type, Date):
        return pd.Series(np.array(cells, dtype="datetime64[D]").astype("datetime64[s]"))
    return pd.Series(np.array(cells, dtype="datetime64[us]")).dt.tz_localize("UTC")


def _as_text(name: str) -> ColumnElement[Any]:
    """A column as it is read; days and moments as the database writes them, since numpy reads many of them at once."""
    return cast(events.c[name], Text).label(name) if name in _TIMED else events.c[name]


def read_outline(connection: Connection, number: int, event_ids: Sequence[str] | None = None) -> Outline:
    """The outline of all events, or of those of ``event_ids`` that are there, at revision ``number``."""
    collected = Collecting()
    question = select(events.c.id.label("event_id"), *(_as_text(name) for name in _OUTLINED))
    parts = [question] if event_ids is None else [question.where(events.c.id.in_(part)) for part in chunks(event_ids)]
    for part in parts:
        for rows in connection.execution_options(stream_results=True).execute(part).partitions(ROWS):
            collected.add(dict(zip(("event_id", *_OUTLINED), zip(*rows, strict=True), strict=True)))
    return collected.outline(number)


Links = list[tuple[LinkKind, str]]


def read_links(connection: Connection, event_ids: Sequence[str] | None = None) -> dict[str, Links]:
    """The accepted links of each event (of ``event_ids``) that has any, in their order."""
    question = (
        select(links.c.event_id, links.c.kind, links.c.target_id)
        .where(links.c.state == ReviewState.ACCEPTED.value)
        .order_by(links.c.event_id, links.c.position, links.c.kind, links.c.target_id)
    )
    parts = [question] if event_ids is None else [question.where(links.c.event_id.in_(p)) for p in chunks(event_ids)]
    found: dict[str, Links] = defaultdict(list)
    for event_id, kind, target in (row for part in parts for row in connection.execute(part)):
        found[event_id].append((LinkKind(kind), target))
    return found


def read_linked(connection: Connection, event_id: str) -> list[str]:
    """The ids of the events to which an event is linked, in either direction, each once."""
    own = select(links.c.target_id).where(links.c.event_id == event_id)
    others = select(links.c.event_id).where(links.c.target_id == event_id)
    accepted = links.c.state == ReviewState.ACCEPTED.value
    found = [
        row[0]
        for question in (own.order_by(links.c.position), others.order_by(links.c.event_id))
        for row in connection.execute(question.where(accepted))
    ]
    return list(dict.fromkeys(found))


def responds_to(pairs: Links | tuple[()]) -> str:
    """The cell of the ids among ``pairs`` that the event responds to."""
    return ";".join(dict.fromkeys(target for kind, target in pairs if kind in RESPONSES))
