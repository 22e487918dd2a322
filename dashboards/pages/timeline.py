"""The timeline: what happened in which order, and how surely each day is known."""

from __future__ import annotations

from dash import Dash, html
from dash.development.base_component import Component

from dashboards.data import Data
from dashboards.pages import Page

PAGE = Page(name="timeline", path="/", title="Timeline", order=10, filtered=True)


def layout(data: Data) -> Component:
    """The page."""
    return html.Div([html.H1("Timeline")])


def register(app: Dash, data: Data) -> None:
    """The page's callbacks."""
