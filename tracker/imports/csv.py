"""A timeline out of CSV: this project's own export, or any table with (some of) its columns.

``event_id, event_type, status, date_precision`` must be there; other columns may be missing, unknown ones are refused,
since a misspelt name would lose its values. Cells that the export guarded against formulas are read as they were. Where
the column ``track`` is missing, the conflict's profile tells it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from tracker.errors import NotFoundError, RowError
from tracker.events.tracks import track_of
from tracker.models import ReviewState
from tracker.resources import conflicts
from tracker.timeline.formula import unguarded
from tracker.timeline.frame import COLUMNS, TEXT, frame_of
from tracker.timeline.values import check_date, read_value, with_edtf

LABEL = "CSV"
SUFFIX = ".csv"
NEEDED = ("event_id", "event_type", "status", "date_precision")
LARGEST_CELL = 10_000_000

_TEXTS = frozenset(column.name for column in COLUMNS if column.dtype == TEXT)
_NAMES = tuple(column.name for column in COLUMNS)
_BLANK: dict[str, Any] = {
    **{column.name: "" if column.dtype == TEXT else None for column in COLUMNS},
    "review_state": ReviewState.ACCEPTED.value,
    "report_count": 0,
    "origin_count": 0,
}
_REPEATED = frozenset(_NAMES) - {"event_id", "title", "description", "quote", "note", "source_urls", "links"}
"""Columns whose cells repeat, so that each distinct one is read once."""


def read(path: str | Path, *, conflict: str = "") -> pd.DataFrame:
    """The timeline in the file at ``path``; ``conflict`` is the slug for rows that name none.

    Raises ``NotFoundError`` if there is no such file, and ``RowError`` with file, line and field.
    """
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError("There is no such file.", file=path, advice="Look at its name and folder.") from error
    except OSError as error:
        raise RowError(
            f"It cannot be read: {error.strerror}.", file=path, advice="Give a file, not a folder."
        ) from error
    return parse(content, name=str(path), conflict=conflict)


def parse(content: bytes, *, name: str, conflict: str = "") -> pd.DataFrame:
    """The timeline in the bytes of a file called ``name``, as ``read``."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        advice = 'Save it as "CSV UTF-8".'
        raise RowError("This is not text in UTF-8.", file=name, line=line, advice=advice) from error
    conflict = read_value("conflict", conflict)
    lines = _lines(text, name)
    header = next(lines, None)
    if header is None:
        raise RowError("The file is empty.", file=name, advice=f"Its first line names columns: {', '.join(NEEDED)} ...")
    _check_header(header[1], name)
    return frame_of(_rows(lines, header[1], name, conflict))


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, each with the line of the file on which it begins."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            advice = 'Put quotes (") around a cell with commas, quotes or line breaks, and double the quotes in it.'
            raise RowError(f"This is not CSV: {error}.", file=name, line=start, advice=advice) from error
        if cells:
            yield start, cells


def _check_header(header: Sequence[str], name: str) -> None:
    for place, column in enumerate(header):
        if column not in _NAMES:
            separated = " Separate the cells by commas." if ";" in column or "\t" in column else ""
            advice = f"Known: {', '.join(_NAMES)}.{separated}"
            raise RowError(f'There is no column "{column[:80]}".', file=name, line=1, field=column[:80], advice=advice)
        if column in header[:place]:
            raise RowError("The column stands twice.", file=name, line=1, field=column, advice="Take one of them out.")
    for column in NEEDED:
        if column not in header:
            raise RowError("The column is missing.", file=name, line=1, field=column, advice="Add it.")


def _rows(
    lines: Iterator[tuple[int, list[str]]], header: Sequence[str], name: str, conflict: str
) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}
    for line, cells in lines:
        if len(cells) != len(header):
            sentence = f"The row has {len(cells)} cells, the header {len(header)}."
            raise RowError(sentence, file=name, line=line, advice="Quote cells that hold commas.")
        try:
            row = _row(header, cells, conflict)
            if row["event_id"] in seen:
                sentence = f'The id "{row["event_id"]}" stands already on line {seen[row["event_id"]]}.'
                raise RowError(sentence, field="event_id", advice="Give each event its own.")
        except RowError as error:
            raise RowError(error.sentence, file=name, line=line, field=error.field, advice=error.advice) from error
        seen[row["event_id"]] = line
        yield row


def _row(header: Sequence[str], cells: Sequence[str], conflict: str) -> dict[str, Any]:
    row = {**_BLANK, "conflict": conflict}
    for column, cell in zip(header, cells, strict=True):
        if not cell:
            if column in NEEDED:
                read_value(column, cell)  # says that it must not be empty
        elif column in _REPEATED:
            row[column] = _read_once(column, cell)
        else:
            row[column] = read_value(column, unguarded(cell) if column in _TEXTS else cell)
    if not row["date_edtf"]:
        row = with_edtf(row)
    check_date(row)
    if "track" not in header and row["conflict"]:
        row["track"] = _track(row)
    return row


@lru_cache(maxsize=50_000)
def _read_once(column: str, cell: str) -> Any:
    return read_value(column, unguarded(cell) if column in _TEXTS else cell)


def _track(row: Mapping[str, Any]) -> str:
    """The series that the row belongs to by its conflict's profile: a file without that column does not say."""
    words = f"{row['title']}\n{row['description']}\n{row['quote']}"
    name, _why = track_of(
        conflicts()[row["conflict"]], row["event_type"], row["date_start"], row["date_end"], row["location"], words
    )
    return name
