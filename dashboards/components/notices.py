"""Messages in a corner of the page: said from inside a callback, read by screen readers."""

from __future__ import annotations

import logging
from typing import Literal

import dash_mantine_components as dmc
from dash import set_props

from tracker.errors import TrackerError

CONTAINER = "shell-notices"

log = logging.getLogger("dashboards")


def container() -> dmc.NotificationContainer:
    """Where the messages appear; the shell holds it once."""
    return dmc.NotificationContainer(id=CONTAINER, position="bottom-right", autoClose=8000, limit=4)


def say(text: str, *, title: str = "", tone: Literal["done", "warning", "error"] = "done") -> None:
    """Shows ``text`` from inside a callback. Errors stay until they are closed."""
    message: dict[str, object] = {"action": "show", "message": text, "withBorder": True, "color": _COLOUR[tone]}
    if title:
        message["title"] = title
    if tone == "error":
        message["autoClose"] = False
    set_props(CONTAINER, {"sendNotifications": [message]})


_COLOUR = {"done": "ink", "warning": "yellow", "error": "red"}


def sentence_for(error: Exception) -> str:
    """What to tell a person about ``error``: our own errors speak for themselves, others are said to be logged."""
    if isinstance(error, TrackerError):
        return str(error)
    return (
        "Something in the page went wrong; it is written in the server's log. "
        "Nothing in the store was changed. Try again, or reload the page."
    )


def on_error(error: Exception) -> None:
    """What Dash calls when a callback fails: logs it and shows a sentence; the page stays as it was."""
    if isinstance(error, TrackerError):
        log.warning("%s", error)
    else:
        log.error("A callback failed.", exc_info=error)
    say(sentence_for(error), title="That did not work", tone="error")
