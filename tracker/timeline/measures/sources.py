"""How many independent sources stand behind each event."""

from __future__ import annotations

import numpy as np
import pandas as pd


def sources(frame: pd.DataFrame) -> pd.DataFrame:
    """One row an event: ``event``, ``sources``, ``claimed``.

    ``sources`` is the larger of what a compiler counted and the independent origins of the reports in the store: both
    may count the same source, so that their sum could be too many.
    """
    told = frame["sources_confirming"].to_numpy(dtype="float64", na_value=0.0)
    origins = frame["origin_count"].to_numpy(dtype="float64", na_value=0.0)
    return pd.DataFrame(
        {
            "event": range(len(frame)),
            "sources": np.maximum(told, origins).astype(np.int64),
            "claimed": (frame["claimed_by"] != "").to_numpy(dtype=bool),
        }
    )
