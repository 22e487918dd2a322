"""What both count: people promised and people seen."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.links.pair import Ground, Pair


def grounds(pair: Pair) -> Iterator[Ground]:
    """``counted`` (the same thing), ``equal`` (and the same number), ``miscounted`` (only other things)."""
    promised = {(one.what, one.value) for one in pair.target.quantities}
    seen = {(one.what, one.value) for one in pair.source.quantities}
    if not (promised and seen):
        return
    same = sorted({what for what, _ in promised} & {what for what, _ in seen})
    if not same:
        yield Ground("miscounted", 1.0)
        return
    yield Ground("counted", 1.0, f"both count {' and '.join(same)}")
    equal = sorted(promised & seen)
    if equal:
        yield Ground("equal", 1.0, f"both say {equal[0][1]:,} {equal[0][0]}")
