"""The timeline as a pandas DataFrame: one row an event, fixed columns and dtypes, checked at every door.

``COLUMNS`` is the one list of columns; the CSV, the data dictionary and the table of the dashboard follow it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from tracker.errors import RowError
from tracker.models import Basis, Precision, ReviewState, Status

TEXT: Final = "str"
DAY: Final = "datetime64[s]"
NUMBER: Final = "Float64"
COUNT: Final = "Int64"
TIME: Final = "datetime64[us, UTC]"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``choices`` are its only values where it has a fixed set; ``required`` forbids an empty cell."""

    name: str
    dtype: str
    label: str
    meaning: str
    choices: tuple[str, ...] = ()
    required: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("event_id", TEXT, "Id", "The event's name in the store; unique.", required=True),
    Column("event_type", TEXT, "Type", "What it is; one of the sixteen types of the event model.", required=True),
    Column("status", TEXT, "Status", "Whether it came about.", tuple(Status), required=True),
    Column("date_start", DAY, "First day", "First day on which it can lie (YYYY-MM-DD); empty if open."),
    Column("date_end", DAY, "Last day", "Last day on which it can lie, inclusive; empty if open."),
    Column("date_precision", TEXT, "Precision", "How exactly the date is fixed.", tuple(Precision), required=True),
    Column("date_edtf", TEXT, "EDTF", "The same date in EDTF (ISO 8601-2)."),
    Column("title", TEXT, "Title", "The event in a few words."),
    Column("description", TEXT, "Description", "The event in a sentence or two."),
    Column("actors", TEXT, "Actors", "CODE:role pairs, separated by semicolons."),
    Column("persons", TEXT, "Persons", "People named as acting, separated by semicolons."),
    Column("location", TEXT, "Place", "The place as named."),
    Column("country", TEXT, "Country", "ISO 3166-1 alpha-3 code of the place's country."),
    Column("lat", NUMBER, "Latitude", "Degrees north."),
    Column("lon", NUMBER, "Longitude", "Degrees east."),
    Column("quantities", TEXT, "Numbers", "what:side:value triples, separated by semicolons."),
    Column("round", COUNT, "Round", "Number of a round or exchange in its series."),
    Column("claimed_by", TEXT, "Claimed by", "Code of the actor on whose word alone it stands; empty if told as fact."),
    Column("responds_to", TEXT, "Responds to", "Ids of the earlier events that it answers or carries out."),
    Column("source_urls", TEXT, "Sources", "Addresses of the sources, separated by spaces."),
    Column("publisher", TEXT, "Publisher", "Who published the source; several separated by semicolons."),
    Column("sources_confirming", COUNT, "Sources confirming", "How many sources the compiler found to confirm it."),
    Column("note", TEXT, "Note", "What a compiler or editor added."),
    Column("conflict", TEXT, "Conflict", "Slug of the conflict's profile; empty if none."),
    Column("track", TEXT, "Track", "The series that it belongs to."),
    Column("date_text", TEXT, "Words of the date", "The words that fix the date; empty if none."),
    Column("date_basis", TEXT, "Basis of the date", "Where the date comes from; empty if set by hand.", tuple(Basis)),
    Column("quote", TEXT, "Quote", "The first sentence that reports it, verbatim."),
    Column("links", TEXT, "Links", "kind:event_id pairs to other events, separated by semicolons."),
    Column("review_state", TEXT, "Review", "What a person said of it.", tuple(ReviewState), required=True),
    Column("report_count", COUNT, "Reports", "How many articles in the store report it.", required=True),
    Column("origin_count", COUNT, "Origins", "How many independent origins these reports have.", required=True),
    Column("created_at", TIME, "Entered", "When it entered the store (UTC)."),
    Column("changed_at", TIME, "Changed", "When it last changed (UTC)."),
)
"""All columns, in their order."""

_NAMES = [column.name for column in COLUMNS]
_DTYPE = {column.name: column.dtype for column in COLUMNS}


def empty_frame() -> pd.DataFrame:
    """A timeline without events."""
    return pd.DataFrame({column.name: pd.Series(dtype=column.dtype) for column in COLUMNS})


def frame_of(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A checked timeline of ``rows`` (columns missing in a row are empty), by first day, open starts by their end."""
    listed = list(rows)
    return frame_of_columns({name: [row.get(name) for row in listed] for name in _NAMES})


def frame_of_columns(columns: Mapping[str, Sequence[Any] | pd.Series[Any]]) -> pd.DataFrame:
    """A checked timeline of ``columns``, each as long as the timeline; in the order of ``frame_of``.

    A column that has its dtype already is taken as it is.
    """
    return frame_of_pieces([columns])


def frame_of_pieces(pieces: Iterable[Mapping[str, Sequence[Any] | pd.Series[Any]]]) -> pd.DataFrame:
    """The same of columns that come piece by piece: the plain values of a long timeline never stand together."""
    tables = [
        pd.DataFrame({column.name: _typed(columns[column.name], column) for column in COLUMNS}) for columns in pieces
    ]
    return check_frame(_ordered(pd.concat(tables, ignore_index=True) if tables else empty_frame()))


def merged_frame(frame: pd.DataFrame, event_ids: Collection[str], fresh: pd.DataFrame) -> pd.DataFrame:
    """``frame`` with the events of ``event_ids`` replaced by those of ``fresh`` (a timeline of them, or of fewer)."""
    kept = frame.loc[~frame["event_id"].isin(list(event_ids))]
    return _ordered(pd.concat([kept, check_frame(fresh)], ignore_index=True))


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    order = pd.DataFrame({"first": table["date_start"].fillna(table["date_end"]), "last": table["date_end"]})
    order["id"] = table["event_id"]
    places = order.sort_values(["first", "last", "id"], na_position="last").index
    return table.loc[places].reset_index(drop=True)


def values_of(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row of a timeline as plain values: ``date``, ``datetime``, ``str``, ``int``, ``float``, ``None`` if empty."""
    return {name: _plain(name, value) for name, value in row.items()}


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """All rows of a timeline as ``values_of`` gives one, made column by column: for a long one a tenth of the time."""
    columns = [_plain_cells(frame[name], _DTYPE[name]) for name in _NAMES]
    return [dict(zip(_NAMES, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _plain_cells(cells: pd.Series[Any], dtype: str) -> list[Any]:
    if dtype == TEXT:
        return cells.tolist()
    if dtype == DAY:
        return cells.to_numpy(dtype="datetime64[D]").tolist()
    if dtype == TIME:
        return [None if cell is pd.NaT else cell.to_pydatetime() for cell in cells.tolist()]
    return [None if cell is pd.NA else cell for cell in cells.tolist()]


def _plain(name: str, value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    dtype = _DTYPE.get(name, TEXT)
    if dtype == DAY:
        return value.date()
    if dtype == TIME:
        return value.to_pydatetime()
    return {NUMBER: float, COUNT: int}.get(dtype, str)(value)


def _typed(cells: Sequence[Any] | pd.Series[Any], column: Column) -> pd.Series[Any]:
    if isinstance(cells, pd.Series) and str(cells.dtype) == column.dtype:
        return cells
    if column.dtype == TEXT:
        return pd.Series(["" if cell is None or cell is pd.NA else cell for cell in cells], dtype=TEXT).fillna("")
    if column.dtype == DAY:
        return pd.Series(pd.to_datetime(pd.Series(list(cells), dtype="object"))).astype(DAY)
    if column.dtype == TIME:
        return pd.Series(pd.to_datetime(pd.Series(list(cells), dtype="object"), utc=True)).astype(TIME)
    numbers = pd.Series(list(cells), dtype="object")
    return numbers.astype(NUMBER) if column.dtype == NUMBER else numbers.astype(COUNT)


def check_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """``frame`` itself if it is a timeline; else ``RowError`` that names row and column.

    Checked: columns and their order, dtypes, required cells, fixed choices, unique ids, first day not after last.
    """
    if list(frame.columns) != _NAMES:
        odd = sorted(set(frame.columns) ^ set(_NAMES)) or "their order"
        raise RowError(f"These are not the timeline's columns: {odd}.", advice="Build it with frame_of().")
    for column in COLUMNS:
        cells = frame[column.name]
        if str(cells.dtype) != column.dtype:
            raise RowError(f"The column is {cells.dtype}, not {column.dtype}.", field=column.name)
        wrong = _wrong_cells(cells, column)
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            raise RowError(
                f'"{cells.iloc[row]}" cannot stand here.', line=row + 1, field=column.name, advice=column.meaning
            )
    doubled = frame["event_id"].duplicated()
    if doubled.any():
        row = int(doubled.to_numpy().argmax())
        raise RowError(f'The id "{frame["event_id"].iloc[row]}" stands twice.', line=row + 1, field="event_id")
    backwards = (frame["date_start"] > frame["date_end"]).fillna(False)
    if backwards.any():
        row = int(backwards.to_numpy().argmax())
        raise RowError("The first day lies after the last.", line=row + 1, field="date_end")
    return frame


def _wrong_cells(cells: pd.Series[Any], column: Column) -> pd.Series[Any]:
    wrong = cells.isna() if column.required else pd.Series(False, index=cells.index)
    if column.dtype == TEXT:
        wrong |= cells.isna()
        if column.required:
            wrong |= cells == ""
        if column.choices:
            allowed = [str(choice) for choice in column.choices] + ([] if column.required else [""])
            wrong |= ~cells.isin(allowed)
    return wrong
