"""The timeline: every event in its lane, on the days that it may lie on, as surely as they are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboards.charts import bin_bars, ink, level_of_detail, time_axis
from dashboards.charts.frame_marks import marks_of
from dashboards.charts.lane_layout import Lane, lay_out
from dashboards.charts.lane_marks import draw_lane
from dashboards.charts.lanes import Lanes, lanes_of
from dashboards.charts.links import Place, draw_links, linked_ids
from dashboards.charts.sheet import Sheet
from dashboards.charts.spans import DAY, Ints, Spans, Viewport, milliseconds

TITLE = "Events in time"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What does not depend on where one looks; kept between two moves over one frame."""

    frame: pd.DataFrame
    spans: Spans
    lanes: Lanes
    claimed: np.ndarray[Any, np.dtype[np.bool_]]


def prepare(frame: pd.DataFrame, choice: str) -> Prepared:
    """A frame's spans and its lanes by ``choice`` (``lanes.CHOICES``)."""
    return Prepared(frame, Spans.of(frame), lanes_of(frame, choice), (frame["claimed_by"] != "").to_numpy(dtype=bool))


def figure(
    frame: pd.DataFrame,
    viewport: Viewport,
    *,
    choice: str = "group",
    theme: ink.Theme = "light",
    today: date,
    selected: str = "",
    whole: tuple[float, float] | None = None,
) -> go.Figure:
    """The timeline of ``frame`` as seen through ``viewport``; ``whole`` is the period that it can be zoomed out to.

    ``layout.meta`` holds what the browser needs: ``walk``, the events in time order with their places for the
    keyboard; ``lanes``; ``drawn``, how many events are marks, binned and without a date.
    """
    return draw(prepare(frame, choice), viewport, theme=theme, today=today, selected=selected, whole=whole)


@dataclass(slots=True)
class _Drawn:
    """What came of drawing the lanes."""

    walk: list[dict[str, Any]] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    binned: list[tuple[Lane, str, list[bin_bars.Column]]] = field(default_factory=list)
    heads: list[tuple[Lane, str, int, int, str]] = field(default_factory=list)


def draw(
    prepared: Prepared,
    viewport: Viewport,
    *,
    theme: ink.Theme,
    today: date,
    selected: str = "",
    whole: tuple[float, float] | None = None,
) -> go.Figure:
    """``figure`` over what was prepared."""
    start, end = whole or (viewport.start, viewport.end)
    places = lay_out(prepared.spans, prepared.lanes, Viewport(start, end, viewport.width, viewport.height))
    sheet, drawn = Sheet(theme), _Drawn()
    window = viewport.widened()
    seen = prepared.spans.overlapping(*window)
    in_window = np.zeros(len(prepared.frame), dtype=bool)
    in_window[seen] = True
    member = in_window[prepared.lanes.rows]
    rows_by_lane = [prepared.lanes.rows[member & (prepared.lanes.lanes == lane)] for lane in range(len(places))]
    counts = prepared.lanes.counts()
    crowded = _crowded(prepared, viewport, places, rows_by_lane)
    bins = _bins(prepared, viewport, window) if any(crowded) else ()
    for number, (lane, rows) in enumerate(zip(places, rows_by_lane, strict=True)):
        label, group = prepared.lanes.labels[number], prepared.lanes.groups[number]
        if crowded[number]:
            found = bin_bars.columns(bins[number], label)
            drawn.binned.append((lane, group, found))
            drawn.walk += [_bin_stop(one, lane, number) for one in found if one.certain + one.uncertain]
            drawn.heads.append((lane, label, int(counts[number]), bins[number].wide, group))
        else:
            marks = marks_of(prepared.frame, prepared.spans, rows)
            stops = draw_lane(sheet, marks, lane, viewport, number)
            drawn.walk += stops
            drawn.places |= {stop["id"]: (stop["x"], stop["y"]) for stop in stops}
            drawn.heads.append((lane, label, int(counts[number]), 0, group))
    if selected:
        draw_links(sheet, drawn.places, selected, linked_ids(prepared.frame, selected))
    return _assemble(prepared, viewport, places, sheet, drawn, today)


def _crowded(
    prepared: Prepared, viewport: Viewport, places: Sequence[Lane], rows_by_lane: Sequence[Ints]
) -> list[bool]:
    """Which lanes have more events in sight than they have room for."""
    if sum(len(rows) for rows in rows_by_lane) > level_of_detail.MOST_MARKS:
        return [len(rows) > 0 for rows in rows_by_lane]
    middles = level_of_detail.centres(prepared.spans)
    return [
        level_of_detail.crowding(middles[rows], viewport) > lane.room / level_of_detail.LOWEST_ROW
        for lane, rows in zip(places, rows_by_lane, strict=True)
    ]


def _bins(prepared: Prepared, viewport: Viewport, window: tuple[float, float]) -> tuple[level_of_detail.Bins, ...]:
    edges = level_of_detail.bin_edges(viewport, *window)
    return level_of_detail.bins(prepared.spans, prepared.claimed, prepared.lanes, edges)


def _bin_stop(one: bin_bars.Column, lane: Lane, number: int) -> dict[str, Any]:
    return {"id": one.id, "x": one.x + one.length / 2, "y": lane.base - 12, "lane": number, "says": one.words}


def _assemble(
    prepared: Prepared, viewport: Viewport, places: Sequence[Lane], sheet: Sheet, drawn: _Drawn, today: date
) -> go.Figure:
    theme = sheet.theme
    height = places[-1].top + places[-1].height if places else float(viewport.height)
    made = go.Figure([*bin_bars.traces(drawn.binned, viewport, theme), *sheet.traces()])
    drawn.walk.sort(key=lambda stop: (stop["x"], stop["lane"], stop["y"]))
    undated = int((~prepared.spans.dated).sum())
    made.update_layout(
        width=viewport.width,
        height=height + time_axis.HEIGHT + 2,
        margin={"l": 0, "r": 0, "t": time_axis.HEIGHT, "b": 2},
        paper_bgcolor=ink.transparent(ink.INK[theme]["page"], 0),
        plot_bgcolor=ink.transparent(ink.INK[theme]["page"], 0),
        font={"family": ink.FONT, "size": 12, "color": ink.INK[theme]["text"]},
        barmode="overlay",
        bargap=0,
        showlegend=False,
        hovermode="closest",
        hoverdistance=14,
        dragmode="pan",
        uirevision="kept",
        hoverlabel={
            "bgcolor": ink.INK[theme]["page"],
            "bordercolor": ink.INK[theme]["strong"],
            "font": {"family": ink.FONT, "size": 14, "color": ink.INK[theme]["text"]},
            "align": "left",
            "namelength": 0,
        },
        xaxis=time_axis.axis(viewport, theme),
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        shapes=[*_rules(places, theme), *_today(today, theme)],
        annotations=[*_heads(drawn, theme), _today_word(today, theme)],
        meta={
            "walk": drawn.walk,
            "lanes": [
                {"label": label, "count": int(count)}
                for label, count in zip(prepared.lanes.labels, prepared.lanes.counts(), strict=True)
            ],
            "undated": undated,
            "total": len(prepared.frame),
        },
    )
    return made


def _rules(places: Sequence[Lane], theme: ink.Theme) -> list[dict[str, Any]]:
    """A hairline under each lane."""
    line = {"color": ink.INK[theme]["line"], "width": 1}
    return [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line, "layer": "below"}
        for y in (lane.top + lane.height for lane in places)
    ]


def _heads(drawn: _Drawn, theme: ink.Theme) -> list[dict[str, Any]]:
    """The lanes' names at their top left."""
    found = []
    for lane, label, count, wide, group in drawn.heads:
        glyph = f'<span style="color:{ink.edge(group, theme)}">{ink.glyph(group)}</span> ' if group else ""
        quiet = ink.INK[theme]["quiet"]
        more = f", {wide:,} of them over longer times" if wide else ""
        found.append(
            {
                "xref": "paper",
                "x": 0,
                "y": lane.top + 3,
                "xanchor": "left",
                "yanchor": "top",
                "text": f'{glyph}<b>{ink.plain(label)}</b> <span style="color:{quiet}">{count:,}{more}</span>',
                "showarrow": False,
                "font": {"size": 12, "color": ink.INK[theme]["text"]},
                "bgcolor": ink.transparent(ink.INK[theme]["page"], 0.85),
                "borderpad": 1,
            }
        )
    return found


def _today(today: date, theme: ink.Theme) -> list[dict[str, Any]]:
    x = milliseconds(today) + DAY / 2
    line = {"color": ink.INK[theme]["text"], "width": 1, "dash": "dot"}
    return [{"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line, "layer": "below"}]


def _today_word(today: date, theme: ink.Theme) -> dict[str, Any]:
    return {
        "x": milliseconds(today) + DAY / 2,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "xanchor": "right",
        "xshift": -2,
        "text": "Today",
        "showarrow": False,
        "font": {"size": 12, "color": ink.INK[theme]["quiet"]},
    }


__all__ = ["TITLE", "Prepared", "draw", "figure", "prepare"]
