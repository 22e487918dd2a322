"""The only door from the pages to the tracker's store: what they read, and what they change.

Frames come whole and checked from the store, which keeps them per revision; nothing here keeps a copy that a page
could change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from dashboards import words
from dashboards.clock import Clock, system_clock
from dashboards.kept import Kept
from tracker import dates, exports
from tracker.models import ReviewState
from tracker.timeline import Filter
from tracker.timeline.coded import Bools
from tracker.timeline.filter import CERTAINTIES
from tracker.timeline.outline import HOSTS, Outline

if TYPE_CHECKING:
    from tracker.store import Store

__all__ = ["CERTAINTIES", "HTML", "Data", "Filter", "Format", "Outline"]

HTML = "text/html"


class Format(NamedTuple):
    """An export format for a menu; ``page`` is true if a browser shows it, and does not save it."""

    label: str
    use: str
    page: bool


MASKS_KEPT, COUNTS_KEPT = 16, 32
"""Answers to filters that are kept, each takes a byte an event; and counts of a condition's values."""


class Data:
    """What the pages may do with the store. One for an app; safe in the server's threads."""

    def __init__(self, store: Store, clock: Clock = system_clock) -> None:
        self.store = store
        self.clock = clock
        self._counts: Kept[tuple[int, str], dict[str, int]] = Kept(COUNTS_KEPT)
        self._masks: Kept[tuple[int, Filter], Bools] = Kept(MASKS_KEPT)

    def now(self) -> datetime:
        """The present, aware, in UTC: every change is dated by it."""
        return self.clock().astimezone(UTC)

    def today(self) -> date:
        """The present day where the server stands: the "today" line, and what relative words count from."""
        return self.clock().astimezone().date()

    def revision(self) -> int:
        """The number of the last change in the store."""
        return self.store.revision()

    def outline(self) -> Outline:
        """All events as the narrow columns that drawings, counters and filters need."""
        return self.store.outline()

    def mask(self, chosen: Filter, outline: Outline | None = None) -> Bools:
        """True for each event of the outline (the present one) that meets ``chosen``; kept for the last few filters."""
        known = self.outline() if outline is None else outline
        return self._masks.get((known.number, chosen), lambda: chosen.mask(known))

    def count(self, chosen: Filter | None = None) -> int:
        """How many events meet ``chosen``, how many there are without it."""
        return len(self.outline()) if chosen is None else int(self.mask(chosen).sum())

    def frame(self, chosen: Filter | None = None) -> pd.DataFrame:
        """The events that meet ``chosen``, all without it, with all that is known of them."""
        number, frame = self.store.snapshot()
        if chosen is None:
            return frame
        outline = self.outline()
        if outline.number != number:  # somebody wrote in between
            return chosen.apply(frame)
        return frame.loc[self.mask(chosen, outline)]

    def events(self, event_ids: Iterable[str]) -> pd.DataFrame:
        """The events with these ids, with all that is known of them, in the timeline's order."""
        return self.store.frame(list(event_ids))

    def linked(self, event_id: str) -> tuple[str, ...]:
        """The ids of the events to which an event is linked, in either direction."""
        return self.store.linked(event_id)

    def event(self, event_id: str) -> Mapping[str, Any]:
        """One event's columns; raises ``NotFoundError``."""
        return self.store.event(event_id)

    def counts(self, name: str) -> Mapping[str, int]:
        """How many events have each value of the filter's condition ``name``, the most frequent first."""
        outline = self.outline()
        return self._counts.get((outline.number, name), lambda: _counts(outline, name))

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
        return _written(name, self.events(event_ids))

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
    return exports.content(name, frame, about, words.speech()), module.MIME, module.SUFFIX


_COLUMN_OF = {"type": "event_type", "review": "review_state"}
_SPLIT: Mapping[str, tuple[tuple[str, ...], Callable[[str], Iterable[str]]]] = {
    "actor": (("actors",), lambda cell: {pair.split(":")[0] for pair in cell.split(";") if ":" in pair}),
    "role": (("actors",), lambda cell: {pair.split(":")[1] for pair in cell.split(";") if ":" in pair}),
    "place": (("country", "location"), lambda cell: {cell} - {""}),
    "source": ((HOSTS,), str.split),
}
"""Conditions whose values are parts of cells: the columns, and the parts of a cell, each once."""


def _counts(outline: Outline, name: str) -> dict[str, int]:
    columns, parts = _SPLIT.get(name, ((_COLUMN_OF.get(name, name),), lambda cell: {cell} - {""}))
    counter: Counter[str] = Counter()
    for column in columns:
        coded = outline.coded(column)
        for cell, size in zip(coded.values, coded.sizes().tolist(), strict=True):
            for value in parts(cell) if size else ():
                counter[value] += size
    return dict(sorted(counter.items(), key=lambda one: (-one[1], one[0])))
