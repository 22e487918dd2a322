"""Icons drawn by ``assets/icons.css`` as masks, so that none comes from a network."""

from __future__ import annotations

from dash import html

from dashboards.components.attributes import attributes


def icon(name: str) -> html.Span:
    """The icon ``name``; it is decoration, the control beside it carries the words."""
    return html.Span(className=f"icon icon-{name}", **attributes(aria_hidden="true"))
