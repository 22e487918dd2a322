"""What stands behind events: reports with their articles and origins, read and kept up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, distinct, func, select
from sqlalchemy import Row as Result

from tracker.models import Article, ReviewState
from tracker.store.log import Row, Writer, entity_id, key_of, read_rows
from tracker.store.proposing import CONTENT
from tracker.store.report_json import read_report
from tracker.store.tables import articles, event_reports, events, reports
from tracker.timeline.joining import Behind, Source, origins
from tracker.timeline.joining.manner import PLURAL

_PARTS = ("id", "text", "hash", *CONTENT)
_ARTICLE = [articles.c[name].label(f"article_{name}") for name in _PARTS]


def _article(row: Result[Any]) -> Article:
    return Article(**{name: getattr(row, f"article_{name}") for name in _PARTS})


def read_behind(connection: Connection, event_id: str) -> tuple[Behind, ...]:
    """The reports behind an event, those that tell of several at once aside."""
    question = (
        select(reports.c.id, reports.c.content, event_reports.c.origin, *_ARTICLE)
        .join(event_reports, event_reports.c.report_id == reports.c.id)
        .join(articles, articles.c.id == reports.c.article_id)
        .where(
            event_reports.c.event_id == event_id,
            event_reports.c.state == ReviewState.ACCEPTED.value,
            reports.c.current,
            reports.c.manner != PLURAL,
        )
        .order_by(reports.c.id)
    )
    found = []
    for row in connection.execute(question):
        article = _article(row)
        origin = row.origin or article.publisher or article.id
        found.append(Behind(row.id, read_report(row.content), article, origin))
    return tuple(found)


def told_twice(connection: Connection) -> list[str]:
    """Ids of the events, dismissed ones aside, behind which more than one report stands."""
    question = (
        select(event_reports.c.event_id)
        .join(reports, reports.c.id == event_reports.c.report_id)
        .join(events, events.c.id == event_reports.c.event_id)
        .where(
            event_reports.c.state == ReviewState.ACCEPTED.value,
            events.c.review_state != ReviewState.DISMISSED.value,
            reports.c.manner != PLURAL,
        )
        .group_by(event_reports.c.event_id)
        .having(func.count(distinct(reports.c.id)) > 1)
    )
    return sorted(row.event_id for row in connection.execute(question))


def renew_origins(writer: Writer, event_ids: Sequence[str]) -> None:
    """Work out anew where the reports behind the events come from, as the batch will leave them."""
    for event_id in event_ids:
        stored = _rows_stored(writer.connection, event_id)
        rows = _rows_to_be(writer, event_id, stored)
        accepted = [name for name, row in rows.items() if row["state"] == ReviewState.ACCEPTED]
        sources = _sources(writer.connection, accepted)
        known = {
            sources[name].article.id: str(row["origin"])
            for name, row in stored.items()
            if row["origin"] and name in sources and not _left(stored, accepted)
        }
        found = origins(sources.values(), known)
        for name, row in rows.items():
            origin = found[sources[name].article.id] if name in sources and len(sources) > 1 else ""
            writer.change("event_report", (event_id, name), row, {"origin": origin})


def _left(stored: Mapping[str, Row], accepted: Sequence[str]) -> bool:
    """Whether a report that stood behind the event does so no more: it may have joined two origins into one."""
    return any(row["state"] == ReviewState.ACCEPTED and name not in accepted for name, row in stored.items())


def _rows_stored(connection: Connection, event_id: str) -> dict[str, Row]:
    names = select(event_reports.c.report_id).where(event_reports.c.event_id == event_id)
    stored = [entity_id((event_id, row.report_id)) for row in connection.execute(names)]
    found = read_rows(connection, "event_report", stored)
    return {key_of("event_report", name)[1]: row for name, row in found.items()}


def _rows_to_be(writer: Writer, event_id: str, stored: Mapping[str, Row]) -> dict[str, Row]:
    """The rows behind an event with the batch's own entries laid over them, by report."""
    rows = {name: dict(row) for name, row in stored.items()}
    for entry in writer.entries:
        if entry.entity != "event_report" or key_of("event_report", entry.entity_id)[0] != event_id:
            continue
        name = key_of("event_report", entry.entity_id)[1]
        if entry.step == "add":
            rows[name] = dict(entry.after)
        elif entry.step == "remove":
            rows.pop(name, None)
        else:
            rows[name] = {**rows[name], entry.field: entry.after}
    return dict(sorted(rows.items()))


def _sources(connection: Connection, report_ids: list[str]) -> dict[str, Source]:
    question = (
        select(reports.c.id, reports.c.content, *_ARTICLE)
        .join(articles, articles.c.id == reports.c.article_id)
        .where(reports.c.id.in_(report_ids))
    )
    found: dict[str, Source] = {}
    for row in connection.execute(question.order_by(reports.c.id)):
        article = _article(row)
        quotes = tuple(one.text for one in read_report(row.content).evidence)
        found[row.id] = Source(article, quotes)
    return found
