"""Things counted by two marks at once: the most frequent ones a row each, the others together in a last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts.study import Ints


@dataclass(frozen=True, slots=True)
class Crossing:
    """``keys`` name the rows but for the last one if there are ``others``; ``counts`` are rows by columns.

    ``row`` and ``column`` tell for each thing where it was counted.
    """

    keys: tuple[str, ...]
    others: int
    counts: np.ndarray[Any, np.dtype[np.int64]]
    row: Ints
    column: Ints

    def where(self, row: int, column: int | None) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """True for each thing in this row and column, or in all columns."""
        inside: np.ndarray[Any, np.dtype[np.bool_]] = self.row == row
        return inside if column is None else inside & (self.column == column)

    def labelled(self, names: Sequence[str], others: str) -> list[str]:
        """The rows' labels: ``names`` for the keys, and ``others`` for the last row if it stands for several."""
        return [*names, *([others] if self.others else [])]


def crossing(keys: pd.Series[Any], column: Ints, columns: int, most: int) -> Crossing:
    """Counts ``keys`` by ``column`` (numbers below ``columns``); at most ``most`` keys get a row of their own."""
    codes, named = _coded(keys)
    totals = np.bincount(codes, minlength=len(named))
    ranked = sorted(np.flatnonzero(totals).tolist(), key=lambda code: (-totals[code], named[code]))
    own = ranked if len(ranked) <= most + 1 else ranked[:most]
    rank = np.full(len(named), len(own), dtype=np.int64)
    rank[own] = np.arange(len(own))
    others = len(ranked) - len(own)
    rows = len(own) + (1 if others else 0)
    row = rank[codes] if len(codes) else np.zeros(0, dtype=np.int64)
    counts = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, columns)
    return Crossing(tuple(named[code] for code in own), others, counts, row, np.asarray(column, dtype=np.int64))


def _coded(keys: pd.Series[Any]) -> tuple[Ints, list[str]]:
    if isinstance(keys.dtype, pd.CategoricalDtype):
        return np.asarray(keys.cat.codes, dtype=np.int64), [str(one) for one in keys.cat.categories]
    codes, distinct = pd.factorize(keys)
    return np.asarray(codes, dtype=np.int64), [str(one) for one in distinct]
