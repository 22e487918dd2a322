"""The line that says when the server does not answer, and the address by which the browser asks whether it does.

``assets/connection.js`` asks ``/alive`` now and then, holds what the page wants to ask while nobody answers, and lets
it go on when somebody does; here stand the words.
"""

from __future__ import annotations

import logging

from dash import ClientsideFunction, Dash, Input, Output, html
from flask import Response, jsonify

from dashboards.components.attributes import attributes
from dashboards.data import Data
from dashboards.language import _
from tracker.errors import TrackerError
from tracker.version import VERSION

log = logging.getLogger("dashboards")


def layout() -> html.Div:
    """The line, empty until it is needed, with what it may have to say."""
    return html.Div(
        [
            html.Span(id="shell-connection-words"),
            html.Button(_("Try now"), id="shell-connection-try", type="button"),
            html.Button(_("Reload the page"), id="shell-connection-reload", type="button", hidden=True),
        ],
        id="shell-connection",
        className="connection no-print",
        role="alert",
        hidden=True,
        **attributes(
            data_version=VERSION,
            data_lost=_(
                "The server does not answer. Nothing is lost: what you see and typed stays, and the page goes on by "
                "itself as soon as the server is back."
            ),
            data_close=_("Close the message"),
            data_back=_("The server is back; the page goes on."),
            data_unsure=_(
                "The connection broke while something was being saved. Look whether it was saved before you do it "
                "again."
            ),
            data_newer=_("The program was updated meanwhile. Reload the page to use the new version."),
            data_failed=_(
                "The server could not do this; what went wrong is written in its log. Nothing was half-written. "
                "Try again, or reload the page."
            ),
            data_large=_("This is more than the server takes at once. Nothing was read."),
        ),
    )


def register(app: Dash, data: Data) -> None:
    """Adds the address ``/alive``: the store's revision and the program's version; the browser keeps what it has."""
    app.clientside_callback(
        ClientsideFunction("connection", "keep"),
        Output("shell-connection", "data-revision"),
        Input("shell-revision", "data"),
    )

    @app.server.route("/alive")
    def alive() -> Response:
        try:
            told = jsonify(revision=data.revision(), version=VERSION)
        except TrackerError as error:
            log.warning("%s", error)
            told = jsonify(revision=None, version=VERSION)
        told.headers["Cache-Control"] = "no-store"
        return told
