"""How many events there were when, by group."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from tracker.resources import event_groups, event_types
from tracker.timeline.measures.periods import months_of


def activity(frame: pd.DataFrame) -> pd.DataFrame:
    """One row an event: ``event``, ``earliest`` and ``latest`` (months, see ``periods``), ``group``, ``claimed``.

    ``claimed`` is true where it stands on one side's word alone.
    """
    earliest, latest = months_of(frame)
    return pd.DataFrame(
        {
            "event": range(len(frame)),
            "earliest": earliest,
            "latest": latest,
            "group": groups_of(frame),
            "claimed": (frame["claimed_by"] != "").to_numpy(dtype=bool),
        }
    )


def groups_of(frame: pd.DataFrame) -> pd.Categorical[Any]:
    """The group of each event's type; the categories are all groups in their order, and nothing for a type unknown."""
    groups = {one.name: one.group for one in event_types().values()}
    codes, kinds = pd.factorize(frame["event_type"])
    order = {name: place for place, name in enumerate(event_groups())}
    numbers = np.array([order.get(groups.get(str(kind), ""), -1) for kind in kinds], dtype=np.int64)
    placed = numbers[codes] if len(kinds) else codes
    return pd.Categorical.from_codes(placed, pd.Index(list(order), dtype=object))
