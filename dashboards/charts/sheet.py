"""What is drawn, collected as a pen would draw it, and handed to the browser column by column.

Across is time in days since 1970, down is pixels from the top of the lanes. Everything that belongs to an event carries
its id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dashboards.charts.ink import Theme

CODED = frozenset(
    ("symbol", "hatch", "fill", "edge", "colour", "anchor", "size", "width", "height", "angle", "standoff")
)
"""Columns that repeat few values."""

Lines = tuple[str | tuple[str, ...], ...]
"""What is said of a thing, line by line; parts of a line that others say too are apart."""

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

    def extend(self, **entries: Sequence[Any]) -> None:
        """Several more, by columns of one length."""
        for name, values in entries.items():
            self.values.setdefault(name, []).extend(values)

    def __getitem__(self, name: str) -> list[Any]:
        return self.values.get(name, [])

    def __len__(self) -> int:
        return len(next(iter(self.values.values()), []))


@dataclass(slots=True)
class Sheet:
    """The pen's strokes by kind. ``x`` and ``length`` are days, ``y``, ``size`` and ``height`` pixels."""

    theme: Theme
    bins: Columns = field(default_factory=Columns)
    points: Columns = field(default_factory=Columns)
    halos: Columns = field(default_factory=Columns)
    bars: Columns = field(default_factory=Columns)
    hatched_bars: Columns = field(default_factory=Columns)
    strokes: Columns = field(default_factory=Columns)
    lines: dict[tuple[str, float, bool], Columns] = field(default_factory=dict)
    texts: Columns = field(default_factory=Columns)
    told: dict[str, Lines] = field(default_factory=dict)

    def point(self, x: float, y: float, symbol: str, size: float, **look: Any) -> None:
        """A mark: ``fill``, ``edge`` (colours), ``width`` of its edge, ``id``."""
        self.points.add(x=x, y=y, symbol=symbol, size=size, **look)

    def bar(self, x: float, length: float, y: float, height: float, fill: str, *, id: str) -> None:  # noqa: A002
        """A bar from ``x`` on, centred on ``y``."""
        self.bars.add(x=x, length=length, y=y, height=height, fill=fill, id=id)

    def line(self, path: list[tuple[float, float]], colour: str, width: float, *, dash: bool = False) -> None:
        """A line through the points of ``path``."""
        columns = self.lines.setdefault((colour, width, dash), Columns())
        for x, y in [*path, (None, None)]:
            columns.add(x=x, y=y)

    def stroke(self, x: float, y: float, size: float, angle: float, standoff: float, colour: str) -> None:
        """A short straight stroke of ``size`` pixels, turned by ``angle``, moved ``standoff`` pixels sideways."""
        self.strokes.add(x=x, y=y, size=size, angle=angle, standoff=standoff, colour=colour)

    def text(self, x: float, y: float, text: str, colour: str, anchor: str = "middle right", *, id: str = "") -> None:  # noqa: A002
        """Words beside a place; with an ``id`` they can be pointed at."""
        self.texts.add(x=x, y=y, text=text, colour=colour, anchor=anchor, id=id)

    def thing(self, name: str, says: Lines) -> None:
        """What hovering and a screen reader say of ``name``: a mark's event or a bin; the first line is its title."""
        self.told.setdefault(name, says)

    def plain(self, origin: float) -> dict[str, Any]:
        """All strokes by kind as the browser draws them, with places in time counted from ``origin``.

        ``things`` are those that can be pointed at; ``thing`` counts in them; the lines that they say are places in
        ``words``, or several whose words are joined. A column of few values is ``{"of": values, "at": places}``.
        """
        place = {name: number for number, name in enumerate(self.told)}
        kinds = {
            "bins": self.bins,
            "bars": self.bars,
            "hatched": self.hatched_bars,
            "halos": self.halos,
            "points": self.points,
            "strokes": self.strokes,
            "texts": self.texts,
        }
        found: dict[str, Any] = {kind: _packed(columns, origin, place) for kind, columns in kinds.items()}
        found["lines"] = [
            {"colour": colour, "width": width, "dash": dash, **_packed(columns, origin, place)}
            for (colour, width, dash), columns in self.lines.items()
        ]
        words: dict[str, int] = {}
        said = [
            [
                words.setdefault(line, len(words))
                if isinstance(line, str)
                else [words.setdefault(part, len(words)) for part in line]
                for line in lines
            ]
            for lines in self.told.values()
        ]
        found["things"] = {"id": list(self.told), "says": said, "words": list(words)}
        return found


def _packed(columns: Columns, origin: float, things: Mapping[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"count": len(columns)}
    for name, cells in columns.values.items():
        if name == "id":
            found["thing"] = [things.get(cell, -1) for cell in cells]
        elif name in CODED:
            values: dict[Any, int] = {}
            at = [values.setdefault(cell, len(values)) for cell in cells]
            found[name] = {"of": list(values), "at": at}
        elif name == "text":
            found[name] = cells
        else:
            found[name] = _rounded(cells, 4 if name in ("x", "length") else 2, origin if name == "x" else 0.0)
    return found


def _rounded(cells: list[Any], digits: int, origin: float) -> list[float | None]:
    """Places counted from ``origin``; ``None`` stays."""
    rounded = np.round(np.array(cells, dtype=np.float64) - origin, digits)
    if not np.isnan(rounded).any():
        return list(rounded.tolist())
    return [None if cell is None else place for cell, place in zip(cells, rounded.tolist(), strict=True)]
