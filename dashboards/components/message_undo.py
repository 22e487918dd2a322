"""The "Undo" in a message: on whatever page it is pressed, the change that the message told of is taken back."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dcc, no_update

from dashboards.components import notices
from dashboards.data import Data
from dashboards.language import _


def store() -> dcc.Store:
    """Where ``assets/undo.js`` puts the batch of a pressed button; the shell holds it once."""
    return dcc.Store(id="shell-undo")


def register(app: Dash, data: Data) -> None:
    """Takes the batch back and says so."""

    @app.callback(
        Output("shell-revision", "data", allow_duplicate=True),
        Input("shell-undo", "data"),
        prevent_initial_call=True,
    )
    def undo(asked: Any) -> Any:
        if not asked:
            return no_update
        data.undo(int(asked["batch"]))
        notices.say(_("The change is taken back. The history keeps both."))
        return data.revision()
