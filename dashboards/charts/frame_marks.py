"""Rows of a frame as marks to draw, in time order."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts.hover import hover_text, spoken
from dashboards.charts.marks import Mark
from dashboards.charts.spans import Ints, Spans
from dashboards.theme import group_of
from dashboards.words import event_title

NUMBERED = ("talks",)
"""Types whose rounds carry their number in the mark."""


def marks_of(frame: pd.DataFrame, spans: Spans, rows: Ints) -> list[tuple[Mark, str]]:
    """Each row as its mark and what a screen reader says of it, by first day, open starts by their end."""
    key = np.where(np.isnan(spans.first[rows]), spans.last[rows], spans.first[rows])
    ordered = rows[np.argsort(key, kind="stable")]
    events: list[dict[Any, Any]] = frame.iloc[ordered].to_dict("records")
    found = []
    for row, event in zip(ordered, events, strict=True):
        first, last = spans.first[row], spans.last[row]
        number = event["round"]
        counted = event["event_type"] in NUMBERED and not pd.isna(number)
        mark = Mark(
            id=event["event_id"],
            group=group_of(event["event_type"]).name,
            status=event["status"],
            first=None if np.isnan(first) else float(first),
            last=None if np.isnan(last) else float(last),
            known=bool(spans.known[row]),
            claimed=event["claimed_by"] != "",
            hover=hover_text(event),
            title=event_title(event),
            number=f"{int(number)}" if counted else "",
        )
        found.append((mark, spoken(event)))
    return found
