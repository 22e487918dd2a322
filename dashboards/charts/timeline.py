"""The timeline: every event in its lane, on the days that it may lie on, as surely as they are known.

Drawn on the server down to the last stroke (``Sheet``), set on the screen by ``assets/timeline_canvas.js``: a browser
moves three thousand strokes of a canvas in a few milliseconds, and as many elements of an SVG in hundreds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts import bin_bars, ink, level_of_detail
from dashboards.charts.event_marks import marks_of
from dashboards.charts.lane_layout import Lane, lay_out, rows_needed
from dashboards.charts.lane_marks import draw_lane, stop_of
from dashboards.charts.lanes import Lanes, lanes_of
from dashboards.charts.level_of_detail import Counting
from dashboards.charts.links import Place, draw_links
from dashboards.charts.marks import draw as draw_mark
from dashboards.charts.sheet import Sheet
from dashboards.charts.spans import DAY, EVER, Bools, Ints, Spans, Viewport, before, number_of
from dashboards.language import _
from dashboards.language import number as number_in_words
from tracker.timeline.outline import Outline

AXIS = 36
"""Pixels that the axis of time takes above the lanes."""

NOBODY: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What does not depend on where one looks; kept between two moves over the same events.

    ``rows`` of the outline, in time order; spans, lanes and counts go by their places in it.
    """

    outline: Outline
    rows: Ints
    spans: Spans
    lanes: Lanes
    claimed: Bools
    counting: Counting
    counts: Ints
    heights: dict[tuple[float, float, int], tuple[int, ...]] = field(default_factory=dict)

    def rows_needed(self, whole: Viewport) -> tuple[int, ...]:
        """``lane_layout.rows_needed``, once for a size of the screen."""
        key = (whole.start, whole.end, whole.width)
        if key not in self.heights:
            self.heights[key] = rows_needed(self.spans, self.lanes, whole)
        return self.heights[key]


def prepare(outline: Outline, rows: Ints, choice: str) -> Prepared:
    """These rows of an outline and their lanes by ``choice`` (``lanes.CHOICES``)."""
    spans, ordered = Spans.of(outline, rows)
    lanes = lanes_of(outline, ordered, choice)
    claimed = outline.coded("claimed_by").where(bool)[ordered]
    counting = Counting.of(spans, claimed, lanes)
    return Prepared(outline, ordered, spans, lanes, claimed, counting, lanes.counts())


def of_frame(frame: pd.DataFrame, choice: str = "group") -> Prepared:
    """The same of all events of a timeline's frame."""
    outline = Outline.of(frame)
    return prepare(outline, np.arange(len(outline)), choice)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The event that is selected, and those that it is linked to."""

    event_id: str = ""
    linked: tuple[str, ...] = ()


@dataclass(slots=True)
class _Drawn:
    """What came of drawing the lanes. Stops of the keyboard's walk are (id, x, y, lane)."""

    stops: list[tuple[str, float, float, int]] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    binned: list[tuple[Lane, str, list[bin_bars.Column]]] = field(default_factory=list)
    wide: dict[int, int] = field(default_factory=dict)


def draw(
    prepared: Prepared,
    viewport: Viewport,
    *,
    theme: ink.Theme = "light",
    today: date,
    chosen: Chosen | None = None,
    whole: tuple[float, float] | None = None,
    folded: Collection[str] = NOBODY,
) -> dict[str, Any]:
    """The timeline as seen through ``viewport``; ``whole`` is the period that it can be zoomed out to.

    Lanes named in ``folded`` show their name and a strip. What comes back is plain: the strokes of ``Sheet.plain``,
    ``lanes`` with their places, ``walk``, the events in time order with their places for the keyboard, and how many
    events are there in all and without a date.
    """
    start, end = whole or (viewport.start, viewport.end)
    shut = {number for number, key in enumerate(prepared.lanes.keys) if key in folded}
    needed = prepared.rows_needed(Viewport(start, end, viewport.width, viewport.height))
    places = lay_out(needed, viewport.height, shut)
    sheet, drawn, window = Sheet(theme), _Drawn(), viewport.widened()
    _draw_lanes(sheet, drawn, prepared, viewport, window, places)
    if chosen and chosen.event_id:
        _draw_chosen(sheet, drawn, prepared, viewport, places, chosen)
    return _plain(prepared, viewport, window, places, sheet, drawn, today)


def _draw_lanes(
    sheet: Sheet,
    drawn: _Drawn,
    prepared: Prepared,
    viewport: Viewport,
    window: tuple[float, float],
    places: Sequence[Lane],
) -> None:
    lanes = prepared.lanes
    if prepared.spans.count(*window) > level_of_detail.MOST_MARKS:
        crowded, members = [True] * len(places), [np.zeros(0, dtype=np.intp)] * len(places)
    else:
        seen = prepared.spans.overlapping(*window)
        members = _by_lane(lanes, seen, len(prepared.rows))
        crowded = [
            lane.folded or _is_crowded(prepared, rows, viewport, lane)
            for lane, rows in zip(places, members, strict=True)
        ]
    edges = level_of_detail.bin_edges(viewport, *window) if any(crowded) else np.zeros(1)
    counted = level_of_detail.bins(prepared.counting, edges)
    when = bin_bars.whens(edges)
    for number, lane in enumerate(places):
        if crowded[number]:
            found = bin_bars.columns(counted[number], when, lanes.labels[number], number)
            drawn.binned.append((lane, lanes.groups[number], found))
            drawn.wide[number] = counted[number].wide
            stand = lane.base - (4 if lane.folded else 12)
            drawn.stops += [(one.id, one.x + one.length / 2, stand, number) for one in found if one.events]
        else:
            marks = marks_of(prepared.outline, prepared.rows, prepared.spans, members[number])
            stops = draw_lane(sheet, marks, lane, viewport)
            drawn.stops += [(*stop, number) for stop in stops]
            drawn.places |= {name: (x, y) for name, x, y in stops}
    bin_bars.draw(sheet, drawn.binned, viewport)


def _by_lane(lanes: Lanes, seen: Ints, size: int) -> list[Ints]:
    """The events of ``seen`` by lane."""
    mask = np.zeros(size, dtype=bool)
    mask[seen] = True
    inside = np.flatnonzero(mask[lanes.rows])
    rows, numbers = lanes.rows[inside], lanes.lanes[inside]
    return [rows[numbers == lane].astype(np.intp) for lane in range(len(lanes.labels))]


def _is_crowded(prepared: Prepared, rows: Ints, viewport: Viewport, lane: Lane) -> bool:
    """Whether a lane has more events in sight than it has room for."""
    crowd = level_of_detail.crowding(level_of_detail.centres(prepared.spans, rows), viewport)
    return crowd > lane.room / level_of_detail.LOWEST_ROW


def _draw_chosen(
    sheet: Sheet, drawn: _Drawn, prepared: Prepared, viewport: Viewport, places: Sequence[Lane], chosen: Chosen
) -> None:
    """The selected event, those that it is linked to, and the lines between them; also where their lane is binned."""
    for name in (chosen.event_id, *chosen.linked):
        if name in drawn.places:
            continue
        here = np.flatnonzero(prepared.rows == prepared.outline.row_of(name))
        if not len(here) or prepared.spans.key[here[0]] == EVER:
            continue
        for mark, says in marks_of(prepared.outline, prepared.rows, prepared.spans, here):
            lane = places[int(prepared.lanes.lanes[np.flatnonzero(prepared.lanes.rows == here[0])[0]])]
            y = lane.base - lane.room / 2
            halo = ink.transparent(ink.INK[sheet.theme]["page"], 0.9)
            x = stop_of(mark)
            sheet.halos.add(x=x, y=y, symbol="circle", size=26, fill=halo)
            sheet.thing(name, says)
            draw_mark(sheet, mark, y, viewport.scale)
            drawn.places[name] = (x, y)
    draw_links(sheet, drawn.places, chosen.event_id, chosen.linked)


def _plain(
    prepared: Prepared,
    viewport: Viewport,
    window: tuple[float, float],
    places: Sequence[Lane],
    sheet: Sheet,
    drawn: _Drawn,
    today: date,
) -> dict[str, Any]:
    origin = float(np.floor(window[0]))
    found = sheet.plain(origin)
    place = {name: number for number, name in enumerate(found["things"]["id"])}
    stops = sorted(drawn.stops, key=lambda stop: (stop[1], stop[3], stop[2]))
    return found | {
        "origin": origin,
        "from": viewport.start,
        "to": viewport.end,
        "width": viewport.width,
        "height": places[-1].top + places[-1].height if places else float(viewport.height),
        "top": AXIS,
        "today": number_of(today) + DAY / 2,
        "todayWord": _("Today"),
        "lanes": [_lane(prepared, drawn, number, lane, sheet.theme) for number, lane in enumerate(places)],
        "walk": {
            "thing": [place[name] for name, _x, _y, _lane in stops],
            "x": [round(x - origin, 4) for _name, x, _y, _lane in stops],
            "y": [round(y, 2) for _name, _x, y, _lane in stops],
            "lane": [lane for _name, _x, _y, lane in stops],
        },
        "before": _beyond(prepared.spans.begins, window[0], forward=False),
        "after": _beyond(prepared.spans.begins, window[1], forward=True),
        "undated": prepared.spans.undated,
        "total": len(prepared.rows),
    }


def _beyond(begins: Any, edge: float, *, forward: bool) -> int | None:
    """The first day of the nearest event that begins outside the window: where the keyboard goes on."""
    at = before(begins, edge) - (0 if forward else 1)
    return int(begins[at]) if 0 <= at < len(begins) and begins[at] > -EVER else None


def _lane(prepared: Prepared, drawn: _Drawn, number: int, lane: Lane, theme: ink.Theme) -> dict[str, Any]:
    """A lane's head: its name, how many events it holds, and how many of these are in no bin."""
    group, wide = prepared.lanes.groups[number], drawn.wide.get(number, 0)
    return {
        "key": prepared.lanes.keys[number],
        "label": prepared.lanes.labels[number],
        "glyph": ink.glyph(group) if group else "",
        "colour": ink.edge(group, theme) if group else ink.INK[theme]["text"],
        "count": number_in_words(int(prepared.counts[number])),
        "more": _("{many} of them over longer times", many=number_in_words(wide)) if wide and not lane.folded else "",
        "top": lane.top,
        "height": lane.height,
        "folded": lane.folded,
        "binned": number in drawn.wide,
    }


__all__ = ["Chosen", "Prepared", "draw", "of_frame", "prepare"]
