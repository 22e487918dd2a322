"""The timeline: what happened in which order, and how surely each day is known.

The browser (``assets/timeline.js``) tells in ``timeline-view`` which stretch of time is seen and with how many pixels;
the server answers in ``timeline-drawn`` with a figure that holds no more than these can show.
"""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboards.charts import density, timeline
from dashboards.charts.lanes import CHOICES
from dashboards.charts.spans import DAY, Viewport, milliseconds
from dashboards.components import events_grid
from dashboards.components.attributes import attributes
from dashboards.components.icons import icon
from dashboards.components.legend import legend
from dashboards.components.states import empty, skeleton
from dashboards.data import Data
from dashboards.filters import read_query
from dashboards.language import N_
from dashboards.pages import Page
from dashboards.timeline_view import DEFAULT_LANES, Views, lanes_choice, viewport_of
from tracker.errors import TrackerError

PAGE = Page(name="timeline", path="/", title=N_("Timeline"), order=10, filtered=True)

CONFIG: Any = {
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": False,
    "showSendToCloud": False,
    "showTips": False,
    "responsive": False,
}
PRESETS = (
    ("All", "all"),
    ("5 years", "1826"),
    ("1 year", "365"),
    ("3 months", "91"),
    ("1 month", "30"),
    ("1 week", "7"),
)
"""Widths of the window by a button: label, and days."""

HELP = (
    "Timeline. Left and right arrows go from event to event, up and down to the next lane, Enter opens an event. "
    "Plus and minus zoom, Home shows the whole period, Page up and Page down move by a screen."
)


def layout(data: Data) -> Component:
    """The page."""
    return html.Div(
        [
            html.Div(
                [html.H1(PAGE.label), html.P(id="timeline-says", className="quiet", role="status")],
                className="page-head",
            ),
            _tools(),
            html.Div(
                [
                    _density(),
                    html.Div(
                        [
                            html.Div(skeleton(480, "The timeline is being drawn"), id="timeline-skeleton"),
                            dcc.Graph(id="timeline-graph", config=CONFIG, figure=_blank(480), responsive=False),
                            html.Div(id="timeline-ring", hidden=True),
                        ],
                        id="timeline-chart",
                        tabIndex=0,
                        role="application",
                        **attributes(aria_label=HELP),
                    ),
                    html.Div(id="timeline-empty"),
                    legend(),
                ],
                id="timeline-drawing",
            ),
            html.Div(id="timeline-table", hidden=True),
            html.Div(id="timeline-spoken", className="sr-only", **attributes(aria_live="polite")),
            dcc.Store(id="timeline-view"),
            dcc.Store(id="timeline-drawn"),
            dcc.Store(id="timeline-jump"),
        ],
        className="timeline-page",
    )


def _density() -> html.Div:
    window = html.Div(
        [
            _handle("start", "First day in sight"),
            _handle("end", "Last day in sight"),
        ],
        id="timeline-window",
    )
    strip = dcc.Graph(
        id="timeline-density",
        config={"staticPlot": True, "showSendToCloud": False},
        responsive=False,
        figure=_blank(density.HEIGHT),
    )
    return html.Div([strip, window], id="timeline-strip")


def _blank(height: int) -> dict[str, Any]:
    """A figure without axes, until the first drawing is there."""
    hidden = {"visible": False}
    layout = {"height": height, "xaxis": hidden, "yaxis": hidden, "paper_bgcolor": "rgba(0,0,0,0)"}
    return {"data": [], "layout": layout | {"plot_bgcolor": "rgba(0,0,0,0)"}}


def _handle(name: str, label: str) -> html.Div:
    return html.Div(
        id=f"timeline-{name}",
        role="slider",
        tabIndex=0,
        className="timeline-handle",
        **attributes(aria_label=label, aria_valuemin="0", aria_valuemax="100", aria_valuenow="0"),
    )


def _tools() -> html.Div:
    lanes = dmc.SegmentedControl(
        id="timeline-lanes",
        value=DEFAULT_LANES,
        data=[{"value": name, "label": label} for name, (label, _made) in CHOICES.items()],
        size="xs",
        **attributes(aria_label="Lanes by"),
    )
    twin = dmc.SegmentedControl(
        id="timeline-twin",
        value="chart",
        data=[{"value": "chart", "label": "Chart"}, {"value": "table", "label": "Table"}],
        size="xs",
        className="tools-twin",
        **attributes(aria_label="Show as"),
    )
    go = dmc.TextInput(
        id="timeline-go",
        placeholder="Go to: May 2025",
        size="xs",
        debounce=True,
        n_submit=0,
        className="timeline-go",
        **attributes(aria_label="Go to a date, in words"),
    )
    presets = html.Div(
        [html.Button(label, className="tool", type="button", **attributes(data_span=days)) for label, days in PRESETS],
        className="tools-presets",
        role="group",
        **attributes(aria_label="Stretch of time in sight"),
    )
    steps = html.Div(
        [
            html.Button(
                icon(name), className="tool", type="button", title=label, **attributes(data_step=step, aria_label=label)
            )
            for name, step, label in (
                ("left", "left", "Earlier"),
                ("minus", "out", "Zoom out"),
                ("plus", "in", "Zoom in"),
                ("right", "right", "Later"),
            )
        ],
        className="tools-steps",
        role="group",
        **attributes(aria_label="Move and zoom"),
    )
    return html.Div(
        [html.Span("Lanes by", className="tools-word"), lanes, html.Div(className="grow"), go, presets, steps, twin],
        className="tools",
    )


def register(app: Dash, data: Data) -> None:
    """The page's callbacks."""
    views = Views(data)
    _register_drawing(app, data, views)
    _register_density(app, data, views)
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
            return no_update, str(error)
        first, last = first or last, last or first
        if first is None or last is None:
            return no_update, "These words name no day."
        return {"from": milliseconds(first), "to": milliseconds(last) + DAY}, ""


def _register_drawing(app: Dash, data: Data, views: Views) -> None:
    @app.callback(
        Output("timeline-drawn", "data"),
        Output("timeline-says", "children"),
        Output("timeline-empty", "children"),
        Input("timeline-view", "data"),
        Input("filter-query", "data"),
        Input("timeline-lanes", "value"),
        Input("shell-theme", "data"),
        Input("shell-selected", "data"),
        Input("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def draw(
        view: Any, query: Any, lanes: str, theme: Any, selected: str | None, _revision: int
    ) -> tuple[Any, Any, Any]:
        if view is None or query is None:
            return no_update, no_update, no_update
        chosen = read_query(query)
        prepared = views.prepared(chosen, lanes_choice(lanes))
        whole = views.whole(chosen)
        port = viewport_of(view, whole)
        made = timeline.draw(prepared, port, theme=theme, today=data.today(), selected=selected or "", whole=whole)
        drawn = {"figure": made.to_plotly_json(), "stamp": view.get("stamp"), "whole": list(whole)}
        return drawn, says(prepared, port), _nothing(data, prepared)


def says(prepared: timeline.Prepared, port: Viewport) -> str:
    """What is in sight, in a sentence."""
    seen = prepared.spans.overlapping(port.start, port.end)
    parts = [f"{len(seen):,} {'event' if len(seen) == 1 else 'events'} in sight, {port.in_words()}"]
    undated = int((~prepared.spans.dated).sum())
    if undated:
        parts.append(f"{undated:,} without any date, in the table only")
    return "; ".join(parts) + "."


def _nothing(data: Data, prepared: timeline.Prepared) -> Component | None:
    if len(prepared.frame):
        return None
    if len(data.frame()):
        return empty("No event meets these conditions.", "Take a condition away above, or clear the filter.")
    return empty(
        "The timeline has no events yet.",
        "Paste an article in the inbox, add an event by hand, or import a CSV file.",
        dcc.Link("Add an event", href="/add"),
    )


def _register_density(app: Dash, data: Data, views: Views) -> None:
    @app.callback(
        Output("timeline-density", "figure"),
        Input("timeline-view", "data"),
        Input("filter-query", "data"),
        Input("shell-theme", "data"),
        Input("shell-revision", "data"),
        State("timeline-density", "figure"),
        prevent_initial_call=True,
    )
    def strip(view: Any, query: Any, theme: Any, _revision: int, known: Any) -> Any:
        if view is None or query is None:
            return no_update
        chosen = read_query(query)
        whole = views.whole(chosen)
        port = viewport_of({"width": view.get("width")}, whole)
        made = density.figure(views.prepared(chosen, DEFAULT_LANES).frame, port, theme=theme)
        fresh = made.to_plotly_json()
        return fresh if fresh != known else no_update


def _register_table(app: Dash, data: Data, views: Views) -> None:
    @app.callback(
        Output("timeline-table", "children"),
        Input("timeline-twin", "value"),
        Input("timeline-view", "data"),
        Input("filter-query", "data"),
        Input("timeline-lanes", "value"),
        Input("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def twin(shown: str, view: Any, query: Any, lanes: str, _revision: int) -> Any:
        if shown != "table" or view is None or query is None:
            return no_update
        chosen = read_query(query)
        prepared = views.prepared(chosen, lanes_choice(lanes))
        port = viewport_of(view, views.whole(chosen))
        seen = prepared.spans.overlapping(port.start, port.end)
        undated = np.flatnonzero(~prepared.spans.dated)
        rows = np.concatenate([seen, undated])
        names = prepared.lanes.names_of(len(prepared.frame))
        return events_grid.twin(prepared.frame.iloc[rows], [names[row] for row in rows])


def _register_browser(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("timeline", "draw"),
        Output("timeline-graph", "figure"),
        Output("timeline-skeleton", "hidden"),
        Input("timeline-drawn", "data"),
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
    app.clientside_callback(
        ClientsideFunction("timeline", "strip"),
        Output("timeline-window", "data-ready"),
        Input("timeline-density", "figure"),
    )
