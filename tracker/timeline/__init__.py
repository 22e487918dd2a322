"""Reports and events as one table: its columns, its cells, its filter."""

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
