"""``import``: a timeline from a file into the store."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.address import store_address
from tracker.cli.options import By, ConflictOf, StoreAt, known_conflict, user_name
from tracker.imports import read
from tracker.store import Store

EXAMPLE = "Example: python -m tracker import timeline.csv --conflict russia-ukraine"


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A timeline, as export writes it.")],
    conflict: ConflictOf = None,
    store: StoreAt = None,
    by: By = None,
) -> None:
    """Take a file's events into the store: new ones are added, known ones brought to what the file says.

    All or nothing: a wrong row is named and nothing is written. --conflict fills in rows that name no conflict.
    """
    frame = read(file, conflict=known_conflict(conflict) or "")
    with Store(store_address(store)) as opened:
        counts = opened.import_frame(frame, by=user_name(by), at=datetime.now(UTC), why=f"import of {file.name}")
    print(f"{counts.added} added, {counts.changed} changed, {counts.unchanged} unchanged", file=sys.stderr)
    if counts.loose:
        print(f"Links point at events that are not in the store: {', '.join(counts.loose)}", file=sys.stderr)
