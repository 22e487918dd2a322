"""One event as the formats for readers tell it: names and words in place of codes, dates with their precision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from tracker.models import Quantity, ReviewState, Status
from tracker.resources import EventGroup, event_groups, event_types
from tracker.resources.named import actor_name, country_name
from tracker.timeline.cells import read_actors, read_names, read_quantities
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.frame import check_frame, values_of

_REVIEW = {ReviewState.PROPOSED: "not yet reviewed", ReviewState.DISMISSED: "dismissed in review"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words. ``first`` and ``last`` are its possible days, ``None`` where open; ``when`` says them.

    ``remarks`` is what a reader must know before the facts: planned, called off, one side's word, not yet reviewed.
    """

    event_id: str
    title: str
    kind: str
    group: EventGroup
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


def told(frame: pd.DataFrame) -> Iterator[Told]:
    """The events of a timeline in their order; raises ``RowError`` if it is none."""
    for row in check_frame(frame).to_dict("records"):
        yield _told(values_of(row))


def _told(row: dict[str, Any]) -> Told:
    kind, slug = event_types()[row["event_type"]], row["conflict"]
    first, last = row["date_start"], row["date_end"]
    return Told(
        event_id=row["event_id"],
        title=row["title"] or kind.label,
        kind=kind.label,
        group=event_groups()[kind.group],
        when=date_in_words(first, last, row["date_precision"]),
        first=first,
        last=last,
        exact=row["date_precision"] in ("day", "range"),
        remarks=tuple(_remarks(row)),
        who=listed(dict.fromkeys(actor_name(one.code, slug) for one in read_actors(row["actors"]))),
        place=", ".join(dict.fromkeys(one for one in (row["location"], country_name(row["country"])) if one)),
        numbers="; ".join(_quantity(one, slug) for one in read_quantities(row["quantities"])),
        description=row["description"],
        quote=row["quote"],
        publishers=read_names(row["publisher"]),
        sources=tuple(row["source_urls"].split()),
        row=row,
    )


def _remarks(row: Mapping[str, Any]) -> Iterator[str]:
    if row["status"] != Status.OCCURRED:
        yield row["status"].replace("_", " ")
    if row["claimed_by"]:
        yield f"on the word of {actor_name(row['claimed_by'], row['conflict'])} alone"
    if row["review_state"] in _REVIEW:
        yield _REVIEW[row["review_state"]]


def _quantity(one: Quantity, slug: str) -> str:
    side = {"total": "in total", "each": "each"}.get(one.side) or f"for {actor_name(one.side, slug)}"
    return f"{one.value:,} {one.what} {side}"


def listed(names: Iterable[str]) -> str:
    """Names as one says them: "A, B and C"."""
    known = list(names)
    return " and ".join(part for part in (", ".join(known[:-1]), known[-1]) if part) if known else ""


def counted(number: int, one: str = "event") -> str:
    """``1 event``, ``1,204 events``."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def is_web(address: str) -> bool:
    """True for an address that a reader may follow; anything else is shown as text only."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
