"""Who mediates what."""

from __future__ import annotations

import pandas as pd

from tracker.models import Role
from tracker.timeline.measures.activity import groups_of
from tracker.timeline.measures.spread import taking_part


def mediators(frame: pd.DataFrame) -> pd.DataFrame:
    """One row for each event and each actor that mediates, hosts or facilitates it: ``event``, ``code``, ``group``."""
    found = taking_part(frame)
    found = found[(found["role"] == Role.MEDIATOR).to_numpy(dtype=bool)].drop(columns="role").reset_index(drop=True)
    return found.assign(group=groups_of(frame).take(found["event"].to_numpy()))
