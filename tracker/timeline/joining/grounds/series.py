"""Which of a series: rounds and tracks."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.joining.ground import Ground, never
from tracker.timeline.joining.telling import Telling


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_round``, ``same_track``; never two rounds."""
    if one.round is not None and other.round is not None:
        if one.round != other.round:
            yield never(f"round {min(one.round, other.round)} is not round {max(one.round, other.round)}")
        yield Ground("same_round", 1.0, f"both are round {one.round}")
    if one.track and one.track == other.track:
        yield Ground("same_track", 1.0, f"both belong to {one.track}")
