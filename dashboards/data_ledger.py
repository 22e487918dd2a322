"""The door to the ledger: what should have happened by a day, and closing an entry by hand through the store's log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from types import ModuleType
from typing import Any

import pandas as pd

from dashboards import language, words
from dashboards.data import Data
from dashboards.data_entry import AUTHOR
from dashboards.data_links import found_links
from dashboards.language import _
from tracker.errors import NotFoundError, UsageError
from tracker.ledger import Ledger, closings, ledger_of, sections
from tracker.ledger.table import FORGOTTEN
from tracker.models import LinkKind, ReviewState, Role
from tracker.timeline import Filter, read_actors

__all__ = ["CLOSED", "CLOSING_KIND", "FORGOTTEN", "Answer", "Key", "Ledger", "OpenQuestions", "sections"]

CLOSED = closings.STATE
CLOSING_KIND: Mapping[str, LinkKind] = {"proposals": LinkKind.ANSWERS, "planned": LinkKind.CAME_OF}
"""By section, how an event that closes an entry stands to the entry's event; in others a reason alone closes."""
MOST_ANSWERS = 200
"""How many events are offered as the one that closes an entry."""
_KEPT = 4
"""How many ledgers of one state of the store are kept."""
_SIDES = (Role.INITIATOR, Role.PARTICIPANT, Role.MEDIATOR)

States = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """Names an entry: its section, its event, and to whom or what of it (``part``, codes)."""

    section: str
    event_id: str
    part: str = ""

    @classmethod
    def of(cls, section: str, row: Mapping[Any, Any]) -> Key:
        """The key of a row."""
        parts = [str(row[name]) for name in ("to", "what", "side") if row.get(name)]
        return cls(section, str(row["event_id"]), " ".join(parts))

    @classmethod
    def read(cls, text: str) -> Key:
        """The key that ``str`` wrote."""
        section, event_id, part = [*text.split("|", 2), "", ""][:3]
        return cls(section, event_id, part)

    def __str__(self) -> str:
        return f"{self.section}|{self.event_id}|{self.part}"


@dataclass(frozen=True, slots=True)
class Answer:
    """An event that may close an entry."""

    event_id: str
    words: str


class OpenQuestions:
    """The ledger for the page. Links are found once for a state of the timeline; safe in the server's threads."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._lock = Lock()
        self._links = found_links(data)
        self._books: dict[tuple[States, date, int, str], Ledger] = {}

    def ledger(self, chosen: Filter, as_of: date) -> Ledger:
        """The entries of the events that meet ``chosen``, as they stand in the whole timeline on the day ``as_of``.

        Events in the review states of ``chosen`` count; without that condition all but the dismissed.
        """
        states = tuple(sorted(chosen.review)) or (ReviewState.ACCEPTED.value, ReviewState.PROPOSED.value)
        with self._lock:
            frame, book = self._book(states, as_of)
        return book.only(replace(chosen, review=states).apply(frame)["event_id"])

    def _book(self, states: States, as_of: date) -> tuple[pd.DataFrame, Ledger]:
        frame, links, revision = self._links.among(states)
        key = (states, as_of, revision, language.current())
        if key not in self._books:
            fresh = {one: book for one, book in self._books.items() if one[2] == revision}
            self._books = dict(list(fresh.items())[-_KEPT:])
            self._books[key] = ledger_of(frame, as_of, links, words.speech())
        return frame, self._books[key]

    def entry(self, key: Key, chosen: Filter, as_of: date) -> dict[str, Any]:
        """The row that ``key`` names; raises ``NotFoundError`` if it is no longer there."""
        if key.section in sections():
            table = self.ledger(chosen, as_of)[key.section]
            for row in table[table["event_id"] == key.event_id].to_dict("records"):
                if Key.of(key.section, row) == key:
                    return {str(name): value for name, value in row.items()}
        raise NotFoundError(
            _("This entry is no longer in the ledger."), field="entry", advice=_("Load the page again.")
        )

    def answers(self, key: Key, row: Mapping[str, Any], as_of: date) -> tuple[Answer, ...]:
        """The events that may close an entry, nearest in time first; none where no event closes one by itself."""
        kind = CLOSING_KIND.get(key.section)
        first = words.day_of(row["first_day"])
        if kind is None or first is None:
            return ()
        frame = self._data.frame()
        fitting = (
            (frame["review_state"] == ReviewState.ACCEPTED.value)
            & (frame["conflict"] == row["conflict"])
            & (frame["event_id"] != key.event_id)
            & (frame["date_start"] >= pd.Timestamp(first))
            & (frame["date_end"] <= pd.Timestamp(as_of))
        )
        asked = {str(row["to"])} if row.get("to") else set(str(row.get("actors") or "").split(";")) - {""}
        found = frame[fitting.fillna(value=False).to_numpy(dtype=bool)].sort_values("date_start", kind="stable")
        offered = (event for event in found.to_dict("records") if not asked or asked & set(_speakers(event["actors"])))
        return tuple(
            Answer(str(event["event_id"]), f"{words.event_title(event)} ({words.event_date(event)})")
            for event, _ in zip(offered, range(MOST_ANSWERS), strict=False)
        )

    def close(self, key: Key, row: Mapping[str, Any], as_of: date, reason: str, answer: str = "") -> int:
        """Close an entry by hand: by the event ``answer`` as a link, else by a line in the note, from ``as_of`` on.

        Returns the batch that can be undone. Raises ``UsageError`` without a reason, where no event is named.
        """
        why = " ".join(reason.split())
        if answer and key.section in CLOSING_KIND:
            told = why or "Said to close it on the page Open questions"
            kind = CLOSING_KIND[key.section]
            return self._data.store.link(answer, kind, key.event_id, by=AUTHOR, at=self._data.now(), why=told)
        if not why:
            raise UsageError(_("Say in a few words why it is closed."), field="reason")
        note = str(self._data.event(key.event_id)["note"])
        line = closings.line(_section(key).LABEL, row, as_of, why)
        values = {"note": f"{note}\n{line}" if note else line}
        return self._data.change(key.event_id, values, why=f"Closed by hand on the page Open questions: {why}")


def _section(key: Key) -> ModuleType:
    return sections()[key.section]


def _speakers(cell: str) -> Iterable[str]:
    return (actor.code for actor in read_actors(cell) if actor.role in _SIDES)
