"""The elements of a pattern, fitted to the words of a line one after the other.

Of the ways in which a pattern can begin at a word the first holds: the longest choice of an element, an optional
element taken rather than left out, a gap as short as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

APART = frozenset({";", ":", "§"})
"""A word that begins so ends a gap, unless it is one of ``SIGNED``."""
SIGNED = frozenset({"§A", "§P", "§T"})
NUMBER = re.compile(r"\d[\d.,]*")
ONE = (1,)
NOTHING: frozenset[str] = frozenset()


class Words:
    """Words in their order (``all``), and as bits the places at which each stands."""

    __slots__ = ("_different", "_places", "all", "known")

    def __init__(self, words: Iterable[str]) -> None:
        self.all = tuple(words)
        self._places: dict[str, int] = {}
        for number, word in enumerate(self.all):
            self._places[word] = self._places.get(word, 0) | 1 << number
        self._different = frozenset(self._places)
        self.known: dict[Step, int] = {}

    def beginning(self, step: Step) -> int:
        """As bits the places at which ``step`` can begin; ``known`` keeps it, since many patterns ask for the same."""
        found = 0 if step.firsts is not None else -1
        for word in (step.firsts or NOTHING) & self._different:
            found |= self._places[word]
        self.known[step] = found
        return found


class Match(NamedTuple):
    """The words of a match: its first, its head's first, and the one behind its last."""

    first: int
    head: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One element: a ``gap``, which may hold any words of one clause, or else one of its choices.

    ``words`` are the choices of one word, ``phrases`` the longer ones by their first word, the longest first; ``any``
    takes every word, ``number`` digits. ``firsts`` are the words without which it cannot begin; ``None``: it can do so
    at any. It takes ``least`` to ``most`` words. A step equals itself only, so that what is found for it is kept by it.
    """

    words: frozenset[str] = frozenset()
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    any: bool = False
    number: bool = False
    optional: bool = False
    gap: bool = False
    firsts: frozenset[str] | None = None
    least: int = 1
    most: int = 1

    def sizes(self, words: Sequence[str], at: int) -> Sequence[int]:
        """How many words each choice takes that stands ``at`` a place, the longest first."""
        if at >= len(words):
            return ()
        word = words[at]
        single = word in self.words or self.any or (self.number and NUMBER.fullmatch(word) is not None)
        if word not in self.phrases:
            return ONE if single else ()
        found = [len(one) for one in self.phrases[word] if tuple(words[at : at + len(one)]) == one]
        return [*found, 1] if single else found


def step_of(choices: Sequence[str], *, optional: bool = False, any_word: bool = False, number: bool = False) -> Step:
    """The step that takes one of ``choices``: words, or several words with blanks between."""
    phrases: dict[str, set[tuple[str, ...]]] = {}
    for choice in choices:
        if " " in choice:
            parts = tuple(choice.split(" "))
            phrases.setdefault(parts[0], set()).add(parts)
    words = frozenset(choice for choice in choices if " " not in choice)
    return Step(
        words,
        {first: tuple(sorted(several, key=lambda one: (-len(one), one))) for first, several in phrases.items()},
        any=any_word,
        number=number,
        optional=optional,
        firsts=None if any_word or number or optional else words | phrases.keys(),
        least=0 if optional else 1,
        most=max((len(one) for several in phrases.values() for one in several), default=1),
    )


class Part(NamedTuple):
    """The first step or one that must stand, and how far the next such step, or the line's end, can be behind it.

    The next begins ``least`` places behind it, or farther by any sum of the ``widths`` or of a part of them.
    """

    step: Step
    least: int
    widths: tuple[int, ...]


def parts_of(steps: Sequence[Step]) -> tuple[Part, ...]:
    """From the last to the first step those that must stand; gaps and what may be left out only part them."""
    parts, least, more = [], 0, 0
    for step in reversed(steps):
        least, more = least + step.least, more + step.most - step.least
        if step.firsts is not None or step is steps[0]:
            parts.append(Part(step, least, _widths(more)))
            least = more = 0
    return tuple(parts)


def _widths(by: int) -> tuple[int, ...]:
    """Steps by which bits that are spread over and over reach so many places: 12 is reached by 1, 2, 4, 5."""
    widths, width = [], 1
    while by > 0:
        widths.append(min(width, by))
        by -= width
        width *= 2
    return tuple(widths)


def matches(steps: Sequence[Step], parts: Sequence[Part], head: int, words: Words) -> Iterator[Match]:
    """Where the steps fit ``words``, from left to right, each behind the head of the one before: of "have been holding
    talks" both "have" and "holding" can be meant. ``head`` is the number of a step, ``parts`` are those of the steps.
    """
    places = _in_order(parts, words)
    return _fitted(steps, head, words.all, places) if places else iter(())


def _fitted(steps: Sequence[Step], head: int, words: Sequence[str], places: int) -> Iterator[Match]:
    """The matches that begin at one of the ``places``."""
    behind = 0
    while places:
        first = (places & -places).bit_length() - 1
        places &= places - 1
        if first >= behind:
            found = _fit(steps, head, words, first, 0)
            if found is not None:
                behind = found[0] + 1
                yield Match(first, *found)


def _in_order(parts: Sequence[Part], words: Words) -> int:
    """As bits the places at which the first step can begin with all that must stand behind it in their order, near
    enough: told at once from the last back to the first, before all fits.
    """
    reach, known = (2 << len(words.all)) - 1, words.known
    for step, least, widths in parts:
        reach >>= least
        for width in widths:
            reach |= reach >> width
        begun = known.get(step)
        reach &= words.beginning(step) if begun is None else begun
        if not reach:
            return 0
    return reach


def _fit(steps: Sequence[Step], head: int, words: Sequence[str], at: int, number: int) -> tuple[int, int] | None:
    """Where the head stands and where the match ends if the steps from ``number`` on fit ``at`` a place."""
    if number == len(steps):
        return at, at
    step = steps[number]
    if step.gap:
        return _over_gap(steps, head, words, at, number)
    for size in step.sizes(words, at):
        found = _fit(steps, head, words, at + size, number + 1)
        if found is not None:
            return (at, found[1]) if number == head else found
    return _fit(steps, head, words, at, number + 1) if step.optional else None


def _over_gap(steps: Sequence[Step], head: int, words: Sequence[str], at: int, number: int) -> tuple[int, int] | None:
    """The same from a gap on."""
    firsts = steps[number + 1].firsts if number + 1 < len(steps) else None
    last = min(at + steps[number].most, len(words))
    for place in range(at, last + 1):
        word = words[place] if place < len(words) else ""
        if firsts is None or word in firsts:
            found = _fit(steps, head, words, place, number + 1)
            if found is not None:
                return found
        if word[:1] in APART and word not in SIGNED:
            return None
    return None
