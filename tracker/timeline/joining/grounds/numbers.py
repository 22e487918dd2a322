"""What is counted: people, bodies; each side's number apart."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.numbers import numbers_in
from tracker.timeline.joining.telling import Telling

CLOSE = 0.1
"""Share by which counts of one event commonly differ (rounding, people added at the last moment)."""


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_number`` (for any side), ``near_number``, ``other_number`` (the further apart, the more)."""
    mine, theirs = numbers_in(one.quantities), numbers_in(other.quantities)
    pairs = [(what, mine[what, side], theirs[what, side]) for what, side in sorted(mine.keys() & theirs.keys())]
    if not pairs:
        return
    equal = [(what, value) for what, value, same in pairs if value == same]
    if equal:
        what, value = max(equal, key=lambda pair: pair[1])
        yield Ground("same_number", 1.0, f"both say {value:,} {what}")
    differing = [pair for pair in pairs if pair[1] != pair[2]]
    if not differing or (equal and len(differing) <= len(equal)):
        return
    what, low, high = min(
        ((w, min(a, b), max(a, b)) for w, a, b in differing), key=lambda one: (one[2] - one[1]) / max(one[2], 1)
    )
    apart = (high - low) / max(high, 1)
    words = f"{low:,} and {high:,} {what}"
    if apart <= CLOSE:
        yield Ground("near_number", 1.0, f"nearly the same number: {words}")
    else:
        yield Ground("other_number", min(1.0, 0.25 + apart), f"different numbers: {words}")
