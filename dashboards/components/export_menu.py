"""The export menu: the filtered events as files, one link a format."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from dashboards.components.attributes import attributes
from dashboards.components.folded import folded
from dashboards.components.icons import icon
from dashboards.data import Data
from dashboards.language import _, named

KIND = "export format"
"""What the catalogue calls the words of the formats."""


def layout(data: Data) -> dmc.Popover:
    """The filtered events as files: links that fold out of a button; ``assets/shell.js`` gives them the filter."""
    links = [
        html.A(
            [html.Span(named(KIND, one.label)), html.Span(named(KIND, one.use), className="quiet")],
            href=f"/export/{name}",
            target="_blank" if one.page else None,
            download=None if one.page else "",
        )
        for name, one in data.export_formats().items()
    ]
    button = dmc.Button(
        _("Export"),
        id="filter-export",
        variant="default",
        size="xs",
        leftSection=icon("download"),
        **attributes(aria_label=_("Export"), aria_haspopup="true"),
    )
    content = [html.P(id="filter-export-head", className="quiet"), *links]
    return folded(button, content, _("Export"), className="export-links", keepMounted=True)
