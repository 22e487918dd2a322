"""Content words of events: cut, stemmed, and weighted by how rare they are in the timeline."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from tracker.resources.function_words import function_words

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_STEMMER = snowballstemmer.stemmer("english")
PRIOR_EVENTS = 50
"""Events that a timeline is thought to have besides its own, so that words of a short one are not all held for rare."""


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The stem of a word in small letters: "exchanges" and "exchanged" are one; numbers lose their marks."""
    if word[0].isdigit():
        return word.replace(",", "")
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Words that say nothing of what an event is about."""
    return function_words()["en"]


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """(stem, word) of each content word, in order; single letters and function words are left out."""
    for word in _WORD.findall(text.lower()):
        if (len(word) > 1 or word.isdigit()) and word not in small_words():
            yield stem_of(word), word


def rarity(events: int, having: int) -> float:
    """How much a word tells that ``having`` of ``events`` events have: 0 (all of them) to nearly 1 (this one alone).

    The inverse document frequency, divided by its largest value for a timeline of that size.
    """
    total = events + PRIOR_EVENTS
    return max(0.0, math.log(total / (having + 0.5)) / math.log(2 * total))
