"""What the review of an article asks of the tracker: its proposals, what joined known events, what is unsure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboards import data_links
from dashboards.data import Data
from dashboards.data_entry import AUTHOR, find_events, linked
from tracker import dates
from tracker.errors import NotFoundError
from tracker.models import Article, Report, ReviewState, StoredReport, TimeExpression

JOIN, TOLD, LINK = "join", "told", "link"
NEAR = timedelta(days=45)
"""How far the events lie that are offered first as the one that a proposal is."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person is asked: is it the same event (``join``), one of those told together (``told``), a link.

    ``names`` are what a button sends back; ``how`` is the kind of a link, ``event`` the other event.
    """

    kind: str
    names: tuple[str, ...]
    event: Mapping[str, Any]
    reason: str
    probability: float | None
    how: str = ""

    @property
    def key(self) -> str:
        """Names the question in a button."""
        return json.dumps([self.kind, *self.names])


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event as it stands, and what the article reports of it.

    ``counted_from`` is the day from which its date was counted, if any; ``known`` says that the event was there before,
    and the report joined it; ``joined`` why it shares the event, with how many ``others``; ``links`` are (kind, other
    event) that stand, onward.
    """

    event: Mapping[str, Any]
    report: Report
    counted_from: date | None = None
    report_id: str = ""
    known: bool = False
    joined: str = ""
    others: int = 0
    questions: tuple[Question, ...] = ()
    links: tuple[tuple[str, Mapping[str, Any]], ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """A report of several events at once: those known that it speaks of, how many are missing, and what is unsure."""

    report_id: str
    report: Report
    told: int
    events: tuple[Mapping[str, Any], ...]
    missing: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article with its proposals in the order in which it tells them, and all words of dates in it."""

    article: Article
    proposals: tuple[Proposal, ...]
    together: tuple[Together, ...]
    expressions: tuple[TimeExpression, ...]

    def waiting(self) -> list[str]:
        """The ids of the events that nobody has reviewed."""
        return [str(one.event["event_id"]) for one in self.own() if one.event["review_state"] == _PROPOSED]

    def own(self) -> list[Proposal]:
        """The proposals that this review decides on: known events stay as they are."""
        return [one for one in self.proposals if not one.known]

    def count(self, state: ReviewState) -> int:
        """How many of its events are in ``state``."""
        return sum(one.event["review_state"] == state.value for one in self.own())

    def in_order(self) -> list[Proposal | Together]:
        """All that it tells of, in the order in which it does."""
        return sorted((*self.proposals, *self.together), key=_place)

    def joined(self) -> int:
        """How many of its reports stand behind events that were known."""
        return sum(one.known for one in self.proposals) + sum(bool(one.events) for one in self.together)

    def asked(self) -> int:
        """How many questions wait."""
        lists = [one.questions for one in self.proposals] + [one.questions for one in self.together]
        return sum(map(len, lists))


_PROPOSED = ReviewState.PROPOSED.value


def reviewed(data: Data, article_id: str) -> Reviewed:
    """An article for review; raises ``NotFoundError``."""
    article = data.store.article(article_id)
    stored = {one.id: one for one in data.store.article_reports(article_id)}
    expressions = dates.find(article.text, reference=article.published, language=article.language or "en")
    plural = {one.report_id for one in data.store.told_together(article_id=article_id)}
    joins = {one.report_id: one for one in data.store.joined(article_id=article_id)}
    asked: dict[str, list[Question]] = {}
    for one in data.store.asked_joins(article_id=article_id):
        question = _join_question(data, one.report_id, one.event_id, one.reason, one.probability, plural)
        asked.setdefault(one.report_id, []).extend(question)
    proposals = [
        _proposal(data, one, joins.get(one.id), asked.get(one.id, []), expressions)
        for one in stored.values()
        if one.event_id and one.id not in plural
    ]
    together = tuple(_together(data, stored[name], asked.get(name, [])) for name in sorted(plural & stored.keys()))
    return Reviewed(article, tuple(proposals), together, expressions)


def _place(one: Proposal | Together) -> int:
    return min((piece.start for piece in one.report.evidence), default=0)


def _proposal(
    data: Data, stored: StoredReport, join: Any, asked: Sequence[Question], expressions: Sequence[TimeExpression]
) -> Proposal:
    event = data.event(stored.event_id)
    known = bool(join and join.from_elsewhere)
    questions = [*asked]
    if not known and event["review_state"] != ReviewState.DISMISSED.value:
        questions += [_link_question(one) for one in data_links.found_links(data).asked_from(stored.event_id)]
    onward, _back = linked(data, event)
    shown = [(kind, known_event(data, name)) for kind, name in onward]
    return Proposal(
        event,
        stored.report,
        _anchor(stored.report, expressions),
        stored.id,
        known,
        join.reason if join and (known or join.shared) else "",
        join.shared if join else 0,
        tuple(questions),
        tuple((kind, other) for kind, other in shown if other),
    )


def known_event(data: Data, event_id: str) -> Mapping[str, Any] | None:
    """The event, if it is there."""
    try:
        return data.event(event_id)
    except NotFoundError:
        return None


def _join_question(
    data: Data, report_id: str, event_id: str, reason: str, probability: float | None, plural: Iterable[str]
) -> list[Question]:
    event = known_event(data, event_id)
    kind = TOLD if report_id in plural else JOIN
    return [Question(kind, (report_id, event_id), event, reason, probability)] if event else []


def _link_question(one: data_links.Asked) -> Question:
    names = (one.link.source, one.link.kind.value, one.link.target)
    return Question(LINK, names, one.target, one.link.reason, one.link.probability, one.link.kind.value)


def _together(data: Data, stored: StoredReport, asked: Sequence[Question]) -> Together:
    (told,) = [one for one in data.store.told_together(article_id=stored.article_id) if one.report_id == stored.id]
    unsure = {question.names[1] for question in asked}
    events = [known_event(data, name) for name in told.event_ids if name not in unsure]
    return Together(
        stored.id, stored.report, told.told, tuple(one for one in events if one), told.missing, tuple(asked)
    )


def _anchor(report: Report, expressions: Sequence[TimeExpression]) -> date | None:
    """The day of publication, if the words of the report's date count from it."""
    wanted = (report.date_text, report.date_start, report.date_end)
    same = (one for one in expressions if (one.text, one.first, one.last) == wanted and one.anchor == "publication")
    return next((one.anchor_date for one in same), None)


def answer(data: Data, key: str, *, same: bool) -> int:
    """Write what a person says to a question; returns the batch to undo."""
    kind, *names = json.loads(key)
    if kind == LINK:
        source, link_kind, target = names
        asked = data_links.found_links(data).asked_from(source)
        reason = next((one.link.reason for one in asked if one.link.target == target), "")
        return data_links.answer_link(data, f"{source} {link_kind} {target}", same=same, reason=reason)
    report_id, event_id = names
    return data.store.answer_join(report_id, event_id, same=same, by=AUTHOR, at=data.now())


def take_apart(data: Data, report_id: str, event_id: str) -> int:
    """A report tells of another event than the one it stands behind: it opens one of its own, to be reviewed."""
    plural = {one.report_id for one in data.store.told_together(article_id=report_id.rpartition("#")[0])}
    if report_id in plural:
        return data.store.refuse(report_id, event_id, by=AUTHOR, at=data.now())
    new = data.store.split(event_id, [report_id], state=ReviewState.PROPOSED, by=AUTHOR, at=data.now())
    return max(line.batch for line in data.store.history(new))


def merge(data: Data, event_id: str, into: str) -> int:
    """A proposal and a known event are one: what the known one says stays. The batch to undo."""
    return data.store.join(event_id, into, by=AUTHOR, at=data.now())


def mergeable(data: Data, event_id: str, searched: str = "") -> list[Mapping[str, Any]]:
    """Events that a proposal may be, the nearest in time first; with ``searched`` words, those that have them."""
    if searched:
        return find_events(data, searched, besides=event_id)
    event = data.event(event_id)
    frame = data.frame()
    near = frame["event_id"].ne(event_id) & frame["review_state"].ne(ReviewState.DISMISSED.value)
    near &= frame["conflict"].eq(event["conflict"])
    day = event["date_start"] or event["date_end"]
    if day is None:
        return find_events(data, "", besides=event_id)
    apart = (frame["date_start"].fillna(frame["date_end"]) - pd.Timestamp(day)).abs()
    near &= (apart <= NEAR).fillna(value=False)
    order = pd.DataFrame({"kind": frame["event_type"].ne(event["event_type"]), "apart": apart})[near]
    places = order.sort_values(["apart", "kind"], kind="stable").index
    found = frame.loc[places]
    return [{str(name): value for name, value in row.items()} for row in found.head(40).to_dict("records")]
