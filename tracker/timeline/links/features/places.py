"""Where the earlier one was, and whether the later one names that place."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.links.pair import Ground, Pair


def grounds(pair: Pair) -> Iterator[Ground]:
    """``place_named``: the later text names the earlier one's place; ``track``: both belong to one series."""
    place = pair.target.location
    if place and place in pair.source.text.casefold():
        yield Ground("place_named", 1.0, f"its text names {place.title()}, where that was")
    if pair.source.track and pair.source.track == pair.target.track:
        yield Ground("track", 1.0, f"both belong to {pair.source.track}")
