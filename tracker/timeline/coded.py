"""A column whose few distinct values are kept once.

It answers a condition on a million events in milliseconds, which a column of Python's strings cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

Bools = np.ndarray[Any, np.dtype[np.bool_]]
Codes = np.ndarray[Any, np.dtype[np.unsignedinteger[Any]]]
Ints = np.ndarray[Any, np.dtype[np.intp]]


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: row ``i`` holds ``values[codes[i]]``. A value may be unused."""

    codes: Codes
    values: tuple[str, ...]

    @classmethod
    def of(cls, cells: pd.Series[Any]) -> Coded:
        """The column ``cells`` of texts."""
        codes, values = pd.factorize(cells)
        return cls(_narrow(codes, len(values)), tuple(str(one) for one in values))

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        return self.values[int(self.codes[row])]

    def where(self, fits: Callable[[str], bool]) -> Bools:
        """True for each row whose value fits; each distinct value is asked once."""
        return np.fromiter(map(fits, self.values), dtype=bool, count=len(self.values))[self.codes]

    def isin(self, wanted: Iterable[str]) -> Bools:
        """True for each row that holds one of ``wanted``."""
        return self.where(set(wanted).__contains__)

    def sizes(self) -> Ints:
        """How many rows hold each value."""
        return np.bincount(self.codes, minlength=len(self.values)).astype(np.intp)

    def take(self, rows: Ints) -> Coded:
        """The column of these rows, in their order."""
        return Coded(self.codes[rows], self.values)

    def joined(self, other: Coded) -> Coded:
        """This column with ``other`` below it."""
        place = {value: code for code, value in enumerate(self.values)}
        moved = np.array([place.setdefault(value, len(place)) for value in other.values], dtype=np.intp)
        below = moved[other.codes] if len(other) else np.zeros(0, dtype=np.intp)
        codes = np.concatenate([self.codes.astype(np.intp), below])
        return Coded(_narrow(codes, len(place)), tuple(place))


def _narrow(codes: Any, size: int) -> Codes:
    narrow: Codes = codes.astype(np.uint8 if size <= 2**8 else np.uint16 if size <= 2**16 else np.uint32)
    return narrow


class Coder:
    """Collects a column piece by piece."""

    def __init__(self) -> None:
        self._place: dict[str, int] = {}
        self._pieces: list[Any] = []

    def add(self, cells: Sequence[str]) -> None:
        """Further cells."""
        codes, values = pd.factorize(np.array(cells, dtype=object))
        moved = np.array([self._place.setdefault(value, len(self._place)) for value in values], dtype=np.uint32)
        self._pieces.append(moved[codes])

    def coded(self) -> Coded:
        """The whole column."""
        codes = np.concatenate(self._pieces) if self._pieces else np.zeros(0, dtype=np.uint32)
        return Coded(_narrow(codes, len(self._place)), tuple(self._place))
