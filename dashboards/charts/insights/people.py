"""Living people exchanged, per side, added up over time."""

from __future__ import annotations

import pandas as pd

from dashboards.charts import got_back
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Given, Look, Study
from dashboards.language import N_, _, number
from tracker.timeline.measures.exchanged import PEOPLE, exchanged

TITLE = N_("People exchanged, per side")
ORDER = 20
WIDE = False
FILL = N_("It fills once exchanges tell how many people came back.")


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each number of people in each exchange."""
    found = exchanged(frame)
    return found[(found["kind"] == PEOPLE).to_numpy(dtype=bool)]


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """The sums by day and side."""
    return got_back.study(rows, frame, given, _headline)


def _headline(names: list[str], sums: list[int]) -> str:
    if not names:
        return _("No exchange here tells how many people came back")
    if len(names) == 1:
        return _("{count} people came back: {side}", side=names[0], count=number(sums[0]))
    return _(
        "{count} people came back to {side}, {others} to {other}",
        side=names[0],
        count=number(sums[0]),
        other=names[1],
        others=number(sums[1]),
    )


def figure(study: Study, look: Look) -> Sketch:
    """A stepped line for each side."""
    return got_back.figure(study, look)
