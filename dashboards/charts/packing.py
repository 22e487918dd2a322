"""Rows within a lane, so that events of the same days stand above each other and each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

GAP = 2.0
"""Pixels between neighbours in a row."""

ELLIPSIS = "…"
_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
_WIDE = frozenset("mwMW@%—")


def pack(starts: Sequence[float], ends: Sequence[float]) -> list[int]:
    """For items sorted by start, the lowest row in which each fits without touching another; ends are pixels too."""
    rows: list[float] = []
    places = []
    for start, end in zip(starts, ends, strict=True):
        place = next((row for row, taken in enumerate(rows) if taken <= start), len(rows))
        if place == len(rows):
            rows.append(end + GAP)
        else:
            rows[place] = end + GAP
        places.append(place)
    return places


@lru_cache(maxsize=100_000)
def text_width(text: str, size: int = 12) -> float:
    """About how many pixels ``text`` takes in the page's fonts, rather too many than too few."""
    return sum(0.36 if c in _NARROW else 0.95 if c in _WIDE else 0.68 if c.isupper() else 0.57 for c in text) * size


@lru_cache(maxsize=100_000)
def shortened(text: str, room: float, size: int = 12) -> str:
    """``text`` cut at a word to fit ``room`` pixels; empty if not even two of its words do: one says too little."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + ELLIPSIS, size) > room:
        text = text[:-1]
    cut = text.rsplit(" ", 1)[0] if " " in text else ""
    return cut.rstrip(" ,;:–-") + ELLIPSIS if len(cut) >= 8 and " " in cut else ""
