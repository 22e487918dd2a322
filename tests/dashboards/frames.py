"""Timelines for the charts' tests, written by hand or made in any number."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from tracker.resources import event_types
from tracker.timeline import COLUMNS, frame_of
from tracker.timeline.frame import check_frame

TODAY = date(2026, 11, 22)


def event(name: str, start: str | None, end: str | None = None, precision: str = "day", **more: Any) -> dict[str, Any]:
    """One event; without ``end`` it is a day's, unless it is open."""
    last = end if end or precision == "open" else start
    return {
        "event_id": name,
        "event_type": "talks",
        "status": "occurred",
        "date_start": start,
        "date_end": last,
        "date_precision": precision,
        "title": name,
        "actors": "RUS:participant;UKR:participant",
        "review_state": "accepted",
        "report_count": 1,
        "origin_count": 1,
        "conflict": "russia-ukraine",
    } | more


def timeline(*events: dict[str, Any]) -> pd.DataFrame:
    """A checked frame of them."""
    return frame_of(events)


def many(size: int, seed: int = 7) -> pd.DataFrame:
    """``size`` events over twenty years: days, and one in ten known to the month or the year only."""
    rng = np.random.default_rng(seed)
    kinds = rng.choice(np.array(["day", "month", "year"]), size, p=[0.9, 0.07, 0.03])
    days = np.datetime64("2006-01-01") + rng.integers(0, 7300, size).astype("timedelta64[D]")
    month, year = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    unit = {"month": month, "year": year}
    first, ends = days.copy(), days + np.timedelta64(1, "D")
    for kind, starts in unit.items():
        of_kind = kinds == kind
        first[of_kind] = starts[of_kind].astype("datetime64[D]")
        ends[of_kind] = (starts[of_kind] + 1).astype("datetime64[D]")
    last = np.where(kinds == "day", days, ends - np.timedelta64(1, "D"))
    columns: dict[str, Any] = {column.name: "" for column in COLUMNS if column.dtype == "str"}
    columns |= {
        "event_id": [f"e{number}" for number in range(size)],
        "event_type": rng.choice(np.array(list(event_types())), size),
        "status": "occurred",
        "date_start": first,
        "date_end": last,
        "date_precision": kinds,
        "actors": rng.choice(np.array(["RUS:initiator;UKR:target", "USA:mediator", ""]), size),
        "claimed_by": rng.choice(np.array(["", "", "", "RUS"]), size),
        "review_state": "accepted",
        "report_count": 1,
        "origin_count": 1,
    }
    made = pd.DataFrame(columns, index=range(size)).reindex(columns=[column.name for column in COLUMNS])
    return check_frame(made.astype({column.name: column.dtype for column in COLUMNS}))
