"""What the store hands out besides frames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from tracker.models import Report


class AddedArticle(NamedTuple):
    """Where an article is; ``known`` if its text was there before, and nothing was written."""

    id: str
    known: bool


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report and the event that it stands behind; ``event_id`` is empty if it stands behind none."""

    id: str
    event_id: str
    article_id: str
    report: Report


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text. ``reports`` counts what was found in it, ``proposed`` the events still to review."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    language: str
    added_at: datetime
    reports: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log: ``before`` and ``after`` are plain values (days as ISO text), ``None`` for nothing.

    ``entity`` is ``event``, ``link``, ``event_report``, ``article`` or ``report``. ``field`` is ``*`` where the whole
    came or went; the values then are its fields.
    """

    number: int
    batch: int
    at: datetime
    by: str
    action: str
    entity: str
    entity_id: str
    field: str
    before: Any
    after: Any
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What was written at once. ``events`` counts those it touched; ``undone_by`` is the batch that took it back."""

    batch: int
    at: datetime
    by: str
    action: str
    reason: str
    events: int
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did to the timeline; ``batch`` is 0 if it changed nothing.

    ``loose`` are ids that links point at and that are not in the store.
    """

    added: int
    unchanged: int
    changed: int
    batch: int = 0
    loose: tuple[str, ...] = ()
