"""The pattern language of ``data/event_types``: a few signs over words, read once.

    word        that word                      <sign>      any form of the verb
    a|b|<c>     one of them                    @deal       a word class of data/grammar
    A  P  T     an actor, a place, a date      AP          an actor or a place
    [x]         x, or nothing                  *x          the head: its verb carries tense and negation
    ..  ...     up to 3, up to 12 words of the same clause between
    _  #        any one word, a number in digits

Words that belong together are joined by "_" ("take_place"). Without a star the head is the first verb, else the first
word class, else the first word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from tracker.errors import ResourceError
from tracker.events.inflect import forms
from tracker.events.steps import Match, Part, Step, Words, matches, parts_of, step_of
from tracker.resources.files import DATA
from tracker.resources.grammar import grammar

SIGN_WORDS = {"A": ("§A",), "P": ("§P",), "T": ("§T",), "AP": ("§A", "§P")}
OPEN_SIGNS = frozenset({"_", "#"})
GAPS = {"..": Step(gap=True, least=0, most=3), "...": Step(gap=True, least=0, most=12)}
SIGNS = frozenset({*SIGN_WORDS, *OPEN_SIGNS, *GAPS})
CLASS = re.compile(r"@([a-z_]+)")
GROUP = re.compile(r"<([^>]*\|[^>]*)>")


@dataclass(frozen=True)
class Pattern:
    """A pattern ready to be sought; its steps are made when a line first has all the words that it must have.

    ``required`` are the elements of which one choice must stand, its head among them.
    """

    text: str
    elements: tuple[str, ...]
    head: int
    required: tuple[str, ...]
    language: str = "en"

    @property
    def has_subject(self) -> bool:
        """Whether a noun of the pattern stands before its head, as the subject of its verb."""
        return self.head > 0 and not any(sign in SIGN_WORDS or "<" in sign for sign in self.elements[0].split("|"))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The elements, ready to be fitted to words."""
        return tuple(_step(element, number == self.head, self.language) for number, element in enumerate(self.elements))

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return parts_of(self.steps)

    def find(self, words: Words) -> Iterator[Match]:
        """Where the pattern stands among a line's words, from left to right, each with another head."""
        return matches(self.steps, self._parts, self.head, words)


@cache
def compiled(text: str, language: str = "en") -> Pattern:
    """``text`` ready; raises ``ResourceError`` that quotes it if it is no pattern."""
    elements = tuple(GROUP.sub(_spread, one) if "<" in one and "|" in one else one for one in text.split())
    head = _head(elements)
    its_head = elements[head].strip("*[]")
    if not any(beginnings(choice, language) for choice in its_head.split("|")):
        raise ResourceError(f'The pattern "{text}" has no head word.', file=DATA / "event_types", advice="Add one.")
    others = [element.strip("*") for number, element in enumerate(elements) if number != head]
    required = (its_head, *(element for element in others if _must_stand(element)))
    return Pattern(text, elements, head, required, language)


@cache
def _must_stand(element: str) -> bool:
    """Whether a word that the element names has to be in the line."""
    return element not in GAPS and not element.startswith("[") and OPEN_SIGNS.isdisjoint(element.split("|"))


def _spread(group: re.Match[str]) -> str:
    """As in "<sign|reach>" is short for "<sign>|<reach>"."""
    return "|".join(f"<{verb}>" for verb in group.group(1).split("|"))


def _head(elements: tuple[str, ...]) -> int:
    for test in (lambda e: e.startswith("*"), lambda e: e[0] == "<", lambda e: "<" in e, lambda e: e[0] == "@"):
        for number, element in enumerate(elements):
            if test(element):
                return number
    return next((i for i, e in enumerate(elements) if e not in SIGNS and e[0] != "["), 0)


@cache
def is_verb(element: str, language: str = "en") -> bool:
    """Whether an element is a verb: one in angle brackets, or a word class of nothing else ("@refuse")."""
    if "<" in element:
        return True
    named = [CLASS.fullmatch(choice) for choice in element.strip("*[]").split("|")]
    members = [grammar(language).classes.get(one.group(1), ()) if one else () for one in named]
    return all(several and all("<" in member for member in several) for several in members)


@cache
def _step(element: str, is_head: bool, language: str) -> Step:
    if element in GAPS:
        return GAPS[element]
    choices: list[str] = []
    signs = set(element.strip("*[]").split("|"))
    for choice in sorted(signs - OPEN_SIGNS):
        choices += _signed(choice, language) or spelled(choice, language)
    optional = not is_head and element.startswith("[") and element.endswith("]")
    return step_of(choices, optional=optional, any_word="_" in signs, number="#" in signs)


@cache
def spelled(choice: str, language: str = "en") -> tuple[str, ...]:
    """All ways to write one choice of a pattern: a word, ``<verb>``, ``@class`` or words joined by "_" ."""
    if choice.startswith("@"):
        members = grammar(language).classes.get(choice[1:])
        if members is None:
            raise ResourceError(f'There is no word class "{choice}".', file=DATA / "grammar", advice="Add it.")
        return tuple(word for member in members for word in spelled(member, language))
    choice = choice.replace("_", " ")
    before, opened, rest = choice.partition("<")
    if not opened:
        return (choice,)
    verb, _, behind = rest.partition(">")
    return tuple(before + form + behind for form in forms(verb, language))


@cache
def _signed(choice: str, language: str) -> tuple[str, ...]:
    """What a sign stands for: an actor is also told by a word that leads to both sides ("each other")."""
    signs = SIGN_WORDS.get(choice, ())
    return (*signs, *grammar(language).words["patterns_actor"]) if "§A" in signs else signs


@cache
def beginnings(choice: str, language: str = "en") -> frozenset[str]:
    """The words with which a choice of an element can begin."""
    written = _signed(choice, language) if choice in SIGN_WORDS else spelled(choice, language)
    return frozenset(words.split(" ", 1)[0] for words in written)
