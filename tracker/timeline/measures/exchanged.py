"""Who got how many people back, and how many of their dead, on which day."""

from __future__ import annotations

import contextlib
from functools import lru_cache

import numpy as np
import pandas as pd

from tracker.errors import RowError
from tracker.models import Role, Status
from tracker.resources.ledger_words import ledger_words
from tracker.timeline.cells import read_quantities
from tracker.timeline.measures.spread import actors_in, spread

TYPES = ("prisoner_exchange", "remains_transfer")
HAPPENED = [str(Status.OCCURRED), str(Status.ONGOING)]
PEOPLE, BODIES = "people", "bodies"
EACH, TOTAL = "each", "total"
_BETWEEN = "\n"


def exchanged(frame: pd.DataFrame, kind: str = "") -> pd.DataFrame:
    """One row for each number of people or bodies in each exchange or handover that came about.

    Columns: ``event``, ``kind`` (people or bodies), ``side`` (who got them; total where the text does not say),
    ``number``, ``day`` (the last day on which it can have been: by then it was; empty if open), ``claimed``. "Each" is
    written out for the sides that the event names. With a ``kind``, only the rows of it.
    """
    chosen = frame["event_type"].isin(TYPES) & frame["status"].isin(HAPPENED) & (frame["quantities"] != "")
    places = chosen.to_numpy(dtype=bool).nonzero()[0]
    part = frame.iloc[places]
    found: pd.DataFrame = spread(
        part["quantities"] + _BETWEEN + part["actors"], _counted_in, ("what", "side", "number")
    )
    rows = found["event"].to_numpy()
    counted = pd.DataFrame(
        {
            "event": places[rows],
            "kind": np.where(np.asarray(found["what"] == BODIES), BODIES, PEOPLE),
            "side": found["side"],
            "number": found["number"].astype("int64"),
            "day": part["date_end"].to_numpy()[rows],
            "claimed": (part["claimed_by"] != "").to_numpy(dtype=bool)[rows],
        }
    )
    return counted[(counted["kind"] == kind).to_numpy(dtype=bool)] if kind else counted


def _counted_in(cells: str) -> tuple[tuple[str, str, int], ...]:
    quantities, _, actors = cells.partition(_BETWEEN)
    return counted_in(quantities, actors)


@lru_cache(maxsize=200_000)
def counted_in(quantities: str, actors: str) -> tuple[tuple[str, str, int], ...]:
    """What, for which side, how many: people and bodies of a cell, "each" written out for the sides in ``actors``."""
    found: list[tuple[str, str, int]] = []
    with contextlib.suppress(RowError):
        for one in read_quantities(quantities):
            if one.what in (*ledger_words().living, BODIES):
                sides = sides_in(actors) if one.side == EACH else (one.side,)
                found += [(one.what, side, one.value) for side in sides or (EACH,)]
    return tuple(found)


def sides_in(actors: str) -> tuple[str, ...]:
    """Between whom people change hands: the participants, else those who give and take."""
    named = actors_in(actors)
    both = [code for code, role in named if role == Role.PARTICIPANT]
    return tuple(dict.fromkeys(both or [code for code, role in named if role in (Role.INITIATOR, Role.TARGET)]))
