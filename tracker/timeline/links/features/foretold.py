"""The earlier text names the day on which the later event then lies."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.links.cues import foretold_days
from tracker.timeline.links.pair import Ground, Pair

COSTLY = True
SLACK = 2
"""Days by which what was fixed for a day may be late."""
UNTOLD = frozenset({"statement", "rejection", "acceptance"})
"""Types whose days nobody foretells."""


def grounds(pair: Pair) -> Iterator[Ground]:
    """``foretold``: what was offered, agreed or planned for a day happens on it, or within ``SLACK`` days."""
    source = pair.source
    if source.event_type in UNTOLD or not source.dated or not pair.shared or not pair.gap:
        return
    for first, last, words in foretold_days(pair.target):
        if first <= source.latest and source.earliest <= last + SLACK:
            yield Ground("foretold", 1.0, f'it was fixed for "{words}"')
            return
