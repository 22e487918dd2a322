"""From the tables to the timeline's DataFrame, column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, distinct, func, select

from tracker.models import LinkKind, ReviewState
from tracker.resources.link_kind import RESPONSES
from tracker.store.tables import articles, event_reports, events, links, report_origin, reports
from tracker.timeline.cells import write_links
from tracker.timeline.frame import COLUMNS, frame_of_columns

_STORED = [column.name for column in COLUMNS if column.name in events.c]


def read_frame(connection: Connection, event_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """All events in every review state, or those of ``event_ids`` that are there (a few hundred at most)."""
    asked = _events() if event_ids is None else _events().where(events.c.id.in_(event_ids))
    result = connection.execute(asked)
    names = list(result.keys())
    rows = result.all()
    columns: dict[str, list[Any]] = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    links_of = read_links(connection, event_ids)
    columns["links"] = [write_links(links_of.get(name, ())) for name in columns["event_id"]]
    columns["responds_to"] = [responds_to(links_of.get(name, ())) for name in columns["event_id"]]
    return frame_of_columns(columns)


def _events() -> Select[Any]:
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
        .subquery()
    )
    return select(
        events.c.id.label("event_id"),
        *(events.c[name] for name in _STORED),
        (events.c.outside_reports + func.coalesce(counted.c.articles, 0)).label("report_count"),
        (events.c.outside_origins + func.coalesce(counted.c.origins, 0)).label("origin_count"),
    ).join(counted, counted.c.event_id == events.c.id, isouter=True)


Links = list[tuple[LinkKind, str]]


def read_links(connection: Connection, event_ids: Sequence[str] | None = None) -> dict[str, Links]:
    """The accepted links of each event (of ``event_ids``) that has any, in their order."""
    question = (
        select(links.c.event_id, links.c.kind, links.c.target_id)
        .where(links.c.state == ReviewState.ACCEPTED.value)
        .order_by(links.c.event_id, links.c.position, links.c.kind, links.c.target_id)
    )
    asked = question if event_ids is None else question.where(links.c.event_id.in_(event_ids))
    found: dict[str, Links] = defaultdict(list)
    for event_id, kind, target in connection.execute(asked):
        found[event_id].append((LinkKind(kind), target))
    return found


def responds_to(pairs: Links | tuple[()]) -> str:
    """The cell of the ids among ``pairs`` that the event responds to."""
    return ";".join(dict.fromkeys(target for kind, target in pairs if kind in RESPONSES))
