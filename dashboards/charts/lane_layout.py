"""How high each lane is: the same wherever one looks and however near, so that nothing jumps while one moves."""

from __future__ import annotations

from dataclasses import dataclass

from dashboards.charts.lanes import Lanes
from dashboards.charts.level_of_detail import centres, crowding
from dashboards.charts.spans import Spans, Viewport

HEAD = 24.0
"""Pixels at the top of a lane for its name."""

FOOT = 8.0
ROW, LOWEST_ROW = 13.0, 9.5
"""Pixels of a row of marks without labels, and how far it may shrink so that all lanes fit the screen."""

FEWEST_ROWS, MOST_ROWS = 2, 9


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's place in the figure: pixels from the top."""

    top: float
    height: float

    @property
    def room(self) -> float:
        """The pixels that marks may take."""
        return self.height - HEAD - FOOT

    @property
    def base(self) -> float:
        """The line on which the lowest row stands."""
        return self.top + self.height - FOOT

    def middle_of(self, row: int, pitch: float) -> float:
        """The height of a row's middle; rows go upwards."""
        return self.base - pitch * (row + 0.5)


def lay_out(spans: Spans, lanes: Lanes, whole: Viewport) -> tuple[Lane, ...]:
    """The lanes one below the other. They fill the figure's height, and grow beyond it if their marks need it.

    ``whole`` is the whole period at the figure's size, so the answer does not depend on where one looks.
    """
    if not lanes.labels:
        return ()
    middles = centres(spans)
    dated = spans.dated
    rows = []
    for lane in range(len(lanes.labels)):
        members = lanes.rows[lanes.lanes == lane]
        rows.append(min(MOST_ROWS, max(FEWEST_ROWS, crowding(middles[members[dated[members]]], whole))))
    pitch = max(LOWEST_ROW, (whole.height - (HEAD + FOOT) * len(rows)) / sum(rows))
    heights = [HEAD + FOOT + pitch * one for one in rows]
    found, top = [], 0.0
    for height in heights:
        found.append(Lane(top, height))
        top += height
    return tuple(found)
