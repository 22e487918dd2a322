"""The dialog that closes an entry of the ledger by hand."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html

from dashboards.components.attributes import attributes
from dashboards.language import _


def dialog() -> dmc.Modal:
    """The dialog, closed: what is closed, by which event if one does, and why."""
    return dmc.Modal(
        [
            html.P(id="open-dialog-says", className="open-dialog-says"),
            html.Div(
                dmc.Select(
                    id="open-dialog-answer",
                    label=_("Event that closes it, if the timeline has it"),
                    placeholder=_("None: close it by the reason alone"),
                    searchable=True,
                    clearable=True,
                    nothingFoundMessage=_("No such event"),
                    maxDropdownHeight=240,
                    comboboxProps={"zIndex": 600},
                    size="sm",
                ),
                id="open-dialog-events",
            ),
            dmc.TextInput(
                id="open-dialog-reason",
                label=_("Why it is closed"),
                placeholder=_("For example: withdrawn by letter, seen by the mission"),
                size="sm",
                n_submit=0,
                debounce=False,
                value="",
                **attributes(data_autofocus="true"),
            ),
            html.P(id="open-dialog-how", className="quiet open-dialog-how"),
            html.Div(
                [
                    dmc.Button(_("Close it"), id="open-dialog-do", size="sm"),
                    dmc.Button(_("Leave it open"), id="open-dialog-leave", size="sm", variant="default"),
                ],
                className="form-buttons",
            ),
            dcc.Store(id="open-dialog-key"),
            dcc.Store(id="open-dialog-sent"),
        ],
        id="open-dialog",
        opened=False,
        title=_("Close by hand"),
        size=520,
        zIndex=500,
        closeButtonProps={"aria-label": _("Leave it open")},
        returnFocus=True,
    )
