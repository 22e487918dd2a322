"""Matches whose words do not belong together: subject, verb and object that are others' in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tracker.events.clauses import participles, verb_forms, verb_like
from tracker.events.line import TIME, Line
from tracker.events.patterns import Pattern
from tracker.events.voices import behind_participle
from tracker.resources.grammar import grammar, words_of

AGENT_REACH = 7


class Span(NamedTuple):
    """The tokens of a match: its first, its head, and the one behind its last."""

    first: int
    head: int
    last: int


def misread(line: Line, pattern: Pattern, span: Span, numbers: Sequence[int]) -> bool:
    """Whether a match of a verb only looks like one; ``numbers`` are the tokens among which it was found."""
    whole = len(numbers) == len(line.tokens)
    return (
        _is_auxiliary(line, span.head)
        or _is_name(line, span.head)
        or _is_name_of_act(line, span.head)
        or _crosses(line, span, pattern, numbers)
        or (whole and _tells_content(line, span))
        or (pattern.has_subject and _is_governed(line, span))
        or (pattern.text.endswith(behind_participle()) and not _is_participle(line.tokens[span.head].word))
    )


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in participles()


def _is_auxiliary(line: Line, head: int) -> bool:
    """Whether a form of "have" only helps the verb behind it: "has offered to host talks" has no talks."""
    if line.tokens[head].word not in grammar().verbs.have:
        return False
    behind = (token.word for token in line.tokens[head + 1 :])
    following = next((word for word in behind if word not in grammar().verbs.adverbs and word[-2:] != "ly"), "")
    return following.endswith("ed") or following in participles() or following == "been"


def _is_name(line: Line, head: int) -> bool:
    """Whether a word in capitals within a sentence is part of a name ("Royal Dutch Shell"), and no verb."""
    if head == 0 or not line.tokens[head].text[:1].isupper() or not line.tokens[head - 1].text[:1].isalpha():
        return False
    small = sum(token.text[:1].islower() for token in line.tokens)
    return 2 * small > sum(token.text[:1].isalpha() for token in line.tokens)


def _is_name_of_act(line: Line, head: int) -> bool:
    """Whether a word is a noun where it could be a verb: "the immediate release of all hostages"."""
    before = line.tokens[head - 1].word if head else ""
    following = line.tokens[head + 1].word if head + 1 < len(line.tokens) else ""
    described = before in words_of("misread_articles") or before.endswith(("al", "ate", "ful"))
    return described and following == "of"


def _tells_content(line: Line, span: Span) -> bool:
    """Whether a verb only tells what a paper says: "seeks changes to a draft that accepts some of the demands"."""
    i = span.head - 1
    while i > 1 and line.tokens[i].word in _helpers():
        i -= 1
    told = (
        i > 0
        and line.tokens[i].word in words_of("misread_telling")
        and line.tokens[i - 1].word in words_of("misread_papers")
    )
    return told and span.first != i - 1


@cache
def _helpers() -> frozenset[str]:
    """What can stand between a relative pronoun and its verb."""
    verbs = grammar().verbs
    return frozenset({*verbs.be, *verbs.have, *verbs.do, *verbs.conditional, *verbs.future, *verbs.adverbs})


def _crosses(line: Line, span: Span, pattern: Pattern, numbers: Sequence[int]) -> bool:
    """Whether what a pattern takes for its verb's object stands in another clause: "said yesterday that a truce"."""
    words = [line.tokens[i].word for i in numbers if span.head < i < span.last - 1]
    dated = {word for word, *behind in zip(words, words[1:], words[2:], strict=False) if TIME in behind}
    between = words_of("misread_closing") & set(words) - dated
    return bool(between - set(pattern.text.replace("|", " ").split())) or _goes_on(words, pattern)


def _goes_on(words: Sequence[str], pattern: Pattern) -> bool:
    """Whether another verb of the same subject stands between: "halt their advance and agree to talks"."""
    if "and" in pattern.elements:
        return False
    return any(first == "and" and second in _governors(pattern.language) for first, second in pairwise(words))


@cache
def _governors(language: str) -> frozenset[str]:
    """The forms of the verbs that govern an infinitive, as a word behind "and" shows that another act follows."""
    verbs = grammar(language).verbs
    chosen = tuple(one for one in (*verbs.planned, *verbs.real, *verbs.unreal) if one.startswith("<"))
    return verb_forms(chosen, language)


def _is_governed(line: Line, span: Span) -> bool:
    """Whether the noun taken for the verb's subject hangs on a preposition ("marches for a truce began"), or the verb
    stands in a clause of its own ("no aid has come since the war resumed").
    """
    words = [token.word for token in line.tokens[span.first + 1 : span.head]]
    before = [token.word for token in line.tokens[: span.first]]
    if words == ["and"] and any(verb_like(word, "en") for word in before):
        return True
    between = {word for i, word in enumerate(words) if words[i + 1 : i + 2] != [TIME]}
    if between & words_of("misread_parting"):
        return True
    if between & words_of("misread_relative") or (span.head == span.first + 1 and _has_agent(line, span.head)):
        return False
    i = span.first - 1
    while i >= 0 and line.tokens[i].word in words_of("mood_loose"):
        i -= 1
    if i > 0 and line.tokens[i].word.endswith("ing"):  # "talks on prolonging the truce have begun"
        i -= 1
    return i >= 0 and line.tokens[i].word in words_of("misread_governing")


def _has_agent(line: Line, head: int) -> bool:
    """Whether a participle says by whom: "talks stalled over sanctions imposed on both by the Union"."""
    following = [token.word for token in line.tokens[head + 1 : head + AGENT_REACH]]
    return line.tokens[head].word.endswith(("ed", "en")) and "by" in following
