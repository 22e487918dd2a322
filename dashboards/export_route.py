"""``/export/<format>?<filter>``: the filtered events as a file, exactly the rows that the pages show."""

from __future__ import annotations

import logging

from dash import Dash
from flask import Response, request

from dashboards.data import Data
from dashboards.filters import read_query
from tracker.errors import TrackerError

log = logging.getLogger("dashboards")


def register(app: Dash, data: Data) -> None:
    """Adds the address to the app's server."""

    @app.server.route("/export/<name>")
    def export(name: str) -> Response:
        try:
            chosen = read_query(request.args.to_dict())
            content, mime, suffix = data.export(name, chosen)
        except TrackerError as error:
            log.warning("Export %s: %s", name, error)
            return Response(f"{error}\n", status=400, mimetype="text/plain")
        file = f"timeline-{data.today().isoformat()}{suffix}"
        return Response(content, mimetype=mime, headers={"Content-Disposition": f'attachment; filename="{file}"'})
