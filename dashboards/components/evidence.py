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
    """The stretch of the article around its evidence ``marks``, a little before and after, cut between words."""
    evidence = [one for one in marks if one.kind == "evidence"]
    if not evidence:
        return []
    text = article.text
    first, last = min(one.start for one in evidence), max(one.end for one in evidence)
    start, end = max(0, first - CONTEXT), min(len(text), last + CONTEXT)
    if start > 0:
        blank = re.compile(r"\s").search(text, start)
        start = min(blank.end(), first) if blank else first
    if end < len(text):
        end = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end), last)
    shown = marked_text(text, marks, start=start, end=end)
    before = [html.Span("… ", className="article-cut", **attributes(aria_hidden="true"))] if start > 0 else []
    after = [html.Span(" …", className="article-cut", **attributes(aria_hidden="true"))] if end < len(text) else []
    if shown:
        shown[0].children = [*before, *shown[0].children]
        shown[-1].children = [*shown[-1].children, *after]
    return shown
