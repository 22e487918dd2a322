"""The columns of the Events page: what each is called, which are there at first, which can be edited in place."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dashboards import words
from dashboards.components.events_grid import column, title_column, type_column
from dashboards.language import _, direction
from dashboards.table_query import EDITABLE

FIXED = ("date", "title")
"""Columns that are always there."""

SHOWN = ("date", "type", "title", "who", "location", "status", "certainty", "claimed", "review", "sources")
"""Columns that are there until a reader chooses others."""


def columns() -> list[dict[str, Any]]:
    """All columns in their first order."""
    statuses = {"cellEditor": "agSelectCellEditor", "cellEditorParams": {"values": [*words.STATUS.values()]}}
    number = {"type": "numericColumn"}
    return [
        column("date", _("Date"), 190),
        title_column(),
        type_column(),
        column("who", _("Who"), 210),
        column("location", _("Place"), 130),
        column("country", _("Country"), 130),
        column("status", _("Status"), 110, **statuses),
        column("certainty", _("Date known to"), 120),
        column("claimed", _("On whose word"), 130),
        column("round", _("Round"), 90, **number),
        column("track", _("Track"), 140),
        column("sources", _("Sources"), 90, **number, sortable=False),
        column("reports", _("Reports"), 90, **number),
        column("review", _("Review"), 140),
        column("conflict", _("Conflict"), 150),
        column("note", _("Note"), 220),
    ]


def start_side() -> str:
    """The side of the grid on which the reader's lines begin: columns that stay in sight stand there."""
    return "right" if direction() == "rtl" else "left"


def chosen(shown: Collection[str]) -> list[dict[str, Any]]:
    """All columns for the grid, those that are not ``shown`` hidden; a pen marks those that can be edited.

    Widths are those at first only, so that a reader's own stay.
    """
    found = []
    for one in columns():
        editable = one["field"] in EDITABLE
        label = f"{one['headerName']} ✎" if editable else one["headerName"]
        hidden = one["field"] not in FIXED and one["field"] not in shown
        first = {"initialWidth": one.pop("width")}
        found.append(one | first | {"editable": editable, "headerName": label, "hide": hidden})
    return found
