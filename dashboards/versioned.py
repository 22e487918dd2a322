"""The app's own scripts and styles: what is asked for by its version never changes, so a browser asks for it once.

Dash names each file under ``assets/`` with the moment of its last change (``?m=``) and lets the browser ask at every
page whether that still holds: some thirty requests. Its icon, named with Dash's version, a browser asks for at every
change of the address: at every move of the timeline.
"""

from __future__ import annotations

import flask

FOLDER, ICON = "/assets/", "/_favicon.ico"
YEAR = 365 * 24 * 3600


def keep(response: flask.Response) -> flask.Response:
    """Lets the browser keep a file that was asked for by its version."""
    path, told = flask.request.path, flask.request.args
    versioned = (path.startswith(FOLDER) and "m" in told) or (path == ICON and "v" in told)
    if versioned and response.status_code in {200, 304}:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
