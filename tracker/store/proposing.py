"""Articles in, and the events that a parser proposes from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, distinct, func, insert, select

from tracker.errors import NotFoundError
from tracker.models import AddedArticle, Article, ArticleHead, Report, ReviewState, StoredReport
from tracker.store.editing import checked_event, create, new_id
from tracker.store.log import Writer
from tracker.store.report_json import read_report, write_report
from tracker.store.tables import articles, event_reports, events, reports
from tracker.timeline.joining.manner import manner_of
from tracker.timeline.rows import row_of
from tracker.timeline.values import FIELDS

CONTENT = ("title", "publisher", "url", "published", "language", "source")


def add_article(writer: Writer, article: Article) -> AddedArticle:
    """Keep ``article`` unless its text is there; another text under the same id gets a number behind it."""
    same = select(articles.c.id, articles.c.current).where(articles.c.hash == article.hash)
    found = writer.connection.execute(same).first()
    if found and found.current:
        return AddedArticle(found.id, known=True)
    name = found.id if found else _free_id(writer.connection, article.id or article.hash[:12])
    if not found:
        content = {field: getattr(article, field) for field in CONTENT}
        row = {"id": name, "hash": article.hash, "text": article.text, "added_at": writer.at, "current": False}
        writer.connection.execute(insert(articles), [row | content])
    writer.add("article", (name,), {"current": True})
    return AddedArticle(name, known=False)


def _free_id(connection: Connection, wanted: str) -> str:
    name, count = wanted, 1
    while connection.execute(select(articles.c.id).where(articles.c.id == name)).first():
        count += 1
        name = f"{wanted}-{count}"
    return name


def propose(writer: Writer, article_id: str, found: Sequence[Report], state: ReviewState) -> tuple[str, ...]:
    """Keep the reports and open one event on each; a report that stands already gives the event it stands behind."""
    article = read_article(writer.connection, article_id)
    known = {same_report(one.report): one.event_id for one in read_reports(writer.connection, article_id=article_id)}
    count = select(func.count()).select_from(reports).where(reports.c.article_id == article_id)
    number = writer.connection.execute(count).scalar_one()
    ids: list[str] = []
    for report in found:
        if known.get(same_report(report)):
            ids.append(known[same_report(report)])
            continue
        number += 1
        report_id = f"{article_id}#{number}"
        writer.connection.execute(insert(reports), [kept_row(report_id, article_id, report, writer.at)])
        ids.append(
            _open_event(writer, report_id, row_of(report, article, review_state=state), words_of_id(report), ids)
        )
    return tuple(ids)


def kept_row(report_id: str, article_id: str, report: Report, at: datetime) -> dict[str, Any]:
    """The row of the table of reports that keeps ``report``; the log marks it as current."""
    kept = {"id": report_id, "article_id": article_id, "content": write_report(report), "added_at": at}
    return kept | {"current": False, "manner": manner_of(report)}


def _open_event(writer: Writer, report_id: str, row: Mapping[str, Any], words: str, ids: Sequence[str]) -> str:
    event = checked_event({name: row[name] for name in FIELDS if name in row})
    event_id = new_id(writer.connection, {**event, "title": words}, also=ids)
    create(writer, event_id, event)
    writer.add("report", (report_id,), {"current": True})
    join = {"state": ReviewState.ACCEPTED.value, "reason": "The event was opened on it.", "probability": None}
    writer.add("event_report", (event_id, report_id), join)
    return event_id


def words_of_id(report: Report) -> str:
    """What names the event in its id: the title that the text gives, else who, where and which round."""
    codes = dict.fromkeys(actor.code for actor in report.actors)
    return report.title or " ".join([*codes, report.location, str(report.round or "")])


def same_report(report: Report) -> str:
    """What makes two readings of one article the same, whichever version of the parser made them."""
    content = write_report(report)
    return repr({name: content[name] for name in sorted(content) if name not in ("parser", "probability", "rules")})


def read_article(connection: Connection, article_id: str) -> Article:
    """The article as it was read; raises ``NotFoundError``."""
    columns = articles.c
    question = select(columns.id, columns.text, columns.hash, *(columns[name] for name in CONTENT))
    row = connection.execute(question.where(columns.id == article_id, columns.current)).first()
    if row is None:
        raise NotFoundError(f'There is no article "{article_id}".', field="article_id")
    return Article(**row._mapping)


def read_reports(connection: Connection, *, article_id: str = "", event_id: str = "") -> tuple[StoredReport, ...]:
    """The reports of an article or behind an event, in the order in which the article tells them."""
    question = (
        select(reports.c.id, reports.c.article_id, reports.c.content, event_reports.c.event_id)
        .join(event_reports, _stands_behind(), isouter=True)
        .where(reports.c.current)
        .order_by(reports.c.added_at, reports.c.article_id, func.length(reports.c.id), reports.c.id)
    )
    if article_id:
        question = question.where(reports.c.article_id == article_id)
    if event_id:
        question = question.where(event_reports.c.event_id == event_id)
    return tuple(
        StoredReport(row.id, row.event_id or "", row.article_id, read_report(row.content))
        for row in connection.execute(question)
    )


def _stands_behind() -> ColumnElement[bool]:
    """Joins that are proposed or refused do not count."""
    return (event_reports.c.report_id == reports.c.id) & (event_reports.c.state == ReviewState.ACCEPTED.value)


def read_heads(connection: Connection) -> tuple[ArticleHead, ...]:
    """All articles, the last read first."""
    return tuple(ArticleHead(**row._mapping) for row in connection.execute(_heads()))


def _heads() -> Select[Any]:
    columns = articles.c
    proposed = case((events.c.review_state == ReviewState.PROPOSED.value, events.c.id))
    return (
        select(
            columns.id,
            columns.title,
            columns.publisher,
            columns.url,
            columns.published,
            columns.language,
            columns.added_at,
            func.count(distinct(reports.c.id)).label("reports"),
            func.count(distinct(proposed)).label("proposed"),
        )
        .join(reports, (reports.c.article_id == columns.id) & reports.c.current, isouter=True)
        .join(event_reports, _stands_behind(), isouter=True)
        .join(events, events.c.id == event_reports.c.event_id, isouter=True)
        .where(columns.current)
        .group_by(columns.id)
        .order_by(columns.added_at.desc(), columns.id)
    )
