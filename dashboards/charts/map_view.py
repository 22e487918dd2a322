"""The stretch of the world that a map shows, and which of its points can be named without hiding each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboards.charts.packing import text_width

Floats = np.ndarray[Any, np.dtype[np.float64]]
MARGIN = 0.12
NARROWEST = 14.0
"""Degrees that are shown at least, so that one place does not fill the world."""
POLE = 78.0
"""Degrees north and south beyond which Mercator's projection is not shown."""
LOWEST, HIGHEST = 210, 520
"""Pixels of the height of a map."""

LINE = 16.0
"""Pixels of a line of text."""


@dataclass(frozen=True, slots=True)
class Box:
    """A map's edges in degrees, and its size in pixels."""

    west: float
    east: float
    south: float
    north: float
    width: int
    height: int

    def x(self, lon: float) -> float:
        """Pixels from the left edge."""
        return (lon - self.west) / (self.east - self.west) * self.width

    @property
    def asked(self) -> tuple[float, float]:
        """The latitudes to ask plotly for, so that it shows these: it fits a box whose upper and lower edges are four
        great circles each, which bulge towards the poles.
        """
        quarter = math.cos(math.radians((self.east - self.west) / 8))
        south = self.south if self.south > 0 else _flattened(self.south, quarter)
        return south, self.north if self.north < 0 else _flattened(self.north, quarter)

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude in the middle of the picture."""
        return (self.west + self.east) / 2, _down((_up(self.south) + _up(self.north)) / 2)

    def y(self, lat: float) -> float:
        """Pixels from the top."""
        low, high = _up(self.south), _up(self.north)
        return (high - _up(lat)) / (high - low) * self.height


def _flattened(lat: float, quarter: float) -> float:
    return math.degrees(math.atan(math.tan(math.radians(lat)) * quarter))


def _up(lat: float) -> float:
    """Mercator's height of a latitude, in degrees of longitude."""
    kept = math.radians(max(-POLE - 5, min(POLE + 5, lat)))
    return math.degrees(math.log(math.tan(math.pi / 4 + kept / 2)))


def _down(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(height))) - math.pi / 2)


def height_of(lon: Floats, lat: Floats, width: int) -> int:
    """Pixels down that a map of these points needs at ``width`` pixels across."""
    across = max(NARROWEST, float(lon.max() - lon.min()) * (1 + 2 * MARGIN))
    high, low = _up(min(POLE, float(lat.max()))), _up(max(-POLE, float(lat.min())))
    needed = width * (high - low) * (1 + 4 * MARGIN) / min(across, 360.0)
    return int(max(LOWEST, min(HIGHEST, width * 0.62, needed)))


def box_of(lon: Floats, lat: Floats, width: int, height: int) -> Box:
    """The box that holds all points with a margin, in the shape of the picture."""
    west, east = float(lon.min()), float(lon.max())
    low, high = _up(max(-POLE, float(lat.min()))), _up(min(POLE, float(lat.max())))
    across = max(NARROWEST, (east - west) * (1 + 2 * MARGIN), (high - low) * (1 + 2 * MARGIN) * width / height)
    across = min(across, 360.0)
    up = across * height / width
    middle = (west + east) / 2
    centre = (low + high) / 2
    ceiling = _up(POLE)
    centre = max(-ceiling + up / 2, min(ceiling - up / 2, centre)) if up < 2 * ceiling else 0.0
    left = max(-180.0, min(180.0 - across, middle - across / 2))
    return Box(left, left + across, _down(centre - up / 2), _down(centre + up / 2), width, height)


def labels_of(lon: Floats, lat: Floats, size: Floats, names: list[str], box: Box) -> list[tuple[int, str]]:
    """Which points get their name, the first first, and where beside them: no name covers another, or a dot."""
    dots = [(box.x(x), box.y(y), radius / 2) for x, y, radius in zip(lon, lat, size, strict=True)]
    taken: list[tuple[float, float, float, float]] = []
    found = []
    for place, (x, y, radius) in enumerate(dots):
        width = text_width(names[place]) + 6
        spots = (
            ("middle right", x + radius + 2, y - LINE / 2),
            ("middle left", x - radius - 2 - width, y - LINE / 2),
            ("top center", x - width / 2, y - radius - LINE - 2),
            ("bottom center", x - width / 2, y + radius + 2),
        )
        for anchor, left, top in spots:
            area = (left, top, left + width, top + LINE)
            inside = left >= 2 and area[2] <= box.width - 2 and top >= 2 and area[3] <= box.height - 2
            clear = not any(_over(area, one) for one in taken) and not any(
                _over(area, (a - r, b - r, a + r, b + r)) for other, (a, b, r) in enumerate(dots) if other != place
            )
            if inside and clear:
                taken.append(area)
                found.append((place, anchor))
                break
    return found


def _over(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
