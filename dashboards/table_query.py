"""Rows for the Events table: one block at a time, sorted on the server, so that a million events scroll like ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboards import words
from dashboards.event_rows import rows_of
from tracker.resources import event_types

SORTED_BY: Mapping[str, str] = {
    "date": "date_start",
    "type": "event_type",
    "title": "title",
    "who": "actors",
    "location": "location",
    "country": "country",
    "status": "status",
    "certainty": "date_precision",
    "claimed": "claimed_by",
    "round": "round",
    "track": "track",
    "reports": "report_count",
    "review": "review_state",
    "conflict": "conflict",
    "note": "note",
}
"""The frame's column that a column of the table sorts by."""

EDITABLE: Mapping[str, str] = {
    "title": "title",
    "status": "status",
    "location": "location",
    "round": "round",
    "track": "track",
    "note": "note",
}
"""Fields that may be changed in the table: those that stand alone. The others are changed in the form."""

LARGEST_BLOCK = 1_000


@dataclass(frozen=True, slots=True)
class Block:
    """Rows ``start`` to ``end`` (exclusive) in an order: pairs of a table's column and ``asc`` or ``desc``."""

    start: int
    end: int
    order: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, request: Mapping[str, Any]) -> Block:
        """What the grid asks for; columns that cannot be sorted by are left out."""
        start = max(0, int(request.get("startRow") or 0))
        end = min(start + LARGEST_BLOCK, max(start, int(request.get("endRow") or 0)))
        order = tuple(
            (one["colId"], one["sort"])
            for one in request.get("sortModel") or ()
            if one.get("colId") in SORTED_BY and one.get("sort") in ("asc", "desc")
        )
        return cls(start, end, order)


def read_block(frame: pd.DataFrame, block: Block, revision: int = 0) -> list[dict[str, Any]]:
    """The rows of a block as the table shows them; ``seen`` tells each at which ``revision`` it was read."""
    rows = rows_of(ordered(frame, block.order).iloc[block.start : block.end])
    return [row | {"seen": revision} for row in rows]


def ordered(frame: pd.DataFrame, order: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """``frame`` sorted by columns of the table, ties and no order at all by time; empty cells last."""
    if not order:
        return frame
    keys = pd.DataFrame({column: _key(frame, column) for column, _way in order}, index=frame.index)
    names, ways = [column for column, _way in order], [way == "asc" for _column, way in order]
    return frame.loc[keys.sort_values(names, ascending=ways, kind="stable", na_position="last").index]


def _key(frame: pd.DataFrame, column: str) -> pd.Series[Any]:
    if column == "date":
        return frame["date_start"].fillna(frame["date_end"])
    cells = frame[SORTED_BY[column]]
    if column == "type":
        return cells.map({name: one.label for name, one in event_types().items()})
    if column == "country":
        return cells.map({code: words.country_name(code).casefold() for code in cells.unique() if code})
    if pd.api.types.is_string_dtype(cells):
        folded = cells.str.casefold()
        return folded.where(folded != "", None)
    return cells


def edited(column: str, value: Any) -> tuple[str, Any]:
    """The frame's column and value for what was typed into a cell; labels become codes again.

    Raises ``KeyError`` for a column that cannot be edited.
    """
    name = EDITABLE[column]
    if name == "status":
        codes = {label: code for code, label in words.STATUS.items()}
        return name, str(codes.get(value, value))
    if name == "round":
        text = str(value if value is not None else "").strip()
        return name, (int(text) if text.isdecimal() else text or None)
    return name, str(value or "").strip()
