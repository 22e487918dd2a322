"""The events behind a number of a chart, listed in a drawer."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import type_mark
from dashboards.components.side_drawer import side_drawer
from dashboards.data_insights import Behind
from dashboards.filters import write_query, write_search
from dashboards.language import _, ngettext, number

MOST = 100
"""Events that are listed."""


def drawer() -> dmc.Drawer:
    """The drawer, closed."""
    return side_drawer(
        "insights-behind",
        "insights-events",
        "insights-behind-title",
        close=_("Close the list of events"),
        level=290,
        returnFocus=True,
    )


def listed(behind: Behind) -> list[Component]:
    """The events, and where the pages show exactly these."""
    shown: list[Component] = []
    if behind.found is not None:
        search = write_search(write_query(behind.found))
        links = [
            dcc.Link(_("Show these in the table"), href=f"/events{search}"),
            dcc.Link(_("Show these on the timeline"), href=f"/{search}"),
        ]
        shown.append(html.P(links, className="insight-links"))
    items = [
        html.Li(
            [
                html.Span(words.event_date(row), className="quiet insight-when"),
                html.Button(
                    words.event_title(row), className="as-link", type="button", **attributes(data_event=row["event_id"])
                ),
                html.Span(type_mark(row["event_type"]), className="quiet insight-type"),
            ]
        )
        for row in behind.rows
    ]
    shown.append(html.Ul(items, className="insight-events"))
    if behind.count > len(behind.rows):
        more = _("The first {shown} of {count}.", shown=number(len(behind.rows)), count=number(behind.count))
        shown.append(html.P(more, className="quiet"))
    return shown


def heading(behind: Behind, what: str) -> str:
    """How many there are, and of what."""
    return ngettext("{count} event: {what}", "{count} events: {what}", behind.count, what=what)
