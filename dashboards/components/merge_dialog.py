"""The dialog that merges a proposal with a known event."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html

from dashboards.components.attributes import attributes
from dashboards.language import _


def dialog() -> dmc.Modal:
    """The dialog, closed: which proposal, and the event that it is."""
    return dmc.Modal(
        [
            html.P(id="review-merge-says"),
            dmc.Select(
                id="review-merge-into",
                label=_("The known event"),
                placeholder=_("Search by words of its title"),
                nothingFoundMessage=_("No event has these words."),
                searchable=True,
                clearable=True,
                openOnFocus=False,
                maxDropdownHeight=240,
                comboboxProps={"zIndex": 600},
                filter={"function": "everyWord"},
                size="sm",
                **attributes(data_autofocus="true"),
            ),
            html.P(
                _("What the known event says stays; the report stands behind it from then on. It can be undone."),
                className="quiet open-dialog-how",
            ),
            html.Div(
                [
                    dmc.Button(_("Merge"), id="review-merge-do", size="sm"),
                    dmc.Button(_("Leave it"), id="review-merge-leave", size="sm", variant="default"),
                ],
                className="form-buttons",
            ),
            dcc.Store(id="review-merge-what"),
        ],
        id="review-merge-dialog",
        opened=False,
        title=_("Merge with a known event"),
        size=560,
        zIndex=500,
        closeButtonProps={"aria-label": _("Leave it")},
        returnFocus=True,
    )
