"""Which of many patterns can stand in a line, told from its words alone before any of them is fitted.

A word tells the elements that it can begin, a line those of all its words. A pattern is asked for only where the
element is there whose choices the fewest patterns share, and passes if the others that it must have are there too: what
a line costs grows with what it says, not with how many patterns there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from typing import Generic, Protocol, TypeVar

from tracker.events.patterns import Pattern, beginnings


class Sought(Protocol):
    """Anything with a pattern."""

    @property
    def pattern(self) -> Pattern:
        """What is sought."""


T = TypeVar("T", bound=Sought)


class Sieve(Generic[T]):
    """All of ``sought``, which ``passing`` gives in their order; their patterns are of one ``language``."""

    def __init__(self, sought: Iterable[T], language: str) -> None:
        self._sought = tuple(sought)
        times = Counter(element for one in self._sought for element in one.pattern.required)
        choices = {element: element.split("|") for element in times}
        asked: Counter[str] = Counter()
        self._by_choice: dict[str, list[str]] = defaultdict(list)
        for element, several in choices.items():
            for choice in several:
                asked[choice] += times[element]
                self._by_choice[choice].append(element)
        commonness = {element: max(map(asked.__getitem__, several)) for element, several in choices.items()}
        self._by_rarest: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, one in enumerate(self._sought):
            required = one.pattern.required
            self._by_rarest[min(required, key=commonness.__getitem__)].append((number, frozenset(required)))
        self._choices: dict[str, list[str]] = defaultdict(list)
        for choice in self._by_choice:
            for word in beginnings(choice, language):
                self._choices[word].append(choice)
        self._elements: dict[str, frozenset[str]] = {}

    def passing(self, words: Set[str]) -> list[T]:
        """Those whose pattern can stand in a line of these words."""
        there = frozenset().union(*map(self._begun_by, words & self._choices.keys()))
        found = [
            number
            for element in there & self._by_rarest.keys()
            for number, required in self._by_rarest[element]
            if required <= there
        ]
        return [self._sought[number] for number in sorted(found)]

    def _begun_by(self, word: str) -> frozenset[str]:
        """The elements that a word can begin; gathered when it is first met."""
        known = self._elements.get(word)
        if known is None:
            known = frozenset(element for choice in self._choices[word] for element in self._by_choice[choice])
            self._elements[word] = known
        return known
