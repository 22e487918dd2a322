"""The strip above the timeline: how many events each stretch of the whole period holds, by group."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboards.charts import ink
from dashboards.charts.lanes import lanes_of
from dashboards.charts.level_of_detail import bin_edges, bins
from dashboards.charts.spans import Spans, Viewport

TITLE = "Events over the whole period"
HEIGHT = 56
COLUMN = 6.0
"""Pixels: the strip's height, and the width of its narrowest column."""


def figure(frame: pd.DataFrame, viewport: Viewport, *, theme: ink.Theme = "light") -> go.Figure:
    """Stacked columns of ``frame`` over ``viewport``, the whole period. ``layout.meta.extent`` are its two ends.

    An event known only to lie in a longer stretch than a column is left out of the columns, not guessed into one.
    """
    lanes = lanes_of(frame, "group")
    spans = Spans.of(frame)
    edges = bin_edges(viewport, viewport.start, viewport.end, COLUMN)
    counted = bins(spans, np.zeros(len(frame), dtype=bool), lanes, edges)
    centres = (edges[:-1] + edges[1:]) / 2
    traces = [
        go.Bar(
            name=label,
            x=centres,
            y=one.certain + one.uncertain,
            width=np.diff(edges) * 0.86,
            marker={"color": ink.fill(group, theme), "line": {"width": 0}},
            hoverinfo="skip",
        )
        for label, group, one in zip(lanes.labels, lanes.groups, counted, strict=True)
    ]
    made = go.Figure(traces)
    clear = ink.transparent(ink.INK[theme]["page"], 0)
    hidden = {"visible": False, "fixedrange": True}
    made.update_layout(
        width=viewport.width,
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 4, "b": 0},
        barmode="stack",
        bargap=0,
        showlegend=False,
        paper_bgcolor=clear,
        plot_bgcolor=clear,
        xaxis={**hidden, "type": "date", "range": [viewport.start, viewport.end]},
        yaxis=hidden,
        meta={"extent": [viewport.start, viewport.end]},
    )
    return made
