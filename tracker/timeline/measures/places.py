"""Where talks, meetings and mediation were held."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tracker.timeline.measures.activity import groups_of
from tracker.timeline.measures.exchanged import HAPPENED

GROUP = "talking"


def held(frame: pd.DataFrame) -> pd.DataFrame:
    """One row for each event of the talking group that came about: ``event``, ``place``, ``country``,
    ``lat``, ``lon``, ``spot`` (a number for each place).

    A place keeps the coordinates that its first event with any has, so that one place is one point; they are empty
    where none of its events has any, and ``place`` is empty where none is told.
    """
    chosen = np.asarray(groups_of(frame) == GROUP) & frame["status"].isin(HAPPENED).to_numpy(dtype=bool)
    rows = chosen.nonzero()[0]
    part = frame.iloc[rows]
    found = pd.DataFrame(
        {
            "event": rows,
            "place": part["location"].to_numpy(dtype=object),
            "country": part["country"].to_numpy(dtype=object),
            "lat": part["lat"].to_numpy(dtype="float64", na_value=float("nan")),
            "lon": part["lon"].to_numpy(dtype="float64", na_value=float("nan")),
        }
    )
    both = found["lat"].between(-90, 90) & found["lon"].between(-180, 180)
    found.loc[~both, ["lat", "lon"]] = float("nan")
    firsts = found.groupby(["place", "country"], sort=False)[["lat", "lon"]].transform("first")
    spots = found.groupby(["place", "country"], sort=False).ngroup().to_numpy(dtype="int64")
    return found.assign(lat=firsts["lat"], lon=firsts["lon"], spot=spots)
