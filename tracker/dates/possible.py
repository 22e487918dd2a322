"""Whether a form can fit, told from the classes of the words alone: before its expression is made, and much faster.

A pattern is followed from all places of a text at once. A set of places is a whole number, a bit for each place. What
only looks ahead or behind is taken to hold, so that a "no" is sure and a "yes" is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tracker.dates.grammar import expanded
from tracker.dates.lexicon import BREAK, Lexicon
from tracker.errors import ResourceError

Places = Mapping[str, int]
"""The places of each class; under "=" and the code those of words of no class; under "." all, "" all but breaks."""
Walk = Callable[[int, Places], int]
"""From the places at which a part of a pattern can begin to those at which it can end."""


class Way(NamedTuple):
    """A part of a pattern: how it is walked, and what it ``needs`` of a text, keys of ``Places``.

    A pattern can fit if all its needs are there and its walk from all places (``.``) ends anywhere.
    """

    walk: Walk
    needs: frozenset[str]


NOTHING: frozenset[str] = frozenset()
MANY = 99
_PART = re.compile(
    r"\{(?P<not>\^)?(?P<name>\w+)(?::\w+)?\}"
    r"|\((?P<look>\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<often>[?*+]|\{\d+,\d*\})\??|(?P<code>[a-z])|(?P<any>\.)|(?P<odd>.)"
)
_TIMES = {"?": (0, 1), "*": (0, MANY), "+": (1, MANY)}


def places_of(codes: str, lexicon: Lexicon) -> Places:
    """The places of each class in a part of a text."""
    places: dict[str, int] = {"": 0, ".": (1 << len(codes)) - 1}
    for number, code in enumerate(codes):
        for name in lexicon.classes_of(code) or (f"={code}",):
            places[name] = places.get(name, 0) | 1 << number
        if code != BREAK:
            places[""] |= 1 << number
    return places


@cache
def way_of(pattern: str) -> Way:
    """The way through a form's pattern; raises ``ResourceError`` for a sign that the patterns do not have."""
    return _either(_PART.finditer(expanded(pattern)), pattern)


def _either(parts: Iterator[re.Match[str]], pattern: str) -> Way:
    """The way through what stands up to the closing bracket."""
    branches: list[list[Way]] = [[]]
    for part in parts:
        kind, sign = part.lastgroup, part.group()
        if kind == "close":
            break
        if kind == "or":
            branches.append([])
        elif kind == "look":
            _either(parts, pattern)
        elif kind == "open":
            branches[-1].append(_either(parts, pattern))
        elif kind == "often":
            least, _, most = sign.strip("{}?").partition(",") if "," in sign else ("", "", "")
            times = (int(least), int(most or MANY)) if least else _TIMES[sign[0]]
            branches[-1][-1] = _repeated(branches[-1][-1], *times)
        elif kind == "odd":
            raise ResourceError(f'The pattern "{pattern}" has the sign "{sign}", which no pattern may have.')
        else:
            name = part["name"] or (f"={sign}" if kind == "code" else sign)
            branches[-1].append(_but(name) if part["not"] else _one(name))
    ways = [_in_turn(branch) for branch in branches]
    return ways[0] if len(ways) == 1 else _any_of(ways)


def _one(name: str) -> Way:
    return Way(lambda at, places: (at & places.get(name, 0)) << 1, frozenset({name}))


def _but(name: str) -> Way:
    return Way(lambda at, places: (at & places[""] & ~places.get(name, 0)) << 1, NOTHING)


def _in_turn(ways: list[Way]) -> Way:
    walks = tuple(way.walk for way in ways)

    def walk(at: int, places: Places) -> int:
        for one in walks:
            at = one(at, places)
            if not at:
                return 0
        return at

    return ways[0] if len(ways) == 1 else Way(walk, NOTHING.union(*(way.needs for way in ways)))


def _any_of(ways: list[Way]) -> Way:
    walks = tuple(way.walk for way in ways)

    def walk(at: int, places: Places) -> int:
        found = 0
        for one in walks:
            found |= one(at, places)
        return found

    return Way(walk, ways[0].needs.intersection(*(way.needs for way in ways[1:])))


def _repeated(way: Way, least: int, most: int) -> Way:
    one = way.walk

    def walk(at: int, places: Places) -> int:
        for _ in range(least):
            at = one(at, places)
        reached = at
        for _ in range(most - least):
            at = one(at, places)
            if not at & ~reached:
                break
            reached |= at
        return reached

    return Way(walk, way.needs if least else NOTHING)
