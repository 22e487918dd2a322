"""Content words of events: cut, stemmed, and weighted by how rare they are in the timeline."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from tracker.resources.function_words import function_words
from tracker.text import stems

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
PRIOR_EVENTS = 50
"""Events that a timeline is thought to have besides its own, so that words of a short one are not all held for rare."""


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The stem of a word in small letters: "exchanges" and "exchanged" are one; numbers lose their marks."""
    if word[0].isdigit():
        return word.replace(",", "")
    return stems.stem_of(word)


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Words that say nothing of what an event is about."""
    return function_words()["en"]


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """(stem, word) of each content word, in order; single letters and function words are left out."""
    for word in _WORD.findall(text.lower()):
        if tells(word):
            yield stem_of(word), word


def tells(word: str) -> bool:
    """Whether a word in small letters may say what an event is about."""
    return (len(word) > 1 or word.isdigit()) and word not in small_words()


class Coder:
    """Numbers the stems of texts as they come; each word is looked at once, however often it stands."""

    def __init__(self) -> None:
        self.number: dict[str, int] = {}
        self.surface: list[str] = []
        self._code: dict[str, int] = {}

    def codes(self, text: str) -> set[int]:
        """The numbers of the stems of the content words of ``text``."""
        code = self._code
        found = set()
        for word in _WORD.findall(text.lower()):
            one = code.get(word)
            if one is None:
                one = code[word] = self._new(word) if tells(word) else -1
            found.add(one)
        found.discard(-1)
        return found

    def _new(self, word: str) -> int:
        stem = stem_of(word)
        if stem not in self.number:
            self.number[stem] = len(self.surface)
            self.surface.append(word)
        return self.number[stem]


def rarity(events: int, having: int) -> float:
    """How much a word tells that ``having`` of ``events`` events have: 0 (all of them) to nearly 1 (this one alone).

    The inverse document frequency, divided by its largest value for a timeline of that size.
    """
    total = events + PRIOR_EVENTS
    return max(0.0, math.log(total / (having + 0.5)) / math.log(2 * total))
