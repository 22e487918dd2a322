"""People and groups that an article introduces itself.

"Foreign Minister Hakan Fidan of Türkiye", "Ukraine's lead negotiator, Rustem Umerov", "Osama Hamdan, a Hamas official": the office
beside a name says for whom the person speaks. "The People's Front for Renewal (PFR)": a group gets its initials as a code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from tracker.events.names import fold
from tracker.resources import world

_WORD = r"(?:(?:al|el|ad|as|ash|an|ar|at|az|Al|El)-)?(?:\p{Lu}(?:\p{L}|['’](?!s\b)(?=\p{L})|-(?=\p{L}))+|\p{Lu}\.)"
_PARTICLE = r"(?:al|el|bin|bint|ibn|ben|de|da|do|dos|del|della|di|du|der|den|van|von|la|le|abu|ould|arap|zu|ag|y)"
NAME = rf"{_WORD}(?:[  ]+(?:{_PARTICLE}[  ]+){{0,2}}{_WORD}){{0,4}}"
"""A person's name as newspapers write it: capitals, initials, and particles between them."""

_NO_NAME = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
    The A An In On At He She They It We But And Earlier Later However Meanwhile This That These Those After Before Last Next State Ministry Office Department
    Foreign Defence Defense Prime Council Parliament Government Committee Party Union House Street Army Forces Affairs Security National Supreme General
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec I His Her Its Their Both While When As If With For From""".split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office found beside an actor's name: ``end`` of its words, and the span of the person's name, if one follows."""

    end: int
    words: str
    name: tuple[int, int] | None


def _choice(words: tuple[str, ...]) -> str:
    return "|".join(regex.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    words = world.words()
    head = rf"(?:{_choice(words.office_heads)})"
    modifiers = rf"(?:(?:{_choice(words.office_modifiers)})[\s-]+){{0,6}}?"
    return {
        "office": regex.compile(rf"(?:'s?)?\s+(?P<office>(?:(?:former|ex)[\s-]+)?{modifiers}{head}(?P<plural>s(?!\w))?)(?![\w-])"),
        "posting": regex.compile(r"\s+(?:in|to|at|on|for)\s+(?:the\s+)?\p{Lu}[\p{L}.'’-]*(?:[  ](?:of[  ])?\p{Lu}[\p{L}'’-]*){0,3}?(?=,?\s+\p{Lu})"),
        "name": regex.compile(rf"(?:,)?[\s]+(?:(?i:{_choice(words.titles)})\s+)*(?P<name>{NAME})"),
        "before": regex.compile(rf"(?:(?:the|a|an)\s+)?(?P<office>(?:(?:former|ex)[\s-]+)?{modifiers}{head}s?)\s+(?:of|for|from|at|to|in|with)\s+(?:the\s+)?$"),
        "comma name": regex.compile(rf"(?P<name>{NAME}),\s+(?:(?:the|a|an|who is|then|now)\s+)*$"),
        "titled": regex.compile(rf"(?<!\w)(?i:{modifiers}{head})\s+(?P<name>{NAME})\s+(?:of|from)\s+(?:the\s+)?$"),
        "group": regex.compile(r"(?P<name>(?:\p{Lu}[\p{L}'’-]+\s+)(?:(?:\p{Lu}[\p{L}'’-]+|of|for|the|and|in)\s+){1,9})\((?P<code>\p{Lu}[\p{Lu}\d-]{1,9})\)"),
    }  # fmt: skip


def office_after(text: str, end: int) -> Office | None:
    """The office whose words follow an actor's name that ends at ``end``: "Turkey|'s foreign minister, Hakan Fidan"."""
    window = text[end : end + 160]
    found = _patterns()["office"].match(fold(window))
    if found is None or _names_city(found["office"]):
        return None
    last = found.end()
    name = None
    if not found["plural"]:
        posting = _patterns()["posting"].match(window, last)
        for at in ([posting.end()] if posting else []) + [last]:
            person = _patterns()["name"].match(window, at)
            span = _clean(person, end) if person else None
            if span is not None:
                name = span
                break
    return Office(end + last, found["office"], name)


def _names_city(office: str) -> bool:
    """A mayor or governor speaks for a town."""
    return office.endswith(("mayor", "consul"))


def office_before(text: str, start: int) -> tuple[int, str] | None:
    """The office whose words precede an actor's name: "the foreign minister of |Turkey"; its start and its words."""
    first = max(0, start - 90)
    window = fold(text[first:start])
    best = None
    for at in _word_starts(window):
        found = _patterns()["before"].match(window, at)
        if found:
            best = (first + at, found["office"])
            break
    return best


def _word_starts(window: str) -> list[int]:
    return [found.start() for found in regex.finditer(r"(?<![\w-])\w", window)]


def name_before(text: str, start: int, *, titled: bool = False) -> tuple[int, int] | None:
    """The person's name that ends before ``start``: with a comma, or (``titled``) "Foreign Minister NAME of"."""
    first = max(0, start - 110)
    window = text[first:start]
    found = _patterns()["titled" if titled else "comma name"].search(window)
    return _clean(found, first) if found else None


def _clean(found: regex.Match[str], offset: int) -> tuple[int, int] | None:
    """The span of the name found, without words that are none; ``None`` if too little is left."""
    start, end = found.span("name")
    words = [(one.start(), one.end(), one[0]) for one in regex.finditer(r"[^  ]+", found["name"])]
    while words and (words[0][2].rstrip(".") in _NO_NAME):
        words.pop(0)
    keep = []
    for word in words:
        if word[2].rstrip(".") in _NO_NAME:
            break
        keep.append(word)
    while keep and keep[-1][2].islower():
        keep.pop()
    if not keep or (len(keep) == 1 and (keep[0][2].isupper() or len(keep[0][2]) < 3)):
        return None
    return offset + start + keep[0][0], offset + start + keep[-1][1]


@dataclass(frozen=True, slots=True)
class Group:
    """A group that the article names with its initials."""

    start: int
    end: int
    name: str
    code: str


def groups(text: str) -> tuple[Group, ...]:
    """Groups introduced with their initials, whose name tells that they are one ("... Front (XYF)")."""
    nouns = frozenset(world.words().group_nouns)
    found = []
    for one in _patterns()["group"].finditer(text):
        words = one["name"].split()
        code = one["code"].replace("-", "")
        for skip in range(len(words)):
            tail = words[skip:]
            if tail[0][:1].isupper() and _initials_fit(tail, code):
                break
        else:
            continue
        if any(fold(word).strip("'") in nouns for word in tail):
            start = one.start("name") + one["name"].index(tail[0])
            found.append(Group(start, one.end(), " ".join(tail), code))
    return tuple(found)


def _initials_fit(words: list[str], code: str) -> bool:
    capitals = [word[0].upper() for word in words]
    strong = [word[0] for word in words if word[0].isupper()]
    return "".join(strong) == code or "".join(capitals) == code or (len(code) > 2 and strong[:1] == [code[0]] and len(strong) >= len(code) - 1)
