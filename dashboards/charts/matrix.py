"""Numbers in rows and columns as dots whose area is the number, each with its number on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from dashboards.charts import ink, plain
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Look, Study, point
from dashboards.language import number

ROW, TALL_ROW = 42, 60
"""Pixels of a row, and of one with its label above."""

LINE = 16
"""Pixels of a line of the headings."""

LABEL = 200
LEAST, INSIDE = 5.0, 19.0
"""Pixels of the smallest dot, and of the smallest that has its number on it; others have it beside them."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column of dots: of the table's column ``name``, headed ``label``, in the colour of ``group`` or of ink.

    ``hollow`` dots stand for what is not there yet; with ``shape`` the group's shape stands above the label.
    """

    name: str
    label: str
    group: str = ""
    hollow: bool = False
    shape: bool = False


def draw(study: Study, look: Look, heads: Sequence[Head], labels: str, *, titles: Mapping[int, str]) -> Sketch:
    """The table's numbers under ``heads``; the column ``labels`` names the rows, ``titles`` say what hovering tells."""
    count = len(study.table)
    row = TALL_ROW if look.narrow else ROW
    left = 0.0 if look.narrow else LABEL / look.width
    cell = look.width * (1 - left) / len(heads)
    texts = [[*([plain.mark(one.group, look)] if one.shape else []), *_lines(one.label, cell)] for one in heads]
    head_room = 8 + LINE * max(len(lines) for lines in texts)
    height = head_room + row * count
    made = plain.blank(look, height)
    made.update_layout(
        xaxis=plain.hidden(range=[-0.5, len(heads) - 0.5], domain=[left, 1]),
        yaxis=plain.hidden(range=[count * row, -head_room]),
    )
    largest = max(1, int(study.table[[one.name for one in heads]].to_numpy().max(initial=1)))
    widest = min(row if not look.narrow else row - 18, cell) - 4
    shift = 9 if look.narrow else 0
    for column, head in enumerate(heads):
        plain.words(made, look, "<br>".join(texts[column]), column, -6, xref="x", xanchor="center", yanchor="bottom")
        _dots(made, study, look, column, head, (row, shift, widest, largest), titles)
    for place, label in enumerate(study.table[labels]):
        y = place * row
        plain.hairline(made, look, xref="paper", yref="y", x0=0, x1=1, y0=y, y1=y)
        lines = [str(label)] if look.narrow else wrap(str(label), 28)[:2] or [""]
        text = "<br>".join(plain.cut(line, max(28, look.width // 7)) for line in lines)
        middle = y + (11 if look.narrow else row / 2)
        plain.words(made, look, text, 0, middle, tone="text", align="left")
    return made


def _dots(
    made: Sketch,
    study: Study,
    look: Look,
    column: int,
    head: Head,
    scale: tuple[int, int, float, int],
    titles: Mapping[int, str],
) -> None:
    row, shift, widest, largest = scale
    values = [int(value) for value in study.table[head.name]]
    kept = [(place, value) for place, value in enumerate(values) if value]
    sizes = [max(LEAST, widest * (value / largest) ** 0.5) for _place, value in kept]
    page = ink.INK[look.theme]["page"]
    base = ink.fill(head.group, look.theme) if head.group else ink.INK[look.theme]["quiet"]
    edge = ink.edge(head.group, look.theme) if head.group else base
    made.add(
        "scatter",
        name=head.name,
        meta="text",
        mode="markers+text",
        x=[column] * len(kept),
        y=[place * row + row / 2 + shift for place, _value in kept],
        text=[number(value) for _place, value in kept],
        textfont={"size": plain.SMALL, "color": ink.INK[look.theme]["text"]},
        textposition=["middle center" if one >= INSIDE else "middle right" for one in sizes],
        cliponaxis=False,
        customdata=[point(place, head.name) for place, _value in kept],
        hovertext=[
            f"{ink.plain(titles.get(place, ''))}<br>{ink.plain(head.label)}: {number(value)}" for place, value in kept
        ],
        hoverinfo="text",
        marker={
            "symbol": "circle",
            "size": sizes,
            "color": page if head.hollow else ink.mixed(base, page, 0.6),
            "opacity": 1,
            "line": {"width": 1.4 if head.hollow else 0.6, "color": edge},
        },
    )


def _lines(label: str, cell: float) -> list[str]:
    """A heading in lines that fit a column."""
    room = max(5, int(cell / 7.2))
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [plain.cut(line, room) for line in lines[:3]]
