"""Messages in a corner of the page: said from inside a callback, read by screen readers."""

from __future__ import annotations

import logging
from typing import Literal

import dash_mantine_components as dmc
from dash import html, set_props

from dashboards import error_words
from dashboards.components.attributes import attributes
from dashboards.language import _
from tracker.errors import TrackerError

CONTAINER = "shell-notices"

log = logging.getLogger("dashboards")


def container() -> dmc.NotificationContainer:
    """Where the messages appear; the shell holds it once."""
    return dmc.NotificationContainer(id=CONTAINER, position="bottom-right", autoClose=8000, limit=4)


def say(text: str, *, title: str = "", tone: Literal["done", "warning", "error"] = "done", undo: int = 0) -> None:
    """Shows ``text`` from inside a callback. Errors stay until they are closed.

    ``undo`` is a batch that a button in the message offers to take back; the page's script hears its ``data-undo``.
    """
    message: dict[str, object] = {"action": "show", "message": text, "withBorder": True, "color": _COLOUR[tone]}
    message["closeButtonProps"] = {"aria-label": _("Close the message")}
    if undo:
        button = html.Button(_("Undo"), className="notice-undo", type="button", **attributes(data_undo=str(undo)))
        message |= {"message": html.Div([text, button]), "autoClose": _LONGER}
    if title:
        message["title"] = title
    if tone == "error":
        message["autoClose"] = False
    set_props(CONTAINER, {"sendNotifications": [message]})


_LONGER = 20_000
"""Milliseconds that a message with a button stays."""
_COLOUR = {"done": "ink", "warning": "yellow", "error": "red"}


def sentence_for(error: Exception) -> str:
    """What to tell a person about ``error``: our own errors speak for themselves, others are said to be logged."""
    if isinstance(error, TrackerError):
        return error_words.in_full(error)
    return _(
        "Something in the page went wrong; it is written in the server's log. "
        "Nothing in the store was changed. Try again, or reload the page."
    )


def on_error(error: Exception) -> None:
    """What Dash calls when a callback fails: logs it and shows a sentence; the page stays as it was."""
    if isinstance(error, TrackerError):
        log.warning("%s", error)
    else:
        log.error("A callback failed.", exc_info=error)
    say(sentence_for(error), title=_("That did not work"), tone="error")
