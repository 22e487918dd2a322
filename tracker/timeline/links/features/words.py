"""Words that both events are told with, weighed by how rare they are."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tracker.timeline.links.pair import Ground, Pair

SHOWN = 3
"""How many shared words a reason names."""
TELLING = 0.45
"""Rarity below which a shared word is not worth naming."""

ENOUGH = 1.5
"""Squared rarities of shared words that together say as much as words can: about three rare ones."""


def grounds(pair: Pair) -> Iterator[Ground]:
    """``words``: likeness of all words; ``weight``: how much they share; ``subject``: how much of that one's title."""
    shared = pair.shared
    if not shared:
        yield Ground("no_words", 1.0)
        return
    mass = pair.index.mass
    rarest = sorted(shared, key=lambda stem: (-pair.index.rarity(stem), pair.index.word(stem)))[:SHOWN]
    named = [pair.index.word(stem) for stem in rarest if pair.index.rarity(stem) >= TELLING]
    told = ", ".join(f'"{word}"' for word in named)
    reason = f"both speak of {told}" if told else ""
    length = math.sqrt(mass(pair.source.stems) * mass(pair.target.stems))
    yield Ground("words", mass(shared) / length if length else 0.0, reason)
    whole = mass(pair.target.head)
    yield Ground("subject", mass(shared & pair.target.head) / whole if whole else 0.0)
    yield Ground("weight", min(1.0, mass(shared) / ENOUGH))
