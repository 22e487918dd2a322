"""The data dictionary: every column of the timeline, in words, as ``data/columns.csv`` ships it.

``python -m tracker.timeline.dictionary`` writes that file anew; a test holds it equal to the columns.
"""

from __future__ import annotations

import csv
from typing import TextIO

from tracker.resources import DATA, event_types
from tracker.timeline.frame import COLUMNS, COUNT, DAY, NUMBER, TEXT, TIME

PATH = DATA / "columns.csv"
HEADER = ("column", "label", "kind", "required", "choices", "meaning")

_KINDS = {TEXT: "text", DAY: "day (YYYY-MM-DD)", TIME: "time (ISO 8601, UTC)", NUMBER: "number", COUNT: "whole number"}


def write_dictionary(stream: TextIO) -> None:
    """One row a column: name, label, kind of value, whether it must be filled, its only values, what it means."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADER)
    for column in COLUMNS:
        choices = tuple(event_types()) if column.name == "event_type" else column.choices
        required = "yes" if column.required else "no"
        row = (column.name, column.label, _KINDS[column.dtype], required, ";".join(choices), column.meaning)
        writer.writerow(row)


if __name__ == "__main__":
    with PATH.open("w", encoding="utf-8", newline="") as file:
        write_dictionary(file)
