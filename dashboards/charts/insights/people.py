"""Living people exchanged, per side, added up over time."""

from __future__ import annotations

import pandas as pd

from dashboards.charts import got_back
from dashboards.charts.got_back import Sayings, figure
from dashboards.charts.study import Given, Study
from dashboards.language import N_
from tracker.timeline.measures.exchanged import PEOPLE, exchanged

TITLE = N_("People exchanged, per side")
ORDER = 20
WIDE = False
FILL = N_("It fills once exchanges tell how many people came back.")
_SAYINGS = Sayings(
    none=N_("No exchange here tells how many people came back"),
    one=N_("{count} people came back: {side}"),
    more=N_("{count} people came back to {side}, {others} to {other}"),
)
__all__ = ["FILL", "ORDER", "TITLE", "WIDE", "figure", "measure", "study"]


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each number of people in each exchange."""
    return exchanged(frame, PEOPLE)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """The sums by day and side."""
    return got_back.study(rows, given, _SAYINGS)
