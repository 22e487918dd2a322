"""A drawer beside the page, which stays in use: of the chosen event, and of the events behind a number."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

_HEAD = 56
"""Pixels of the page's head, below which the drawer begins."""


def side_drawer(frame: str, body: str, title: str, *, close: str, level: int, **more: Any) -> dmc.Drawer:
    """The drawer, closed. ``frame``, ``body`` and ``title`` are ids; ``close`` is what the closing button is called.

    Of two drawers the one of the higher ``level`` lies above.
    """
    return dmc.Drawer(
        html.Div(id=body),
        id=frame,
        opened=False,
        position="right",
        size=460,
        withOverlay=False,
        lockScroll=False,
        trapFocus=False,
        closeOnClickOutside=False,
        zIndex=level,
        title=html.Span(id=title),
        closeButtonProps={"aria-label": close},
        styles={"inner": {"top": _HEAD}, "content": {"height": f"calc(100dvh - {_HEAD}px)"}},
        className="drawer",
        **more,
    )
