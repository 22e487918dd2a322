"""``list``: the events of the store."""

from __future__ import annotations

import sys

from tracker.cli.address import store_address
from tracker.cli.filter_options import filtered
from tracker.cli.options import StoreAt
from tracker.cli.progress import counted
from tracker.cli.tables import events_table
from tracker.store import Store
from tracker.timeline import Filter
from tracker.timeline.frame import rows_of

EXAMPLE = "Example: python -m tracker list --type talks,meeting --actor UKR --start 2025-05-01 --end 2025-07-31"


@filtered
def command(*, chosen: Filter, store: StoreAt = None) -> None:
    """Show the events of the store that meet every condition given, in order of time."""
    with Store(store_address(store)) as opened:
        frame = opened.frame()
    shown = chosen.apply(frame)
    events_table(sys.stdout, rows_of(shown))
    print(f"{len(shown):,} of {counted(len(frame), 'event')}", file=sys.stderr)
