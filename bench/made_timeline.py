"""Timelines of any size in the shape of the bundled one, for benchmarks: written into a store's tables directly.

Each event is one of the bundled events, drawn at random and moved by whole days to anywhere in thirty years: types,
actors, widths of dates, lengths of texts and numbers of sources are as they are there. The same seed, the same events.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from tracker.bundled import TIMELINES
from tracker.imports import csv
from tracker.store import Store
from tracker.store.database import writing
from tracker.store.tables import events, log
from tracker.timeline.frame import values_of

FIRST = date(1996, 1, 1)
DAYS = 365 * 30
BATCH = 20_000
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def made(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """``count`` rows of the table of events."""
    rng = random.Random(seed)
    shapes = [
        values_of(row)
        for path in sorted(TIMELINES.glob("*.csv"))
        for row in csv.read(path, conflict=path.stem).to_dict("records")
    ]
    stored = [name for column in events.c if (name := column.name) in shapes[0]]
    for number in range(count):
        shape = rng.choice(shapes)
        row = {name: shape[name] for name in stored}
        known = shape["date_start"] or shape["date_end"]
        by = FIRST + timedelta(days=rng.randrange(DAYS)) - known if known else timedelta(0)
        days = {name: shape[name] + by if shape[name] else None for name in ("date_start", "date_end")}
        yield (
            row
            | days
            | {
                "id": f"made-{number}",
                "date_edtf": "",
                "title": f"{shape['title']} ({number})",
                "outside_reports": 1,
                "outside_origins": 1,
                "created_at": NOW,
                "changed_at": NOW,
            }
        )


def fill(path: Path, count: int) -> None:
    """A store at ``path`` with ``count`` made events, and one line of the log, so that nothing else is put into it."""
    with Store(str(path)) as store, writing(store._engine) as connection:
        rows = made(count)
        statement = insert(events).compile(connection)
        names = list(statement.positiontup or ())
        convert = [events.c[name].type.bind_processor(connection.dialect) for name in names]
        while batch := [row for _place, row in zip(range(BATCH), rows, strict=False)]:
            cells = (
                tuple(make(row[name]) if make else row[name] for name, make in zip(names, convert, strict=True))
                for row in batch
            )
            connection.connection.driver_connection.executemany(str(statement), list(cells))  # type: ignore[union-attr]
        line = {"number": 1, "batch": 1, "at": NOW, "by": "bench", "action": "made", "entity": "", "entity_id": ""}
        connection.execute(insert(log), line | {"event_id": "", "field": "*", "reason": ""})
