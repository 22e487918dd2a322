"""What the event page asks of an event's past: every change, what can be taken back, and how it was known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dashboards.data import Data
from dashboards.data_entry import AUTHOR, Standing
from tracker.errors import NotFoundError
from tracker.models import Change, ReviewState
from tracker.timeline import COLUMNS
from tracker.timeline.cells import write_links
from tracker.timeline.values import FIELDS

LOOKED_BACK = 500
"""Batches that are looked through for whether they touched one event or many."""
DECISIONS = ("join", "split", "answer_join", "link", "unlink", "choose", "keep_both")
"""Actions by which a person decides one thing, though more than one event is touched; they are taken back whole."""


@dataclass(frozen=True, slots=True)
class Past:
    """An event's changes, oldest first; batches that can be undone here, and batches that were taken back since."""

    changes: tuple[Change, ...]
    undoable: frozenset[int]
    taken_back: frozenset[int]


def past(data: Data, event_id: str) -> Past:
    """Everything that was ever written of the event. What came with many events at once is not undone from one."""
    changes = data.store.history(event_id)
    known = {one.batch: one for one in data.store.batches(LOOKED_BACK)}
    here = {change.batch for change in changes}
    alone = {number for number in here if number in known and known[number].events <= 1}
    decided = {change.batch for change in changes if change.action in DECISIONS}
    parts = {change.batch for change in changes if _set_field(change) or _joined(change)}
    gone = {number for number in here if number in known and known[number].undone_by is not None}
    return Past(changes, frozenset(alone | decided | parts), frozenset(gone))


def _set_field(change: Change) -> bool:
    """True if the change set one field of the event, so that it can be set back."""
    return change.entity == "event" and change.field in FIELDS


def _joined(change: Change) -> bool:
    """True if a machine put a report behind the event, so that it can be taken from it."""
    came = change.entity == "event_report" and change.field == "*" and change.after is not None
    return came and change.after["state"] == ReviewState.ACCEPTED and change.after["probability"] is not None


def take_back(data: Data, event_id: str, batch: int) -> int:
    """Undo one change of one event: its batch if it is one decision, else only what it did to this event.

    Fields are set back, reports that joined it open an event of their own. Returns the batch that does it. Raises
    ``ConflictingEditError`` if something later stands on it.
    """
    rows = [change for change in data.store.history(event_id) if change.batch == batch]
    known = {one.batch: one for one in data.store.batches(LOOKED_BACK)}
    whole = any(row.action in DECISIONS for row in rows)
    if whole or (batch in known and known[batch].events <= 1):
        return data.undo(batch)
    last = 0
    joined = [row.entity_id.split(" ", 1)[1] for row in rows if _joined(row)]
    standing = {one.id for one in data.store.reports(event_id)}
    if standing & set(joined):
        again = [name for name in joined if name in standing]
        new = data.store.split(event_id, again, state=ReviewState.PROPOSED, by=AUTHOR, at=data.now())
        last = max(line.batch for line in data.store.history(new))
    fields = {row.field: row.before for row in rows if _set_field(row)}
    return data.change(event_id, fields, why="One event of many taken back.") if fields else last


def joined_into(data: Data, event_id: str) -> str:
    """The event that one which is gone was joined into; empty if it was not."""
    leaving = [line for line in data.store.history(event_id) if line.entity == "event" and line.field == "*"]
    if not leaving or leaving[-1].after is not None:
        return ""
    frame = data.frame()
    behind = [line.entity_id.split(" ", 1)[1] for line in data.store.history(event_id) if line.entity == "event_report"]
    for report_id in behind:
        for one in data.store.article_reports(report_id.rpartition("#")[0]):
            if one.id == report_id and one.event_id and frame["event_id"].eq(one.event_id).any():
                return one.event_id
    return ""


@dataclass(frozen=True, slots=True)
class OnDay:
    """An event as it was known at the end of a day: its columns, and the reports that stood behind it."""

    event: Mapping[str, Any]
    standing: tuple[Standing, ...]


def on_day(data: Data, event_id: str, day: date) -> OnDay | None:
    """How the event was known at the end of ``day``, where the server stands; ``None`` if it was not in the store."""
    zone = data.clock().astimezone().tzinfo
    moment = datetime.combine(day + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
    known = data.store.as_known(event_id, moment)
    if not known.values:
        return None
    found = [one for name in known.report_ids for one in _standing(data, name)]
    counted = {"report_count": len(found), "origin_count": len(found), "links": write_links(known.links)}
    empty = {column.name: None if column.dtype != "str" else "" for column in COLUMNS}
    return OnDay({**empty, **known.values, **counted}, tuple(found))


def _standing(data: Data, report_id: str) -> list[Standing]:
    """The report with its article, if the store still has it."""
    article_id = report_id.rpartition("#")[0]
    try:
        article = data.store.article(article_id)
    except NotFoundError:
        return []
    found = {one.id: one for one in data.store.article_reports(article_id)}
    return [Standing(found[report_id], article)] if report_id in found else []


def source(data: Data, report_id: str) -> str:
    """Whose report it is, in words: its publisher, else the article's title."""
    try:
        article = data.store.article(report_id.rpartition("#")[0])
    except NotFoundError:
        return report_id
    return article.publisher or article.title or article.id
