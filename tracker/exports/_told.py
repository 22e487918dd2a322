"""One event as the formats for readers tell it: names and words in place of codes, dates with their precision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from tracker.models import ReviewState, Status
from tracker.resources import EventGroup, event_groups, event_types
from tracker.timeline.cells import read_actors, read_names, read_quantities
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.frame import check_frame, values_of
from tracker.timeline.quantity_words import quantity_in_words
from tracker.timeline.speech import ENGLISH, Speech


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words. ``first`` and ``last`` are its possible days, ``None`` where open; ``when`` says them.

    ``remarks`` is what a reader must know before the facts: planned, called off, one side's word, not yet reviewed.
    """

    event_id: str
    title: str
    kind: str
    group: EventGroup
    group_name: str
    when: str
    first: date | None
    last: date | None
    exact: bool
    remarks: tuple[str, ...]
    who: str
    place: str
    numbers: str
    description: str
    quote: str
    publishers: tuple[str, ...]
    sources: tuple[str, ...]
    row: Mapping[str, Any]

    @property
    def dated(self) -> bool:
        """True if at least one end is known."""
        return self.first is not None or self.last is not None

    @property
    def open(self) -> bool:
        """True if exactly one end is known."""
        return self.dated and (self.first is None or self.last is None)

    @property
    def called_off(self) -> bool:
        """True for what was planned and will not come about."""
        return bool(self.row["status"] == Status.CALLED_OFF)


def told(frame: pd.DataFrame, speech: Speech = ENGLISH) -> Iterator[Told]:
    """The events of a timeline in their order, in the language ``speech``; raises ``RowError`` if it is none."""
    for row in check_frame(frame).to_dict("records"):
        yield _told(values_of(row), speech)


def _told(row: dict[str, Any], speech: Speech) -> Told:
    kind, slug = event_types()[row["event_type"]], row["conflict"]
    label, group = speech.named("event type", kind.label), event_groups()[kind.group]
    first, last = row["date_start"], row["date_end"]
    return Told(
        event_id=row["event_id"],
        title=row["title"] or label,
        kind=label,
        group=group,
        group_name=speech.named("event group", group.label),
        when=date_in_words(first, last, row["date_precision"], speech),
        first=first,
        last=last,
        exact=row["date_precision"] in ("day", "range"),
        remarks=tuple(_remarks(row, speech)),
        who=listed(dict.fromkeys(speech.actor(one.code, slug) for one in read_actors(row["actors"])), speech),
        place=", ".join(dict.fromkeys(one for one in (row["location"], speech.country(row["country"])) if one)),
        numbers="; ".join(quantity_in_words(one, slug, speech) for one in read_quantities(row["quantities"])),
        description=row["description"],
        quote=row["quote"],
        publishers=read_names(row["publisher"]),
        sources=tuple(row["source_urls"].split()),
        row=row,
    )


def _remarks(row: Mapping[str, Any], speech: Speech) -> Iterator[str]:
    yield from {
        Status.ONGOING: (speech.phrase("ongoing"),),
        Status.PLANNED: (speech.phrase("planned"),),
        Status.CALLED_OFF: (speech.phrase("called off"),),
    }.get(row["status"], ())
    if row["claimed_by"]:
        who = speech.actor(row["claimed_by"], row["conflict"])
        yield speech.phrase("on the word of {actor} alone", actor=who)
    yield from {
        ReviewState.PROPOSED: (speech.phrase("not yet reviewed"),),
        ReviewState.DISMISSED: (speech.phrase("dismissed in review"),),
    }.get(row["review_state"], ())


def listed(names: Iterable[str], speech: Speech = ENGLISH) -> str:
    """Names as one says them: "A, B and C"."""
    known = list(names)
    if len(known) < 2:
        return "".join(known)
    return speech.phrase("{names} and {last}", names=", ".join(known[:-1]), last=known[-1])


def counted(number: int, speech: Speech = ENGLISH) -> str:
    """``1 event``, ``1,204 events``."""
    return speech.phrases("{count} event", "{count} events", number)


def is_web(address: str) -> bool:
    """True for an address that a reader may follow; anything else is shown as text only."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
