"""The store's tables. What changes after it was written changes through the log alone (``tracker.store.log``).

Articles and reports are kept as read; only their ``current`` mark changes. Events, the reports behind them and the
links between them are what the log adds up to.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    case,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment: an aware ``datetime`` in Python, UTC without zone in the database."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What the column holds in Python."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC without its zone; a naive one is refused, since nobody knows what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"{value} has no time zone"
            raise TypeError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The moment, aware again."""
        return None if value is None else value.replace(tzinfo=UTC)


class PlainValue(TypeDecorator[Any]):
    """A plain value as JSON text. Not the JSON type: SQLite would take its bare numbers for its own, and round them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """The value as JSON."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any | None:
        """The value again."""
        return None if value is None else json.loads(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("published", Date),
    Column("language", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("current", Boolean, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False, index=True),
    Column("content", JSON, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("manner", Text, nullable=False, server_default="", index=True),
)
"""``manner`` is ``plural`` if the report tells of several events at once, ``silence`` if of an answer not given."""

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event_type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("date_precision", Text, nullable=False),
    Column("date_edtf", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("actors", Text, nullable=False),
    Column("persons", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("quantities", Text, nullable=False),
    Column("round", Integer),
    Column("claimed_by", Text, nullable=False),
    Column("source_urls", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("sources_confirming", Integer),
    Column("note", Text, nullable=False),
    Column("conflict", Text, nullable=False),
    Column("track", Text, nullable=False),
    Column("date_text", Text, nullable=False),
    Column("date_basis", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("review_state", Text, nullable=False),
    Column("outside_reports", Integer, nullable=False),
    Column("outside_origins", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Index(None, "date_start"),
    Index(None, "event_type", "date_precision", "date_start"),
)
"""``outside_reports`` and ``outside_origins`` count what an imported table says stands behind an event elsewhere."""

event_reports = Table(
    "event_reports",
    metadata,
    Column("event_id", Text, ForeignKey("events.id"), primary_key=True),
    Column("report_id", Text, ForeignKey("reports.id"), primary_key=True, index=True),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("probability", Float),
    Column("origin", Text, nullable=False, server_default=""),
)
"""Which report stands behind which event. ``state`` is a review state: a join may be proposed, or refused by a person.
``probability`` is that of a join made by the machine, empty where a person joined it or the event was opened on it.
``origin`` names the article, of those behind the event, that the report's goes back to; empty if nobody looked."""

links = Table(
    "links",
    metadata,
    Column("event_id", Text, ForeignKey("events.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("target_id", Text, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("probability", Float),
)
"""How an event stands to an earlier one. The target may be missing, where only a part of a timeline was imported."""

views = Table(
    "views",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("query", PlainValue, nullable=False),
)
"""Filters that have a name. ``query`` holds the keys and values of an address."""

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("batch", Integer, nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("entity_id", Text, nullable=False),
    Column("event_id", Text, nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("before", PlainValue),
    Column("after", PlainValue),
    Column("reason", Text, nullable=False),
    Column("undoes", Integer, index=True),
)
"""Every change, in order, never changed itself. ``batch`` is the number of the first row of one transaction; ``field``
is ``*`` where a record came (no before) or went (no after); ``undoes`` is the batch that this one takes back."""

report_origin = case(
    (event_reports.c.origin != "", event_reports.c.origin),
    (articles.c.publisher == "", articles.c.id),
    else_=articles.c.publisher,
)
"""Where a report behind an event comes from; if nobody looked, its publisher, with none named the article itself."""
