"""A sentence as the patterns read it: lower-case words, with each actor, place and date as one sign.

``Russia and Ukraine met in Istanbul on Monday.`` becomes `` §A and §A met in §P on §T . ``; the words keep their
offsets, so that what a pattern finds leads back to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tracker.models import ActorMention, PlaceMention, Sentence, TimeExpression
from tracker.resources.grammar import words_of

WORD = re.compile(
    r"[A-Za-z]++(?![\w.'’-])|``|''|['’]s\b|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}-[^\W\d_]+"
    r"|[^\W\d_]+(?:[-.][^\W\d_]+|['’](?!s\b)[^\W\d_]+)*|[^\s\w]|_"
)
"""The plain word first: most are, and it is found without trying the rest."""
CLITIC = re.compile(r"['’]s$")
TRAILING = re.compile(r"(?:\s+[^\W\d_A-Z][\w-]*)+(?:['’]s)?$|['’]s$")
"""The lower-case nouns behind a demonym: they stay words that patterns can read ("Russian" "drones")."""
SPELLED = {"cease-fire": "ceasefire", "cease-fires": "ceasefires", "'s": "'s", "’s": "'s"}
"""Words that patterns read in one spelling."""
LONGEST_LABEL = 12
LABEL_NOUN = 3
"""Words at the end of a label among which its noun stands: "Iraq crisis of 2003"."""
ACTOR, PLACE, TIME = "§A", "§P", "§T"
KEPT = 1024
"""Lines of which a step keeps what it read, for the steps that ask again."""

Mention = ActorMention | PlaceMention | TimeExpression


class Token(NamedTuple):
    """One word or sign of a line; ``mention`` is what it stands for, offsets count the article's characters."""

    start: int
    end: int
    word: str
    text: str
    mention: Mention | None = None


@dataclass(frozen=True, eq=False)
class Line:
    """A sentence, its tokens, and the string that patterns search; ``starts`` are the tokens' places in it.

    A line equals itself only, so that what is read from it can be kept by it.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    encoded: str
    starts: tuple[int, ...]
    words: frozenset[str] = field(default_factory=frozenset)
    label: int = 0
    """Where the sentence begins behind a label ("Ukraine war: "), whose names and dates do nothing in it."""

    def token_at(self, place: int) -> int:
        """The number of the token that begins at or before ``place`` of the encoded string."""
        return max(0, bisect_right(self.starts, place) - 1)

    def token_of(self, start: int) -> int:
        """The number of the token in which the article's character ``start`` lies."""
        return max(0, bisect_right(self.tokens, start, key=lambda token: token.start) - 1)

    def actors(self, first: int = 0, last: int | None = None) -> list[tuple[int, ActorMention]]:
        """The actor mentions among the tokens ``first`` to ``last`` (exclusive), with their token numbers."""
        first, end, _ = slice(max(first, self.label), last).indices(len(self.tokens))
        return [(i, mention) for i, mention in self._actors if first <= i < end]

    @cached_property
    def _actors(self) -> tuple[tuple[int, ActorMention], ...]:
        return tuple((i, one.mention) for i, one in enumerate(self.tokens) if isinstance(one.mention, ActorMention))

    def label_actors(self) -> list[ActorMention]:
        """The actors whom only the label names."""
        return [token.mention for token in self.tokens[: self.label] if isinstance(token.mention, ActorMention)]

    def times(self, first: int = 0, last: int | None = None) -> list[tuple[int, TimeExpression]]:
        """The time expressions among the tokens ``first`` to ``last`` (exclusive), with their token numbers."""
        first = max(first, self.label)
        chosen = enumerate(self.tokens[first:last], first)
        return [(i, token.mention) for i, token in chosen if isinstance(token.mention, TimeExpression)]


def line_of(sentence: Sentence, mentions: Iterable[Mention]) -> Line:
    """``sentence`` with the ``mentions`` that lie in it; where two overlap, the earlier and then the longer stays."""
    inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
    inside.sort(key=lambda m: (m.start, -m.end, not isinstance(m, ActorMention)))
    tokens: list[Token] = []
    place = sentence.start
    for mention in inside:
        if mention.start < place:
            continue
        tokens += _words(sentence, place, mention.start)
        sign = _sign(mention)
        place = mention.end
        clitic = CLITIC.search(mention.text) if sign == ACTOR else None
        end = mention.start + clitic.start() if clitic else mention.end
        if isinstance(mention, ActorMention) and (mention.kind == "demonym" or _is_noun_phrase(mention)):
            end = place = mention.start + _adjective(mention.text)
            clitic = None
        tokens.append(
            Token(
                mention.start, end, sign, sentence.text[mention.start - sentence.start : end - sentence.start], mention
            )
        )
        if clitic:
            tokens.append(Token(end, mention.end, "'s", clitic.group()))
    tokens += _words(sentence, place, sentence.end)
    return _line(sentence, tuple(tokens))


def _is_noun_phrase(mention: ActorMention) -> bool:
    """Whether an office is named by common nouns only ("its negotiators"), which patterns may want to read."""
    return mention.kind == "office" and mention.text[:1].islower() and " " in mention.text


def _adjective(text: str) -> int:
    """How much of a demonym with its noun is the demonym: all up to the nouns in lower case."""
    if text[:1].islower():
        return len(text.split(maxsplit=1)[0])
    trailing = TRAILING.search(text)
    return trailing.start() if trailing and trailing.start() else len(text)


def _line(sentence: Sentence, tokens: tuple[Token, ...]) -> Line:
    starts: list[int] = []
    place = 1
    for token in tokens:
        starts.append(place)
        place += len(token.word) + 1
    encoded = " " + " ".join(token.word for token in tokens) + " "
    words = frozenset(token.word for token in tokens)
    return Line(sentence, tokens, encoded, tuple(starts), words, _label(tokens) if ":" in words else 0)


def _label(tokens: tuple[Token, ...]) -> int:
    """The token behind the colon of a label that names a conflict or its like, without a verb: 0 if there is none."""
    words = [token.word for token in tokens[:LONGEST_LABEL]]
    if ":" not in words:
        return 0
    before = words[: words.index(":")]
    named = not words_of("line_labels").isdisjoint(before[-LABEL_NOUN:])
    return len(before) + 1 if named and words_of("line_no_label").isdisjoint(before) else 0


def _sign(mention: Mention) -> str:
    if isinstance(mention, ActorMention):
        return ACTOR
    return PLACE if isinstance(mention, PlaceMention) else TIME


def _words(sentence: Sentence, first: int, last: int) -> list[Token]:
    found = []
    for match in WORD.finditer(sentence.text, first - sentence.start, last - sentence.start):
        word = match.group()
        lower = word.lower()
        lower = SPELLED.get(lower) or lower.replace("’", "'")
        found.append(Token(sentence.start + match.start(), sentence.start + match.end(), lower, word))
    return found
