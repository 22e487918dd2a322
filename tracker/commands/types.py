"""``types``: the event types."""

from __future__ import annotations

import sys

from tracker.cli.tables import plain_table
from tracker.resources import event_types

EXAMPLE = "Example: python -m tracker types"


def command() -> None:
    """List the event types, with what each is and its codes in PLOVER and CAMEO."""
    rows = ((one.name, one.description, f"{one.plover} {one.cameo}".strip()) for one in event_types().values())
    plain_table(sys.stdout, ("Type", "It is", "PLOVER, CAMEO"), rows)
