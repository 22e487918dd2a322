"""Whether a text is about a conflict at all: trade talks, a truce of celebrities or a transfer deal give nothing."""

from __future__ import annotations

from functools import cache

from tracker.events.reading import Reading
from tracker.resources.grammar import grammar

ENOUGH = 2
SHORT = 6
"""Lines up to which actors alone are enough: what a short text is about its own words must tell."""


def about_a_conflict(reading: Reading) -> bool:
    """Whether words of war and peace, and actors, are enough of them: a fact of the whole text."""
    actors = len({mention.code for mention in reading.actors})
    if len(reading.lines) <= SHORT:
        return bool(actors or reading.places or strong_words(reading))
    strong = len(strong_words(reading))
    return strong >= ENOUGH and strong + min(actors, 2) > ENOUGH


def strong_words(reading: Reading) -> set[str]:
    """The different words of war and peace in the text."""
    words, phrases = _strong(reading.language)
    found = {word for line in reading.lines for word in line.words & words}
    return found | {phrase for phrase in phrases for line in reading.lines if f" {phrase} " in line.encoded}


@cache
def _strong(language: str) -> tuple[frozenset[str], frozenset[str]]:
    words = grammar(language).topic.strong
    return frozenset(w for w in words if " " not in w), frozenset(w for w in words if " " in w)
