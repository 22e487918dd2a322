"""The app's own scripts and styles: what is asked for by its version never changes, so a browser asks for it once.

Its scripts and its styles are named with their fingerprint. Dash's icon, named with Dash's version, a browser asks for
at every change of the address: at every move of the timeline.
"""

from __future__ import annotations

import flask

OWN = ("/own.js", "/own.css", "/_favicon.ico")
YEAR = 365 * 24 * 3600


def keep(response: flask.Response) -> flask.Response:
    """Lets the browser keep a file that was asked for by its version."""
    versioned = flask.request.path in OWN and "v" in flask.request.args
    if versioned and response.status_code in {200, 304}:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
