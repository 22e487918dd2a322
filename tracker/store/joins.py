"""The store's part that joins: reports taken in, questions answered, disagreements read and settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from tracker.models import LinkKind, Report, ReviewState, StoredReport
from tracker.store import regrouping
from tracker.store.as_known import AsKnown, read_as_known
from tracker.store.behind import read_behind, told_twice
from tracker.store.database import reading
from tracker.store.editing import event_row
from tracker.store.history import touched_since
from tracker.store.log import Row
from tracker.store.opened import Opened
from tracker.store.records import AskedJoin, JoinedReport, TakenIn, ToldTogether
from tracker.store.report_json import read_report
from tracker.store.settling import read_disagreements, set_by_hand, settling
from tracker.store.tables import event_reports, links, reports
from tracker.store.taking_in import OPENED, take_in
from tracker.timeline.joining import (
    Behind,
    Choice,
    Disagreement,
    DisagreementKind,
    Told,
    choose,
    numbers_told,
    why_together,
)
from tracker.timeline.joining.manner import PLURAL
from tracker.timeline.joining.silence import UNANSWERED
from tracker.timeline.links import Known, LinkProposal


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

    def joined(self, *, event_id: str = "", article_id: str = "") -> tuple[JoinedReport, ...]:
        """Reports that stand behind events (one event, those of one article), each with why, in words.

        A report on which its event was opened says with what it shares the event, if it shares it.
        """
        columns = event_reports.c
        question = (
            select(columns.report_id, columns.event_id, columns.reason, columns.probability)
            .join(reports, reports.c.id == columns.report_id)
            .where(columns.state == ReviewState.ACCEPTED.value, reports.c.current, reports.c.manner != PLURAL)
            .order_by(columns.event_id, columns.report_id)
        )
        if event_id:
            question = question.where(columns.event_id == event_id)
        if article_id:
            question = question.where(reports.c.article_id == article_id)
        with reading(self._engine) as connection:
            found = [JoinedReport(*row) for row in connection.execute(question)]
            behind = {name: read_behind(connection, name) for name in {one.event_id for one in found}}
        words = {name: why_together(told) for name, told in behind.items()}
        return tuple(
            replace(
                one,
                reason=words[one.event_id].get(one.report_id, OPENED) if one.reason == OPENED else one.reason,
                from_elsewhere=one.reason != OPENED,
                shared=len(behind[one.event_id]) - 1,
            )
            for one in found
        )

    def told_together(self, *, article_id: str = "") -> tuple[ToldTogether, ...]:
        """Reports in the plural, of one article or all, with the events that they point at.

        One on which an event of its own was opened is none of them.
        """
        question = select(reports.c.id, reports.c.content).where(reports.c.manner == PLURAL, reports.c.current)
        if article_id:
            question = question.where(reports.c.article_id == article_id)
        with reading(self._engine) as connection:
            found = [_together(connection, row.id, row.content) for row in connection.execute(question).all()]
        return tuple(one for one in found if one.words != OPENED)

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
            hand = {} if regrouping.is_untouched(connection, event_id) else set_by_hand(connection, event_id, row)
        return choose(found, hand) if found else {}

    def refused_links(self) -> tuple[Known, ...]:
        """Links that a person said are none."""
        columns = links.c
        question = select(columns.event_id, columns.kind, columns.target_id).where(
            columns.state == ReviewState.DISMISSED.value
        )
        with reading(self._engine) as connection:
            rows = connection.execute(question.order_by(columns.event_id, columns.kind, columns.target_id))
            return tuple(Known(row.event_id, LinkKind(row.kind), row.target_id) for row in rows)

    def asked_links(self) -> tuple[LinkProposal, ...]:
        """Links that the store holds and a person is asked about."""
        columns = links.c
        question = select(columns.event_id, columns.kind, columns.target_id, columns.probability, columns.reason).where(
            columns.state == ReviewState.PROPOSED.value
        )
        with reading(self._engine) as connection:
            rows = connection.execute(question.order_by(columns.event_id, columns.kind, columns.target_id))
            return tuple(
                LinkProposal(row.event_id, LinkKind(row.kind), row.target_id, row.probability or 0.5, row.reason)
                for row in rows
            )

    def as_known(self, event_id: str, moment: datetime) -> AsKnown:
        """The event as it was known at a moment (aware) of the past."""
        with reading(self._engine) as connection:
            return read_as_known(connection, event_id, moment)

    def numbers(self, event_id: str) -> tuple[Told, ...]:
        """Every number told of an event: low, best and high."""
        return tuple(numbers_told(self.behind(event_id)))

    def disagreements(self, event_id: str = "") -> tuple[Disagreement, ...]:
        """What reports of one event, or of all that are not dismissed, contradict each other on."""
        with reading(self._engine) as connection:
            names = [event_id] if event_id else told_twice(connection)
            return tuple(one for name in names for one in read_disagreements(connection, name))

    def told_twice(self) -> list[str]:
        """Ids of the events, dismissed ones aside, behind which more than one report stands."""
        with reading(self._engine) as connection:
            return told_twice(connection)

    def touched(self, since: int) -> set[str]:
        """Ids of the events that anything was written of after the log's line ``since``."""
        with reading(self._engine) as connection:
            return set(touched_since(connection, since, limit=None))

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

    def refuse(self, report_id: str, event_id: str, *, by: str, at: datetime, why: str = "") -> int:
        """Say that a report told in the plural does not speak of this event; returns the batch."""
        with self._batch("answer_join", by, at, why) as writer:
            regrouping.refuse(writer, report_id, event_id)
            return writer.write()

    def join(self, event_id: str, into: str, *, by: str, at: datetime, why: str = "") -> int:
        """Make two events one: reports, links and sources of ``event_id`` go to ``into``, whose fields stay."""
        with self._batch("join", by, at, why) as writer:
            regrouping.join(writer, event_id, into)
            return writer.write()

    def split(
        self,
        event_id: str,
        report_ids: Sequence[str],
        *,
        by: str,
        at: datetime,
        why: str = "",
        state: ReviewState | None = None,
    ) -> str:
        """Open a new event on some of an event's reports, which never join that one again; returns its id.

        The new one is in the review ``state`` of the old one if none is given.
        """
        with self._batch("split", by, at, why) as writer:
            new = regrouping.split(writer, event_id, report_ids, state)
            writer.write()
            return new

    def choose(
        self, event_id: str, kind: DisagreementKind, report_id: str, *, by: str, at: datetime, why: str = ""
    ) -> int:
        """Settle a disagreement: the event says what this report says."""
        with self._batch("choose", by, at, settling(kind, why)) as writer:
            regrouping.choose_version(writer, event_id, kind, report_id)
            return writer.write()

    def keep_both(self, event_id: str, kind: DisagreementKind, *, by: str, at: datetime, why: str = "") -> int:
        """Settle a disagreement: the event stays as it is, and its note says what the sources say."""
        with self._batch("keep_both", by, at, settling(kind, why)) as writer:
            told = [one for one in read_disagreements(writer.connection, event_id) if one.kind == kind]
            words = [
                f"{version.words} ({', '.join(dict.fromkeys(one.source for one in version.reports))})"
                for one in told
                for version in one.versions
            ]
            regrouping.keep_both(writer, event_id, words)
            return writer.write()


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
