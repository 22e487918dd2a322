"""Acts of people who stand for no side of a conflict: protesters, analysts, families of the hostages."""

from __future__ import annotations

from functools import cache

from tracker.events.line import ACTOR, PLACE, Line
from tracker.resources.grammar import grammar, words_of

SUBJECT = 6
"""Tokens at the beginning of a sentence among which its subject stands."""


def by_nobody(line: Line, head: int, language: str) -> bool:
    """Whether the verb at token ``head`` tells what such people do ("protesters in Tel Aviv are calling for ...")."""
    i = head - 1
    while i >= 0 and line.tokens[i].word in _helpers(language):
        i -= 1
    while i > 1 and line.tokens[i].word in {ACTOR, PLACE} and line.tokens[i - 1].word in words_of("nobody_where"):
        i -= 2
    if i > 0 and line.tokens[i].word == "," and line.tokens[head].word.endswith("ing"):
        return _begins_with_nobody(line, i, language)
    return i >= 0 and line.tokens[i].word in words_of("nobody", language)


def _begins_with_nobody(line: Line, comma: int, language: str) -> bool:
    """Whether the sentence before the comma is about such people ("Protesters marched, demanding ...")."""
    for token in line.tokens[line.label : min(comma, SUBJECT)]:
        if token.word in words_of("nobody", language):
            return True
        if token.word in {ACTOR, PLACE}:
            return False
    return False


@cache
def _helpers(language: str) -> frozenset[str]:
    """What can stand between a subject and its verb."""
    verbs = grammar(language).verbs
    return frozenset({*verbs.be, *verbs.have, *verbs.adverbs, "who"})
