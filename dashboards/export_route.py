"""``/export/<format>?<filter>``: the filtered events as a file, exactly the rows that the pages show.

A page to read (HTML) is shown, everything else is saved.
"""

from __future__ import annotations

import logging

from dash import Dash
from flask import Response, request

from dashboards.components import notices
from dashboards.components.filter_words import conditions
from dashboards.data import HTML, Data
from dashboards.filters import read_query
from tracker.errors import TrackerError

log = logging.getLogger("dashboards")


def register(app: Dash, data: Data) -> None:
    """Adds the address to the app's server."""

    @app.server.route("/export/<name>")
    def export(name: str) -> Response:
        try:
            chosen = read_query(request.args.to_dict())
            about = "; ".join(words for _name, _value, words in conditions(chosen))
            content, mime, suffix = data.export(name, chosen, about)
        except TrackerError as error:
            log.warning("Export %s: %s", name, error)
            return Response(f"{error}\n", status=400, mimetype="text/plain")
        except Exception as error:
            log.exception("The export %s failed.", name)
            return Response(f"{notices.sentence_for(error)}\n", status=500, mimetype="text/plain")
        how = "inline" if mime == HTML else "attachment"
        file = f"timeline-{data.today().isoformat()}{suffix}"
        return Response(content, mimetype=mime, headers={"Content-Disposition": f'{how}; filename="{file}"'})
