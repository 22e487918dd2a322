"""Lists of who makes up a plural: "four leaders – the presidents of A, B and C – came", "three powers (A, B and C)"."""

from __future__ import annotations

from functools import lru_cache

from tracker.events.clauses import finite
from tracker.events.line import KEPT, Line
from tracker.events.skeleton import PAIRS
from tracker.resources.grammar import words_of

LONGEST = 40
DESCRIBED = 4
"""Words of a plural before its list that only describe it ("three other West African leaders")."""


@lru_cache(maxsize=KEPT)
def lists(line: Line) -> tuple[tuple[int, int], ...]:
    """The tokens, first and last, of the signs around each list: two actors or more behind a plural, and no verb."""
    if line.words.isdisjoint(PAIRS):
        return ()
    found: list[tuple[int, int]] = []
    words = [token.word for token in line.tokens]
    i = 0
    while i < len(words):
        closing = PAIRS.get(words[i])
        end = words.index(closing, i + 1) if closing and closing in words[i + 1 : i + LONGEST] else 0
        if end and _is_plural(line, i - 1) and _only_names(line, i + 1, end):
            found.append((i, end))
        i = max(i, end) + 1
    return tuple(found)


def in_lists(line: Line) -> set[int]:
    """The tokens of all lists, with the signs around them."""
    return {i for first, last in lists(line) for i in range(first, last + 1)}


def opening(line: Line, at: int) -> int:
    """Where the list begins in which the token stands; the token itself if it stands in none."""
    return next((first for first, last in lists(line) if first <= at <= last), at)


def described(line: Line) -> set[int]:
    """The tokens before each list that only describe the plural ("African" in "two African leaders (A and B)")."""
    return {i for first, _ in lists(line) for i in range(max(0, first - DESCRIBED), first)}


def _is_plural(line: Line, i: int) -> bool:
    """Whether a common noun in the plural stands there, alone or at the end of a name ("European powers")."""
    last = line.tokens[max(i, 0)].text.split()[-1]
    return last.isalpha() and last.islower() and last.endswith("s")


def _only_names(line: Line, first: int, last: int) -> bool:
    words = {token.word for token in line.tokens[first:last]}
    if len(line.actors(first, last)) < 2 or line.tokens[first].word in words_of("bind_aside"):
        return False
    return words.isdisjoint(finite("en")) and "and" in words
