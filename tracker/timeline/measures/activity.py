"""How many events there were when, by group."""

from __future__ import annotations

import pandas as pd

from tracker.resources import event_types
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
            "group": groups_of(frame).to_numpy(),
            "claimed": (frame["claimed_by"] != "").to_numpy(dtype=bool),
        }
    )


def groups_of(frame: pd.DataFrame) -> pd.Series[str]:
    """The group of each event's type."""
    groups = {one.name: one.group for one in event_types().values()}
    codes, kinds = pd.factorize(frame["event_type"])
    named = pd.Categorical([groups.get(str(kind), "") for kind in kinds])
    taken: pd.Series[str] = pd.Series(pd.Categorical.from_codes(named.codes[codes], dtype=named.dtype))
    return taken
