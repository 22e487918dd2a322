"""Ids of the form's fields and rows: patterns, so that one callback reads and marks all of them."""

from __future__ import annotations

from typing import Any

Id = dict[str, Any]


def field_id(name: Any) -> Id:
    """The id of the field called ``name``."""
    return {"type": "add-field", "index": name}


def row_id(rows: Any, part: Any, number: Any) -> Id:
    """The id of one part (``value``) of one row (0, 1 ...) of ``rows`` (``numbers`` or ``links``)."""
    return {"type": "add-row", "rows": rows, "part": part, "index": number}


def remove_id(rows: Any, number: Any) -> Id:
    """The id of the button that takes a row away."""
    return {"type": "add-remove", "rows": rows, "index": number}


def more_id(rows: Any) -> Id:
    """The id of the button that adds a row."""
    return {"type": "add-more", "rows": rows}


def rows_id(rows: Any) -> Id:
    """The id of the element that holds the rows."""
    return {"type": "add-rows", "rows": rows}
