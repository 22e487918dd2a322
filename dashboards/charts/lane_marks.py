"""The marks of one lane: stacked so that none hides another, labelled where there is room."""

from __future__ import annotations

from typing import Any

from dashboards.charts import ink
from dashboards.charts.lane_layout import LABELLED_ROW, ROW, Lane
from dashboards.charts.marks import Mark, draw
from dashboards.charts.packing import pack, shortened, text_width
from dashboards.charts.sheet import Sheet
from dashboards.charts.spans import DAY

WIDEST_LABEL = 260.0
NARROWEST_LABEL = 72.0
LABEL_GAP = 5.0
"""Pixels between a mark and its label."""

AFTER = 12.0
"""Pixels between a label and the next mark."""


def draw_lane(
    sheet: Sheet, marks: list[tuple[Mark, str]], lane: Lane, scale: float, number: int
) -> list[dict[str, Any]]:
    """Draws the marks of lane ``number`` and returns its stops for the keyboard: id, place and what is said there."""
    if not marks:
        return []
    only = [mark for mark, _says in marks]
    labelled = _labelled_rows(only, lane, scale)
    if labelled is not None:
        rows, pitch = labelled, LABELLED_ROW
    else:
        reaches = [mark.reach(scale) for mark in only]
        rows = pack([start for start, _end in reaches], [end for _start, end in reaches])
        pitch = min(LABELLED_ROW, ROW + 3, lane.room / (max(rows) + 1))
    heights = [lane.middle_of(row, pitch) for row in rows]
    for mark, y in zip(only, heights, strict=True):
        draw(sheet, mark, y, scale, numbered=labelled is not None)
    _label(sheet, only, rows, heights, scale, numbered=labelled is not None, pitch=pitch)
    return [
        {"id": mark.id, "x": _stop(mark), "y": y, "lane": number, "says": says}
        for (mark, says), y in zip(marks, heights, strict=True)
    ]


def _labelled_rows(marks: list[Mark], lane: Lane, scale: float) -> list[int] | None:
    """Rows in which every mark has its whole label; ``None`` if the lane is too low for that."""
    starts, ends = [], []
    for mark in marks:
        start, end = mark.reach(scale, numbered=True)
        starts.append(start)
        ends.append(end + LABEL_GAP + min(WIDEST_LABEL, text_width(mark.title)) + AFTER)
    rows = pack(starts, ends)
    return rows if (max(rows) + 1) * LABELLED_ROW <= lane.room + 1 else None


def _label(
    sheet: Sheet,
    marks: list[Mark],
    rows: list[int],
    heights: list[float],
    scale: float,
    *,
    numbered: bool,
    pitch: float,
) -> None:
    """Titles to the right of marks, as far as the next mark of the row leaves room."""
    if pitch < ROW:
        return
    colour = ink.INK[sheet.theme]["text"] if numbered else ink.INK[sheet.theme]["quiet"]
    following: dict[int, float] = {}
    for mark, row, y in reversed(list(zip(marks, rows, heights, strict=True))):
        start, end = mark.reach(scale, numbered=numbered)
        room = min(WIDEST_LABEL, following.get(row, float("inf")) - end - LABEL_GAP - AFTER)
        following[row] = start
        text = shortened(mark.title, round(room / 4) * 4) if room >= NARROWEST_LABEL else ""
        if not numbered and not text and mark.number and room + AFTER > text_width(mark.number):
            text = mark.number
        if text:
            sheet.text((end + LABEL_GAP) / scale, y, ink.plain(text), colour)


def _stop(mark: Mark) -> float:
    """Where the keyboard's ring goes: the mark, or the middle of a bar."""
    if mark.first is None:
        return (mark.last or 0.0) - DAY / 2
    if mark.known or mark.last is None:
        return mark.centre
    return (mark.first + mark.last) / 2
