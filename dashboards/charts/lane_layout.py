"""How high each lane is: the same wherever one looks and however near, so that nothing jumps while one moves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dashboards.charts.lanes import Lanes
from dashboards.charts.level_of_detail import centres, crowding
from dashboards.charts.spans import EVER, Spans, Viewport

HEAD = 28.0
"""Pixels at the top of a lane for its name."""

FOOT = 8.0
ROW, LOWEST_ROW = 13.0, 9.5
"""Pixels of a row of marks without labels, and how far it may shrink so that all lanes fit the screen."""

STRIP = 4.0
"""Height of the strip that says how many unsure events lie somewhere over a bin."""

FOLDED = 8.0
"""Height of what a folded lane shows under its name."""

FEWEST_ROWS, MOST_ROWS = 2, 9
LOOKED_AT = 20_000
"""Events of a lane that are certain to need all the rows that a lane may have."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's place in the figure: pixels from the top."""

    top: float
    height: float
    folded: bool = False

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


def rows_needed(spans: Spans, lanes: Lanes, whole: Viewport) -> tuple[int, ...]:
    """How many rows of marks each lane gets, by its fullest place over the ``whole`` period."""
    found = []
    dated = spans.key < EVER
    for lane in range(len(lanes.labels)):
        members = lanes.rows[lanes.lanes == lane]
        if len(members) > LOOKED_AT:
            found.append(MOST_ROWS)
            continue
        crowd = crowding(centres(spans, members[dated[members]]), whole)
        found.append(min(MOST_ROWS, max(FEWEST_ROWS, crowd)))
    return tuple(found)


def lay_out(rows: tuple[int, ...], height: int, folded: Collection[int] = ()) -> tuple[Lane, ...]:
    """The lanes one below the other. They fill the figure's ``height``, and grow beyond it if their marks need it."""
    if not rows:
        return ()
    open_rows = sum(many for lane, many in enumerate(rows) if lane not in folded)
    taken = (HEAD + FOOT) * len(rows) + FOLDED * len(folded)
    pitch = max(LOWEST_ROW, (height - taken) / open_rows) if open_rows else LOWEST_ROW
    found, top = [], 0.0
    for lane, many in enumerate(rows):
        room = FOLDED if lane in folded else pitch * many
        found.append(Lane(top, HEAD + FOOT + room, lane in folded))
        top += HEAD + FOOT + room
    return tuple(found)
