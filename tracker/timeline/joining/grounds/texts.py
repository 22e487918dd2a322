"""The words themselves: what both tell, and sentences that both quote."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.telling import Telling

FEWEST = 3
"""Telling words that both must have for the words to say anything."""
SHOWN = 4
"""How many shared words a reason names."""
CHANCE = 0.25
"""Share of words that two events of one type and conflict have in common by chance."""
SAME = 92
"""Likeness (0 to 100) of two sentences from which one is taken from the other."""
LONG = 50
"""Characters from which a sentence is not the same by chance."""


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_words``, ``other_words``, ``same_quote``."""
    fewer = min(len(one.stems), len(other.stems))
    if fewer >= FEWEST:
        shared = one.stems & other.stems
        share = len(shared) / max(4, fewer)
        if share > CHANCE:
            longest = sorted(shared, key=lambda stem: (-len(stem), stem))[:SHOWN]
            told = ", ".join(f"“{one.surface.get(stem, stem)}”" for stem in longest)
            yield Ground("same_words", min(1.0, (share - CHANCE) / (0.8 - CHANCE)), f"both speak of {told}")
        else:
            yield Ground("other_words", (CHANCE - share) / CHANCE, "they are told in other words")
    quote = same_quote(one.quotes, other.quotes)
    if quote:
        yield Ground("same_quote", 1.0, f"the same sentence: “{quote[:60]}…”")


def same_quote(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """A long sentence that stands in both, or ``""``."""
    longs = sorted(text for text in other if len(text) >= LONG)
    for text in sorted(text for text in one if len(text) >= LONG):
        if longs and process.extractOne(text, longs, scorer=fuzz.ratio, score_cutoff=SAME):
            return text
    return ""
