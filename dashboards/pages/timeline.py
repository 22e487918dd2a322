"""The timeline: what happened in which order, and how surely each day is known.

The browser (``assets/timeline_ask.js``) tells ``timeline_route`` which stretch of time is seen and how wide; the
server answers with a drawing that holds no more than these can show, and with the strip of the whole period if the
browser has another one. ``timeline-listed`` asks for the table of what is seen, while that is shown.
"""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboards import error_words, timeline_route
from dashboards.charts.lanes import CHOICES
from dashboards.charts.spans import number_of
from dashboards.components import events_grid
from dashboards.components.attributes import attributes
from dashboards.components.icons import icon
from dashboards.components.legend import legend
from dashboards.components.states import empty, skeleton
from dashboards.data import Data
from dashboards.filters import read_query
from dashboards.language import N_, _
from dashboards.pages import Ahead, Page
from dashboards.timeline_view import DEFAULT_LANES, MILLISECONDS, Views, lanes_choice, viewport_of
from tracker.errors import TrackerError

PAGE = Page(name="timeline", path="/", title=N_("Timeline"), order=10, filtered=True)

PRESETS = (
    (N_("All"), "all"),
    (N_("5 years"), "1826"),
    (N_("1 year"), "365"),
    (N_("3 months"), "91"),
    (N_("1 month"), "30"),
    (N_("1 week"), "7"),
)
"""Widths of the window by a button: label, and days."""

HELP = N_(
    "Timeline. Left and right arrows go from event to event, up and down to the next lane, Enter opens an event. "
    "Plus and minus zoom, Home shows the whole period, Page up and Page down move by a screen."
)


def layout(data: Data) -> Component:
    """The page."""
    return _layout(DEFAULT_LANES)


def ahead(query: dict[str, str]) -> Ahead | None:
    """The page before Dash stands; not with the table or an event beside it, which Dash draws."""
    if query.get("twin") == "table" or query.get("event"):
        return None
    return Ahead(_layout(lanes_choice(query.get("lanes"))), read_query(query))


def _layout(lanes: str) -> html.Div:
    return html.Div(
        [
            html.Div(
                [html.H1(PAGE.label), html.P(id="timeline-says", className="quiet", role="status")],
                className="page-head",
            ),
            _tools(lanes),
            html.Div(
                [_nothing(), _density(), _plot(), legend()],
                id="timeline-drawing",
            ),
            html.Div(id="timeline-table", hidden=True),
            html.Div(id="timeline-spoken", className="sr-only", **attributes(aria_live="polite")),
            dcc.Store(id="timeline-jump"),
            dcc.Store(id="timeline-listed"),
        ],
        className="timeline-page",
    )


def _nothing() -> html.Div:
    """What the page's script shows instead of a chart without events, by its reason."""
    met = empty(_("No event meets these conditions."), _("Take a condition away above, or clear the filter."))
    yet = empty(
        _("The timeline has no events yet."),
        _("Paste an article in the inbox, add an event by hand, or import a CSV file."),
        dcc.Link(_("Add an event"), href="/add"),
    )
    reasons = {timeline_route.NO_EVENT_MEETS: met, timeline_route.NO_EVENT_YET: yet}
    return html.Div(
        [html.Div(said, **attributes(data_reason=reason)) for reason, said in reasons.items()], id="timeline-empty"
    )


def _plot() -> html.Div:
    """The canvas with what lies over it (the keyboard's ring, what hovering says), and the lanes' heads."""
    chart = html.Div(
        [
            html.Div(skeleton(480, _("The timeline is being drawn")), id="timeline-skeleton"),
            html.Canvas(id="timeline-canvas", **attributes(aria_hidden="true")),
            html.Div(id="timeline-ring", hidden=True),
            html.Div(id="timeline-tip", hidden=True),
        ],
        id="timeline-chart",
        tabIndex=0,
        role="application",
        **attributes(aria_label=_(HELP)),
    )
    heads = html.Div(id="timeline-heads", role="group", **attributes(aria_label=_("Lanes: fold or unfold")))
    return html.Div([chart, heads], id="timeline-plot")


def _density() -> html.Div:
    window = html.Div(
        [
            _handle("start", _("First day in sight")),
            _handle("end", _("Last day in sight")),
        ],
        id="timeline-window",
    )
    canvas = html.Canvas(id="timeline-density", **attributes(aria_hidden="true"))
    return html.Div([canvas, window], id="timeline-strip")


def _handle(name: str, label: str) -> html.Div:
    return html.Div(
        id=f"timeline-{name}",
        role="slider",
        tabIndex=0,
        className="timeline-handle",
        **attributes(aria_label=label, aria_valuemin="0", aria_valuemax="100", aria_valuenow="0"),
    )


def _tools(chosen: str) -> html.Div:
    lanes = dmc.SegmentedControl(
        id="timeline-lanes",
        value=chosen,
        data=[{"value": name, "label": _(label)} for name, (label, _made) in CHOICES.items()],
        size="xs",
        **attributes(aria_label=_("Lanes by")),
    )
    twin = dmc.SegmentedControl(
        id="timeline-twin",
        value="chart",
        data=[{"value": "chart", "label": _("Chart")}, {"value": "table", "label": _("Table")}],
        size="xs",
        className="tools-twin",
        **attributes(aria_label=_("Show as")),
    )
    go = dmc.TextInput(
        id="timeline-go",
        placeholder=_("Go to: May 2025"),
        size="xs",
        debounce=True,
        n_submit=0,
        className="timeline-go",
        **attributes(aria_label=_("Go to a date, in words")),
    )
    presets = html.Div(
        [
            html.Button(_(label), className="tool", type="button", **attributes(data_span=days))
            for label, days in PRESETS
        ],
        className="tools-presets",
        role="group",
        **attributes(aria_label=_("Stretch of time in sight")),
    )
    steps = html.Div(
        [
            html.Button(
                icon(name), className="tool", type="button", title=label, **attributes(data_step=step, aria_label=label)
            )
            for name, step, label in (
                ("left", "left", _("Earlier")),
                ("minus", "out", _("Zoom out")),
                ("plus", "in", _("Zoom in")),
                ("right", "right", _("Later")),
            )
        ],
        className="tools-steps",
        role="group",
        **attributes(aria_label=_("Move and zoom")),
    )
    return html.Div(
        [html.Span(_("Lanes by"), className="tools-word"), lanes, html.Div(className="grow"), go, presets, steps, twin],
        className="tools",
    )


def register(app: Dash, data: Data) -> None:
    """The page's callbacks."""
    views = Views(data)
    timeline_route.register(app, data, views)
    _register_table(app, data, views)
    _register_browser(app)

    @app.callback(
        Output("timeline-jump", "data"),
        Output("timeline-go", "error"),
        Input("timeline-go", "value"),
        prevent_initial_call=True,
    )
    def jump(typed: str) -> tuple[Any, str]:
        if not typed:
            return no_update, ""
        try:
            first, last = data.period(typed)
        except TrackerError as error:
            return no_update, error_words.in_full(error)
        first, last = first or last, last or first
        if first is None or last is None:
            return no_update, _("These words name no day.")
        return {"from": number_of(first) * MILLISECONDS, "to": (number_of(last) + 1) * MILLISECONDS}, ""


def _register_table(app: Dash, data: Data, views: Views) -> None:
    @app.callback(
        Output("timeline-table", "children"),
        Input("timeline-listed", "data"),
        State("filter-query", "data"),
        State("timeline-lanes", "value"),
        prevent_initial_call=True,
    )
    def twin(view: Any, query: Any, lanes: str) -> Any:
        if view is None or query is None:
            return no_update
        chosen = read_query(query)
        prepared = views.prepared(chosen, lanes_choice(lanes))
        port = viewport_of(view, views.whole(chosen))
        seen = prepared.spans.overlapping(port.start, port.end)
        undated = np.arange(len(prepared.rows) - prepared.spans.undated, len(prepared.rows))
        places = np.concatenate([seen, undated])
        listed = places[: events_grid.MOST_ROWS]
        ids = prepared.outline.ids[prepared.rows[listed]].tolist()
        names = dict(zip(ids, prepared.lanes.names_of(listed), strict=True))
        return events_grid.twin(data.events(ids), names, len(places))


def _register_browser(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("timeline", "changed"),
        Output("timeline-spoken", "data-changed"),
        Input("filter-query", "data"),
        Input("timeline-lanes", "value"),
        Input("shell-theme", "data"),
        Input("shell-selected", "data"),
        Input("shell-revision", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "arrive"),
        Output("timeline-lanes", "value"),
        Output("timeline-twin", "value"),
        Input("timeline-chart", "id"),
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "remember"),
        Output("timeline-drawing", "hidden"),
        Output("timeline-table", "hidden"),
        Input("timeline-lanes", "value"),
        Input("timeline-twin", "value"),
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "jump"),
        Output("timeline-spoken", "data-jump"),
        Input("timeline-jump", "data"),
        prevent_initial_call=True,
    )
