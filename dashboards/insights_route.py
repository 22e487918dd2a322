"""``/insights/<chart>.csv?<filter>``: the numbers of one chart, exactly those that its table shows."""

from __future__ import annotations

import logging

from dash import Dash
from flask import Response, request

from dashboards.charts.insights import charts
from dashboards.data_insights import Insights, csv_of
from dashboards.filters import read_query
from tracker.errors import TrackerError

log = logging.getLogger("dashboards")


def register(app: Dash, insights: Insights) -> None:
    """Adds the address to the app's server."""

    @app.server.route("/insights/<name>.csv")
    def numbers(name: str) -> Response:
        if name not in charts():
            return Response(f"There is no chart {name}.\n", status=404, mimetype="text/plain")
        try:
            content = csv_of(insights.study(name, read_query(request.args.to_dict())))
        except TrackerError as error:
            log.warning("Insights %s: %s", name, error)
            return Response(f"{error}\n", status=400, mimetype="text/plain")
        headers = {"Content-Disposition": f'attachment; filename="insights-{name}.csv"'}
        return Response(content, mimetype="text/csv", headers=headers)
