"""A text's sentences, each with its offsets, its paragraph and what it is there for."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.models import Sentence
from tracker.text.boundaries import spans
from tracker.text.lines import lines
from tracker.text.roles import line_roles, sentence_roles


def split(text: str, language: str = "en", *, title: str = "") -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order; ``text[s.start:s.end] == s.text`` for each.

    ``language`` is an ISO 639-1 code, empty counts as English. A line equal to ``title`` is a headline wherever it
    stands. Blanks between sentences belong to none.
    """
    return tuple(
        Sentence(index, start, end, text[start:end], paragraph, role)
        for index, (start, end, paragraph, role) in enumerate(_found(text, language or "en", title))
    )


def _found(text: str, language: str, title: str) -> Iterator[tuple[int, int, int, str]]:
    whole = lines(text)
    for line, line_role in zip(whole, line_roles(text, whole, language, title), strict=True):
        words = text[line.start : line.end]
        pieces = spans(words, language)
        roles = sentence_roles([words[start:end] for start, end in pieces], line_role)
        for (start, end), role in zip(pieces, roles, strict=True):
            yield line.start + start, line.start + end, line.paragraph, role
