"""Stages of one series stand under one agreement: what the stage before carried out, this one carries out too."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.links.pair import Ground, Pair


def grounds(pair: Pair) -> Iterator[Ground]:
    """``kin``: how sure a neighbour in the same series has the same link."""
    if pair.kin:
        other = pair.index.event(pair.index.row_of[pair.kin_id])
        yield Ground("kin", pair.kin, f"so does {other.named_so}, of the same series")
