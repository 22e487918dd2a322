"""CSV by RFC 4180: a header, commas, CRLF, quotes where needed; safe to open in a spreadsheet.

A spreadsheet takes a cell that begins with ``= + - @``, tab or carriage return for a formula. Such a text gets one
``'`` before it, and so does one that would look guarded already; ``tracker.imports.csv`` takes it off again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

import pandas as pd

from tracker.timeline.formula import guarded
from tracker.timeline.frame import COLUMNS, DAY, TEXT, TIME, Column, check_frame
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "CSV"
SUFFIX = ".csv"
MIME = "text/csv"
TAKES = "events"
FOR = "any program; comes back by import"
BINARY = False


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in their order; CSV has no place for ``about``."""
    check_frame(frame)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows(zip(*(_cells(frame[column.name], column) for column in COLUMNS), strict=True))


def _cells(cells: pd.Series[Any], column: Column) -> Iterable[str]:
    if column.dtype == TEXT:
        return guarded(cells).tolist()
    present = cells.notna().tolist()
    values = cells.tolist()
    if column.dtype == DAY:
        return [value.date().isoformat() if there else "" for value, there in zip(values, present, strict=True)]
    if column.dtype == TIME:
        return [write_time(value) if there else "" for value, there in zip(values, present, strict=True)]
    return [repr(value) if there else "" for value, there in zip(values, present, strict=True)]


def write_time(moment: pd.Timestamp) -> str:
    """A moment as ``2025-11-12T09:30:00Z``, with its microseconds if it has any."""
    return moment.to_pydatetime().isoformat().replace("+00:00", "Z")
