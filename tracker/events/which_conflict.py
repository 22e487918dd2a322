"""Tells which conflict a text is about, from the names and words of the profiles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from tracker.events.names import Lexicon, Name
from tracker.resources.conflict import conflicts

LEAST_WORDS = 2
"""A conflict is told from at least two different words; one may stand in any text."""


@dataclass(frozen=True, slots=True)
class Told:
    """The conflict of a text: its ``slug``, and the words of the text that tell it, the most frequent first."""

    slug: str
    reasons: tuple[str, ...]


@cache
def _lexicon() -> Lexicon:
    return Lexicon((word, Name("group", f"{slug}|{word}")) for slug, profile in conflicts().items() for word in profile.words)


def tell(text: str) -> str:
    """The slug of the conflict that ``text`` is about, or ``""`` if none is told."""
    return reasons(text).slug


def reasons(text: str) -> Told:
    """The conflict of ``text`` with the words that tell it; an empty slug and no words if none is told."""
    counts: dict[str, Counter[str]] = {}
    for hit in _lexicon().find(text):
        assert hit.actor is not None
        slug, word = hit.actor.code.split("|")
        counts.setdefault(slug, Counter())[word] += 1
    if not counts:
        return Told("", ())
    slug, best = max(counts.items(), key=lambda item: (len(item[1]), item[1].total(), item[0]))
    if len(best) < LEAST_WORDS:
        return Told("", ())
    return Told(slug, tuple(word for word, _ in best.most_common()))
