"""A timeline as the few narrow columns by which it is drawn, counted and filtered, and the texts that are searched.

That is about 150 bytes an event beside the texts themselves, not 3,000. A million events so fit a laptop beside
everything else, and a condition on them takes milliseconds. What an event's page tells beyond this is read from the
store by its id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd
from pyarrow import default_memory_pool

from tracker.timeline import texts
from tracker.timeline.coded import Coded, Coder, Ints
from tracker.timeline.texts import Texts

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
Strings = Any
"""A column of texts side by side in one buffer: the array of a ``Series`` of the dtype ``str``."""


@dataclass(slots=True)
class Outline:
    """One row an event. ``first`` and ``last`` are days since 1970 (``UNKNOWN`` where open), ``rounds`` are -1 if none.

    ``number`` is the store's revision that it shows. Safe to share between threads; never changed.
    """

    ids: Strings
    titles: Strings
    first: Days
    last: Days
    rounds: Days
    number: int = 0
    _coded: dict[str, Coded] = field(default_factory=dict)
    _code: Callable[[str], Coded] | None = None
    _texts: dict[str, Texts] = field(default_factory=dict)
    _text: Callable[[str], Texts] | None = None

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Outline:
        """The outline of a timeline's frame, in its order."""

        def text(name: str) -> Texts:
            return Texts.of(zip(*(frame[column].tolist() for column in SEARCHED[name]), strict=True))

        def code(name: str) -> Coded:
            return Coded.of(frame["source_urls"].map(hosts_of) if name == HOSTS else frame[name])

        return cls(
            frame["event_id"].array,
            frame["title"].array,
            days_of(frame["date_start"].to_numpy()),
            days_of(frame["date_end"].to_numpy()),
            frame["round"].to_numpy(dtype="float64", na_value=NO_ROUND).astype(np.int32),
            _code=code,
            _text=text,
        )

    def __len__(self) -> int:
        return len(self.ids)

    def coded(self, name: str) -> Coded:
        """The column ``name``, one of ``CODED`` or ``HOSTS``."""
        if name not in self._coded and self._code is not None:
            self._coded[name] = self._code(name)
        return self._coded[name]

    def texts(self, name: str) -> Texts:
        """The texts that the condition ``name`` searches (``SEARCHED``)."""
        if name not in self._texts and self._text is not None:
            self._texts[name] = self._text(name)
        return self._texts[name]

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
        kept = np.flatnonzero(~pd.Series(self.ids).isin(list(event_ids)).to_numpy())
        ids = below(self.ids[kept], fresh.ids)
        first = np.concatenate([self.first[kept], fresh.first])
        last = np.concatenate([self.last[kept], fresh.last])
        order = ordered(ids, first, last)
        return Outline(
            ids[order],
            below(self.titles[kept], fresh.titles)[order],
            first[order],
            last[order],
            np.concatenate([self.rounds[kept], fresh.rounds])[order],
            fresh.number,
            {name: one.take(kept).joined(fresh.coded(name)).take(order) for name, one in self._coded.items()},
            None,
            {name: one.take(kept).joined(fresh.texts(name)).take(order) for name, one in self._texts.items()},
        )


def strings(cells: Sequence[str]) -> Strings:
    """``cells`` side by side."""
    return pd.Series(cells, dtype="str").array


def below(*columns: Strings) -> Strings:
    """Columns of texts, one below the other."""
    return pd.concat([pd.Series(one) for one in columns], ignore_index=True).array


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


def ordered(ids: Strings, first: Days, last: Days) -> Ints:
    """The rows in a timeline's order: by first day, open starts by their end; then by last day; then by id."""
    far = np.iinfo(np.int32).max
    ends = np.where(last == UNKNOWN, far, last)
    starts = np.where(first == UNKNOWN, ends, first)
    by_id = np.asarray(ids.argsort(), dtype=np.intp)
    return by_id[np.lexsort((ends[by_id], starts[by_id]))]


class Collecting:
    """An outline that is read piece by piece: ``add`` columns, then take the ``outline``."""

    def __init__(self) -> None:
        self._coders = {name: Coder() for name in (*CODED, HOSTS)}
        self._texts = {name: texts.Collecting() for name in SEARCHED}
        self._strings: dict[str, list[Strings]] = {name: [strings([])] for name in ("event_id", "title")}
        self._days: dict[str, list[Days]] = {name: [days_of([])] for name in ("date_start", "date_end")}
        self._rounds: list[Days] = [np.zeros(0, dtype=np.int32)]

    def add(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """Further events: their cells by the timeline's columns; days as ISO texts or ``None``."""
        for name in CODED:
            self._coders[name].add(columns[name])
        hosts = {cell: hosts_of(cell) for cell in set(columns["source_urls"])}
        self._coders[HOSTS].add([hosts[cell] for cell in columns["source_urls"]])
        for name, searched in SEARCHED.items():
            self._texts[name].add(zip(*(columns[column] for column in searched), strict=True))
        for name, listed in self._strings.items():
            listed.append(strings(columns[name]))
        for name, pieces in self._days.items():
            pieces.append(days_of(list(columns[name])))
        self._rounds.append(np.array([NO_ROUND if one is None else one for one in columns["round"]], dtype=np.int32))

    def outline(self, number: int) -> Outline:
        """All of them in a timeline's order."""
        ids = below(*self._strings.pop("event_id"))
        first, last = (np.concatenate(self._days[name]) for name in ("date_start", "date_end"))
        order = ordered(ids, first, last)
        found = Outline(
            ids[order],
            below(*self._strings.pop("title"))[order],
            first[order],
            last[order],
            np.concatenate(self._rounds)[order],
            number,
            {name: coder.coded().take(order) for name, coder in self._coders.items()},
            None,
            {name: collected.texts().take(order) for name, collected in self._texts.items()},
        )
        del ids
        default_memory_pool().release_unused()  # the pieces' memory: as much again as the outline takes
        return found
