"""How long after, and whether within the term of what is broken or carried out."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tracker.timeline.links.naming import days
from tracker.timeline.links.pair import Ground, Pair

LONG = 365
"""Days after which time says no more."""


def grounds(pair: Pair) -> Iterator[Ground]:
    """``gap`` (logarithm of the days between, 1 for a year), ``same_day``, ``during``, ``nearest``, ``undated``."""
    gap = pair.gap
    if gap is None:
        yield Ground("undated", 1.0)
        return
    target = pair.target
    if target.earliest < target.latest and pair.source.earliest <= target.latest:
        yield Ground("during", 1.0, "it lies within the days of that")
    elif gap == 0:
        yield Ground("same_day", 1.0, "it lies on the same day")
    else:
        yield Ground("gap", min(1.0, math.log1p(gap) / math.log1p(LONG)), f"{days(gap)} later")
    if pair.nearest:
        yield Ground("nearest", 1.0, "nothing else of that kind lies between them")
