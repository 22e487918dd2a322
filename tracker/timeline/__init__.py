"""Reports and events as one table: its columns, its cells, its filter.

A name's module is imported when it is first used: the cells and titles of a few reports need no pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.timeline.cells import (
        read_actors,
        read_links,
        read_names,
        read_quantities,
        write_actors,
        write_links,
        write_names,
        write_quantities,
    )
    from tracker.timeline.filter import Filter
    from tracker.timeline.frame import COLUMNS, Column, check_frame, empty_frame, frame_of

__all__ = [
    "COLUMNS",
    "Column",
    "Filter",
    "check_frame",
    "empty_frame",
    "frame_of",
    "read_actors",
    "read_links",
    "read_names",
    "read_quantities",
    "write_actors",
    "write_links",
    "write_names",
    "write_quantities",
]

_HOMES = {"Filter": "filter"} | dict.fromkeys(("COLUMNS", "Column", "check_frame", "empty_frame", "frame_of"), "frame")


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'cells')}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
