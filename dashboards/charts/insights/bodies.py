"""Bodies of the dead handed over, per side, added up over time."""

from __future__ import annotations

import pandas as pd

from dashboards.charts import got_back
from dashboards.charts.got_back import Sayings, figure
from dashboards.charts.study import Given, Study
from dashboards.language import N_
from tracker.timeline.measures.exchanged import BODIES, exchanged

TITLE = N_("Bodies of the dead handed over, per side")
ORDER = 22
WIDE = False
FILL = N_("It fills once handovers tell how many bodies were returned.")
_SAYINGS = Sayings(
    none=N_("No handover here tells how many bodies were returned"),
    one=N_("{count} bodies were handed over: {side}"),
    more=N_("{count} bodies were handed over to {side}, {others} to {other}"),
)
__all__ = ["FILL", "ORDER", "TITLE", "WIDE", "figure", "measure", "study"]


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each number of bodies in each exchange or handover."""
    return exchanged(frame, BODIES)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """The sums by day and side."""
    return got_back.study(rows, given, _SAYINGS)
