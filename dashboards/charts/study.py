"""What a chart of the page Insights says, as numbers and words, before anything is drawn.

The picture, the table beside it and the file that is downloaded are all made of one ``Study``, so they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd

from dashboards.theme import Theme
from tracker.timeline.links import Known, links_of

Kind = Literal["text", "count", "share", "day", "degrees"]
Ints = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Given:
    """What a chart may know beside the events that it shows: the whole timeline, its links, and the day it is."""

    whole: pd.DataFrame
    today: date

    @cached_property
    def _conflicts(self) -> tuple[Ints, list[str]]:
        codes, names = pd.factorize(self.whole["conflict"])
        return codes, [str(name) for name in names]

    def conflicts(self, events: Ints) -> list[str]:
        """The conflicts of the events at these places of the whole timeline, each once."""
        codes, names = self._conflicts
        return [names[code] for code in np.flatnonzero(np.bincount(codes[events], minlength=len(names)))]

    @cached_property
    def links(self) -> tuple[Known, ...]:
        """The links that the timeline holds."""
        return links_of(self.whole)


@dataclass(frozen=True, slots=True)
class Look:
    """How to draw: the theme, and the pixels that there are across."""

    theme: Theme = "light"
    width: int = 720

    @property
    def narrow(self) -> bool:
        """A phone's width: labels stand above what they name."""
        return self.width < 560


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a study's table: its name, its heading, what stands in it, and whether only the file has it."""

    name: str
    label: str
    kind: Kind = "text"
    file_only: bool = False


def _no_events(_row: int, _column: str) -> Ints:
    return np.zeros(0, dtype=np.int64)


def _no_conditions(_row: int, _column: str) -> dict[str, str]:
    return {}


@dataclass(frozen=True)
class Study:
    """The answer to a chart's question.

    ``headline`` says it in a sentence. ``table`` holds the numbers by ``columns``; without a row there is nothing to
    draw and ``headline`` says so. ``notes`` tell what is left out and how it is counted. ``events(row, column)`` are
    the places in the timeline of the events behind a number, ``conditions(row, column)`` conditions that may find
    them. ``more`` is what the drawing needs beside.
    """

    headline: str
    table: pd.DataFrame
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()
    summary: str = ""
    events: Callable[[int, str], Ints] = _no_events
    conditions: Callable[[int, str], dict[str, str]] = _no_conditions
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def numbers(self) -> tuple[Column, ...]:
        """The columns that hold counts."""
        return tuple(one for one in self.columns if one.kind == "count")


def point(row: int, column: str) -> str:
    """The name of a number that is drawn: figures carry it as ``customdata``, buttons of the table as their index."""
    return f"{row}:{column}"


def read_point(name: str) -> tuple[int, str]:
    """The row and column that ``point`` named."""
    row, _, column = name.partition(":")
    return int(row), column
