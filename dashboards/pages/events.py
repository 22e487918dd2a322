"""The table of events: sorted and paged on the server, edited in place through the log, reviewed many at once.

The bar above filters it like every page; the table has no filters of its own, for the counter and the export could
not show them.
"""

from __future__ import annotations

import base64
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboards import words
from dashboards.components import notices
from dashboards.components.attributes import attributes
from dashboards.components.events_grid import OPTIONS, column, title_column, type_column
from dashboards.components.icons import icon
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.filters import read_query
from dashboards.language import N_
from dashboards.pages import Page
from dashboards.table_query import EDITABLE, Block, edited, read_block
from tracker.errors import ConflictingEditError, TrackerError
from tracker.models import ReviewState

PAGE = Page(name="events", path="/events", title=N_("Events"), order=20, filtered=True)

STATUSES = [*words.STATUS.values()]
COLUMNS = [
    column("date", "Date", 216),
    title_column() | {"suppressKeyboardEvent": {"function": "openOnEnter(params)"}},
    type_column(),
    column("who", "Who", 240),
    column("location", "Place", 130),
    column("country", "Country", 130),
    column(
        "status", "Status", 110, cellEditor="agSelectCellEditor", cellEditorParams={"values": [*words.STATUS.values()]}
    ),
    column("certainty", "Date known to", 120),
    column("claimed", "On whose word", 130),
    column("round", "Round", 80, type="numericColumn"),
    column("track", "Track", 140),
    column("sources", "Sources", 90, type="numericColumn", sortable=False),
    column("reports", "Reports", 90, type="numericColumn"),
    column("review", "Review", 140),
    column("conflict", "Conflict", 150),
    column("note", "Note", 220),
]
FIXED = ("date", "title")
"""Columns that are always there."""

SHOWN = ("date", "type", "title", "who", "location", "status", "certainty", "claimed", "review", "sources")
"""Columns that are there until a reader chooses others."""


def layout(data: Data) -> Component:
    """The page."""
    return html.Div(
        [
            html.Div([html.H1(PAGE.label), html.P(_how(), className="quiet")], className="page-head"),
            _tools(),
            html.Div(id="events-empty"),
            dag.AgGrid(
                id="events-grid",
                columnDefs=_columns(SHOWN),
                defaultColDef={"resizable": True, "sortable": True, "suppressMovable": False},
                rowModelType="infinite",
                getRowId="params.data.event_id",
                dashGridOptions=OPTIONS
                | {
                    "rowBuffer": 20,
                    "cacheBlockSize": 100,
                    "maxBlocksInCache": 20,
                    "infiniteInitialRowCount": 1,
                    "rowSelection": {"mode": "multiRow", "headerCheckbox": False, "enableClickSelection": False},
                    "selectionColumnDef": {"pinned": "left", "width": 44},
                    "singleClickEdit": False,
                    "stopEditingWhenCellsLoseFocus": True,
                },
                className="grid",
                style={"height": "calc(100dvh - 232px)", "minHeight": 360},
            ),
            dcc.Store(id="events-batch"),
            dcc.Download(id="events-download"),
        ]
    )


def _how() -> str:
    return "Double-click or F2 edits a cell with a pen in its heading; Enter on a title opens the event."


def _tools() -> html.Div:
    buttons = [
        dmc.Button(label, id=f"events-{name}", size="xs", variant="default", disabled=True)
        for name, label in (
            ("accept", "Accept"),
            ("dismiss", "Dismiss"),
            ("propose", "Back to review"),
            ("save", "Export chosen as CSV"),
        )
    ]
    choice = dmc.Popover(
        [
            dmc.PopoverTarget(dmc.Button("Columns", variant="default", size="xs", leftSection=icon("table"))),
            dmc.PopoverDropdown(
                dmc.CheckboxGroup(
                    [
                        dmc.Checkbox(label=one["headerName"], value=one["field"], size="xs", my=6)
                        for one in COLUMNS
                        if one["field"] not in FIXED
                    ],
                    id="events-columns",
                    label="Columns shown",
                    value=[one for one in SHOWN if one not in FIXED],
                    persistence=True,
                    persistence_type="local",
                )
            ),
        ],
        position="bottom-end",
        withRoles=False,
        trapFocus=True,
        returnFocus=True,
        zIndex=400,
    )
    undo = dmc.Button("Undo", id="events-undo", size="xs", variant="filled", display="none")
    chosen = html.Span("None chosen", id="events-chosen", className="quiet events-chosen", role="status")
    return html.Div(
        [chosen, *buttons, undo, html.Div(className="grow"), choice],
        className="tools",
        role="group",
        **attributes(aria_label="What to do with the chosen events"),
    )


def _columns(shown: Any) -> list[dict[str, Any]]:
    found = []
    for one in COLUMNS:
        editable = one["field"] in EDITABLE
        label = f"{one['headerName']} ✎" if editable else one["headerName"]
        hidden = one["field"] not in FIXED and one["field"] not in shown
        found.append(one | {"editable": editable, "headerName": label, "hide": hidden})
    return found


def register(app: Dash, data: Data) -> None:
    """The page's callbacks."""
    _register_rows(app, data)
    _register_edits(app, data)
    _register_chosen(app, data)


def _register_rows(app: Dash, data: Data) -> None:
    @app.callback(
        Output("events-grid", "getRowsResponse"),
        Input("events-grid", "getRowsRequest"),
        State("filter-query", "data"),
        prevent_initial_call=True,
    )
    def rows(request: Any, query: Any) -> Any:
        if request is None:
            return no_update
        frame = data.frame(read_query(query or {}))
        return {"rowData": read_block(frame, Block.of(request)), "rowCount": len(frame)}

    @app.callback(Output("events-empty", "children"), Input("filter-query", "data"), Input("shell-revision", "data"))
    def nothing(query: Any, _revision: int) -> Any:
        if query is None or len(data.frame(read_query(query))):
            return None
        if len(data.frame()):
            return empty("No event meets these conditions.", "Take a condition away above, or clear the filter.")
        return empty("The table has no events yet.", "Add one by hand, or paste an article in the inbox.")

    app.clientside_callback(
        ClientsideFunction("events", "refresh"),
        Output("events-empty", "data-refreshed"),
        Input("filter-query", "data"),
        Input("shell-revision", "data"),
        prevent_initial_call=True,
    )

    @app.callback(Output("events-grid", "columnDefs"), Input("events-columns", "value"))
    def choose(shown: list[str] | None) -> Any:
        return _columns(shown or ())


def _register_edits(app: Dash, data: Data) -> None:
    @app.callback(
        Output("events-batch", "data"),
        Output("shell-revision", "data", allow_duplicate=True),
        Input("events-grid", "cellValueChanged"),
        State("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def edit(changes: Any, seen: int) -> tuple[Any, Any]:
        if not changes:
            return no_update, no_update
        batch = 0
        for one in changes if isinstance(changes, list) else [changes]:
            try:
                name, value = edited(one["colId"], one["value"])
                batch = data.change(one["rowId"], {name: value}, why="Edited in the table", expected=seen) or batch
            except ConflictingEditError as error:
                notices.say(f"{error.sentence} The table now shows it as it is.", title="Not saved", tone="warning")
            except TrackerError as error:
                notices.say(f"{error} The cell was left as it was.", title="Not saved", tone="error")
        if batch:
            notices.say("Saved, and written in the event's history.")
        return ({"batch": batch, "did": "the edit"} if batch else no_update), _fresh(data)


def _fresh(data: Data) -> int:
    """The revision, told even if nothing was written, so that the table is read again."""
    return data.revision()


def _register_chosen(app: Dash, data: Data) -> None:
    @app.callback(
        Output("events-chosen", "children"),
        *[Output(f"events-{name}", "disabled") for name in ("accept", "dismiss", "propose", "save")],
        Input("events-grid", "selectedRows"),
    )
    def chosen(rows: Any) -> tuple[Any, ...]:
        count = len(_ids(rows))
        says = f"{count:,} chosen" if count else "None chosen"
        return says, *([not count] * 4)

    for name, state, did in (
        ("accept", ReviewState.ACCEPTED, "accepted"),
        ("dismiss", ReviewState.DISMISSED, "dismissed"),
        ("propose", ReviewState.PROPOSED, "put back for review"),
    ):
        _register_review(app, data, name, state, did)

    @app.callback(Output("events-undo", "children"), Output("events-undo", "display"), Input("events-batch", "data"))
    def offer(batch: Any) -> tuple[Any, str]:
        return (f"Undo {batch['did']}", "inline-block") if batch else (no_update, "none")

    @app.callback(
        Output("events-batch", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Input("events-undo", "n_clicks"),
        State("events-batch", "data"),
        prevent_initial_call=True,
    )
    def undo(clicks: int | None, batch: Any) -> tuple[Any, Any]:
        if not clicks or not batch:
            return no_update, no_update
        data.undo(batch["batch"], why="Undone in the table")
        notices.say(f"Took {batch['did']} back.")
        return None, data.revision()

    @app.callback(
        Output("events-download", "data"),
        Input("events-save", "n_clicks"),
        State("events-grid", "selectedRows"),
        prevent_initial_call=True,
    )
    def save(clicks: int | None, rows: Any) -> Any:
        if not clicks or not _ids(rows):
            return no_update
        content, mime, suffix = data.export_events("csv", _ids(rows))
        return {
            "content": base64.b64encode(content).decode("ascii"),
            "base64": True,
            "filename": f"timeline-chosen-{data.today().isoformat()}{suffix}",
            "type": mime,
        }


def _register_review(app: Dash, data: Data, name: str, state: ReviewState, did: str) -> None:
    @app.callback(
        Output("events-batch", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Output("events-grid", "selectedRows", allow_duplicate=True),
        Input(f"events-{name}", "n_clicks"),
        State("events-grid", "selectedRows"),
        prevent_initial_call=True,
    )
    def review(clicks: int | None, rows: Any) -> tuple[Any, Any, Any]:
        ids = _ids(rows)
        if not clicks or not ids:
            return no_update, no_update, no_update
        batch = data.review(ids, state)
        said = f"{len(ids):,} {'event' if len(ids) == 1 else 'events'} {did}"
        notices.say(f"{said}." if batch else f"Nothing changed: they were {did} already.")
        return ({"batch": batch, "did": said} if batch else no_update), data.revision(), []


def _ids(rows: Any) -> list[str]:
    """The ids of the chosen rows."""
    return [row["event_id"] for row in rows if row] if isinstance(rows, list) else []
