"""Everything that must be looked at together when new reports come: what they touch, as far as it may still be moved.

Events that a person or a table set are fixed. Reports behind other events, and those that the machine joined to a fixed
one, are loose: they are decided anew, so that the order in which reports came plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from tracker.models import Article, Report, ReviewState
from tracker.resources.joining_rules import joining_rules
from tracker.store.log import Row, chunks, read_rows, typed_row
from tracker.store.nearby import nearby
from tracker.store.report_json import read_report
from tracker.store.tables import event_reports, events, log, reports
from tracker.timeline.joining import Telling, compare, telling_of_event, telling_of_report
from tracker.timeline.joining.manner import PLURAL, SILENCE
from tracker.timeline.joining.silence import OFFERS

MACHINE = ("take_in", "propose")
"""Actions of the log that no person took."""
MOST_LOOSE = 500
"""Loose reports that are decided anew at once, at most; beyond them events are left as they stand."""
MOST_MEANT = 200
"""Events among which those that a plural report or a silence means are looked for."""


@dataclass
class Sitting:
    """Reports to decide on, with the events that they stand behind now, and the events they are held against."""

    connection: Connection
    reports: dict[str, Report] = field(default_factory=dict)
    loose: dict[str, Telling] = field(default_factory=dict)
    events: dict[str, Telling] = field(default_factory=dict)
    open_events: dict[str, Row] = field(default_factory=dict)
    """Events that may be rearranged, by id: all their reports are among the loose ones."""
    refused: set[tuple[str, str]] = field(default_factory=set)
    _known: dict[str, Row] = field(default_factory=dict)
    _machine: dict[str, bool] = field(default_factory=dict)

    def seat(self, fresh: dict[str, Report], article: Article) -> None:
        """Take in new reports, and whatever they touch."""
        told = {key: telling_of_report(report, key) for key, report in fresh.items()}
        of_article = select(reports.c.id, reports.c.content).where(
            reports.c.article_id == article.id, reports.c.current
        )
        self._seat(told, fresh)
        for row in self.connection.execute(of_article).all():
            if row.id not in self.loose:
                self._seat_stored({row.id: read_report(row.content)})
        self._seat_manners()
        waiting = list(self.loose.values())
        while waiting:
            waiting = [new for one in waiting for new in self._around(one)]
        self._read_refused()

    def _seat(self, told: dict[str, Telling], read: dict[str, Report]) -> None:
        self.loose.update(told)
        self.reports.update(read)

    def _seat_stored(self, stored: dict[str, Report]) -> list[Telling]:
        """Reports of the store, where they may be moved; with them all others behind the same open events."""
        seated: list[Telling] = []
        names = list(stored)
        while names:
            rows = self._joins(names)
            names = []
            for row in rows:
                if not self._open(row.event_id):
                    continue
                self.open_events.setdefault(row.event_id, self._row(row.event_id))
                names += [one for one in self._behind(row.event_id) if one not in self.loose]
            pinned = {row.report_id for row in rows if not self._open(row.event_id) and row.probability is None}
            for name in [one for one in (*stored, *names) if one not in self.loose and one not in pinned]:
                report = stored.get(name) or self._report(name)
                seated.append(telling_of_report(report, name))
                self._seat({name: seated[-1]}, {name: report})
        return seated

    def _seat_manners(self) -> None:
        """Plural reports, and silences, that what came new may settle."""
        kinds = {one.event_type for one in self.loose.values() if not one.told}
        wanted = [PLURAL] if kinds & set(joining_rules().plural.values()) else []
        wanted += [SILENCE] if kinds & set(OFFERS) else []
        slugs = {one.conflict for one in self.loose.values()}
        found = select(reports.c.id, reports.c.content).where(reports.c.manner.in_(wanted), reports.c.current)
        for row in self.connection.execute(found).all() if wanted else ():
            report = read_report(row.content)
            if row.id not in self.loose and (not report.conflict or report.conflict in slugs or "" in slugs):
                self._seat_stored({row.id: report})

    def _around(self, one: Telling) -> list[Telling]:
        """Seats the events that ``one`` may belong to, and the loose reports that it touches; gives these."""
        if one.told:
            self._stand(nearby(self.connection, one, [one.event_type], MOST_MEANT))
            return []
        if one.silent:
            self._stand(nearby(self.connection, one, OFFERS, MOST_MEANT))
        return self._touched(one, nearby(self.connection, one))

    def _touched(self, one: Telling, event_ids: list[str]) -> list[Telling]:
        self._load(event_ids)
        seated: list[Telling] = []
        for name in event_ids:
            if not self._open(name):
                self.events.setdefault(name, self._telling(name))
            if name in self.open_events or len(self.loose) >= MOST_LOOSE:
                continue
            stored = self._movable(name)
            if any(self._near(one, key, report) for key, report in stored.items()):
                seated += self._seat_stored(stored)
        return seated

    def _near(self, one: Telling, key: str, report: Report) -> bool:
        other = telling_of_report(report, key)
        return not other.told and compare(one, other).probability >= joining_rules().ask

    def _stand(self, event_ids: list[str]) -> None:
        """Events that a plural or a silence may mean; those that are open stand as they are unless they are seated."""
        self._load(event_ids)
        for name in event_ids:
            self.events.setdefault(name, self._telling(name))

    def standing(self) -> list[Telling]:
        """The events to hold reports against: all but those that are being rearranged."""
        return [one for name, one in self.events.items() if name not in self.open_events]

    # -- reading ----------------------------------------------------------------------------------------------------

    def _load(self, event_ids: Iterable[str]) -> None:
        missing = [name for name in event_ids if name not in self._known]
        for name, row in read_rows(self.connection, "event", missing).items():
            self._known[name] = row
        unsure = [name for name in missing if name not in self._machine]
        by_hand: set[str] = set()
        for part in chunks(unsure):
            lines = select(log.c.event_id).where(log.c.event_id.in_(part), log.c.action.not_in(MACHINE)).distinct()
            by_hand |= {row.event_id for row in self.connection.execute(lines)}
        self._machine.update({name: name not in by_hand for name in unsure})

    def _row(self, event_id: str) -> Row:
        self._load([event_id])
        return self._known[event_id]

    def _open(self, event_id: str) -> bool:
        """Whether no person has touched the event, so that it may be rearranged."""
        self._load([event_id])
        return self._machine[event_id]

    def _telling(self, event_id: str) -> Telling:
        """The event; its articles are those of reports that a person, or the opening, put behind it."""
        rows = self.connection.execute(
            select(reports.c.article_id)
            .join(event_reports, event_reports.c.report_id == reports.c.id)
            .where(
                event_reports.c.event_id == event_id,
                event_reports.c.state == ReviewState.ACCEPTED.value,
                event_reports.c.probability.is_(None),
            )
        )
        row = {"event_id": event_id, **typed_row(events, self._row(event_id))}
        return telling_of_event(row, fixed=not self._open(event_id), articles={one.article_id for one in rows})

    def _joins(self, report_ids: list[str]) -> list[Standing]:
        found: list[Standing] = []
        columns = event_reports.c
        for part in chunks(report_ids):
            question = select(columns.report_id, columns.event_id, columns.probability).where(
                columns.report_id.in_(part), columns.state == ReviewState.ACCEPTED.value
            )
            found += [Standing(*row) for row in self.connection.execute(question.order_by(columns.event_id))]
        return found

    def joins_of(self, report_ids: Iterable[str]) -> list[tuple[str, str]]:
        """(event, report) pairs of every row of these reports, whatever its state."""
        found: list[tuple[str, str]] = []
        for part in chunks(sorted(report_ids)):
            question = select(event_reports.c.event_id, event_reports.c.report_id)
            rows = self.connection.execute(question.where(event_reports.c.report_id.in_(part)))
            found += [(row.event_id, row.report_id) for row in rows]
        return sorted(found)

    def _behind(self, event_id: str) -> list[str]:
        columns = event_reports.c
        question = select(columns.report_id).where(
            columns.event_id == event_id, columns.state == ReviewState.ACCEPTED.value
        )
        return sorted(row.report_id for row in self.connection.execute(question))

    def _movable(self, event_id: str) -> dict[str, Report]:
        """Reports behind an event that may be moved: all of an open one, of a fixed one those the machine joined."""
        question = (
            select(reports.c.id, reports.c.content)
            .join(event_reports, event_reports.c.report_id == reports.c.id)
            .where(
                event_reports.c.event_id == event_id,
                event_reports.c.state == ReviewState.ACCEPTED.value,
                reports.c.current,
                reports.c.manner != PLURAL,
            )
        )
        if not self._open(event_id):
            question = question.where(event_reports.c.probability.is_not(None))
        rows = self.connection.execute(question.order_by(reports.c.id))
        return {row.id: read_report(row.content) for row in rows if row.id not in self.loose}

    def _report(self, report_id: str) -> Report:
        question = select(reports.c.content).where(reports.c.id == report_id)
        return read_report(self.connection.execute(question).scalar_one())

    def _read_refused(self) -> None:
        columns = event_reports.c
        for part in chunks(sorted(self.loose)):
            question = select(columns.report_id, columns.event_id).where(
                columns.report_id.in_(part), columns.state == ReviewState.DISMISSED.value
            )
            self.refused |= {(row.report_id, row.event_id) for row in self.connection.execute(question)}


@dataclass(frozen=True, slots=True)
class Standing:
    """A report behind an event; ``probability`` is empty unless the machine joined it."""

    report_id: str
    event_id: str
    probability: float | None
