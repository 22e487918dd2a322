"""Tables of events: columns, look and words shared by the Events page and the table twins of charts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_ag_grid as dag
import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboards.components.grid_words import GRID_WORDS
from dashboards.event_rows import rows_of
from dashboards.language import _, direction, number

MOST_ROWS = 5_000
"""Rows of a table twin; more are on the Events page."""

OPTIONS: dict[str, Any] = {
    "animateRows": False,
    "rowHeight": 36,
    "headerHeight": 36,
    "enableCellTextSelection": True,
    "ensureDomOrder": True,
    "suppressColumnVirtualisation": True,
    "tabToNextCell": {"function": "tabOut(params)"},
}
"""Grid options of every table. The paid modules are never switched on."""

THEME = {
    "function": "themeQuartz.withParams({"
    "backgroundColor: 'var(--page)', foregroundColor: 'var(--text)', headerBackgroundColor: 'var(--page)', "
    "headerTextColor: 'var(--quiet)', borderColor: 'var(--line)', rowHoverColor: 'var(--wash)', "
    "selectedRowBackgroundColor: 'var(--wash)', accentColor: 'var(--text)', chromeBackgroundColor: 'var(--page)', "
    "fontFamily: 'inherit', fontSize: 14, headerFontSize: 12, headerFontWeight: 600, wrapperBorder: false, "
    "wrapperBorderRadius: 0, cellHorizontalPadding: 8, spacing: 4, checkboxUncheckedBorderColor: 'var(--quiet)', "
    "inputFocusBorder: '2px solid var(--focus)', rangeSelectionBorderColor: 'var(--focus)'})"
}
"""The page's own colours as the grid's, by the variables of ``assets/style.css``, so that the theme switch holds."""

OPTIONS["theme"] = THEME


def options(**more: Any) -> dict[str, Any]:
    """The options of a table in the reader's language, with ``more`` of its own."""
    return OPTIONS | {"localeText": dict(GRID_WORDS), "enableRtl": direction() == "rtl"} | more


def column(field: str, label: str, width: int, **more: Any) -> dict[str, Any]:
    """A column of the grid."""
    return {"field": field, "headerName": label, "width": width, "tooltipField": field, **more}


def type_column() -> dict[str, Any]:
    """The type with its group's shape and colour."""
    return column("type", _("Type"), 190, cellRenderer="EventType")


def title_column() -> dict[str, Any]:
    """The title, which opens the event, by Enter too."""
    keys = {"function": "openOnEnter(params)"}
    return column("title", _("Title"), 360, flex=1, minWidth=350, cellRenderer="EventTitle", suppressKeyboardEvent=keys)


def twin_columns() -> list[dict[str, Any]]:
    """The columns of a chart's table twin."""
    return [
        column("date", _("Date"), 190, sortable=False),
        column("lanes", _("Lane"), 170),
        type_column(),
        title_column(),
        column("who", _("Who"), 220),
        column("certainty", _("Date known to"), 130),
        column("status", _("Status"), 110),
        column("claimed", _("On whose word"), 140),
    ]


def twin(frame: pd.DataFrame, lanes: Mapping[str, str], count: int) -> Component:
    """The table of what the timeline shows: the first of ``count`` events; ``lanes`` says by id where each is drawn."""
    rows = [row | {"lanes": lanes[row["event_id"]]} for row in rows_of(frame) if row["event_id"] in lanes]
    more = (
        _("The first {count} are listed; the page Events has them all.", count=number(MOST_ROWS))
        if count > MOST_ROWS
        else ""
    )
    grid = dag.AgGrid(
        id="timeline-grid",
        rowData=rows,
        columnDefs=twin_columns(),
        defaultColDef={"resizable": True, "sortable": True},
        getRowId="params.data.event_id",
        dashGridOptions=options(),
        className="grid",
        style={"height": "calc(100vh - 260px)", "minHeight": 320},
    )
    return html.Div([html.P(more, className="quiet twin-head", hidden=not more), grid])
