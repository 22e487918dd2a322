"""Lines and paragraphs of a text, as spans; a paragraph that was wrapped at a fixed width is one line again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

WIDEST_WRAP = 100
"""Columns; a text with a longer line was not wrapped by hand or by mail (RFC 3676 speaks of 78)."""
NARROWEST_WRAP = 40
"""Columns; shorter lines are lists, verses or headings."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\r\n]*\r|\u2029")
BULLET = re.compile(r"(?:[-–—•*·▪●◦‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")
"""How an entry of a list begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without surrounding blanks; ``paragraph`` counts from 0, ``alone`` if blank lines stand around it."""

    start: int
    end: int
    paragraph: int
    alone: bool


def lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold anything, wrapped ones joined; each line break ends a paragraph."""
    spans = [span for span in _spans(text) if span[0] < span[1]]
    if _is_wrapped(text, spans):
        spans = list(_joined(text, spans))
    return tuple(
        Line(start, end, number, alone=_set_apart(text, spans, number)) for number, (start, end) in enumerate(spans)
    )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match.group()
        yield match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())


def _is_wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the text's lines were filled up to one width: then most breaks stand where the next word did not fit."""
    width = max((end - start for start, end in spans), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    inside = [(a, b) for a, b in pairwise(spans) if not _BLANK.search(text, a[1], b[0])]
    filled = sum(_is_full(text, a, b, width) for a, b in inside)
    return len(inside) >= 2 and filled * 2 > len(inside)


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width - WRAP_SLACK


WRAP_SLACK = 4
"""Columns by which a wrapped line may stay shorter than it could be (hyphens, wide characters)."""


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    width = max(end - start for start, end in spans)
    start, last = spans[0][0], spans[0]
    for span in spans[1:]:
        apart = _BLANK.search(text, last[1], span[0]) or BULLET.match(text, span[0])
        if apart or not _is_full(text, last, span, width):
            yield start, last[1]
            start = span[0]
        last = span
    yield start, last[1]


def _set_apart(text: str, spans: list[tuple[int, int]], number: int) -> bool:
    start, end = spans[number]
    before = number == 0 or _BLANK.search(text, spans[number - 1][1], start)
    after = number == len(spans) - 1 or _BLANK.search(text, end, spans[number + 1][0])
    return bool(before and after)
