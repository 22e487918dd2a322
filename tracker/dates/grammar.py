"""Patterns of forms: regular expressions over classes of words instead of letters.

``{month}`` is a token of the class month; ``{month:m}`` also names it m; ``%number%`` and its like are the shared
pieces in
``PIECES``. Blanks have no meaning. A class that a language lacks matches nothing, so a form whose words a language
does not have is never found in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tracker.dates.lexicon import BREAK, Lexicon, Value
from tracker.dates.tokens import Tokens

PIECES = {
    "many": r"(?:{a}?(?:{several}|{few}|{couple}{of}?)"
    r"|{number}(?:(?:{hyphen}|{and})?{number}){0,3}|{digit}{number}?|{a}{number}|{a})",
    "count": r"(?P<count>%many%)(?P<half>{fraction_half})?",
    "day": r"(?P<day>{n31}|{nth}|{ordinal}|{number}{hyphen}{ordinal})",
    "year": r"(?P<year>{year4})(?:{year_suffix})?(?P<era>{ad}|{bc})?",
    "bc_year": r"(?:%year%|(?P<year>{digit})(?P<era>{bc})|(?P<year>{short_year}))",
    "month": r"(?P<month>{month})(?:(?<={short}){dot})?",
    "weekday": r"(?P<weekday>{weekday})(?:(?<={short}){dot})?",
    "part": r"(?:{the}?(?P<part>{part})(?:{hyphen}|{of}{the}?|{the})?)",
    "that": r"(?:{that}{very}?{same}?|{the}{very}?{same})",
    "to": r"(?:{hyphen}|{to}|{and}|{or}|{slash})",
}
_CLASS = re.compile(r"\{(?:\^)?(\w+)(?::(\w+))?\}(?!\})")
_NAMED = re.compile(r"\(\?P<(\w+)>")
_PIECE = re.compile(r"%(\w+)%")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a pattern fits: tokens ``first`` to ``last`` (exclusive) and the named groups."""

    tokens: Tokens
    match: re.Match[str]
    first: int
    last: int

    @classmethod
    def at(cls, tokens: Tokens, match: re.Match[str]) -> Found:
        """A match's place: the group ``own`` where the pattern names one, for what it needs to see beside its words."""
        found = cls(tokens, match, match.start(), match.end())
        slot = found.slot("own")
        return cls(tokens, match, match.start(slot), match.end(slot)) if slot else found

    def before(self, distance: int = 1) -> dict[str, Value]:
        """Classes of the token so far before the place; none at a text's beginning."""
        index = self.first - distance
        return self.tokens.values[index] if index >= 0 else {}

    def after(self, distance: int = 1) -> dict[str, Value]:
        """Classes of the token so far after the place; none at a text's end."""
        index = self.last + distance - 1
        return self.tokens.values[index] if index < len(self.tokens.values) else {}

    def slot(self, group: str) -> int:
        """Number of the group that took part under this name; 0 if none did."""
        names = self.match.re.groupindex
        number, again = names.get(group, 0), 1
        while number:
            if self.match.start(number) >= 0:
                return number
            again += 1
            number = names.get(f"{group}__{again}", 0)
        return 0

    def has(self, group: str) -> bool:
        """True if the group took part."""
        return self.slot(group) > 0

    def index(self, group: str) -> int:
        """Number of the group's first token."""
        return self.match.start(self.slot(group))

    def value(self, group: str, name: str) -> Value | None:
        """Value of the group's first token in the class ``name``; nothing if it is not of that class or not there."""
        slot = self.slot(group)
        return self.tokens.values[self.match.start(slot)].get(name) if slot else None

    def word(self, group: str) -> str:
        """The group's tokens as folded words; empty if it took no part."""
        slot = self.slot(group)
        if not slot:
            return ""
        start, end = self.match.span(slot)
        return " ".join(self.tokens.words[start:end])

    def text(self) -> str:
        """The whole place as written."""
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.last - 1]]


@cache
def expanded(pattern: str) -> str:
    """The pattern with its shared pieces written out, without blanks."""
    for _ in range(4):
        pattern = _PIECE.sub(lambda piece: PIECES[piece.group(1)], pattern)
    return "".join(pattern.split())


def classes_in(pattern: str) -> frozenset[str]:
    """The classes that a pattern names."""
    return frozenset(found.group(1) for found in _CLASS.finditer(expanded(pattern)))


def compile_pattern(pattern: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern as an expression over the lexicon's codes; a name used again gets a number (``Found.slot``)."""

    def character(found: re.Match[str]) -> str:
        codes = lexicon.codes_of(found.group(1))
        if "^" in found.group():
            body = f"[^{BREAK}{codes}]"
        elif codes:
            body = f"[{codes}]"
        else:
            body = "(?!)"
        return f"(?P<{found.group(2)}>{body})" if found.group(2) else f"(?:{body})"

    times: dict[str, int] = {}

    def renamed(found: re.Match[str]) -> str:
        name = found.group(1)
        times[name] = times.get(name, 0) + 1
        return f"(?P<{name}>" if times[name] == 1 else f"(?P<{name}__{times[name]}>"

    return re.compile(_NAMED.sub(renamed, _CLASS.sub(character, expanded(pattern))))
