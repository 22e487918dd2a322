"""The table of events: sorted and paged on the server, edited in place through the log, changed many at once.

The bar above filters it like every page; the table has no filters of its own, for the counter and the export could
not show them.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import error_words
from dashboards.components import bulk_change, cell_conflict, events_columns, notices
from dashboards.components.attributes import attributes
from dashboards.components.events_grid import options
from dashboards.components.folded import folded
from dashboards.components.icons import icon
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.filters import read_query
from dashboards.language import N_, _, ngettext, number
from dashboards.pages import Page
from dashboards.table_query import Block, edited, read_block
from tracker.errors import ConflictingEditError, TrackerError
from tracker.models import ReviewState

PAGE = Page(name="events", path="/events", title=N_("Events"), order=20, filtered=True)
REVIEWS: Mapping[str, tuple[str, ReviewState]] = {
    "accept": (N_("Accept"), ReviewState.ACCEPTED),
    "dismiss": (N_("Dismiss"), ReviewState.DISMISSED),
    "propose": (N_("Back to review"), ReviewState.PROPOSED),
}
"""Buttons that review: their label and the state they lead to."""
ON_CHOSEN = (*REVIEWS, "edit", "save")
"""Buttons that wait for chosen events."""


def layout(data: Data) -> Component:
    """The page."""
    how = _(
        "Arrows move, Space chooses, Enter opens the event. F2 or a double click edits where a column has a pen. "
        "A column's heading sorts."
    )
    return html.Div(
        [
            html.Div([html.H1(PAGE.label), html.P(how, className="quiet events-how")], className="page-head"),
            _tools(),
            html.Div(id="events-empty"),
            dag.AgGrid(
                id="events-grid",
                columnDefs=events_columns.chosen(events_columns.SHOWN),
                defaultColDef={"resizable": True, "sortable": True, "suppressMovable": False},
                rowModelType="infinite",
                getRowId="params.data.event_id",
                dashGridOptions=options()
                | {
                    "rowBuffer": 20,
                    "cacheBlockSize": 100,
                    "maxBlocksInCache": 20,
                    "infiniteInitialRowCount": 1,
                    "rowSelection": {"mode": "multiRow", "headerCheckbox": False, "enableClickSelection": False},
                    "selectionColumnDef": {"pinned": events_columns.start_side(), "width": 44, "headerName": "✓"},
                    "singleClickEdit": False,
                    "stopEditingWhenCellsLoseFocus": True,
                },
                className="grid",
                style={"height": "calc(100dvh - 232px)", "minHeight": 360},
            ),
            dcc.Store(id="events-batch"),
            dcc.Store(id="events-all", data=False),
            dcc.Download(id="events-download"),
            bulk_change.layout(),
            cell_conflict.layout(),
        ]
    )


def _tools() -> html.Div:
    labels = {name: _(label) for name, (label, _state) in REVIEWS.items()}
    labels |= {"edit": _("Edit…"), "save": _("Export as CSV")}
    buttons = [
        dmc.Button(label, id=f"events-{name}", size="xs", variant="default", disabled=True)
        for name, label in labels.items()
    ]
    undo = dmc.Button(_("Undo"), id="events-undo", size="xs", variant="filled", display="none")
    why = dmc.TextInput(
        id="events-why",
        placeholder=_("Reason for edits"),
        size="xs",
        className="events-why",
        **attributes(aria_label=_("Reason for edits in the table, kept in the history")),
    )
    return html.Div(
        [
            html.Span(_("None chosen"), id="events-chosen", className="quiet events-chosen", role="status"),
            dmc.Button(_("Choose all"), id="events-choose", size="xs", variant="subtle"),
            *buttons,
            undo,
            html.Div(className="grow"),
            why,
            _column_choice(),
        ],
        className="tools",
        role="group",
        **attributes(aria_label=_("What to do with the chosen events")),
    )


def _column_choice() -> dmc.Popover:
    boxes = [
        dmc.Checkbox(label=one["headerName"], value=one["field"], size="xs", my=6)
        for one in events_columns.columns()
        if one["field"] not in events_columns.FIXED
    ]
    group = dmc.CheckboxGroup(
        boxes,
        id="events-columns",
        label=_("Columns shown"),
        value=[one for one in events_columns.SHOWN if one not in events_columns.FIXED],
        persistence=True,
        persistence_type="local",
    )
    again = dmc.Button(_("Widths and order as at first"), id="events-reset", size="compact-xs", variant="subtle")
    button = dmc.Button(_("Columns"), variant="default", size="xs", leftSection=icon("table"))
    return folded(button, [group, again], _("Columns shown"))


def register(app: Dash, data: Data) -> None:
    """The page's callbacks."""
    _register_rows(app, data)
    _register_edits(app, data)
    _register_chosen(app, data)
    _register_done(app, data)
    bulk_change.register(app, data)
    cell_conflict.register(app, data)


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
        revision = data.revision()
        frame = data.frame(read_query(query or {}))
        return {"rowData": read_block(frame, Block.of(request), revision), "rowCount": len(frame)}

    @app.callback(Output("events-empty", "children"), Input("filter-query", "data"), Input("shell-revision", "data"))
    def nothing(query: Any, _revision: int) -> Any:
        if query is None or len(data.frame(read_query(query))):
            return None
        if len(data.frame()):
            return empty(_("No event meets these conditions."), _("Take a condition away above, or clear the filter."))
        return empty(
            _("The table has no events yet."),
            _("Add one by hand, or paste an article in the inbox."),
            dcc.Link(_("Add an event"), href="/add"),
            dcc.Link(_("Go to the Inbox"), href="/inbox"),
        )

    for name, output, inputs in (
        ("refresh", "data-refreshed", [Input("filter-query", "data"), Input("shell-revision", "data")]),
        ("ready", "data-ready", [Input("events-grid", "getRowsRequest")]),
        ("reset", "data-reset", [Input("events-reset", "n_clicks")]),
    ):
        app.clientside_callback(
            ClientsideFunction("events", name), Output("events-empty", output), *inputs, prevent_initial_call=True
        )

    @app.callback(Output("events-grid", "columnDefs"), Input("events-columns", "value"))
    def choose(shown: list[str] | None) -> Any:
        return events_columns.chosen(shown or ())


def _register_edits(app: Dash, data: Data) -> None:
    @app.callback(
        Output("events-batch", "data"),
        Output("shell-revision", "data", allow_duplicate=True),
        Output("conflict-edit", "data"),
        Input("events-grid", "cellValueChanged"),
        State("events-why", "value"),
        prevent_initial_call=True,
    )
    def edit(changes: Any, why: str | None) -> tuple[Any, Any, Any]:
        if not changes:
            raise PreventUpdate
        batch = 0
        overtaken: Any = no_update
        reason = (why or "").strip() or _("Edited in the table")
        for one in changes if isinstance(changes, list) else [changes]:
            seen = int(one["data"].get("seen") or 0)
            try:
                name, value = edited(one["colId"], one["value"])
                batch = data.change(one["rowId"], {name: value}, why=reason, expected=seen) or batch
            except ConflictingEditError:
                told = {"event_id": one["rowId"], "field": name, "value": value, "why": reason}
                overtaken = told | {"seen": seen, "revision": data.revision()}
            except TrackerError as error:
                said = _("{what} The cell was left as it was.", what=error_words.in_full(error))
                notices.say(said, title=_("Not saved"), tone="error")
        if batch:
            notices.say(_("Saved, and written in the event's history."))
        done = {"batch": batch, "did": _("the edit")} if batch else no_update
        return done, data.revision(), overtaken  # told even if nothing was written, so that the table is read again


def _register_chosen(app: Dash, data: Data) -> None:
    @app.callback(
        Output("events-all", "data"),
        Output("events-grid", "selectedRows"),
        Input("events-choose", "n_clicks"),
        Input("filter-query", "data"),
        State("events-all", "data"),
        State("events-grid", "selectedRows"),
        prevent_initial_call=True,
    )
    def choose_all(_clicks: int | None, _query: Any, everything: bool, rows: Any) -> tuple[Any, Any]:
        """All of the filter, or none if any is chosen; another filter lets go of all."""
        if ctx.triggered_id == "filter-query":
            return False, ([] if everything else no_update)
        chosen = bool(everything or _ids(rows))
        return not chosen, []

    @app.callback(
        Output("events-chosen", "children"),
        Output("events-choose", "children"),
        Output("events-grid", "className"),
        *[Output(f"events-{name}", "disabled") for name in ON_CHOSEN],
        Input("events-grid", "selectedRows"),
        Input("events-all", "data"),
        Input("shell-revision", "data"),
        State("filter-query", "data"),
    )
    def chosen(rows: Any, everything: bool, _revision: int, query: Any) -> tuple[Any, ...]:
        count = len(data.frame(read_query(query or {}))) if everything else len(_ids(rows))
        says = _("None chosen")
        if count:
            says = _("All {count} chosen", count=number(count)) if everything else _chosen_in_words(count)
        label = _("Choose none") if count else _("Choose all")
        return says, label, "grid all-chosen" if everything else "grid", *([not count] * len(ON_CHOSEN))

    @app.callback(
        Output("bulk-asked", "data"),
        *[Input(f"events-{name}", "n_clicks") for name in (*REVIEWS, "edit")],
        State("events-grid", "selectedRows"),
        State("events-all", "data"),
        State("filter-query", "data"),
        prevent_initial_call=True,
    )
    def ask(*given: Any) -> Any:
        rows, everything, query = given[-3:]
        name = str(ctx.triggered_id).removeprefix("events-")
        if not ctx.triggered[0]["value"] or not (everything or _ids(rows)):
            raise PreventUpdate
        meant = {"query": query or {}} if everything else {"ids": _ids(rows)}
        state = REVIEWS[name][1].value if name in REVIEWS else ""
        return {**meant, "state": state, "press": ctx.triggered[0]["value"]}


def _register_done(app: Dash, data: Data) -> None:
    @app.callback(Output("events-undo", "children"), Output("events-undo", "display"), Input("events-batch", "data"))
    def offer(batch: Any) -> tuple[Any, str]:
        return (_("Undo: {what}", what=batch["did"]), "inline-block") if batch else (no_update, "none")

    @app.callback(
        Output("events-batch", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Input("events-undo", "n_clicks"),
        State("events-batch", "data"),
        prevent_initial_call=True,
    )
    def undo(clicks: int | None, batch: Any) -> tuple[Any, Any]:
        if not clicks or not batch:
            raise PreventUpdate
        data.undo(batch["batch"], why=_("Undone in the table"))
        notices.say(_("Taken back: {what}.", what=batch["did"]))
        return None, data.revision()

    @app.callback(
        Output("events-download", "data"),
        Input("events-save", "n_clicks"),
        State("events-grid", "selectedRows"),
        State("events-all", "data"),
        State("filter-query", "data"),
        prevent_initial_call=True,
    )
    def save(clicks: int | None, rows: Any, everything: bool, query: Any) -> Any:
        if not clicks or not (everything or _ids(rows)):
            raise PreventUpdate
        if everything:
            content, mime, suffix = data.export("csv", read_query(query or {}))
        else:
            content, mime, suffix = data.export_events("csv", _ids(rows))
        return {
            "content": base64.b64encode(content).decode("ascii"),
            "base64": True,
            "filename": f"timeline-chosen-{data.today().isoformat()}{suffix}",
            "type": mime,
        }


def _chosen_in_words(count: int) -> str:
    return ngettext("{count} chosen", "{count} chosen", count)


def _ids(rows: Any) -> list[str]:
    """The ids of the chosen rows."""
    return [row["event_id"] for row in rows if row] if isinstance(rows, list) else []
