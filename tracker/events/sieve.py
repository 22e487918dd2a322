"""Which of many patterns can stand in a line, told from its words alone before any of them is fitted.

A word tells the elements that it can begin, a line those of all its words. A pattern is asked for only where the
element is there whose choices the fewest patterns share, and passes if the others that it must have are there too: what
a line costs grows with what it says, not with how many patterns there are. Elements are bits of one number, the most
asked for the lowest, so that few of them are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Generic, NamedTuple, Protocol, TypeVar

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
        by_choice: dict[str, list[str]] = defaultdict(list)
        for element, several in choices.items():
            for choice in several:
                asked[choice] += times[element]
                by_choice[choice].append(element)
        commonness = {element: max(map(asked.__getitem__, several)) for element, several in choices.items()}
        order = sorted(times, key=lambda element: -times[element])
        bits = {element: 1 << number for number, element in enumerate(order)}
        self._by_rarest: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, one in enumerate(self._sought):
            rarest = min(one.pattern.required, key=commonness.__getitem__)
            others = set(one.pattern.required) - {rarest}
            self._by_rarest[rarest].append((number, sum(map(bits.__getitem__, others))))
        choices_of: dict[str, list[str]] = defaultdict(list)
        for choice in by_choice:
            for word in beginnings(choice, language):
                choices_of[word].append(choice)
        self._begun = _Begun(choices_of, by_choice, bits, frozenset(self._by_rarest))

    def passing(self, words: Set[str]) -> list[T]:
        """Those whose pattern can stand in a line of these words."""
        there, rarest = 0, set[str]()
        for begun in map(self._begun.__getitem__, words):
            there |= begun.all
            rarest |= begun.rarest
        found = [
            number for element in rarest for number, others in self._by_rarest[element] if others & there == others
        ]
        return [self._sought[number] for number in sorted(found)]


class Begun(NamedTuple):
    """The elements that a word can begin: ``all`` as bits, and those by which patterns are asked for."""

    all: int
    rarest: frozenset[str]


class _Begun(dict[str, Begun]):
    """The elements that a word can begin, gathered when it is first met from the choices that it begins."""

    def __init__(
        self,
        choices: Mapping[str, Sequence[str]],
        elements: Mapping[str, Sequence[str]],
        bits: Mapping[str, int],
        rarest: frozenset[str],
    ) -> None:
        super().__init__()
        self._choices, self._elements, self._bits, self._rarest = choices, elements, bits, rarest

    def __missing__(self, word: str) -> Begun:
        if word not in self._choices:
            return NOTHING
        found = frozenset(element for choice in self._choices[word] for element in self._elements[choice])
        self[word] = begun = Begun(sum(map(self._bits.__getitem__, found)), found & self._rarest)
        return begun


NOTHING = Begun(0, frozenset())
