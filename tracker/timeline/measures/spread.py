"""Cells that hold several values, one row a value: the actors of all events, and what they count."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from tracker.errors import RowError
from tracker.timeline.cells import read_actors

Ints = np.ndarray[Any, np.dtype[np.int64]]
_KEPT = 200_000


def spread(cells: pd.Series[Any], read: Callable[[str], Sequence[tuple[Any, ...]]], names: Sequence[str]) -> Any:
    """The values that ``read`` finds in each cell, as columns ``names`` beside ``event``, the cell's place.

    Each distinct cell is read once, since few distinct ones fill a long timeline.
    """
    codes, distinct = pd.factorize(cells)
    found = [read(str(cell)) for cell in distinct]
    lengths = np.array([len(one) for one in found], dtype=np.int64)
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])[:-1] if found else lengths
    per_row = lengths[codes] if found else np.zeros(len(cells), dtype=np.int64)
    event = np.repeat(np.arange(len(cells), dtype=np.int64), per_row)
    within = np.arange(len(event)) - np.repeat(np.cumsum(per_row) - per_row, per_row)
    place = np.repeat(starts[codes] if found else per_row, per_row) + within
    flat = [value for one in found for value in one]
    columns: dict[str, Any] = {"event": event}
    for number, name in enumerate(names):
        values, coded = _coded([value[number] for value in flat])
        columns[name] = pd.Categorical.from_codes(coded[place], pd.Index(values, dtype=object))
    return pd.DataFrame(columns)


def _coded(values: list[Any]) -> tuple[list[Any], Ints]:
    known: dict[Any, int] = {}
    codes = np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)
    return list(known), codes


@lru_cache(maxsize=_KEPT)
def actors_in(cell: str) -> tuple[tuple[str, str], ...]:
    """Code and role of each actor in a cell, each pair once; none if the cell cannot be read."""
    with contextlib.suppress(RowError):
        return tuple(dict.fromkeys((one.code, str(one.role)) for one in read_actors(cell)))
    return ()


def taking_part(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns ``event``, ``code``, ``role``: one row for each actor of each event."""
    found: pd.DataFrame = spread(frame["actors"], actors_in, ("code", "role"))
    return found
