"""Thin lines from a selected event to those that it answers, carries out or follows, and from those that answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dashboards.charts import ink
from dashboards.charts.sheet import Sheet

STEPS = 16
BOW = 26.0
"""Pixels by which a line between two marks of one height bows upwards."""

Place = tuple[float, float]


def draw_links(sheet: Sheet, places: Mapping[str, Place], selected: str, linked: Sequence[str]) -> None:
    """A bowed line from the selected mark to each linked one that has a place, and a ring around either."""
    if selected not in places:
        return
    colour = ink.INK[sheet.theme]["text"]
    here = places[selected]
    for other in linked:
        if other in places and other != selected:
            sheet.line(_bow(here, places[other]), colour, 1.2)
            sheet.point(*places[other], "circle-open", 19, fill=colour, edge=colour, width=1.2, id=other)
    sheet.point(*here, "circle-open", 23, fill=colour, edge=colour, width=2.4, id=selected)


def _bow(start: Place, end: Place) -> list[Place]:
    """A curve through ``STEPS`` points: it leaves and arrives upright where heights differ, else it bows up."""
    share = np.linspace(0, 1, STEPS)
    across = start[0] + (end[0] - start[0]) * (3 * share**2 - 2 * share**3)
    down = start[1] + (end[1] - start[1]) * share - BOW * 4 * share * (1 - share) * (abs(end[1] - start[1]) < BOW)
    return list(zip(across.tolist(), down.tolist(), strict=True))
