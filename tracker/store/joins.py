"""The store's part that joins: reports taken in, questions answered, disagreements read and settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from tracker.models import Report, ReviewState, StoredReport
from tracker.store import regrouping
from tracker.store.behind import read_behind, told_twice
from tracker.store.database import reading
from tracker.store.editing import event_row, typed_event
from tracker.store.log import WHOLE, Row
from tracker.store.opened import Opened
from tracker.store.records import AskedJoin, TakenIn, ToldTogether
from tracker.store.report_json import read_report
from tracker.store.tables import event_reports, links, log, reports
from tracker.store.taking_in import take_in
from tracker.timeline.joining import (
    Behind,
    Choice,
    Disagreement,
    DisagreementKind,
    Told,
    choose,
    disagreements,
    numbers_told,
)
from tracker.timeline.joining.manner import PLURAL
from tracker.timeline.joining.silence import UNANSWERED

SETTLING = ("choose", "keep_both")
"""Actions of the log by which a person settles a disagreement; the reason begins with its kind."""


class Joins(Opened):
    """What a ``Store`` can do with reports of one event. Writing calls are one batch each and can be undone."""

    # -- reading ----------------------------------------------------------------------------------------------------

    def asked_joins(self, *, event_id: str = "", article_id: str = "") -> tuple[AskedJoin, ...]:
        """Joins that a person is asked about, the most probable first; of one event (asked, or asking), one article."""
        own = event_reports.alias("own")
        question = (
            select(event_reports, own.c.event_id.label("own_event_id"))
            .join(reports, reports.c.id == event_reports.c.report_id)
            .join(own, (own.c.report_id == reports.c.id) & (own.c.state == ReviewState.ACCEPTED.value), isouter=True)
            .where(event_reports.c.state == ReviewState.PROPOSED.value, reports.c.current)
            .order_by(event_reports.c.probability.desc(), event_reports.c.report_id, event_reports.c.event_id)
        )
        if event_id:
            question = question.where((event_reports.c.event_id == event_id) | (own.c.event_id == event_id))
        if article_id:
            question = question.where(reports.c.article_id == article_id)
        with reading(self._engine) as connection:
            return tuple(
                AskedJoin(row.report_id, row.own_event_id or "", row.event_id, row.reason, row.probability)
                for row in connection.execute(question)
            )

    def told_together(self, *, article_id: str = "") -> tuple[ToldTogether, ...]:
        """Reports in the plural, of one article or all, with the events that they point at."""
        question = select(reports.c.id, reports.c.content).where(reports.c.manner == PLURAL, reports.c.current)
        if article_id:
            question = question.where(reports.c.article_id == article_id)
        with reading(self._engine) as connection:
            return tuple(_together(connection, row.id, row.content) for row in connection.execute(question).all())

    def behind(self, event_id: str) -> tuple[Behind, ...]:
        """The reports behind an event with article and origin, those told in the plural aside."""
        with reading(self._engine) as connection:
            return read_behind(connection, event_id)

    def silences(self, event_id: str) -> tuple[StoredReport, ...]:
        """Reports that a proposal has no answer yet."""
        question = (
            select(reports.c.id, reports.c.article_id, reports.c.content, links.c.event_id)
            .join(event_reports, event_reports.c.event_id == links.c.event_id)
            .join(reports, reports.c.id == event_reports.c.report_id)
            .where(links.c.target_id == event_id, links.c.reason.startswith(UNANSWERED), reports.c.current)
            .order_by(reports.c.id)
        )
        with reading(self._engine) as connection:
            return tuple(
                StoredReport(row.id, row.event_id, row.article_id, read_report(row.content))
                for row in connection.execute(question)
            )

    def choices(self, event_id: str) -> dict[str, Choice]:
        """How the event's fields would be chosen from its reports, with reasons; fields set by hand say so.

        Empty for an event without reports. Raises ``NotFoundError``.
        """
        with reading(self._engine) as connection:
            row = event_row(connection, event_id)
            found = read_behind(connection, event_id)
            hand = {} if regrouping.is_untouched(connection, event_id) else _set_by_hand(connection, event_id, row)
        return choose(found, hand) if found else {}

    def numbers(self, event_id: str) -> tuple[Told, ...]:
        """Every number told of an event: low, best and high."""
        return tuple(numbers_told(self.behind(event_id)))

    def disagreements(self, event_id: str = "") -> tuple[Disagreement, ...]:
        """What reports of one event, or of all that are not dismissed, contradict each other on."""
        with reading(self._engine) as connection:
            names = [event_id] if event_id else told_twice(connection)
            return tuple(one for name in names for one in _disagreements(connection, name))

    # -- writing ----------------------------------------------------------------------------------------------------

    def take_in(
        self,
        article_id: str,
        found: Sequence[Report],
        *,
        by: str,
        at: datetime,
        state: ReviewState = ReviewState.PROPOSED,
    ) -> TakenIn:
        """Keep what a parser found in an article, and join it to what is known.

        A report that clearly tells of an event stands behind it, and what a person set there stays; unclear ones are
        asked about (``asked_joins``); the rest opens events in ``state``. Reports known already change nothing. Raises
        ``NotFoundError`` for an unknown article.
        """
        with self._batch("take_in", by, at) as writer:
            told = take_in(writer, article_id, found, state)
            writer.write()
            return told

    def answer_join(self, report_id: str, event_id: str, *, same: bool, by: str, at: datetime, why: str = "") -> int:
        """Say whether a report that was asked about tells of the event; if so its own event joins it. The batch."""
        with self._batch("answer_join", by, at, why) as writer:
            regrouping.answer_join(writer, report_id, event_id, same=same)
            return writer.write()

    def join(self, event_id: str, into: str, *, by: str, at: datetime, why: str = "") -> int:
        """Make two events one: reports, links and sources of ``event_id`` go to ``into``, whose fields stay."""
        with self._batch("join", by, at, why) as writer:
            regrouping.join(writer, event_id, into)
            return writer.write()

    def split(self, event_id: str, report_ids: Sequence[str], *, by: str, at: datetime, why: str = "") -> str:
        """Open a new event on some of an event's reports, which never join that one again; returns its id."""
        with self._batch("split", by, at, why) as writer:
            new = regrouping.split(writer, event_id, report_ids)
            writer.write()
            return new

    def choose(
        self, event_id: str, kind: DisagreementKind, report_id: str, *, by: str, at: datetime, why: str = ""
    ) -> int:
        """Settle a disagreement: the event says what this report says."""
        with self._batch("choose", by, at, _settling(kind, why)) as writer:
            regrouping.choose_version(writer, event_id, kind, report_id)
            return writer.write()

    def keep_both(self, event_id: str, kind: DisagreementKind, *, by: str, at: datetime, why: str = "") -> int:
        """Settle a disagreement: the event stays as it is, and its note says what the sources say."""
        with self._batch("keep_both", by, at, _settling(kind, why)) as writer:
            told = [one for one in _disagreements(writer.connection, event_id) if one.kind == kind]
            words = [
                f"{version.words} ({', '.join(dict.fromkeys(one.source for one in version.reports))})"
                for one in told
                for version in one.versions
            ]
            regrouping.keep_both(writer, event_id, words)
            return writer.write()


def _settling(kind: DisagreementKind, why: str) -> str:
    return f"{DisagreementKind(kind).value}: {why}".rstrip(": ")


def _disagreements(connection: Connection, event_id: str) -> tuple[Disagreement, ...]:
    row = event_row(connection, event_id)
    event = {**typed_event(row), "event_id": event_id}
    return disagreements(event, read_behind(connection, event_id), _settled(connection, event_id))


def _settled(connection: Connection, event_id: str) -> list[str]:
    """Kinds of disagreement that a person settled, since the last report came."""
    lines = select(log.c.batch, log.c.action, log.c.entity, log.c.reason).where(log.c.event_id == event_id)
    taken_back = select(log.c.undoes).where(log.c.undoes.is_not(None)).distinct()
    undone = {row.undoes for row in connection.execute(taken_back)}
    kinds: list[str] = []
    for row in connection.execute(lines.order_by(log.c.number)):
        if row.action in SETTLING and row.batch not in undone:
            kinds.append(row.reason.partition(":")[0])
        elif row.entity == "event_report" and row.batch not in undone:
            kinds.clear()
    return kinds


def _set_by_hand(connection: Connection, event_id: str, row: Row) -> Row:
    """The fields of the event that a person, a form or a table set, as they stand."""
    lines = select(log.c.field, log.c.after, log.c.action).where(log.c.event_id == event_id, log.c.entity == "event")
    fields: set[str] = set()
    for line in connection.execute(lines.order_by(log.c.number)):
        if line.action in ("take_in", "propose", "undo", "review"):
            continue
        whole = line.after if line.field == WHOLE else {line.field: True}
        fields |= {name for name, value in (whole or {}).items() if value not in ("", None)}
    typed = typed_event(row)
    return {name: typed[name] for name in fields if name in typed}


def _together(connection: Connection, report_id: str, content: Row) -> ToldTogether:
    columns = event_reports.c
    rows = connection.execute(
        select(columns.event_id, columns.state, columns.reason)
        .where(columns.report_id == report_id, columns.state != ReviewState.DISMISSED.value)
        .order_by(columns.event_id)
    ).all()
    told = max(one.value for one in read_report(content).quantities)
    words = rows[0].reason if rows else f"None of the {told} that it tells of is known."
    sure = all(row.state == ReviewState.ACCEPTED.value for row in rows)
    return ToldTogether(report_id, told, tuple(row.event_id for row in rows), sure, words)
