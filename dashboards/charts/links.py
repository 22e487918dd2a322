"""Thin lines from a selected event to those that it answers, carries out or follows, and from those that answer it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboards.charts import ink
from dashboards.charts.sheet import Sheet
from tracker.timeline import read_links

STEPS = 16
BOW = 26.0
"""Pixels by which a line between two marks of one height bows upwards."""

Place = tuple[float, float]


def linked_ids(frame: pd.DataFrame, event_id: str) -> list[str]:
    """The ids of the events that ``event_id`` is linked to, in either direction."""
    cells = frame["links"]
    own = cells[frame["event_id"] == event_id]
    found = [target for cell in own for _kind, target in read_links(cell)]
    pointing = frame.loc[cells.str.contains(event_id, regex=False)]
    for other, cell in zip(pointing["event_id"], pointing["links"], strict=True):
        if any(target == event_id for _kind, target in read_links(cell)):
            found.append(str(other))
    return list(dict.fromkeys(one for one in found if one != event_id))


def draw_links(sheet: Sheet, places: Mapping[str, Place], selected: str, linked: list[str]) -> None:
    """A bowed line from the selected mark to each linked one that is drawn, and a ring around it."""
    if selected not in places:
        return
    ink_of = ink.INK[sheet.theme]
    here = places[selected]
    for other in linked:
        if other in places:
            sheet.line(_bow(here, places[other]), ink_of["text"], 1.2)
            sheet.point(
                *places[other],
                "circle-open",
                19,
                fill=ink_of["text"],
                edge=ink_of["text"],
                width=1.2,
                id=other,
                hover="",
            )
    sheet.point(*here, "circle-open", 23, fill=ink_of["text"], edge=ink_of["text"], width=2.4, id=selected, hover="")


def _bow(start: Place, end: Place) -> list[Place]:
    """A curve through ``STEPS`` points: it leaves and arrives upright where heights differ, else it bows up."""
    share = np.linspace(0, 1, STEPS)
    across = start[0] + (end[0] - start[0]) * (3 * share**2 - 2 * share**3)
    down = start[1] + (end[1] - start[1]) * share - BOW * 4 * share * (1 - share) * (abs(end[1] - start[1]) < BOW)
    return list(zip(across.tolist(), down.tolist(), strict=True))
