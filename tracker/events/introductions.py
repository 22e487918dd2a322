"""People whom an article introduces with the office they hold.

"Foreign Minister Hakan Fidan of Türkiye", "Ukraine's lead negotiator, Rustem Umerov", "Osama Hamdan, a Hamas
official": the office beside a name says for whom the person speaks. The words of offices and titles stand in
``data/world/words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tracker.events.expressions import expression
from tracker.events.names import fold
from tracker.resources import world
from tracker.resources.grammar import words_of

_WORD = r"(?:(?:al|el|ad|as|ash|an|ar|at|az|Al|El)-)?(?:\p{Lu}(?:\p{L}|['’](?!s\b)(?=\p{L})|-(?=\p{L}))+|\p{Lu}\.)"
_PARTICLE = r"(?:al|el|bin|bint|ibn|ben|de|da|do|dos|del|della|di|du|der|den|van|von|la|le|abu|ould|arap|zu|ag|y|dia)"
NAME = rf"{_WORD}(?:[  ]+(?:{_PARTICLE}[  ]+){{0,2}}{_WORD}){{0,4}}"
"""A person's name as newspapers write it: capitals, initials, and particles between them."""

_LINKED = re.compile(r"\s(?:of|from)\s+(?:the\s+)?$")
"""What an office with its holder's name before it is joined by: without it, no longer expression is asked."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office beside an actor's name: where its words end, the words, and the span of the person's name, if one
    follows.
    """

    end: int
    words: str
    name: tuple[int, int] | None


@cache
def _no_name() -> frozenset[str]:
    return frozenset(world.words().no_names)


def choice(words: tuple[str, ...]) -> str:
    """The folded ``words`` as an alternation, the longest first."""
    return "|".join(regex.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


def may_name(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` stands in ``text``, be it within another word: told at once, so that an expression that
    needs one of them is neither made nor asked for most texts.
    """
    folded = fold(text)
    return any(word in folded for word in _folded(words))


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, words))


@cache
def _sources() -> dict[str, str]:
    """The expressions by name; each is made when it is first needed."""
    words = world.words()
    head = rf"(?:{choice(words.office_heads)})"
    modifiers = rf"(?!(?:and|of|the|to|for|&)\s)(?:(?:{choice(words.office_modifiers)})[\s-]+){{0,6}}?"
    portfolio = rf"(?:\s+(?:of|for)\s+(?:{choice(words.portfolios)})(?!\w))?"
    office = rf"(?P<former>(?:former|ex)[\s-]+)?(?P<office>{modifiers}{head}{portfolio})"
    where = r"\p{Lu}[\p{L}.'’-]*(?:[  ](?:of[  ])?\p{Lu}[\p{L}'’-]*){0,3}?"
    beside = rf"(?:the|a|an|who is|who was|then|now|{choice(words.office_modifiers)})"
    capital_office = rf"(?:\p{{Lu}}[\w-]+\s+){{0,3}}(?:{_capitalised(words.office_heads)})"
    return {
        "office": rf"(?:'s?)?\s+{office}(?P<plural>s(?!\w))?(?![\w-]){portfolio}",
        "posting": rf"\s+(?:in|to|at|on|for)\s+(?:the\s+)?{where}(?=,?\s+\p{{Lu}})",
        "name": rf",?\s+(?P<name>{NAME})",
        "before": rf"(?:(?:the|a|an|its|as)\s+)?{office}s?\s+(?:of|for|from)\s+(?:the\s+)?$",
        "comma name": rf"(?P<name>{NAME}),\s+(?:{beside}\s+)*$",
        "titled": rf"(?<!\w)(?i:{modifiers}{head})\s+(?P<name>{NAME})\s+(?:of|from)\s+(?:the\s+)?$",
        "leads": rf"(?P<name>{NAME}),?\s+who\s+(?:{choice(tuple(words_of('introductions_leads')))})\s+"
        r"(?:(?:the|its|a|an)\s+)?(?:(?:[\w-]+\s+){1,3}(?:of|for|from)\s+(?:the\s+)?)?$",
        "sent": rf"\b(?:{choice(tuple(words_of('introductions_sent')))})\s+(?:for|to|on)\s+(?:the\s+)?$",
        "former": r"\b(?:former|ex|onetime|one-time|late)[\s-]+(?:the\s+)?$",
        "unowned": rf"(?<![\w-])(?P<office>{capital_office})\s+(?P<name>{NAME})",
    }


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return expression(_sources()[name])


def _capitalised(words: tuple[str, ...]) -> str:
    """The heads of offices as they stand before a name in capitals: "Prime Minister", "Gen."."""
    return "|".join(
        regex.escape(word.title())
        for word in sorted(words, key=len, reverse=True)
        if word not in words_of("introductions_short")
    )


def office_after(text: str, end: int) -> Office | None:
    """The office whose words follow an actor's name that ends at ``end``: "Turkey|'s foreign minister, Hakan Fidan"."""
    window = text[end : end + 160]
    found = _pattern("office").match(fold(window))
    if found is None or found["office"].endswith(tuple(words_of("introductions_of_towns"))):
        return None
    last = found.end()
    name = None
    if not found["plural"]:
        posting = _pattern("posting").match(window, last)
        for at in ([posting.end()] if posting else []) + [last]:
            person = _pattern("name").match(window, at)
            name = _clean(person, end) if person else None
            if name is not None:
                break
    words = f"former {found['office']}" if found["former"] else found["office"]
    return Office(end + last, words, name)


def office_before(text: str, start: int) -> tuple[int, str] | None:
    """The office whose words precede an actor's name: "the foreign minister of |Turkey"; its start and its words."""
    first = max(0, start - 90)
    window = fold(text[first:start])
    if not window.rstrip().endswith(tuple(words_of("introductions_before_name"))):
        return None
    for one in regex.finditer(r"(?<![\w-])\w", window):
        found = _pattern("before").match(window, one.start())
        if found and sent_there(window) is None:
            return first + one.start(), f"former {found['office']}" if found["former"] else found["office"]
    return None


def sent_there(before: str) -> int | None:
    """Where the words begin of an envoy who is only sent to the state behind ``before``: "the UN's |envoy for Yemen";
    ``None`` if there are none.
    """
    found = _pattern("sent").search(before)
    return found.start() if found else None


def is_former(text: str, start: int) -> bool:
    """Whether "former" or the like stands before ``start``: who held an office once speaks for nobody now."""
    return _pattern("former").search(fold(text[max(0, start - 16) : start])) is not None


def name_before(text: str, start: int, *, titled: bool = False) -> tuple[int, int] | None:
    """The person's name that ends before ``start``: with a comma, or (``titled``) "Foreign Minister NAME of", "NAME,
    who heads".
    """
    first = max(0, start - 110)
    window = text[first:start]
    if titled and " who " in window and (found := _pattern("leads").search(window)):
        return _clean(found, first)
    if not (_LINKED.search(text, first, start) if titled else "," in window):
        return None
    found = _pattern("titled" if titled else "comma name").search(window)
    return _clean(found, first) if found else None


def name_after(text: str, end: int) -> tuple[int, int] | None:
    """The person's name right behind ``end``: "the President of Russia| Vladimir Putin"."""
    found = _pattern("name").match(text, end)
    return _clean(found, 0) if found else None


def titled(text: str) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Names behind an office in capitals, whosever office it is: the start, the office, and the name's span."""
    for found in _pattern("unowned").finditer(text):
        span = _clean(found, 0)
        if span is not None:
            yield found.start(), fold(found["office"]), span


def _clean(found: re.Match[str], offset: int) -> tuple[int, int] | None:
    """The span of the name found, without titles and words that are none; ``None`` if too little is left."""
    start = found.start("name")
    titles = _titles()
    words = [(one.start(), one.end(), one[0]) for one in regex.finditer(r"[^  ]+", found["name"])]
    while words and (words[0][2].rstrip(".") in _no_name() or fold(words[0][2]) in titles):
        words.pop(0)
    keep = []
    for word in words:
        if word[2].rstrip(".") in _no_name():
            break
        keep.append(word)
    while keep and keep[-1][2].islower():
        keep.pop()
    if not keep or (len(keep) == 1 and (keep[0][2].isupper() or len(keep[0][2]) < 3)):
        return None
    return offset + start + keep[0][0], offset + start + keep[-1][1]


@cache
def _titles() -> frozenset[str]:
    titles = (*world.words().titles, *world.words().office_heads)
    return frozenset(word for title in titles for word in fold(title).split()) | words_of("introductions_titles")


def is_title_word(word: str) -> bool:
    """Whether a capitalised word before a surname is no first name: a title, an office, a day or a month."""
    bare = word.rstrip(".")
    return bare in _no_name() or fold(bare) in _titles() or fold(bare) in _modifiers()


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(part for word in world.words().office_modifiers for part in word.split())
