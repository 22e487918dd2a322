"""Views in the filter bar: filters that have a name, for everybody who opens the store.

A view is a link to the page one is on, with its filter in the address; saving, renaming and deleting go through the
log, and each can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_views, error_words
from dashboards.components import filter_words, notices
from dashboards.components.attributes import attributes
from dashboards.components.folded import folded
from dashboards.components.icons import icon
from dashboards.data import Data
from dashboards.filters import read_query, write_search
from dashboards.language import _
from tracker.errors import RowError, TrackerError
from tracker.models import View


def layout() -> dmc.Popover:
    """The button and what folds out of it."""
    button = dmc.Button(
        _("Views"),
        id="views-open",
        variant="default",
        size="xs",
        leftSection=icon("bookmark"),
        **attributes(aria_haspopup="true"),
    )
    content = [
        dcc.Store(id="views-renamed"),
        dcc.Store(id="views-given"),
        html.Div(id="views-list"),
        html.Div(
            [
                dmc.TextInput(id="views-name", label=_("Save this filter as"), size="xs", n_submit=0),
                dmc.Button(_("Save"), id="views-save", size="xs"),
            ],
            className="views-form",
        ),
    ]
    return folded(
        button, content, _("Saved views"), position="bottom-start", className="views", width=320, keepMounted=True
    )


def _row(one: View, active: bool) -> html.Li:
    link = dcc.Link(one.name, href=write_search(one.query) or "?", className="view-link", title=in_words(one.query))
    rename = _small("edit", _("Rename {name}", name=one.name), {"type": "view-rename", "index": one.id})
    remove = _small("close", _("Delete {name}", name=one.name), {"type": "view-remove", "index": one.id})
    return html.Li([link, rename, remove], **attributes(aria_current="true" if active else None))


def _small(picture: str, label: str, name: dict[str, str]) -> html.Button:
    return html.Button(
        icon(picture), id=name, type="button", title=label, className="view-button", **attributes(aria_label=label)
    )


def in_words(query: Mapping[str, str]) -> str:
    """The conditions of a view, for those who hover over it."""
    try:
        said = [words for _name, _value, words in filter_words.conditions(read_query(query))]
    except TrackerError as error:
        return error_words.in_full(error)
    return "; ".join(said) or _("Every event")


def listed(data: Data, query: Mapping[str, str]) -> tuple[Component, str]:
    """The views that there are, and the name of the one that ``query`` is."""
    known = data_views.views(data)
    active = data_views.view_of(data, query)
    rows: list[Component] = [_row(one, active is not None and one.id == active.id) for one in known]
    if not rows:
        return html.P(_("No view is saved yet. A view is a filter with a name."), className="quiet"), _("Views")
    shown = html.Ul(rows, className="views-rows", **attributes(aria_label=_("Saved views")))
    return shown, active.name if active else _("Views")


def register(app: Dash, data: Data) -> None:
    """The callbacks: what the buttons do."""

    @app.callback(
        Output("views-renamed", "data"),
        Output("views-name", "value"),
        Output("views-name", "label"),
        Input({"type": "view-rename", "index": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def start_renaming(clicks: list[int | None]) -> tuple[Any, Any, Any]:
        if not any(clicks) or not ctx.triggered_id:
            raise PreventUpdate
        one = data_views.view(data, ctx.triggered_id["index"])
        if one is None:
            raise PreventUpdate
        return one.id, one.name, _("New name of {name}", name=one.name)

    _register_writing(app, data)


def _register_writing(app: Dash, data: Data) -> None:
    app.clientside_callback(
        ClientsideFunction("views", "name"),
        Output("views-given", "data"),
        Input("views-save", "n_clicks"),
        Input("views-name", "n_submit"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("shell-revision", "data", allow_duplicate=True),
        Output("views-renamed", "data", allow_duplicate=True),
        Output("views-name", "value", allow_duplicate=True),
        Output("views-name", "label", allow_duplicate=True),
        Output("views-name", "error"),
        Input("views-given", "data"),
        State("views-renamed", "data"),
        State("filter-query", "data"),
        prevent_initial_call=True,
    )
    def save(given: dict[str, Any] | None, renamed: str | None, query: Any) -> tuple[Any, ...]:
        if given is None or query is None:
            raise PreventUpdate
        name = str(given["name"])
        try:
            batch = data_views.rename(data, renamed, name) if renamed else data_views.save(data, name, query)
        except RowError as error:
            return no_update, no_update, no_update, no_update, error_words.sentence_and_advice(error)
        said = _("The view is renamed.") if renamed else _("The view “{name}” is saved.", name=name.strip())
        notices.say(said if batch else _("The view is as it was."), undo=batch)
        return data.revision(), None, "", _("Save this filter as"), None

    @app.callback(
        Output("shell-revision", "data", allow_duplicate=True),
        Input({"type": "view-remove", "index": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def remove(clicks: list[int | None]) -> int:
        if not any(clicks) or not ctx.triggered_id:
            raise PreventUpdate
        one = data_views.view(data, ctx.triggered_id["index"])
        if one is not None:
            batch = data_views.remove(data, one.id)
            notices.say(_("The view “{name}” is deleted.", name=one.name), undo=batch)
        return data.revision()
