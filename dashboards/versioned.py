"""The app's own scripts and styles: what is asked for by its version never changes, so a browser asks for it once.

Dash names each file under ``assets/`` with the moment of its last change (``?m=``) and lets the browser ask at every
page whether that still holds: some thirty requests.
"""

from __future__ import annotations

import flask

FOLDER = "/assets/"
YEAR = 365 * 24 * 3600


def keep(response: flask.Response) -> flask.Response:
    """Lets the browser keep a file that was asked for by its version."""
    if flask.request.path.startswith(FOLDER) and "m" in flask.request.args and response.status_code in {200, 304}:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
