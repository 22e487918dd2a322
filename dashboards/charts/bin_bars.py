"""A crowded lane as counted bins: columns whose height is the number of events, opened by a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboards.charts import ink
from dashboards.charts.lane_layout import Lane
from dashboards.charts.level_of_detail import Bins
from dashboards.charts.spans import Viewport, day_at
from tracker.timeline.date_in_words import date_in_words

TEXT_ROOM = 14.0
"""Pixels kept free above the highest column for its number."""

NUMBER_WIDTH = 7.5
STRIP = 4.0
"""Height of the strip that says how many unsure events lie somewhere over a bin."""


@dataclass(frozen=True, slots=True)
class Column:
    """One bin to draw, in pixels from the lane's base; ``id`` tells the page which stretch to open."""

    x: float
    length: float
    certain: int
    uncertain: int
    covering: int
    id: str
    words: str


def columns(bins: Bins, lane: str) -> list[Column]:
    """The bins of a lane that hold or are covered by something."""
    found = []
    for start, end, sure, unsure, covering in zip(
        bins.edges[:-1], bins.edges[1:], bins.certain, bins.uncertain, bins.covering, strict=True
    ):
        if not (sure or unsure or covering):
            continue
        when = date_in_words(day_at(start), day_at(end - 1), "range")
        said = [f"{lane}, {when}", f"{sure + unsure:,} {'event' if sure + unsure == 1 else 'events'}"]
        if unsure:
            said.append(f"{unsure:,} of them not sure: day not known, or one side's word")
        if covering:
            said.append(f"{covering:,} more lie somewhere in a longer time around it")
        name = f"bin:{start:.0f}:{end:.0f}"
        found.append(Column(start, end - start, int(sure), int(unsure), int(covering), name, ". ".join(said)))
    return found


def traces(placed: list[tuple[Lane, str, list[Column]]], viewport: Viewport, theme: ink.Theme) -> list[Any]:
    """The columns of all binned lanes (lane, group, columns), their heights on one scale so that lanes compare."""
    unit = min((_unit(lane, found) for lane, _group, found in placed), default=1.0)
    layers: dict[str, dict[str, list[Any]]] = {}
    texts: dict[str, list[Any]] = {"x": [], "y": [], "text": []}
    for lane, group, found in placed:
        fill = ink.fill(group, theme) if group else ink.INK[theme]["quiet"]
        pale = ink.mixed(fill, ink.INK[theme]["page"], 0.55)
        base = lane.base - STRIP - 1
        for one in found:
            sure, unsure = one.certain * unit, one.uncertain * unit
            if one.certain:
                _add(layers, "certain", one, base - sure / 2, max(sure, 1.5), fill)
            if one.uncertain:
                _add(layers, "uncertain", one, base - sure - unsure / 2, max(unsure, 1.5), pale)
            if one.covering:
                _add(layers, "covering", one, lane.base - STRIP / 2, STRIP, pale)
            number = f"{one.certain + one.uncertain:,}"
            middle, half = one.x + one.length / 2, NUMBER_WIDTH * len(number) / 2 + 1
            cut = 0 < (middle - viewport.start) * viewport.scale < half
            if one.certain + one.uncertain and one.length * viewport.scale >= 2 * half and not cut:
                texts["x"].append(middle)
                texts["y"].append(base - sure - unsure - 7)
                texts["text"].append(number)
    drawn: list[Any] = [_bars(name, layer, theme) for name, layer in layers.items()]
    if texts["x"]:
        font = {"size": 12, "family": ink.FONT, "color": ink.INK[theme]["quiet"]}
        drawn.append(
            go.Scatter(
                name="counts", mode="text", **texts, textfont=font, hoverinfo="skip", textposition="middle center"
            )
        )
    return drawn


def _unit(lane: Lane, found: list[Column]) -> float:
    """Pixels for one event, so that the lane's highest column still has room for its number."""
    highest = max((one.certain + one.uncertain for one in found), default=0)
    return max(1.0, lane.room - TEXT_ROOM - STRIP) / max(1, highest)


def _add(layers: dict[str, dict[str, list[Any]]], name: str, one: Column, y: float, height: float, fill: str) -> None:
    layer = layers.setdefault(name, {key: [] for key in ("base", "x", "y", "width", "customdata", "hovertext", "fill")})
    for key, value in zip(
        layer, (one.x, one.length, y, height, one.id, one.words.replace(". ", "<br>"), fill), strict=True
    ):
        layer[key].append(value)


def _bars(name: str, layer: dict[str, list[Any]], theme: ink.Theme) -> Any:
    marker: dict[str, Any] = {"color": layer.pop("fill"), "line": {"width": 1, "color": ink.INK[theme]["page"]}}
    if name != "certain":
        fg = ink.INK[theme]["page"]
        marker["pattern"] = {"shape": "/", "size": 5, "solidity": 0.3, "fgcolor": fg, "fillmode": "overlay"}
    return go.Bar(name=name, orientation="h", hoverinfo="text", marker=marker, **layer)
