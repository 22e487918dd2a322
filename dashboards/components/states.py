"""What stands where content does not: nothing found, a failure, not yet loaded."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards.components.attributes import attributes
from dashboards.language import _


def empty(title: str, text: str, *actions: Component) -> html.Div:
    """Nothing to show: ``title`` says so, ``text`` says what would fill it, ``actions`` lead there."""
    return html.Div(
        [html.P(title, className="state-title"), html.P(text), html.Div(actions, className="state-actions")],
        className="state state-empty",
    )


def failure(title: str, text: str, *actions: Component) -> html.Div:
    """Something went wrong: ``text`` says what, what to do, and that nothing was lost."""
    return html.Div(
        [html.P(title, className="state-title"), html.P(text), html.Div(actions, className="state-actions")],
        className="state state-failure",
        role="alert",
    )


def skeleton(height: int, label: str = "") -> html.Div:
    """A grey place holder of ``height`` pixels that says to screen readers what is coming."""
    return html.Div(
        [dmc.VisuallyHidden(label or _("Loading")), dmc.Skeleton(height=height, radius="sm")],
        **attributes(aria_busy="true"),
        role="status",
    )
