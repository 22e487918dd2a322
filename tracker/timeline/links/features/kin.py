"""Stages of one series stand under one agreement: what the stage before carried out, this one carries out too."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.links.pair import Ground, Pair


def grounds(pair: Pair) -> Iterator[Ground]:
    """``kin``: how sure a neighbour in the same series has the same link."""
    if pair.kin:
        yield Ground("kin", pair.kin, f"so does {pair.kin_id}, of the same series")
