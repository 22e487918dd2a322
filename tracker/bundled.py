"""The timelines that come with the project, taken into a new store once."""

from __future__ import annotations

from datetime import datetime

from tracker.imports import csv
from tracker.resources import DATA
from tracker.store.store import Store

TIMELINES = DATA / "timelines"
"""One CSV file a conflict, named for its slug."""


def load_bundled(store: Store, *, at: datetime) -> int:
    """Import every bundled timeline into a store that nothing was ever written to; returns how many events came.

    A store with a history is left alone, also if somebody took the bundled events out of it.
    """
    if store.revision():
        return 0
    added = 0
    for path in sorted(TIMELINES.glob("*.csv")):
        frame = csv.read(path, conflict=path.stem)
        added += store.import_frame(frame, by="import", at=at, why=f"The bundled timeline {path.name}").added
    return added
