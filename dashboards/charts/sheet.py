"""What is drawn, collected as a pen would draw it, and handed to plotly as few traces.

Across is time in epoch milliseconds, down is pixels from the top of the figure. Everything that belongs to an event
carries its id (``customdata``) and what hovering says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from dashboards.charts.ink import FONT, INK, Theme

HATCH_ANGLE = 45
"""Degrees from upright at which hatching runs."""


@dataclass(slots=True)
class Columns:
    """Parallel lists by name: one entry of each for everything of a kind."""

    values: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, **entry: Any) -> None:
        """One more; every call names the same columns."""
        for name, value in entry.items():
            self.values.setdefault(name, []).append(value)

    def __getitem__(self, name: str) -> list[Any]:
        return self.values.get(name, [])

    def __len__(self) -> int:
        return len(next(iter(self.values.values()), []))


@dataclass(slots=True)
class Sheet:
    """The pen's strokes by kind. ``x`` and ``length`` are milliseconds, ``y``, ``size`` and ``height`` pixels."""

    theme: Theme
    points: Columns = field(default_factory=Columns)
    halos: Columns = field(default_factory=Columns)
    bars: Columns = field(default_factory=Columns)
    hatched_bars: Columns = field(default_factory=Columns)
    strokes: Columns = field(default_factory=Columns)
    lines: dict[tuple[str, float], Columns] = field(default_factory=dict)
    texts: Columns = field(default_factory=Columns)

    def point(self, x: float, y: float, symbol: str, size: float, **look: Any) -> None:
        """A mark: ``fill``, ``edge`` (colours), ``width`` of its edge, ``id``, ``hover``."""
        self.points.add(x=x, y=y, symbol=symbol, size=size, **look)

    def bar(self, x: float, length: float, y: float, height: float, fill: str, *, id: str, hover: str) -> None:  # noqa: A002
        """A bar from ``x`` on, centred on ``y``."""
        self.bars.add(x=x, length=length, y=y, height=height, fill=fill, id=id, hover=hover)

    def line(self, path: list[tuple[float, float]], colour: str, width: float) -> None:
        """A line through the points of ``path``."""
        columns = self.lines.setdefault((colour, width), Columns())
        for x, y in [*path, (None, None)]:
            columns.add(x=x, y=y)

    def stroke(self, x: float, y: float, size: float, angle: float, standoff: float, colour: str) -> None:
        """A short straight stroke of ``size`` pixels, turned by ``angle``, moved ``standoff`` pixels sideways."""
        self.strokes.add(x=x, y=y, size=size, angle=angle, standoff=standoff, colour=colour)

    def text(self, x: float, y: float, text: str, colour: str, anchor: str = "middle right") -> None:
        """Words beside a place."""
        self.texts.add(x=x, y=y, text=text, colour=colour, anchor=anchor)

    def traces(self) -> list[Any]:
        """Everything as plotly's traces, in the order in which it is drawn."""
        return [
            *self._bar_traces(),
            *(self._line_trace(columns, *look) for look, columns in self.lines.items()),
            *([self._halo_trace()] if len(self.halos) else []),
            *([self._point_trace()] if len(self.points) else []),
            *([self._stroke_trace()] if len(self.strokes) else []),
            *([self._text_trace()] if len(self.texts) else []),
        ]

    def _bar_traces(self) -> list[Any]:
        found = []
        for name, columns in (("bars", self.bars), ("hatched", self.hatched_bars)):
            if not len(columns):
                continue
            marker: dict[str, Any] = {"color": columns["fill"], "line": {"width": 0}}
            if name == "hatched":
                page = INK[self.theme]["page"]
                marker["pattern"] = {"shape": "/", "size": 6, "solidity": 0.4, "fgcolor": page, "fillmode": "overlay"}
            found.append(
                go.Bar(
                    name=name,
                    orientation="h",
                    base=columns["x"],
                    x=columns["length"],
                    y=columns["y"],
                    width=columns["height"],
                    customdata=columns["id"],
                    hovertext=columns["hover"],
                    hoverinfo="text",
                    marker=marker,
                )
            )
        return found

    def _line_trace(self, columns: Columns, colour: str, width: float) -> Any:
        return go.Scatter(
            name="lines",
            mode="lines",
            x=columns["x"],
            y=columns["y"],
            line={"color": colour, "width": width},
            hoverinfo="skip",
        )

    def _halo_trace(self) -> Any:
        columns = self.halos
        marker = {"symbol": columns["symbol"], "size": columns["size"], "color": columns["fill"], "line": {"width": 0}}
        return go.Scatter(
            name="halos", mode="markers", x=columns["x"], y=columns["y"], marker=marker, hoverinfo="skip", opacity=1
        )

    def _point_trace(self) -> Any:
        columns = self.points
        return go.Scatter(
            name="marks",
            mode="markers",
            x=columns["x"],
            y=columns["y"],
            customdata=columns["id"],
            hovertext=columns["hover"],
            hoverinfo="text",
            marker={
                "symbol": columns["symbol"],
                "size": columns["size"],
                "color": columns["fill"],
                "opacity": 1,
                "line": {"color": columns["edge"], "width": columns["width"]},
            },
        )

    def _stroke_trace(self) -> Any:
        columns = self.strokes
        return go.Scatter(
            name="strokes",
            mode="markers",
            x=columns["x"],
            y=columns["y"],
            hoverinfo="skip",
            marker={
                "symbol": "line-ew",
                "size": columns["size"],
                "angle": columns["angle"],
                "standoff": columns["standoff"],
                "line": {"color": columns["colour"], "width": 1.4},
            },
        )

    def _text_trace(self) -> Any:
        columns = self.texts
        return go.Scatter(
            name="labels",
            mode="text",
            x=columns["x"],
            y=columns["y"],
            text=columns["text"],
            textposition=columns["anchor"],
            textfont={"size": 12, "family": FONT, "color": columns["colour"]},
            hoverinfo="skip",
            cliponaxis=True,
        )
