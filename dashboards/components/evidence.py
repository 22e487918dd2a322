"""An article's text with what was found in it marked: evidence, dates. Always as text, never as HTML.

Marks are ``<mark>`` elements of the page; what they belong to stands in ``data-events``, so that a script can light up
the sentences of the proposal under the pointer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from dash import html

from dashboards.components.attributes import attributes
from tracker.models import Article, Evidence

Kind = Literal["evidence", "date"]
CONTEXT = 240
"""Characters of the article shown before and after a quote, widened to whole words."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text to mark; ``events`` are the ids of the events that it belongs to, ``why`` its hover."""

    start: int
    end: int
    kind: Kind
    events: tuple[str, ...] = ()
    why: str = ""


def marked_text(text: str, marks: Iterable[Marked], *, start: int = 0, end: int | None = None) -> list[Any]:
    """``text[start:end]`` as paragraphs with ``marks``, which may overlap and reach over the ends.

    Joined, the paragraphs' text is the text without its blank lines: nothing is added and nothing left out.
    """
    end = len(text) if end is None else end
    known = [one for one in marks if one.start < end and one.end > start and one.start < one.end]
    return [
        html.P(_pieces(text, first, last, known), className="article-paragraph")
        for first, last in _paragraphs(text, start, end)
    ]


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The offsets of the lines between ``start`` and ``end`` that are not blank."""
    lines = re.compile(r"[^\n]*\S[^\n]*")
    return [found.span() for found in lines.finditer(text, start, end)]


def _pieces(text: str, start: int, end: int, marks: Sequence[Marked]) -> list[Any]:
    """The stretch cut at every edge of a mark; each piece is plain text or one ``<mark>``."""
    here = [one for one in marks if one.start < end and one.end > start]
    edges = {start, end} | {edge for one in here for edge in (one.start, one.end) if start < edge < end}
    cuts = sorted(edges)
    pieces: list[Any] = []
    for first, last in pairwise(cuts):
        over = [one for one in here if one.start <= first and one.end >= last]
        pieces.append(_mark(text[first:last], over) if over else text[first:last])
    return pieces


def _mark(words: str, over: Sequence[Marked]) -> html.Mark:
    kinds = sorted({one.kind for one in over})
    events = list(dict.fromkeys(event for one in over for event in one.events))
    why = "; ".join(dict.fromkeys(one.why for one in over if one.why))
    return html.Mark(
        words,
        className=" ".join(f"mark-{kind}" for kind in kinds),
        title=why or None,
        **attributes(data_events=" ".join(events)),
    )


def evidence_marks(evidence: Iterable[Evidence], text: str, *events: str) -> list[Marked]:
    """Marks for ``evidence``; a sentence that no longer stands at its offsets is looked up in ``text``, or left out."""
    found = []
    for one in evidence:
        start = one.start if text[one.start : one.end] == one.text else text.find(one.text)
        if one.text and start >= 0:
            found.append(Marked(start, start + len(one.text), "evidence", events))
    return found


def date_mark(text: str, words: str, near: Sequence[Marked], why: str, *events: str) -> Marked | None:
    """The mark for the ``words`` that date an event: inside its evidence if they stand there, else the first ones."""
    if not words:
        return None
    for one in near:
        at = text.find(words, one.start, one.end)
        if at >= 0:
            return Marked(at, at + len(words), "date", events, why)
    at = text.find(words)
    return Marked(at, at + len(words), "date", events, why) if at >= 0 else None


def quote_in_context(article: Article, marks: Sequence[Marked]) -> list[Any]:
    """The stretches of the article around its evidence ``marks``, each with a little of its own paragraph before and
    after, cut between words. Sentences far apart are shown as stretches of their own, with an ellipsis between them.
    """
    shown: list[Any] = []
    for start, end in _stretches(article.text, marks):
        part = marked_text(article.text, marks, start=start, end=end)
        if part and start > 0:
            part[0].children = [_cut("… "), *part[0].children]
        if part and end < len(article.text):
            part[-1].children = [*part[-1].children, _cut(" …")]
        shown += part
    return shown


def _cut(sign: str) -> html.Span:
    return html.Span(sign, className="article-cut", **attributes(aria_hidden="true"))


def _stretches(text: str, marks: Sequence[Marked]) -> list[tuple[int, int]]:
    """The offsets of what is shown around the evidence, in the text's order; what touches is one stretch."""
    found: list[tuple[int, int]] = []
    for one in sorted((one for one in marks if one.kind == "evidence"), key=lambda one: one.start):
        start, end = _with_context(text, one)
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _with_context(text: str, mark: Marked) -> tuple[int, int]:
    """The mark with ``CONTEXT`` characters on either side, but no more than its paragraph and whole words."""
    opens = text.rfind("\n", 0, mark.start) + 1
    closes = text.find("\n", mark.end)
    closes = len(text) if closes < 0 else closes
    start, end = max(opens, mark.start - CONTEXT), min(closes, mark.end + CONTEXT)
    if start > opens:
        blank = re.compile(r"\s").search(text, start)
        start = min(blank.end(), mark.start) if blank else mark.start
    if end < closes:
        end = max(text.rfind(" ", 0, end), mark.end)
    return start, end
