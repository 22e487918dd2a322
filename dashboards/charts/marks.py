"""One event as it is drawn: a solid mark for a day, a bar over all days that it may be, softly ended where unsure.

Planned is outlined, called off is struck through, one side's claim is hatched, an open end fades out. A mark never
stands for a day that is not known: an unsure event gets a mark only where its whole span is no wider than the mark.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboards.charts import ink
from dashboards.charts.level_of_detail import MARK
from dashboards.charts.sheet import HATCH_ANGLE, Sheet
from dashboards.charts.spans import DAY
from tracker.models import Status
from tracker.resources import event_groups

SIZE = 11.0
ROUND_SIZE = 18.0
BAR = 9.0
FADE = 96.0
"""Pixels over which an open end fades out."""

LAYERS = 6
"""Bars laid over each other to make a soft end."""

LAYER_ALPHA = 0.24
SOFT = 26.0
"""Pixels of a soft end, at most a third of the bar."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event to draw. ``first`` and ``last`` are the days since 1970 where it begins and ends, ``None`` where open;
    ``known`` as in ``Spans``.
    """

    id: str
    group: str
    status: str
    first: float | None
    last: float | None
    known: bool
    claimed: bool
    back: bool = False
    """Its shape points back in time."""
    title: str = ""
    number: str = ""
    """The number of a round, drawn in its mark."""

    @property
    def symbol(self) -> str:
        """Its group's shape."""
        shape = event_groups()[self.group].symbol
        return shape.replace("right", "left") if self.back else shape

    @property
    def hollow(self) -> bool:
        """Drawn as an outline: it has not come about."""
        return self.status in (Status.PLANNED, Status.CALLED_OFF)

    @property
    def centre(self) -> float:
        """Where its mark stands, if it gets one: its first day."""
        return (self.first or 0.0) + DAY / 2

    def reach(self, scale: float, *, numbered: bool = False) -> tuple[float, float]:
        """The pixels from the epoch on that its drawing takes, without its label, at ``scale`` pixels a day."""
        half = (ROUND_SIZE if numbered and self.number else MARK) / 2
        if self.first is None:
            end = (self.last or 0.0) * scale
            return end - FADE, end
        if self.last is None:
            return self.first * scale - half, self.first * scale + FADE
        middle = (self.centre if self.known else (self.first + self.last) / 2) * scale
        begin = min(self.first * scale, middle - half)
        return begin, max(self.last * scale if self.last - self.first > DAY else 0.0, middle + half)


def draw(sheet: Sheet, mark: Mark, y: float, scale: float, *, numbered: bool = False) -> None:
    """Draws ``mark`` at the height ``y``; ``numbered`` says that there is room for a round's number in its mark."""
    if mark.first is None or mark.last is None:
        _open_bar(sheet, mark, y, scale)
        return
    width = (mark.last - mark.first) * scale
    if mark.known:
        if mark.last - mark.first > DAY:
            _span_bar(sheet, mark, y)
        _point(sheet, mark, mark.centre, y, numbered=numbered)
    elif width <= MARK:
        _blur(sheet, mark, y, scale)
    else:
        _soft_bar(sheet, mark, y, scale)


def _point(sheet: Sheet, mark: Mark, x: float, y: float, *, numbered: bool = False, size: float = SIZE) -> None:
    size = ROUND_SIZE if numbered and mark.number else size
    theme = sheet.theme
    page, fill, edge = ink.INK[theme]["page"], ink.fill(mark.group, theme), ink.edge(mark.group, theme)
    symbol = mark.symbol
    hollow = mark.hollow or mark.claimed
    if symbol == "line-ns":
        _tick(sheet, mark, x, y)
    else:
        look = {"fill": page if hollow else fill, "edge": edge, "width": 2.0 if mark.hollow else 1.2}
        sheet.point(x, y, symbol, size + 1 if hollow else size, id=mark.id, **look)
        if mark.claimed:
            _hatch(sheet, x, y, size, edge)
    if mark.status == Status.CALLED_OFF:
        sheet.stroke(x, y, size, 0, 0, ink.INK[theme]["text"])
    if numbered and mark.number:
        colour = ink.INK[theme]["text"] if hollow else ink.on(fill)
        sheet.text(x, y, mark.number, colour, "middle center")


def _tick(sheet: Sheet, mark: Mark, x: float, y: float) -> None:
    """A context event's small line: with a light core if it has not come about, with gaps if it is a claim."""
    theme = sheet.theme
    edge, page = ink.edge(mark.group, theme), ink.INK[theme]["page"]
    sheet.point(
        x,
        y,
        "line-ns",
        SIZE + 1,
        fill=edge,
        edge=edge,
        width=3.0 if not mark.hollow else 5.0,
        id=mark.id,
    )
    if mark.hollow:
        sheet.point(x, y, "line-ns", SIZE - 1, fill=page, edge=page, width=2.0, id=mark.id)
    if mark.claimed:
        for standoff, angle in ((0.0, 0.0), (4.0, 0.0), (4.0, 180.0)):
            sheet.stroke(x, y, 7, angle, standoff, page)


def _hatch(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    """Three slanting strokes within a mark."""
    for standoff, turn, length in ((0.0, 0, 0.82), (size / 4, 0, 0.62), (size / 4, 180, 0.62)):
        sheet.stroke(x, y, size * length, turn - HATCH_ANGLE, standoff, colour)


def _blur(sheet: Sheet, mark: Mark, y: float, scale: float) -> None:
    """An unsure event whose whole span is narrower than a mark: the mark in a halo."""
    x = ((mark.first or 0.0) + (mark.last or 0.0)) / 2
    colour = ink.fill(mark.group, sheet.theme)
    for size, alpha in ((SIZE + 9, 0.16), (SIZE + 5, 0.2)):
        sheet.halos.add(x=x, y=y, symbol="circle", size=size, fill=ink.transparent(colour, alpha))
    _point(sheet, mark, x, y, size=SIZE - 3)


def _span_bar(sheet: Sheet, mark: Mark, y: float) -> None:
    """A span that is given by both its ends."""
    first, last = mark.first or 0.0, mark.last or 0.0
    if mark.hollow:
        _outline(sheet, mark, y, first, last, closed=(True, True))
        return
    colour = ink.mixed(ink.fill(mark.group, sheet.theme), ink.INK[sheet.theme]["page"], 0.35)
    sheet.bar(first, last - first, y, BAR - 3, colour, id=mark.id)
    if mark.claimed:
        _hatch_bar(sheet, mark, y, first, last, BAR - 3)


def _soft_bar(sheet: Sheet, mark: Mark, y: float, scale: float) -> None:
    """Some day within a span: layers that end one after the other, and the group's shape strewn over all days."""
    first, last = mark.first or 0.0, mark.last or 0.0
    soft = min(SOFT, (last - first) * scale / 3) / scale
    if mark.hollow:
        _outline(sheet, mark, y, first, last, closed=(False, False))
    else:
        for layer in range(LAYERS):
            inset = soft * layer / LAYERS
            _layer(sheet, mark, y, first + inset, last - inset)
    if mark.claimed:
        _hatch_bar(sheet, mark, y, first + soft / 2, last - soft / 2, BAR)
    _strew(sheet, mark, y, first + soft / 2, last - soft / 2, scale)


def _open_bar(sheet: Sheet, mark: Mark, y: float, scale: float) -> None:
    """One end known: from there it fades out."""
    reach = FADE / scale
    forward = mark.first is not None
    known = mark.first if mark.first is not None else (mark.last or 0.0)
    for layer in range(LAYERS):
        length = reach * (layer + 1) / LAYERS
        _layer(sheet, mark, y, known if forward else known - length, known + length if forward else known)
    if mark.claimed:
        _hatch_bar(
            sheet, mark, y, known if forward else known - reach / 2, known + reach / 2 if forward else known, BAR
        )
    sign = 1 if forward else -1
    sheet.line([(known, y - BAR / 2 - 2), (known, y + BAR / 2 + 2)], ink.edge(mark.group, sheet.theme), 2.0)
    near, far = sorted((known + sign * 6 / scale, known + sign * reach * 0.7))
    _strew(sheet, mark, y, near, far, scale)


def _layer(sheet: Sheet, mark: Mark, y: float, first: float, last: float) -> None:
    alpha = 0.06 if mark.hollow else LAYER_ALPHA
    colour = ink.transparent(ink.fill(mark.group, sheet.theme), alpha)
    sheet.bar(first, last - first, y, BAR, colour, id=mark.id)


def _hatch_bar(sheet: Sheet, mark: Mark, y: float, first: float, last: float, height: float) -> None:
    clear = ink.transparent(ink.INK[sheet.theme]["page"], 0)
    sheet.hatched_bars.add(x=first, length=last - first, y=y, height=height, fill=clear, id=mark.id)


def _outline(sheet: Sheet, mark: Mark, y: float, first: float, last: float, *, closed: tuple[bool, bool]) -> None:
    """A bar's outline; an end that is not closed is left open, for it is not known."""
    _layer(sheet, mark, y, first, last)
    colour = ink.edge(mark.group, sheet.theme)
    top, bottom = y - BAR / 2, y + BAR / 2
    sheet.line([(first, top), (last, top)], colour, 1.4)
    sheet.line([(first, bottom), (last, bottom)], colour, 1.4)
    for x, drawn in zip((first, last), closed, strict=True):
        if drawn:
            sheet.line([(x, top), (x, bottom)], colour, 1.4)
    if mark.status == Status.CALLED_OFF:
        sheet.line([(first, y), (last, y)], ink.INK[sheet.theme]["text"], 1.4)


def _strew(sheet: Sheet, mark: Mark, y: float, first: float, last: float, scale: float) -> None:
    """The group's shape, small and over and over, so that no single place seems meant."""
    count = min(40, max(1, int((last - first) * scale / 26)))
    step = (last - first) / (count + 1)
    symbol = mark.symbol
    edge, page = ink.edge(mark.group, sheet.theme), ink.INK[sheet.theme]["page"]
    for place in range(1, count + 1):
        sheet.point(
            first + step * place,
            y,
            symbol,
            5,
            fill=page if mark.hollow or mark.claimed else edge,
            edge=edge,
            width=1.2,
            id=mark.id,
        )
