"""The pattern language of ``data/event_types``: a few signs over words, compiled once to regular expressions.

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
from dataclasses import dataclass
from functools import cache, cached_property

from tracker.errors import ResourceError
from tracker.events.inflect import forms
from tracker.resources.files import DATA
from tracker.resources.grammar import grammar

GAP_WORD = r"[^ ;§]\S*|§[APT]"
SIGNS = {"A": "§A", "P": "§P", "T": "§T", "AP": "§[AP]", "_": r"[^ ]+", "#": r"\d[\d.,]*"}
SIGN_WORDS = {"A": ("§A",), "P": ("§P",), "T": ("§T",), "AP": ("§A", "§P")}
OPEN_SIGNS = frozenset({"_", "#"})
CLASS = re.compile(r"@([a-z_]+)")
VERB = re.compile(r"<([^>]+)>")
GROUP = re.compile(r"<([^>]*\|[^>]*)>")


@dataclass(frozen=True)
class Pattern:
    """A pattern ready to be sought; its regular expression is made when a line first has all its words.

    ``anchors`` are the words that its head can begin with, ``required`` those of each element that must stand.
    """

    text: str
    elements: tuple[str, ...]
    head: int
    anchors: frozenset[str]
    required: tuple[frozenset[str], ...]
    language: str = "en"

    @property
    def has_subject(self) -> bool:
        """Whether a noun of the pattern stands before its head, as the subject of its verb."""
        return self.head > 0 and not any(sign in SIGN_WORDS or "<" in sign for sign in self.elements[0].split("|"))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Finds the pattern in a line's encoded words, its head as group ``head``."""
        parts = [_part(element, number == self.head, self.language) for number, element in enumerate(self.elements)]
        return re.compile("(?<= )" + "".join(parts))

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether a line of these words has one for every element that must stand."""
        for choices in self.required:  # noqa: SIM110 - asked a thousand times a page: no generator
            if words.isdisjoint(choices):
                return False
        return True


@cache
def compiled(text: str, language: str = "en") -> Pattern:
    """``text`` ready; raises ``ResourceError`` that quotes it if it is no pattern."""
    elements = tuple(GROUP.sub(_spread, element) for element in text.split())
    head = _head(elements)
    anchors = _anchors(elements[head].strip("*[]"), language)
    must = [e.strip("*") for e in elements if e not in ("..", "...", "_", "#") and not e.startswith("[")]
    required = tuple(_anchors(element, language) for element in must if not OPEN_SIGNS & set(element.split("|")))
    if not anchors:
        raise ResourceError(f'The pattern "{text}" has no head word.', file=DATA / "event_types", advice="Add one.")
    return Pattern(text, elements, head, anchors, required, language)


def _spread(group: re.Match[str]) -> str:
    """As in "<sign|reach>" is short for "<sign>|<reach>"."""
    return "|".join(f"<{verb}>" for verb in group.group(1).split("|"))


def _head(elements: tuple[str, ...]) -> int:
    for test in (lambda e: e.startswith("*"), lambda e: e[0] == "<", lambda e: "<" in e, lambda e: e[0] == "@"):
        for number, element in enumerate(elements):
            if test(element):
                return number
    return next((i for i, e in enumerate(elements) if e not in SIGNS and e not in ("..", "...") and e[0] != "["), 0)


def _part(element: str, is_head: bool, language: str) -> str:
    if element == "..":
        return rf"(?:(?:{GAP_WORD}) ){{0,3}}?"
    if element == "...":
        return rf"(?:(?:{GAP_WORD}) ){{0,12}}?"
    optional = element.startswith("[") and element.endswith("]")
    body = _alternatives(element.strip("*[]"), language)
    if is_head:
        return f"(?P<head>{body}) "
    return f"(?:(?:{body}) )?" if optional else f"(?:{body}) "


def _alternatives(element: str, language: str) -> str:
    if element in SIGNS:
        return SIGNS[element]
    found: list[str] = []
    for choice in element.split("|"):
        if choice in SIGNS:
            found.append(SIGNS[choice])
        else:
            found += [re.escape(word) for word in spelled(choice, language)]
    return "|".join(sorted(set(found), key=lambda word: (-len(word), word)))


@cache
def spelled(choice: str, language: str = "en") -> tuple[str, ...]:
    """All ways to write one choice of a pattern: a word, ``<verb>``, ``@class`` or words joined by "_" ."""
    choice = choice.replace("_", " ")
    named = CLASS.fullmatch(choice.replace(" ", "_"))
    if named:
        members = grammar(language).classes.get(named.group(1))
        if members is None:
            raise ResourceError(f'There is no word class "@{named.group(1)}".', file=DATA / "grammar", advice="Add it.")
        return tuple(word for member in members for word in spelled(member, language))
    verb = VERB.search(choice)
    if verb is None:
        return (choice,)
    return tuple(choice[: verb.start()] + form + choice[verb.end() :] for form in forms(verb.group(1), language))


@cache
def _anchors(element: str, language: str) -> frozenset[str]:
    """The words with which an element can begin."""
    found: set[str] = set()
    for choice in element.split("|"):
        if choice in SIGN_WORDS:
            found.update(SIGN_WORDS[choice])
        else:
            found.update(word.split()[0] for word in spelled(choice, language))
    return frozenset(found)
