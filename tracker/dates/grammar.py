"""Patterns of forms: regular expressions over classes of words instead of letters.

``{month}`` is a token of the class month; ``{month:m}`` also names it m; ``%number%`` and its like are the shared pieces in
``PIECES``. Blanks have no meaning. A class that a language lacks matches nothing, so a form whose words a language does not have
is never found in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.dates.lexicon import BREAK, Lexicon, Value
from tracker.dates.tokens import Tokens

PIECES = {
    "number": r"(?:{number}|{digit}|{ordinal})(?:(?:{hyphen}|{and})?(?:{number}|{digit})){0,3}",
    "count": r"(?P<count>(?:{a}?(?:{several}|{few}|{couple}{of}?))|{the}?{number}(?:(?:{hyphen}|{and})?{number}){0,3}|{digit}(?:{number})?)(?P<half>{fraction_half})?",
    "day": r"(?P<day>{n31}|{nth}|{ordinal})",
    "year": r"(?P<year>{year4})(?P<era>{ad}|{bc})?",
    "month": r"(?P<month>{month})(?:(?<={short}){dot})?",
    "part": r"(?:{the}?(?P<part>{part})(?:{hyphen}|{of}{the}?)?(?:{the})?)",
    "weekday": r"(?P<weekday>{weekday})(?:(?<={short}){dot})?",
}
_CLASS = re.compile(r"\{(?:\^)?(\w+)(?::(\w+))?\}(?!\})")
_PIECE = re.compile(r"%(\w+)%")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a pattern fits: tokens ``first`` to ``last`` (exclusive) and the named groups."""

    tokens: Tokens
    match: re.Match[str]
    first: int
    last: int

    def has(self, group: str) -> bool:
        """True if the group took part."""
        return self.match.re.groupindex.get(group) is not None and self.match.start(group) >= 0

    def index(self, group: str) -> int:
        """Number of the group's first token."""
        return self.match.start(group)

    def value(self, group: str, name: str) -> Value | None:
        """Value of the group's first token in the class ``name``; nothing if it is not of that class or not there."""
        if not self.has(group):
            return None
        return self.tokens.values[self.match.start(group)].get(name)

    def word(self, group: str) -> str:
        """The group's tokens as folded words; empty if it took no part."""
        if not self.has(group):
            return ""
        start, end = self.match.span(group)
        return " ".join(self.tokens.words[start:end])

    def text(self) -> str:
        """The whole place as written."""
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.last - 1]]


def compile_pattern(pattern: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern as an expression over the lexicon's codes."""
    expanded = pattern
    for _ in range(3):
        expanded = _PIECE.sub(lambda piece: PIECES[piece.group(1)], expanded)

    def character(found: re.Match[str]) -> str:
        codes = lexicon.codes_of(found.group(1))
        if "^" in found.group():
            body = f"[^{BREAK}{codes}]"
        else:
            body = f"[{codes}]" if codes else "(?!)"
        return f"(?P<{found.group(2)}>{body})" if found.group(2) else f"(?:{body})"

    return re.compile(_CLASS.sub(character, "".join(expanded.split())))
