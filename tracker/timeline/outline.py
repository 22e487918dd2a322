"""A timeline as the few narrow columns by which it is drawn, counted and filtered: about 200 bytes an event, not 3,000.

A million events so fit a laptop beside everything else, and a condition on them takes milliseconds. What an event's
page tells beyond this is read from the store by its id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from threading import Lock
from typing import Any, Final

import numpy as np
import pandas as pd

from tracker.timeline.coded import Coded, Coder, Ints, Texts

CODED: Final = (
    *("event_type", "status", "date_precision", "actors", "location", "country"),
    *("claimed_by", "conflict", "track", "review_state"),
)
"""The columns whose values repeat."""

HOSTS: Final = "hosts"
"""One more: the hosts of an event's sources, separated by spaces."""

SEARCHED: Final = {
    "text": ("title", "description", "quote", "persons", "location", "note", "track"),
    "source": ("source_urls", "publisher"),
}
"""Texts that are searched as one, by the name of the filter's condition."""

UNKNOWN: Final = np.iinfo(np.int32).min
"""The day that is not known, in ``first`` and ``last``."""

NO_ROUND: Final = -1
_EPOCH = date(1970, 1, 1)

Days = np.ndarray[Any, np.dtype[np.int32]]
Objects = np.ndarray[Any, np.dtype[np.object_]]
ReadTexts = Callable[[Sequence[str], Sequence[str] | None], Iterable[tuple[str, Sequence[str]]]]
"""Columns, and event ids or ``None`` for all, to ids and the cells of these columns, in any order."""

FEW = 400
"""Events of which texts are asked by their ids."""


@dataclass(slots=True)
class Outline:
    """One row an event. ``first`` and ``last`` are days since 1970 (``UNKNOWN`` where open), ``rounds`` are -1 if none.

    ``number`` is the store's revision that it shows. Safe to share between threads; never changed.
    """

    ids: Objects
    titles: Objects
    first: Days
    last: Days
    rounds: Ints
    number: int = 0
    _coded: dict[str, Coded] = field(default_factory=dict)
    _code: Callable[[str], Coded] | None = None
    _texts: dict[str, Texts] = field(default_factory=dict)
    _read: ReadTexts = field(default=lambda _names, _ids: ())
    _lock: Any = field(default_factory=Lock)

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Outline:
        """The outline of a timeline's frame, in its order."""

        def read(names: Sequence[str], _ids: Sequence[str] | None) -> Iterable[tuple[str, Sequence[str]]]:
            cells = zip(*(frame[name].tolist() for name in names), strict=True)
            return zip(frame["event_id"].tolist(), cells, strict=True)

        def code(name: str) -> Coded:
            return Coded.of(frame["source_urls"].map(hosts_of) if name == HOSTS else frame[name])

        rounds = frame["round"].to_numpy(dtype="float64", na_value=NO_ROUND).astype(np.intp)
        return cls(
            frame["event_id"].to_numpy(dtype=object),
            frame["title"].to_numpy(dtype=object),
            days_of(frame["date_start"].to_numpy()),
            days_of(frame["date_end"].to_numpy()),
            rounds,
            _code=code,
            _read=read,
        )

    def __len__(self) -> int:
        return len(self.ids)

    def coded(self, name: str) -> Coded:
        """The column ``name``, one of ``CODED`` or ``HOSTS``."""
        if name not in self._coded and self._code is not None:
            self._coded[name] = self._code(name)
        return self._coded[name]

    def texts(self, name: str) -> Texts:
        """The texts that the condition ``name`` searches (``SEARCHED``); read when they are first asked for."""
        with self._lock:
            if name not in self._texts:
                self._texts[name] = self._read_texts(SEARCHED[name])
            return self._texts[name]

    def _read_texts(self, names: Sequence[str]) -> Texts:
        """Read in whatever order is quickest, then set in this one's; an event that went in between has no text."""
        read: list[str] = []

        def cells() -> Iterator[Sequence[str]]:
            for event_id, one in self._read(names, self.ids.tolist() if len(self) <= FEW else None):
                read.append(event_id)
                yield one
            yield ("",)

        found = Texts.of(cells())
        lines = pd.Index(np.array([*read, None], dtype=object)).get_indexer(pd.Index(self.ids))
        return found.take(np.where(lines < 0, len(read), lines))

    def event(self, row: int) -> dict[str, Any]:
        """What is told of one event where it is drawn, by the timeline's columns."""
        known = {name: self.coded(name)[row] for name in CODED}
        number = int(self.rounds[row])
        days = {"date_start": day_of(self.first[row]), "date_end": day_of(self.last[row])}
        return (
            known
            | days
            | {
                "event_id": self.ids[row],
                "title": self.titles[row],
                "round": None if number == NO_ROUND else number,
            }
        )

    def row_of(self, event_id: str) -> int:
        """The row of an event, -1 if it has none."""
        found = np.flatnonzero(self.ids == event_id)
        return int(found[0]) if len(found) else -1

    def merged(self, event_ids: Collection[str], fresh: Outline) -> Outline:
        """This outline with the events of ``event_ids`` replaced by those of ``fresh``, in a timeline's order."""
        gone = set(event_ids)
        kept = np.flatnonzero(np.fromiter((one not in gone for one in self.ids), dtype=bool, count=len(self)))
        ids = np.concatenate([self.ids[kept], fresh.ids])
        first = np.concatenate([self.first[kept], fresh.first])
        last = np.concatenate([self.last[kept], fresh.last])
        order = ordered(ids, first, last)
        return Outline(
            ids[order],
            np.concatenate([self.titles[kept], fresh.titles])[order],
            first[order],
            last[order],
            np.concatenate([self.rounds[kept], fresh.rounds])[order],
            fresh.number,
            {name: one.take(kept).joined(fresh.coded(name)).take(order) for name, one in self._coded.items()},
            None,
            {name: one.take(kept).joined(fresh.texts(name)).take(order) for name, one in self._texts.items()},
            self._read,
        )


def days_of(cells: Any) -> Days:
    """Days (numpy's ``datetime64`` of any unit, ISO texts, ``None``) as whole numbers since 1970."""
    days = np.asarray(cells, dtype="datetime64[D]")
    numbers = days.astype(np.int64)
    numbers[np.isnat(days)] = UNKNOWN
    return numbers.astype(np.int32)


def day_of(number: Any) -> date | None:
    """A day's number as a ``date``; ``None`` if it is not known."""
    return None if number == UNKNOWN else _EPOCH + timedelta(days=int(number))


def number_of(day: date) -> int:
    """A day as its number since 1970."""
    return (day - _EPOCH).days


def hosts_of(addresses: str) -> str:
    """The hosts of a cell of addresses, each once, without ``www.``."""
    if "//" not in addresses:
        return ""
    parts = (address.split("/", 3) for address in addresses.split())
    hosts = (part[2].partition("?")[0].removeprefix("www.") for part in parts if len(part) > 2 and not part[1])
    return " ".join(dict.fromkeys(filter(None, hosts)))


def ordered(ids: Objects, first: Days, last: Days) -> Ints:
    """The rows in a timeline's order: by first day, open starts by their end; then by last day; then by id."""
    far = np.iinfo(np.int32).max
    ends = np.where(last == UNKNOWN, far, last)
    starts = np.where(first == UNKNOWN, ends, first)
    named = ids.tolist()
    by_id = np.array(sorted(range(len(named)), key=named.__getitem__), dtype=np.intp)
    return by_id[np.lexsort((ends[by_id], starts[by_id]))]


class Collecting:
    """An outline that is read piece by piece: ``add`` columns, then take the ``outline``."""

    def __init__(self) -> None:
        self._coders = {name: Coder() for name in (*CODED, HOSTS)}
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._days: dict[str, list[Days]] = {"date_start": [], "date_end": []}
        self._rounds: list[Any] = []

    def add(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """Further events: their cells by the timeline's columns; days as ISO texts or ``None``."""
        for name in CODED:
            self._coders[name].add(columns[name])
        self._coders[HOSTS].add(list(map(hosts_of, columns["source_urls"])))
        self._ids += columns["event_id"]
        self._titles += columns["title"]
        for name, pieces in self._days.items():
            pieces.append(days_of(list(columns[name])))
        self._rounds.append(np.array([NO_ROUND if one is None else one for one in columns["round"]], dtype=np.intp))

    def outline(self, number: int, read: ReadTexts) -> Outline:
        """All of them in a timeline's order; ``read`` finds texts when they are searched."""
        none: Any = np.zeros(0, dtype=np.int32)
        ids = np.array([*self._ids, ""], dtype=object)[:-1]
        titles = np.array([*self._titles, ""], dtype=object)[:-1]
        first, last = (np.concatenate([none, *self._days[name]]) for name in ("date_start", "date_end"))
        rounds = np.concatenate([none.astype(np.intp), *self._rounds])
        order = ordered(ids, first, last)
        coded = {name: coder.coded().take(order) for name, coder in self._coders.items()}
        return Outline(ids[order], titles[order], first[order], last[order], rounds[order], number, coded, _read=read)
