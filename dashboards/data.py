"""The only door from the pages to the tracker's store: what they read, and what they change.

Frames come whole and checked from the store, which keeps them per revision; nothing here keeps a copy that a page
could change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import pandas as pd

from dashboards.clock import Clock, system_clock
from tracker import dates, exports
from tracker.models import ReviewState
from tracker.timeline import Filter
from tracker.timeline.filter import CERTAINTIES

if TYPE_CHECKING:
    from tracker.store import Store

__all__ = ["CERTAINTIES", "HTML", "Data", "Filter", "Format"]

HTML = "text/html"


class Format(NamedTuple):
    """An export format for a menu; ``page`` is true if a browser shows it, and does not save it."""

    label: str
    use: str
    page: bool


class Data:
    """What the pages may do with the store. One for an app; safe in the server's threads."""

    def __init__(self, store: Store, clock: Clock = system_clock) -> None:
        self.store = store
        self.clock = clock
        self._counts: dict[tuple[int, str], dict[str, int]] = {}
        self._lock = Lock()

    def now(self) -> datetime:
        """The present, aware, in UTC: every change is dated by it."""
        return self.clock().astimezone(UTC)

    def today(self) -> date:
        """The present day where the server stands: the "today" line, and what relative words count from."""
        return self.clock().astimezone().date()

    def revision(self) -> int:
        """The number of the last change in the store."""
        return self.store.revision()

    def frame(self, chosen: Filter | None = None) -> pd.DataFrame:
        """The events that meet ``chosen``, all without it."""
        frame = self.store.frame()
        return frame if chosen is None else chosen.apply(frame)

    def event(self, event_id: str) -> Mapping[str, Any]:
        """One event's columns; raises ``NotFoundError``."""
        return self.store.event(event_id)

    def counts(self, name: str) -> Mapping[str, int]:
        """How many events have each value of the filter's condition ``name``, the most frequent first."""
        key = (self.revision(), name)
        with self._lock:
            if key not in self._counts:
                self._counts = {known: value for known, value in self._counts.items() if known[0] == key[0]}
                self._counts[key] = _counts(self.frame(), name)
            return self._counts[key]

    def period(self, typed: str) -> tuple[date | None, date | None]:
        """The first and last day that the ``typed`` words mean, counted from today; raises ``DateError``."""
        found = dates.read(typed, reference=self.today())
        return found.first, found.last

    def export_formats(self) -> dict[str, Format]:
        """The formats that a timeline can be written in, by name."""
        return {name: Format(one.LABEL, one.FOR, one.MIME == HTML) for name, one in exports.formats().items()}

    def export(self, name: str, chosen: Filter, about: str = "") -> tuple[bytes, str, str]:
        """The filtered events in a format: content, media type and file suffix; raises ``UsageError``.

        ``about`` says in words which events these are.
        """
        return _written(name, self.frame(chosen), about)

    def export_events(self, name: str, event_ids: Iterable[str]) -> tuple[bytes, str, str]:
        """The same of the events with these ids, in the timeline's order."""
        frame = self.frame()
        return _written(name, frame.loc[frame["event_id"].isin(list(event_ids))])

    def change(self, event_id: str, values: Mapping[str, Any], *, why: str = "", expected: int | None = None) -> int:
        """Writes ``values`` into one event, logged as an edit by hand; gives the batch that can be undone."""
        return self.store.change(event_id, values, by="editor", at=self.now(), why=why, expected=expected)

    def review(self, event_ids: Iterable[str], state: ReviewState, *, why: str = "") -> int:
        """Accepts, dismisses or proposes events again; gives the batch that can be undone."""
        return self.store.review(list(event_ids), state, by="editor", at=self.now(), why=why)

    def undo(self, batch: int, *, why: str = "") -> int:
        """Takes one batch of changes back, itself a logged change."""
        return self.store.undo(batch, by="editor", at=self.now(), why=why)


def _written(name: str, frame: pd.DataFrame, about: str = "") -> tuple[bytes, str, str]:
    module = exports.export_format(name)
    return exports.content(name, frame, about), module.MIME, module.SUFFIX


def _counts(frame: pd.DataFrame, name: str) -> dict[str, int]:
    if name in _PART_OF_ACTORS:
        part = _PART_OF_ACTORS[name]
        return _ranked({pair.split(":")[part] for pair in cell.split(";") if ":" in pair} for cell in frame["actors"])
    if name == "place":
        cells = zip(frame["country"], frame["location"], strict=True)
        return _ranked({country, place} - {""} for country, place in cells)
    if name == "source":
        return _ranked({_host(address) for address in cell.split()} - {""} for cell in frame["source_urls"])
    column = {"type": "event_type", "review": "review_state"}.get(name, name)
    return {str(value): int(count) for value, count in frame[column].value_counts().items() if value}


_PART_OF_ACTORS = {"actor": 0, "role": 1}


def _ranked(rows: Iterable[Iterable[str]]) -> dict[str, int]:
    counter = Counter(value for row in rows for value in row)
    return dict(sorted(counter.items(), key=lambda one: (-one[1], one[0])))


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.removeprefix("www.")
    except ValueError:
        return ""
