"""Bodies of the dead handed over, per side, added up over time."""

from __future__ import annotations

import pandas as pd

from dashboards.charts import got_back
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Given, Look, Study
from dashboards.language import N_, _, number
from tracker.timeline.measures.exchanged import BODIES, exchanged

TITLE = N_("Bodies of the dead handed over, per side")
ORDER = 22
WIDE = False
FILL = N_("It fills once handovers tell how many bodies were returned.")


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each number of bodies in each exchange or handover."""
    found = exchanged(frame)
    return found[(found["kind"] == BODIES).to_numpy(dtype=bool)]


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """The sums by day and side."""
    return got_back.study(rows, frame, given, _headline)


def _headline(names: list[str], sums: list[int]) -> str:
    if not names:
        return _("No handover here tells how many bodies were returned")
    if len(names) == 1:
        return _("{count} bodies were handed over: {side}", side=names[0], count=number(sums[0]))
    return _(
        "{count} bodies were handed over to {side}, {others} to {other}",
        side=names[0],
        count=number(sums[0]),
        other=names[1],
        others=number(sums[1]),
    )


def figure(study: Study, look: Look) -> Sketch:
    """A stepped line for each side."""
    return got_back.figure(study, look)
