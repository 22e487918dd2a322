"""Which earlier events are worth comparing with one: found by rare words and by who takes part, never all with all."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from tracker.timeline.links.occurrence import SUBJECTS, Occurrence, occurrence_of
from tracker.timeline.links.words import Coder, rarity

Numbers = np.ndarray[Any, np.dtype[np.int64]]

RARE_WORDS = 10
"""How many of an event's words, the rarest first, are looked up."""
BY_WORD = 12
"""How many of the latest earlier events are taken for one word and type."""
BY_ACTOR = 16
"""How many of the latest earlier events are taken for one actor and type."""
SHARED_ACTOR = 0.2
"""What an actor in common counts for against a word in common (its squared rarity) where there are too many."""
MOST = 24
"""How many candidates are looked at in full."""
COMMON = 0.02
"""Share of all events above which a word is too common to look anything up by (in long timelines)."""
_EPOCH = np.datetime64("0001-01-01", "D")
_UNDATED = -(2**60)


class LinkIndex:
    """The events of a timeline, found by word, by type and actor, and by id; rows are in the order of the ids, so that
    what is alike in all else is chosen alike however the timeline is ordered.

    Building reads every event once; asking costs the same few lookups however long the timeline is.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        frame = frame.iloc[np.argsort(frame["event_id"].to_numpy(dtype=object), kind="stable")]
        self._cells = {name: frame[name].to_numpy(dtype=object) for name in _CELLS}
        self._round = frame["round"].to_numpy(dtype=object)
        self.size = len(frame)
        self.first, self.last = _ordinals(frame["date_start"]), _ordinals(frame["date_end"])
        self.start = np.where(self.first == _UNDATED, self.last, self.first)
        self.row_of = {str(name): row for row, name in enumerate(self._cells["event_id"])}
        self._coder = Coder()
        self._offsets, self._flat = self._read_words()
        self._frequency = np.bincount(self._flat, minlength=len(self._coder.surface)).tolist()
        self._rarity = [rarity(self.size, count) for count in self._frequency]
        self._square = [one**2 for one in self._rarity]
        self._by_word = _Postings(self._flat, np.repeat(np.arange(self.size), np.diff(self._offsets)), self.start)
        self._by_type = self._read_types()
        self.event = lru_cache(maxsize=20_000)(self._event)

    def _read_words(self) -> tuple[Numbers, Numbers]:
        flat, offsets = array("q"), [0]
        codes = self._coder.codes
        for cells in zip(*(self._cells[name] for name in SUBJECTS), strict=True):
            flat.extend(sorted(codes("\n".join(cells))))
            offsets.append(len(flat))
        numbers = np.frombuffer(flat, dtype=np.int64) if flat else np.zeros(0, np.int64)
        return np.asarray(offsets, dtype=np.int64), numbers

    def _read_types(self) -> dict[tuple[str, str], Numbers]:
        """Rows by (type, actor's code), in order of time; dated events only."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        codes: dict[str, frozenset[str]] = {}
        for row in np.argsort(self.start, kind="stable"):
            if self.start[row] == _UNDATED:
                continue
            cell = self._cells["actors"][row]
            if cell not in codes:
                codes[cell] = frozenset(part.partition(":")[0].strip() for part in cell.split(";"))
            for code in codes[cell]:
                found[self._cells["event_type"][row], code].append(row)
        return {key: np.asarray(rows, dtype=np.int64) for key, rows in found.items()}

    def _event(self, row: int) -> Occurrence:
        cells = {name: self._cells[name][row] for name in _CELLS}
        first, last = int(self.first[row]), int(self.last[row])
        cells["first"] = None if first == _UNDATED else first
        cells["last"] = None if last == _UNDATED else last
        number = self._round[row]
        cells["round"] = None if pd.isna(number) else int(number)
        stems = frozenset(self._flat[self._offsets[row] : self._offsets[row + 1]].tolist())
        head = frozenset(self._coder.codes(cells["title"]))
        return occurrence_of(row, cells, stems, head)

    def rarity(self, stem: int) -> float:
        """How much a stem tells, 0 to 1 (``tracker.timeline.links.words.rarity``)."""
        return self._rarity[stem]

    def mass(self, stems: Iterable[int]) -> float:
        """How much ``stems`` tell together: the sum of their squared rarities."""
        square = self._square
        return sum([square[stem] for stem in stems])

    def word(self, stem: int) -> str:
        """A stem as a word that stands in the timeline."""
        return self._coder.surface[stem]

    def candidates(self, event: Occurrence, types: Iterable[str], window: int = 2**60) -> list[int]:
        """Rows of events of one of ``types`` that can lie before the end of ``event``, without itself; sorted.

        Those that end more than ``window`` days before it are left out, and of many only the ``MOST`` are kept that
        share the rarest words and the most actors with it, the nearest first.
        """
        until = event.latest if event.dated else 2**60
        since = event.earliest - window if event.dated else _UNDATED
        wanted = frozenset(types)
        found: dict[int, float] = defaultdict(float)
        for code in event.codes or ("",):
            for kind in wanted:
                rows = self._by_type.get((kind, code))
                if rows is not None:
                    end = int(np.searchsorted(self.start[rows], until, side="right"))
                    for row in rows[max(0, end - BY_ACTOR) : end].tolist():
                        found[row] += SHARED_ACTOR
        type_of = self._cells["event_type"]
        for stem in self._rarest(event.stems):
            having = self._by_word.before(stem, until, 8 * BY_WORD)
            for row in [row for row in having if type_of[row] in wanted][-BY_WORD:]:
                found[row] += self._square[stem]
        found.pop(event.row, None)
        kept = [row for row in found if self.last[row] >= since or self.last[row] == _UNDATED]
        if len(kept) > MOST:
            kept = sorted(kept, key=lambda row: (found[row], int(self.start[row]), row))[-MOST:]
        return sorted(kept)

    def _rarest(self, stems: frozenset[int]) -> list[int]:
        most = max(50, COMMON * self.size)
        rare = [(self._frequency[stem], stem) for stem in stems]
        return [stem for count, stem in sorted(rare) if 1 < count <= most][:RARE_WORDS]


class _Postings:
    """The rows that each stem stands in, in order of time."""

    def __init__(self, stems: Numbers, rows: Numbers, start: Numbers) -> None:
        kept = start[rows] != _UNDATED
        stems, rows = stems[kept], rows[kept]
        order = np.lexsort((start[rows], stems))
        self._rows = rows[order]
        self._start = start[self._rows]
        self._bounds = np.concatenate([[0], np.cumsum(np.bincount(stems))]) if len(stems) else np.zeros(1, np.int64)

    def before(self, stem: int, until: int, most: int) -> list[int]:
        """The last ``most`` rows that start by ``until``."""
        if stem + 1 >= len(self._bounds):
            return []
        low, high = int(self._bounds[stem]), int(self._bounds[stem + 1])
        end = low + int(np.searchsorted(self._start[low:high], until, side="right"))
        rows: list[int] = self._rows[max(low, end - most) : end].tolist()
        return rows


_CELLS = tuple(
    dict.fromkeys((*SUBJECTS, "event_id", "event_type", "status", "actors", "quantities", "conflict", "links"))
)


def _ordinals(days: pd.Series[Any]) -> Numbers:
    """Days counted from 0001-01-01 as 1 (``date.toordinal``); ``_UNDATED`` where empty."""
    values = days.to_numpy().astype("datetime64[D]")
    counted = (values - _EPOCH).astype(np.int64) + 1
    return np.where(np.isnat(values), _UNDATED, counted)
