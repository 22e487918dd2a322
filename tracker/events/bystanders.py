"""Speakers who stand for no actor: a resident, an analyst, somebody's neighbour; and "the diplomat" told of before."""

from __future__ import annotations

from functools import cache

from tracker.events.clauses import is_past
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.models import ActorMention
from tracker.resources.grammar import grammar, words_of

REACH = 8
"""Words of a noun and what describes it ("a retired Indian diplomat")."""
LINES = 8
"""Lines before "the diplomat" among which "a diplomat" stands."""


def bystander(line: Line, first: int, language: str) -> bool:
    """Whether the noun that begins at ``first`` names somebody who speaks for nobody: of no office, or out of it ("a
    shopkeeper in the capital", "a retired Indian diplomat").
    """
    words = _described(line, first, language)
    if len(words) < 2 or words[0] not in words_of("bystanders_articles"):
        return False
    if not words_of("bystanders_retired").isdisjoint(words):
        return True
    named = any(isinstance(token.mention, ActorMention) for token in line.tokens[first : first + len(words)])
    return not named and _holders(language).isdisjoint(words)


def _described(line: Line, first: int, language: str) -> list[str]:
    """The words of the noun that begins at ``first``, up to what only hangs on it."""
    ends = words_of("bystanders_ends", language)
    words = [token.word for token in line.tokens[first : first + REACH]]
    last = next((n for n, word in enumerate(words) if word in ends or _acts(words, n, language)), None)
    return words[:last]


def _acts(words: list[str], n: int, language: str) -> bool:
    """Whether a verb begins behind the noun ("a diplomat saw")."""
    return n > 1 and is_past(words[n], language)


@cache
def _holders(language: str) -> frozenset[str]:
    """Words of those who hold an office, and of papers and bodies that speak."""
    known = grammar(language)
    named = {word for one in (*known.classes["official"], *known.speech.nouns) for word in one.split()}
    return frozenset(named | words_of("bystanders_holders") | words_of("attribution_utterances"))


def unnamed_many(line: Line, verb: int) -> bool:
    """Whether people whom nobody names say it: "some say", "many believe"."""
    return verb > 0 and line.tokens[verb - 1].word in words_of("bystanders_many")


def introduces(line: Line) -> bool:
    """Whether a line that names no actor is about a person by name or age: "Mrs Smith, 61, was asked"."""
    words = [token.word for token in line.tokens]
    titled = any(word in words_of("bystanders_titles") for word in words)
    aged = any(word.endswith("-year-old") for word in words)
    return titled or aged or any(_is_age(words, i) for i in range(2, len(words) - 1))


def _is_age(words: list[str], i: int) -> bool:
    return words[i].isdigit() and len(words[i]) == 2 and words[i - 1] == words[i + 1] == ","


def told_before(reading: Reading, number: int, office: str) -> tuple[bool, ActorMention | None]:
    """Whether a line shortly before tells of "a diplomat" to whom "the diplomat" leads back, and for whom he speaks."""
    for line in reversed(reading.lines[max(0, number - LINES) : number]):
        for i, token in enumerate(line.tokens):
            if token.word in words_of("bystanders_articles"):
                several = line.tokens[i : i + len(_described(line, i, reading.language))]
                named = [one.mention for one in several if isinstance(one.mention, ActorMention)]
                held = next((one for one in named if one.text.lower().endswith(f" {office}")), None)
                if held or several[-1].word == office:
                    return True, held or next(iter(named), None)
    return False, None
