"""Which actors are named together, in any role."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

import pandas as pd

from tracker.timeline.measures.periods import months_of
from tracker.timeline.measures.spread import actors_in, spread


def pairs(frame: pd.DataFrame) -> pd.DataFrame:
    """One row for each event and each two of its actors.

    Columns: ``event``, ``pair`` (both codes in the order of the alphabet, parted by a semicolon),
    ``earliest`` and ``latest`` (months, see ``periods``).
    """
    found: pd.DataFrame = spread(frame["actors"], pairs_in, ("pair",))
    earliest, latest = months_of(frame)
    rows = found["event"].to_numpy()
    return found.assign(earliest=earliest[rows], latest=latest[rows])


@lru_cache(maxsize=200_000)
def pairs_in(cell: str) -> tuple[tuple[str], ...]:
    """Each two codes of a cell of actors once."""
    return tuple((";".join(two),) for two in combinations(sorted({code for code, _role in actors_in(cell)}), 2))
