"""The marks of one lane: stacked so that none hides another, labelled where there is room."""

from __future__ import annotations

from dashboards.charts import ink
from dashboards.charts.lane_layout import ROW, Lane
from dashboards.charts.marks import Mark, draw
from dashboards.charts.packing import pack, shortened, text_width
from dashboards.charts.sheet import Sheet
from dashboards.charts.spans import DAY, Viewport

LABEL_WIDTHS = (480.0, 300.0, 180.0)
"""Pixels to which labels are cut, tried in turn until all find room."""

NARROWEST_LABEL = 72.0
LABELLED_ROW, TALLEST_LABELLED_ROW = 17.0, 22.0
"""Pixels of a row whose marks all have a label: the least that can be read, and the most."""

LABEL_GAP = 5.0
"""Pixels between a mark and its label."""

TALLEST_ROW = 18.0
"""Pixels of a row in a lane that has room to spare but not for every label."""

AFTER = 12.0
"""Pixels between a label and the next mark."""


def draw_lane(
    sheet: Sheet, marks: list[tuple[Mark, tuple[str, ...]]], lane: Lane, viewport: Viewport
) -> list[tuple[str, float, float]]:
    """Draws the marks of a lane and returns its stops for the keyboard: id and place."""
    if not marks:
        return []
    for mark, says in marks:
        sheet.thing(mark.id, says)
    only = [mark for mark, _says in marks]
    scale = viewport.scale
    rows, pitch, numbered = _rows(only, lane, scale)
    heights = [lane.middle_of(row, pitch) for row in rows]
    for mark, y in zip(only, heights, strict=True):
        draw(sheet, mark, y, scale, numbered=numbered)
    if pitch >= ROW:
        _label(sheet, list(zip(only, rows, heights, strict=True)), viewport, numbered=numbered)
    return [(mark.id, stop_of(mark), y) for mark, y in zip(only, heights, strict=True)]


def _rows(marks: list[Mark], lane: Lane, scale: float) -> tuple[list[int], float, bool]:
    """The row of each mark, a row's height, and whether there is room for labels and numbers.

    First with whole labels, then with shortened ones, at last without.
    """
    for widest in LABEL_WIDTHS:
        reaches = [mark.reach(scale, numbered=True) for mark in marks]
        ends = [
            end + LABEL_GAP + min(widest, text_width(mark.title)) + AFTER
            for mark, (_start, end) in zip(marks, reaches, strict=True)
        ]
        rows = pack([start for start, _end in reaches], ends)
        pitch = lane.room / (max(rows) + 1)
        if pitch >= LABELLED_ROW:
            return rows, min(TALLEST_LABELLED_ROW, pitch), True
    reaches = [mark.reach(scale) for mark in marks]
    rows = pack([start for start, _end in reaches], [end for _start, end in reaches])
    return rows, min(TALLEST_ROW, lane.room / (max(rows) + 1)), False


def _label(sheet: Sheet, placed: list[tuple[Mark, int, float]], viewport: Viewport, *, numbered: bool) -> None:
    """Titles to the right of the marks, as far as the next mark of the row leaves room; the screen's edge cuts them."""
    scale = viewport.scale
    colour = ink.INK[sheet.theme]["text" if numbered else "quiet"]
    right = viewport.widened()[1] * scale
    following: dict[int, float] = {}
    for mark, row, y in reversed(placed):
        start, end = mark.reach(scale, numbered=numbered)
        room = min(LABEL_WIDTHS[0], following.get(row, right + AFTER) - AFTER - end - LABEL_GAP)
        following[row] = start
        text = shortened(mark.title, round(room / 4) * 4) if room >= NARROWEST_LABEL else ""
        if not numbered and not text and mark.number and room + AFTER > text_width(mark.number) + LABEL_GAP:
            text = mark.number
        if text:
            sheet.text((end + LABEL_GAP) / scale, y, text, colour, id=mark.id)


def stop_of(mark: Mark) -> float:
    """Where the keyboard's ring goes: the mark, or the middle of a bar."""
    if mark.first is None:
        return (mark.last or 0.0) - DAY / 2
    if mark.known or mark.last is None:
        return mark.centre
    return (mark.first + mark.last) / 2
