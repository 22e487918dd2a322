"""What all charts of the page Insights look alike in: no boxes, hairlines, labels where the thing is."""

from __future__ import annotations

from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboards.charts import ink
from dashboards.charts.study import Look

DAY = 86_400_000.0
"""Milliseconds of a day, the unit of plotly's axes of time."""

SMALL = 12
"""Pixels of all letters in a chart."""


class Sketch:
    """A figure in the making: plain data in plotly's form, checked by plotly when ``figure`` is asked for.

    Checking each line as it is drawn would take most of the time that there is.
    """

    def __init__(self) -> None:
        self.data: list[dict[str, Any]] = []
        self.layout: dict[str, Any] = {"annotations": [], "shapes": []}

    def update_layout(self, **more: Any) -> None:
        """Sets parts of the layout."""
        self.layout |= more

    def add(self, kind: str, **trace: Any) -> None:
        """A trace of plotly's type ``kind``."""
        self.data.append({"type": kind, **trace})

    def plain(self) -> dict[str, Any]:
        """The figure as plotly's JSON."""
        return {"data": self.data, "layout": self.layout}

    def figure(self) -> go.Figure:
        """The figure; raises ``ValueError`` if plotly does not know a part of it."""
        return go.Figure(self.plain())


def blank(look: Look, height: int, **more: Any) -> Sketch:
    """A figure without axes, of ``look``'s width, on the page's own ground."""
    clear = ink.transparent(ink.INK[look.theme]["page"], 0)
    made = Sketch()
    made.update_layout(
        template={"data": {}, "layout": {}},
        width=look.width,
        height=max(10, height),
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        paper_bgcolor=clear,
        plot_bgcolor=clear,
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        font={"family": ink.FONT, "size": SMALL, "color": ink.INK[look.theme]["text"]},
        hoverlabel={
            "bgcolor": ink.INK[look.theme]["page"],
            "bordercolor": ink.INK[look.theme]["strong"],
            "font": {"family": ink.FONT, "size": SMALL, "color": ink.INK[look.theme]["text"]},
            "align": "left",
            "namelength": 0,
        },
        xaxis=hidden(),
        yaxis=hidden(),
        **more,
    )
    return made


def milliseconds(when: date) -> float:
    """The midnight at which a day begins, as plotly's axes of time count."""
    return (when - date(1970, 1, 1)).days * DAY


def hidden(**more: Any) -> dict[str, Any]:
    """An axis of which nothing is seen."""
    look = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return look | more


def words(made: Sketch, look: Look, text: str, x: float, y: float, **more: Any) -> None:
    """Words at a place; ``text`` is plotly's markup. Without further word it is quiet, from ``x`` to the right."""
    place: dict[str, Any] = {"xref": "paper", "yref": "y", "xanchor": "left", "yanchor": "middle", "showarrow": False}
    font = {"size": SMALL, "color": ink.INK[look.theme][more.pop("tone", "quiet")]}
    made.layout["annotations"].append({"text": text, "x": x, "y": y, "font": font} | place | more)


def hairline(made: Sketch, look: Look, **where: Any) -> None:
    """A thin line; ``tone`` "strong" for one that things stand on."""
    line = {"width": 1, "color": ink.INK[look.theme][where.pop("tone", "line")]}
    made.layout["shapes"].append({"type": "line", "line": line, "layer": "below"} | where)


def mark(group: str, look: Look) -> str:
    """A group's shape in its colour, as plotly's markup; before its name it stands for a legend."""
    return f'<span style="color:{ink.edge(group, look.theme)}">{ink.glyph(group)}</span>'


def cut(text: str, letters: int) -> str:
    """``text`` safe for plotly, and no longer than ``letters``."""
    short = text if len(text) <= letters else text[: max(1, letters - 1)].rstrip() + "…"
    return ink.plain(short)
