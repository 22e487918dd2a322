"""A cell that somebody else changed meanwhile: nothing is written until the reader has chosen whose value stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_entry, data_table, error_words, words
from dashboards.components import notices
from dashboards.components.change_words import change_in_words, value_in_words
from dashboards.data import Data
from dashboards.language import _, moment
from tracker.errors import ConflictingEditError, TrackerError


def layout() -> Component:
    """The dialog, closed, and the edit that it asks about."""
    return html.Div(
        [
            dcc.Store(id="conflict-edit"),
            dmc.Modal(
                [
                    html.Div(id="conflict-body", className="conflict"),
                    html.Div(
                        [
                            dmc.Button(_("Keep theirs"), id="conflict-theirs"),
                            dmc.Button(_("Write mine over it"), id="conflict-mine", variant="default"),
                            html.A(
                                _("Look at the event"),
                                id="conflict-look",
                                target="_blank",
                                className="button-link",
                            ),
                        ],
                        className="form-buttons",
                    ),
                ],
                id="conflict-dialog",
                title=_("Somebody changed this event meanwhile"),
                size="lg",
                zIndex=600,
                closeButtonProps={"aria-label": _("Close")},
            ),
        ]
    )


def question(data: Data, edit: Mapping[str, Any]) -> list[Component]:
    """What others wrote since the reader saw the event, and the two values to choose from."""
    event = data.event(edit["event_id"])
    field = edit["field"]
    others = [
        html.Li([f"{change.by}, {moment(change.at)}: ", *said])
        for change in data_table.changes_since(data, edit["event_id"], edit["seen"])
        if (said := change_in_words(change, lambda name: data_entry.title(data, name)))
    ]
    values = [
        (_("It stands now as"), event[field]),
        (_("You wanted"), edit["value"]),
    ]
    return [
        html.P(_("Nothing is written yet. In “{title}” was written meanwhile:", title=words.event_title(event))),
        html.Ul(others),
        html.P(html.Strong(words.column_label(field))),
        html.Dl(
            [
                html.Div([html.Dt(label), html.Dd(value_in_words(field, value))], className="fact")
                for label, value in values
            ],
            className="facts",
        ),
    ]


def register(app: Dash, data: Data) -> None:
    """Asks when there is an edit to ask about, and does what is chosen."""

    @app.callback(
        Output("conflict-dialog", "opened"),
        Output("conflict-body", "children"),
        Output("conflict-look", "href"),
        Input("conflict-edit", "data"),
        prevent_initial_call=True,
    )
    def ask(edit: Mapping[str, Any] | None) -> tuple[Any, Any, Any]:
        if not edit:
            return False, no_update, no_update
        return True, question(data, edit), f"/event/{quote(edit['event_id'])}"

    @app.callback(
        Output("conflict-edit", "data", allow_duplicate=True),
        Output("events-batch", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Input("conflict-theirs", "n_clicks"),
        Input("conflict-mine", "n_clicks"),
        State("conflict-edit", "data"),
        prevent_initial_call=True,
    )
    def choose(_theirs: int | None, _mine: int | None, edit: Mapping[str, Any] | None) -> tuple[Any, Any, Any]:
        if not edit or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        if ctx.triggered_id == "conflict-theirs":
            notices.say(_("Left as the others wrote it."))
            return None, no_update, data.revision()
        try:
            batch = data.change(
                edit["event_id"], {edit["field"]: edit["value"]}, why=edit["why"], expected=edit["revision"]
            )
        except ConflictingEditError:
            return {**edit, "revision": data.revision()}, no_update, data.revision()
        except TrackerError as error:
            notices.say(error_words.in_full(error), title=_("Not saved"), tone="error")
            return None, no_update, data.revision()
        notices.say(_("Yours is saved; the history keeps both."))
        return None, ({"batch": batch, "did": _("the edit")} if batch else no_update), data.revision()
