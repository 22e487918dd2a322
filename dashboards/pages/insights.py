"""Insights: charts that answer a question each, with their numbers beside them and the events behind every number."""

from __future__ import annotations

from itertools import groupby
from types import ModuleType
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboards import insights_route
from dashboards.charts.insights import charts
from dashboards.charts.study import Look, read_point
from dashboards.components import insight_events
from dashboards.components.attributes import attributes
from dashboards.components.insight_table import insight_table
from dashboards.components.states import empty, skeleton
from dashboards.data import Data
from dashboards.data_insights import Insights
from dashboards.filters import read_query, write_search
from dashboards.language import N_, _
from dashboards.pages import Page

PAGE = Page(name="insights", path="/insights", title=N_("Insights"), order=17, filtered=True)

CONFIG: Any = {
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showSendToCloud": False,
    "showTips": False,
    "responsive": False,
    "topojsonURL": "/assets/maps/",
}
"""Nothing in it asks another machine: the map's shapes come from the app's own folder."""


def layout(data: Data) -> Component:
    """The page; its charts come when the filter and the page's width are known."""
    views = dmc.SegmentedControl(
        id="insights-view",
        value="chart",
        data=_views(),
        size="xs",
        **attributes(aria_label=_("Show all as")),
    )
    return html.Div(
        [
            html.Div(
                [
                    html.H1(_("Insights")),
                    html.P(_("A click on a bar, dot or number shows the events behind it."), className="quiet"),
                    html.Div(className="grow"),
                    views,
                ],
                className="page-head",
            ),
            html.Div(_sections(), id="insights-grid"),
            dcc.Store(id="insights-width"),
            dcc.Store(id="insights-asked"),
            dcc.Store(id="insights-opened"),
            insight_events.drawer(),
        ],
        id="insights-page",
        className="page insights-page",
    )


def _views() -> list[dict[str, str]]:
    return [{"value": "chart", "label": _("Charts")}, {"value": "table", "label": _("Tables")}]


def _sections() -> list[Component]:
    """The charts in their order: wide ones alone, the others between them in columns that are filled evenly."""
    made: list[Component] = []
    for wide, run in groupby(charts().items(), lambda item: bool(item[1].WIDE)):
        made.append(html.Div([_section(*one) for one in run], className="insights-wide" if wide else "insights-run"))
    return made


def _section(name: str, module: ModuleType) -> html.Section:
    title = _(module.TITLE)
    twin = dmc.SegmentedControl(
        id=_id("twin", name),
        value="chart",
        data=[{"value": "chart", "label": _("Chart")}, {"value": "table", "label": _("Table")}],
        size="xs",
        **attributes(aria_label=_("{title}: show as", title=title)),
    )
    graph = dcc.Graph(id=_id("graph", name), config=CONFIG, figure=_blank(), responsive=False)
    picture = html.Div(
        [graph], id=_id("picture", name), role="img", className="insight-picture", **attributes(aria_label=title)
    )
    body = html.Div(
        [
            html.Div(skeleton(300, _("The chart is being drawn")), id=_id("skeleton", name)),
            picture,
            html.Div(id=_id("table", name), hidden=True),
        ],
        id=_id("body", name),
        className="insight-body",
    )
    return html.Section(
        [
            html.Div([html.P(title, className="insight-kicker"), twin], className="insight-head"),
            html.H2(title, id=_id("headline", name), className="insight-headline"),
            body,
            html.Div(id=_id("empty", name)),
            html.P(id=_id("notes", name), className="insight-notes quiet"),
            _saving(name, title),
        ],
        className="insight insight-wide" if module.WIDE else "insight",
        **attributes(data_chart=name),
    )


def _saving(name: str, title: str) -> html.P:
    """Ways to keep the picture and its numbers."""
    pictures = [
        html.Button(
            kind.upper(),
            type="button",
            className="as-link",
            **attributes(data_save=kind, aria_label=_("{title}: save as {kind}", title=title, kind=kind.upper())),
        )
        for kind in ("png", "svg")
    ]
    label = _("{title}: save as {kind}", title=title, kind="CSV")
    numbers = html.A(
        "CSV", id=_id("csv", name), href=f"/insights/{name}.csv", download="", **attributes(aria_label=label)
    )
    return html.P(
        [html.Span(_("Save as"), className="quiet"), *pictures, numbers],
        id=_id("saving", name),
        className="insight-saving quiet",
    )


def _id(part: str, name: Any) -> Any:
    return {"type": f"insights-{part}", "chart": name}


def _blank() -> dict[str, Any]:
    clear = "rgba(0,0,0,0)"
    axis = {"visible": False}
    ground = {"paper_bgcolor": clear, "plot_bgcolor": clear}
    return {"data": [], "layout": {"height": 10, "width": 10, "xaxis": axis, "yaxis": axis} | ground}


def register(app: Dash, data: Data) -> None:
    """The page's callbacks, and the address of the charts' numbers."""
    insights = Insights(data)
    insights_route.register(app, insights)
    _register_drawing(app, insights)
    _register_tables(app, insights)
    _register_events(app, insights)
    _register_browser(app)


def _register_drawing(app: Dash, insights: Insights) -> None:
    @app.callback(
        Output(_id("graph", MATCH), "figure"),
        Output(_id("headline", MATCH), "children"),
        Output(_id("notes", MATCH), "children"),
        Output(_id("picture", MATCH), "aria-label"),
        Output(_id("empty", MATCH), "children"),
        Output(_id("csv", MATCH), "href"),
        Output(_id("saving", MATCH), "hidden"),
        Output(_id("skeleton", MATCH), "hidden"),
        Input("filter-query", "data"),
        Input("insights-width", "data"),
        Input("shell-theme", "data"),
        Input("shell-revision", "data"),
        State(_id("graph", MATCH), "id"),
    )
    def draw(query: Any, width: Any, theme: Any, _revision: int, named: dict[str, str]) -> tuple[Any, ...]:
        if query is None or not width:
            return (no_update,) * 8
        name = named["chart"]
        module = charts()[name]
        study = insights.study(name, read_query(query))
        href = f"/insights/{name}.csv{write_search(query)}"
        if not len(study.table):
            advice = empty(study.headline + ".", _(module.FILL))
            return _blank(), _(module.TITLE), "", study.headline, advice, href, True, True
        look = Look(theme if theme == "dark" else "light", _width(width, wide=module.WIDE))
        figure = module.figure(study, look).plain()
        told = f"{study.headline}. {study.summary}"
        return figure, study.headline, " ".join(study.notes), told, None, href, False, True


def _width(given: Any, *, wide: bool) -> int:
    """The pixels that the browser says there are for a chart, within bounds."""
    told = given.get("wide" if wide else "half") if isinstance(given, dict) else None
    return int(min(2400, max(260, told))) if isinstance(told, int | float) else 720


def _register_tables(app: Dash, insights: Insights) -> None:
    @app.callback(
        Output(_id("table", MATCH), "children"),
        Input(_id("twin", MATCH), "value"),
        Input("filter-query", "data"),
        Input("shell-revision", "data"),
        State(_id("twin", MATCH), "id"),
        prevent_initial_call=True,
    )
    def twin(shown: str, query: Any, _revision: int, named: dict[str, str]) -> Any:
        if shown != "table" or query is None:
            return no_update
        name = named["chart"]
        study = insights.study(name, read_query(query))
        return insight_table(name, study, study.headline) if len(study.table) else None


def _register_events(app: Dash, insights: Insights) -> None:
    @app.callback(
        Output("insights-behind", "opened"),
        Output("insights-events", "children"),
        Output("insights-behind-title", "children"),
        Output("shell-selected", "data", allow_duplicate=True),
        Input("insights-asked", "data"),
        State("filter-query", "data"),
        prevent_initial_call=True,
    )
    def show(asked: Any, query: Any) -> tuple[Any, ...]:
        if not asked or query is None or asked.get("chart") not in charts():
            return (no_update,) * 4
        name, (row, column) = asked["chart"], read_point(str(asked["point"]))
        chosen = read_query(query)
        behind = insights.behind(name, chosen, row, column, insight_events.MOST)
        if behind.count == 1:
            return False, no_update, no_update, behind.rows[0]["event_id"]
        study = insights.study(name, chosen)
        what = [str(study.table[study.columns[0].name].iloc[row])] if behind.count else []
        what += [one.label for one in study.columns if one.name == column]
        return True, insight_events.listed(behind), insight_events.heading(behind, ", ".join(what)), no_update

    @app.callback(
        Output("shell-selected", "data", allow_duplicate=True),
        Input("insights-opened", "data"),
        prevent_initial_call=True,
    )
    def open_one(event: Any) -> Any:
        return event["event"] if event and ctx.triggered_id else no_update


def _register_browser(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("insights", "arrive"),
        Output("insights-page", "data-ready"),
        Input("insights-grid", "id"),
    )
    app.clientside_callback(
        ClientsideFunction("insights", "ask"),
        Output("insights-asked", "data"),
        Input(_id("graph", ALL), "clickData"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("insights", "twin"),
        Output(_id("picture", MATCH), "hidden"),
        Output(_id("table", MATCH), "hidden"),
        Input(_id("twin", MATCH), "value"),
    )
    app.clientside_callback(
        ClientsideFunction("insights", "all"),
        Output(_id("twin", ALL), "value"),
        Input("insights-view", "value"),
        State(_id("twin", ALL), "value"),
        prevent_initial_call=True,
    )
