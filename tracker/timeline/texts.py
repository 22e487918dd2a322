"""Long texts kept so that a word is found in all of them at once, in milliseconds where strings take seconds."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from tracker.timeline.coded import Bools, Ints

LINES = 20_000
"""Texts in one block: so many that a search is one call of the C library, so few that building one takes little."""

BETWEEN, END = "\n", "\x00"
"""What separates the texts of one event, and the events; no text of a timeline holds the second."""

SAMPLE, COMMON = 500, 2
"""Lines by which it is judged how common a text is; where more than one in so many hold it, each line is asked."""

Lines = np.ndarray[Any, np.dtype[np.int32]]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of many events, case folded: event ``i`` has line ``lines[i]`` of the ``blocks``, which know their ends.

    Events of one block with the same texts share a line, as those of one article share its address.
    """

    blocks: tuple[tuple[bytes, array[int]], ...]
    lines: Lines

    @classmethod
    def of(cls, events: Iterable[Sequence[str]]) -> Texts:
        """The texts of each event: a few cells each."""
        cells, collected = iter(events), Collecting()
        while some := list(islice(cells, LINES)):
            collected.add(some)
        return collected.texts()

    def having(self, text: str) -> Bools:
        """True for each event of which one text holds ``text``, in any case."""
        wanted = text.casefold().encode("utf-8", "surrogatepass")
        found = [_lines_with(block, ends, wanted) for block, ends in self.blocks]
        return np.concatenate([np.zeros(0, dtype=bool), *found])[self.lines]

    def take(self, rows: Ints) -> Texts:
        """The texts of these events, in their order; nothing is copied."""
        return Texts(self.blocks, self.lines[rows])

    def joined(self, other: Texts) -> Texts:
        """These with ``other`` after them."""
        count = sum(len(ends) for _block, ends in self.blocks)
        return Texts(self.blocks + other.blocks, np.concatenate([self.lines, other.lines + np.int32(count)]))


def _lines_with(block: bytes, ends: array[int], wanted: bytes) -> Bools:
    if b"\x00" in wanted:
        return np.zeros(len(ends), dtype=bool)
    if block.count(wanted, 0, ends[min(SAMPLE, len(ends)) - 1]) * COMMON > SAMPLE:
        lines = block.split(b"\x00")[:-1]
        return np.fromiter((wanted in line for line in lines), dtype=bool, count=len(lines))
    found = np.zeros(len(ends), dtype=bool)
    at = block.find(wanted)
    while 0 <= at < len(block):
        line = bisect_left(ends, at)
        found[line] = True
        at = block.find(wanted, ends[line] + 1)
    return found


class Collecting:
    """Texts that come piece by piece: ``add`` those of further events, then take all ``texts``."""

    def __init__(self) -> None:
        self._blocks: list[tuple[bytes, array[int]]] = []
        self._lines = [np.zeros(0, dtype=np.int32)]
        self._count = 0

    def add(self, events: Iterable[Sequence[str]]) -> None:
        """A few cells of each further event, about ``LINES`` of them."""
        place: dict[str, int] = {}
        lines = [place.setdefault(BETWEEN.join(one), len(place)) for one in events]
        if not lines:
            return
        block = f"{END.join(place)}{END}".casefold().encode("utf-8", "surrogatepass")
        ends = np.flatnonzero(np.frombuffer(block, dtype=np.uint8) == 0)
        self._blocks.append((block, array("q", ends.astype(np.int64).tobytes())))
        self._lines.append(np.array(lines, dtype=np.int32) + np.int32(self._count))
        self._count += len(ends)

    def texts(self) -> Texts:
        """All of them, in the order in which they came."""
        return Texts(tuple(self._blocks), np.concatenate(self._lines))
