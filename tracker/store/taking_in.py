"""New reports into the store: joined to what is known, grouped, or opened as new events; all in one batch.

Nothing enters the accepted timeline unseen: what an accepted event says stays, a report that clearly tells of it only
stands behind it; what is not clear is asked; everything new is proposed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select

from tracker.models import Article, LinkKind, Report, ReviewState
from tracker.store.behind import renew_origins
from tracker.store.editing import checked_event, create, link_values, links_standing, new_id, typed_event
from tracker.store.log import Row, Writer, entity_id, key_of, read_rows
from tracker.store.proposing import kept_row, read_article, read_reports, same_report, words_of_id
from tracker.store.records import AskedJoin, JoinedReport, TakenIn, ToldTogether
from tracker.store.sitting import Sitting
from tracker.store.tables import links, reports
from tracker.timeline.joining import Behind, Decided, Group, choose, chosen_row, decide
from tracker.timeline.joining.silence import UNANSWERED, Silence
from tracker.timeline.values import FIELDS

OPENED = "The event was opened on it."
TOGETHER = 0.95
"""Probability noted for reports in the plural that speak of no more events than fit."""


def take_in(writer: Writer, article_id: str, found: Sequence[Report], state: ReviewState) -> TakenIn:
    """Keep the reports and decide what each tells of; reports that the article is known to hold change nothing."""
    article = read_article(writer.connection, article_id)
    fresh = _keep(writer, article, found)
    if not fresh:
        return TakenIn()
    sitting = Sitting(writer.connection)
    sitting.seat(fresh, article)
    decided = decide(sitting.loose.values(), sitting.standing(), sitting.refused)
    return _Writing(writer, sitting, decided, state, frozenset(fresh)).written()


def _keep(writer: Writer, article: Article, found: Sequence[Report]) -> dict[str, Report]:
    """Store those of the reports that the article is not known to hold; by id."""
    known = {same_report(one.report) for one in read_reports(writer.connection, article_id=article.id)}
    count = select(func.count()).select_from(reports).where(reports.c.article_id == article.id)
    number = writer.connection.execute(count).scalar_one()
    fresh: dict[str, Report] = {}
    for report in found:
        if same_report(report) in known:
            continue
        known.add(same_report(report))
        number += 1
        report_id = f"{article.id}#{number}"
        writer.connection.execute(insert(reports), [kept_row(report_id, article.id, report, writer.at)])
        writer.add("report", (report_id,), {"current": True})
        fresh[report_id] = report
    return fresh


class _Writing:
    """What was decided, written as what differs from what stands."""

    def __init__(
        self, writer: Writer, sitting: Sitting, decided: Decided, state: ReviewState, fresh: frozenset[str]
    ) -> None:
        self.writer, self.sitting, self.decided = writer, sitting, decided
        self.state, self.fresh = state, fresh
        self.event_of: dict[str, str] = {}
        self.wanted: dict[tuple[str, str], Row] = {}
        self.created: dict[str, Row] = {}

    def written(self) -> TakenIn:
        self._name_events()
        for group in self.decided.groups:
            self._stand_behind(group)
        for plural in self.decided.plurals:
            self._point(plural.report, [self._event(name) for name in plural.targets], plural.sure, plural.words)
        self._ask()
        standing = self._joins_now()
        self._open_and_change()
        self._write_joins(standing)
        self._write_links()
        self._remove_emptied()
        touched = {event_id for event_id, _report in (self.wanted.keys() | standing.keys())}
        renew_origins(self.writer, sorted(touched & self._still_there(touched)))
        return self._told()

    # -- which event ------------------------------------------------------------------------------------------------

    def _name_events(self) -> None:
        """Every group gets its event: the one it joined, one that stood on most of its reports, or a new one."""
        stood = self._stood()
        taken: set[str] = set()
        for group in self.decided.groups:
            if group.joined:
                self._name(group, group.joined.target)
        loose = [group for group in self.decided.groups if not group.joined]
        wishes = sorted(
            (-len(stood[event_id] & set(group.members)), event_id, group.key)
            for group in loose
            for event_id in self.sitting.open_events
            if stood[event_id] & set(group.members)
        )
        by_key = {group.key: group for group in loose}
        for _shared, event_id, key in wishes:
            if key in by_key and event_id not in taken:
                taken.add(event_id)
                self._name(by_key.pop(key), event_id)
        for group in loose:
            if group.key in by_key:
                values = self._values(group)
                report = self.sitting.reports[group.key]
                named = {**values, "title": words_of_id(report)}
                event_id = new_id(self.writer.connection, named, also=self.created)
                self.created[event_id] = values
                self._name(group, event_id)

    def _stood(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {name: set() for name in self.sitting.open_events}
        for event_id, report_id in self._joins_now():
            if event_id in found:
                found[event_id].add(report_id)
        return found

    def _name(self, group: Group, event_id: str) -> None:
        self.event_of.update(dict.fromkeys(group.members, event_id))

    def _event(self, target: str) -> str:
        """The event that a verdict names, by its id or by a report of it."""
        return self.event_of.get(target, target)

    def _values(self, group: Group) -> Row:
        return checked_event(self._chosen(group) | {"review_state": self.state.value})

    def _chosen(self, group: Group) -> Row:
        behind = [self._behind(name) for name in group.members]
        return {name: value for name, value in chosen_row(choose(behind)).items() if name in FIELDS}

    def _behind(self, report_id: str) -> Behind:
        report = self.sitting.reports[report_id]
        article = read_article(self.writer.connection, report.article_id)
        return Behind(report_id, report, article, article.publisher or article.id)

    # -- what stands behind it --------------------------------------------------------------------------------------

    def _stand_behind(self, group: Group) -> None:
        verdict = group.joined
        for name in group.members:
            reason = verdict.words if verdict else OPENED
            self._want(
                self.event_of[name], name, ReviewState.ACCEPTED, reason, verdict.probability if verdict else None
            )

    def _want(self, event_id: str, report_id: str, state: ReviewState, reason: str, probability: float | None) -> None:
        if (report_id, event_id) not in self.sitting.refused:
            row = {"state": state.value, "reason": reason, "probability": probability, "origin": ""}
            self.wanted.setdefault((event_id, report_id), row)

    def _point(self, report_id: str, targets: list[str], sure: bool, words: str) -> None:
        for event_id in dict.fromkeys(targets):
            state = ReviewState.ACCEPTED if sure else ReviewState.PROPOSED
            self._want(event_id, report_id, state, words, TOGETHER if sure else 0.5)

    def _ask(self) -> None:
        for group in self.decided.groups:
            for verdict in group.asked:
                if self._event(verdict.target) != self.event_of[group.key]:
                    event_id = self._event(verdict.target)
                    self._want(event_id, group.key, ReviewState.PROPOSED, verdict.words, verdict.probability)

    def _joins_now(self) -> dict[tuple[str, str], Row]:
        """Rows of the reports that are decided on, those that a person refused aside."""
        found = read_rows(self.writer.connection, "event_report", self._join_names())
        rows = {key_of("event_report", name): row for name, row in found.items()}
        return {(k[0], k[1]): row for k, row in rows.items() if row["state"] != ReviewState.DISMISSED}

    def _join_names(self) -> list[str]:
        return [entity_id(pair) for pair in self.sitting.joins_of(self.sitting.loose)]

    # -- writing ----------------------------------------------------------------------------------------------------

    def _open_and_change(self) -> None:
        for event_id, values in self.created.items():
            create(self.writer, event_id, values)
        for group in self.decided.groups:
            event_id = self.event_of[group.key]
            before = self.sitting.open_events.get(event_id)
            if before is None or event_id in self.created:
                continue
            state = self.state.value if self.state == ReviewState.ACCEPTED else before["review_state"]
            after = checked_event(self._chosen(group) | {"review_state": state}, typed_event(before))
            if self.writer.change("event", (event_id,), {name: before[name] for name in FIELDS}, after):
                self.writer.touch(event_id, before)

    def _write_joins(self, standing: Mapping[tuple[str, str], Row]) -> None:
        for pair, row in standing.items():
            if pair not in self.wanted:
                self.writer.remove("event_report", pair, row)
        for pair, row in self.wanted.items():
            if pair not in standing:
                self.writer.add("event_report", pair, row)
            else:
                kept = {name: row[name] for name in ("state", "reason", "probability")}
                self.writer.change("event_report", pair, standing[pair], kept)

    def _write_links(self) -> None:
        """A silence answers its proposal: not yet. What an open event was thought to answer before, it may not now."""
        wanted: dict[tuple[str, str, str], Silence] = {}
        for silence in self.decided.silences:
            source, target = self._event(silence.report), self._event(silence.target)
            if source != target:
                wanted.setdefault((source, LinkKind.ANSWERS.value, target), silence)
        standing = links_standing(
            self.writer.connection, sorted({*self.sitting.open_events, *(key[0] for key in wanted)})
        )
        kept: Counter[str] = Counter()
        for name, row in standing.items():
            key = key_of("link", name)
            if key[0] in self.sitting.open_events and key not in wanted and row["reason"].startswith(UNANSWERED):
                self.writer.remove("link", key, row)
            kept[key[0]] += 1
        for key, silence in wanted.items():
            if entity_id(key) not in standing:
                fixed = key[0] in self.sitting.events and self.sitting.events[key[0]].fixed
                state = ReviewState.PROPOSED if fixed else ReviewState.ACCEPTED
                self.writer.add("link", key, link_values(kept[key[0]], state, silence.reason, silence.probability))
                kept[key[0]] += 1

    def _remove_emptied(self) -> None:
        left = set(self.event_of.values()) | {event_id for event_id, _report in self.wanted}
        for event_id, row in self.sitting.open_events.items():
            if event_id not in left:
                remove_event(self.writer, event_id, row)

    def _still_there(self, event_ids: set[str]) -> set[str]:
        return event_ids & (set(self.event_of.values()) | {event_id for event_id, _report in self.wanted})

    # -- what to tell -----------------------------------------------------------------------------------------------

    def _told(self) -> TakenIn:
        mine = {pair: row for pair, row in self.wanted.items() if pair[1] in self.fresh}
        opened = tuple(dict.fromkeys(self.event_of[key] for key in sorted(self.fresh & self.event_of.keys())
                                     if self.event_of[key] in self.created))  # fmt: skip
        plural = {one.report for one in self.decided.plurals}
        joined = tuple(
            JoinedReport(report_id, event_id, row["reason"], row["probability"])
            for (event_id, report_id), row in mine.items()
            if row["state"] == ReviewState.ACCEPTED and report_id not in plural and event_id not in self.created
        )
        asked = tuple(
            AskedJoin(report_id, self.event_of.get(report_id, ""), event_id, row["reason"], row["probability"])
            for (event_id, report_id), row in mine.items()
            if row["state"] == ReviewState.PROPOSED
        )
        together = tuple(
            ToldTogether(one.report, one.told, tuple(self._event(name) for name in one.targets), one.sure, one.words)
            for one in self.decided.plurals
            if one.report in self.fresh
        )
        waiting = tuple(
            (self._event(one.report), self._event(one.target))
            for one in self.decided.silences
            if one.report in self.fresh
        )
        return TakenIn(opened, joined, asked, together, waiting)


def remove_event(writer: Writer, event_id: str, row: Mapping[str, Any]) -> None:
    """An event goes, with the links that start and end at it; the log keeps all of it."""
    question = select(links).where((links.c.event_id == event_id) | (links.c.target_id == event_id))
    for link in writer.connection.execute(question).all():
        key = (link.event_id, link.kind, link.target_id)
        writer.remove("link", key, read_rows(writer.connection, "link", [entity_id(key)])[entity_id(key)])
    writer.remove("event", (event_id,), row)
