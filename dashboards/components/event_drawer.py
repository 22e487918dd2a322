"""The drawer that opens beside any page when an event is chosen: what happened, and on which evidence."""

from __future__ import annotations

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, ctx, dcc, html, no_update

from dashboards import error_words
from dashboards.components import event_summary
from dashboards.components.attributes import attributes
from dashboards.components.side_drawer import side_drawer
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.language import _
from tracker.errors import NotFoundError


def layout() -> html.Aside:
    """The drawer, closed. It is opened by an event's id in the store ``shell-selected``."""
    drawer = side_drawer(
        "drawer-frame",
        "drawer-body",
        "drawer-title",
        close=_("Close the event"),
        level=300,
        withinPortal=False,  # inside the landmark, so that its head is no second banner of the page
    )
    return html.Aside(drawer, **attributes(aria_label=_("The chosen event")))


def register(app: Dash, data: Data) -> None:
    """Fills and opens the drawer when an event is chosen; forgets the choice when it is closed."""
    app.clientside_callback(
        ClientsideFunction("shell", "selected"), Output("drawer-body", "data-event"), Input("shell-selected", "data")
    )

    @app.callback(
        Output("shell-selected", "data", allow_duplicate=True),
        Input({"type": "drawer-link", "event": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def follow(clicks: list[int]) -> Any:
        return ctx.triggered_id["event"] if any(clicks) else no_update

    @app.callback(
        Output("drawer-frame", "opened"),
        Output("drawer-body", "children"),
        Output("drawer-title", "children"),
        Output("shell-selected", "data"),
        Input("shell-selected", "data"),
        Input("drawer-frame", "opened"),
        Input("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def show(event_id: str | None, opened: bool, _revision: int) -> tuple[Any, Any, Any, Any]:
        if ctx.triggered_id == "drawer-frame":
            return no_update, no_update, no_update, (no_update if opened else None)
        if not event_id:
            return False, no_update, no_update, no_update
        if ctx.triggered_id == "shell-revision" and not opened:
            return no_update, no_update, no_update, no_update
        try:
            event = data.event(event_id)
        except NotFoundError as error:
            way = dcc.Link(_("Go to the timeline"), href="/")
            said = empty(error_words.said(error.sentence), error_words.said(error.advice), way)
            return True, said, _("Event"), no_update
        return True, event_summary.layout(data, event), event_summary.heading(event), no_update
