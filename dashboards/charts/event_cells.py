"""A few cells of a few events of a long timeline, without the cost of all its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboards.charts.study import Ints

DATED = ("date_start", "date_end", "date_precision")
"""What ``words.event_date`` reads."""


def event_cells(frame: pd.DataFrame, events: Ints, names: Sequence[str]) -> list[dict[str, Any]]:
    """The cells ``names`` of each of the events at these places."""
    columns = [frame[name].iloc[events].tolist() for name in names]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]
