"""What the form and the event page ask of the tracker: dates read, events saved, likely duplicates, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboards import words
from dashboards.data import Data
from dashboards.language import _
from tracker import dates
from tracker.errors import DateError, NotFoundError
from tracker.models import Article, Change, ReviewState, StoredReport, TimeExpression
from tracker.timeline import read_actors, read_links

AUTHOR = "editor"
SHOWN_DUPLICATES = 3
FOUND_EVENTS = 40
"""How many events a search for one to link to shows."""


def read_date(typed: str, reference: date) -> TimeExpression:
    """What the ``typed`` words mean, counted from ``reference``; raises ``DateError``."""
    return dates.read(typed, reference=reference)


def alternative_in_words(edtf: str) -> str:
    """Another reading of ambiguous words, as a reader would say it."""
    first, last, precision, *_rest = dates.edtf.read(edtf)
    return words.date_in_words(first, last, precision or "")


def known(data: Data, event_id: str) -> bool:
    """True if the store has that event."""
    try:
        data.event(event_id)
    except NotFoundError:
        return False
    return True


def title(data: Data, event_id: str) -> str:
    """The title of an event; its id if it is no longer there."""
    try:
        return words.event_title(data.event(event_id))
    except NotFoundError:
        return event_id


@dataclass(frozen=True, slots=True)
class Saved:
    """An event that was written, and the batch that takes the writing back."""

    event_id: str
    batch: int


def add(data: Data, values: Mapping[str, Any]) -> Saved:
    """A new event by hand, accepted, since a person wrote it."""
    accepted = {"review_state": ReviewState.ACCEPTED.value, **values}
    event_id = data.store.add_event(accepted, by=AUTHOR, at=data.now())
    return Saved(event_id, max(change.batch for change in data.store.history(event_id)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """An event that may be the one being added, and what the two share, in words."""

    event: Mapping[str, Any]
    why: tuple[str, ...]


def likely_duplicates(
    data: Data, values: Mapping[str, Any], *, besides: str = "", slug: str = ""
) -> tuple[Sequence[Likeness], int]:
    """The closest events of the same type whose days overlap and that share actors, and how many there are.

    ``values`` are columns as the form sets them. An event is the closer, the more exactly its days agree and the more
    actors it shares. ``besides`` is the event being edited; ``slug`` the conflict whose names actors get.
    """
    frame = data.frame()
    first, last = (pd.Timestamp(values[name]) if values[name] else None for name in ("date_start", "date_end"))
    codes = {actor.code for actor in read_actors(values["actors"])}
    near = frame["event_type"].eq(values["event_type"]) & frame["event_id"].ne(besides)
    near &= frame["review_state"].ne(ReviewState.DISMISSED.value)
    if first is not None:
        near &= frame["date_end"].isna() | frame["date_end"].ge(first)
    if last is not None:
        near &= frame["date_start"].isna() | frame["date_start"].le(last)
    rows = frame.loc[near]
    scored = []
    for row in _events(rows):
        shared = codes & {actor.code for actor in read_actors(row["actors"])}
        if shared:
            scored.append((_distance(row, first, last), -len(shared), row, shared))
    scored.sort(key=lambda one: (one[0], one[1], one[2]["event_id"]))
    shown = []
    for _far, _count, row, shared in scored[:SHOWN_DUPLICATES]:
        names = words.listed([words.actor_name(code, slug) for code in sorted(shared)])
        days = _("the same days") if _distance(row, first, last) == 0 else _("days that overlap")
        shown.append(Likeness(row, (_("the same type"), days, _("{names} in both", names=names))))
    return shown, len(scored)


def _distance(row: Mapping[str, Any], first: pd.Timestamp | None, last: pd.Timestamp | None) -> int:
    """Days by which the two intervals' ends differ; an end open on one side only counts as a year."""
    return sum(_apart(row[name], end) for name, end in (("date_start", first), ("date_end", last)))


def _apart(one: Any, other: pd.Timestamp | None) -> int:
    if pd.isna(one) or other is None:
        return 0 if pd.isna(one) and other is None else 365
    return int(abs((one - other).days))


def find_events(data: Data, searched: str, *, besides: str = "", chosen: Sequence[str] = ()) -> list[Mapping[str, Any]]:
    """Events to link to: those with every searched word in title, date, type or place, the latest first."""
    frame = data.frame()
    frame = frame.loc[frame["review_state"].ne(ReviewState.DISMISSED.value) & frame["event_id"].ne(besides)]
    text = frame["title"] + " " + frame["event_type"] + " " + frame["date_edtf"] + " " + frame["location"]
    keep = pd.Series(True, index=frame.index)
    for word in searched.replace(" · ", " ").split():
        keep &= text.str.contains(word, case=False, regex=False)
    found = frame.loc[keep].iloc[::-1].head(FOUND_EVENTS)
    picked = frame.loc[frame["event_id"].isin(chosen) & ~frame["event_id"].isin(found["event_id"])]
    return [*_events(picked), *_events(found)]


def _events(rows: pd.DataFrame) -> list[Mapping[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def changes_since(data: Data, event_id: str, revision: int) -> tuple[Change, ...]:
    """What others wrote into the event after ``revision``, oldest first."""
    return tuple(change for change in data.store.history(event_id) if change.number > revision)


@dataclass(frozen=True, slots=True)
class Standing:
    """A report behind an event, with the article that it is from."""

    stored: StoredReport
    article: Article


def standing(data: Data, event_id: str) -> tuple[Standing, ...]:
    """The reports behind an event, in their order, with their articles."""
    return tuple(Standing(one, data.store.article(one.article_id)) for one in data.store.reports(event_id))


def linked(data: Data, event: Mapping[str, Any]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The event's links as (kind, id): to other events, and from others to it."""
    onward = [(kind.value, target) for kind, target in read_links(event["links"])]
    name = str(event["event_id"])
    frame = data.frame()
    pointing = frame.loc[frame["links"].str.contains(name, regex=False)]
    back = [
        (kind.value, str(row_id))
        for row_id, cell in zip(pointing["event_id"], pointing["links"], strict=True)
        for kind, target in read_links(cell)
        if target == name
    ]
    return onward, back


def published_behind(data: Data, event_id: str) -> date | None:
    """The publication day of the event's first report that has one: what its relative words counted from."""
    days = [one.article.published for one in standing(data, event_id) if one.article.published]
    return days[0] if days else None


def counted_from(standing: Sequence[Standing], event: Mapping[str, Any]) -> date | None:
    """The publication day from which the words of the event's date were counted; ``None`` if they need none."""
    for one in standing:
        published = one.article.published
        if not published or not event["date_text"]:
            continue
        try:
            found = dates.read(str(event["date_text"]), reference=published)
        except DateError:
            continue
        days = (found.first, found.last) == tuple(words.day_of(event[name]) for name in ("date_start", "date_end"))
        if days and found.anchor == "publication":
            return found.anchor_date
    return None
