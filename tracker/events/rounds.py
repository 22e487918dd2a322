"""Which round of a series: "the third round of talks", "the 7th Abuja talks", "its second prisoner swap"."""

from __future__ import annotations

import re

from tracker.events.candidate import Candidate
from tracker.events.line import Line
from tracker.resources.grammar import grammar, words_of

DIGIT = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
REACH = 5


def round_of(candidate: Candidate, line: Line) -> int | None:
    """The number that an ordinal gives the candidate's round or exchange, if its words count it."""
    for i in range(max(0, candidate.first - REACH), min(len(line.tokens), candidate.last + REACH)):
        value = ordinal(line.tokens[i].word, line, i)
        if value is None:
            continue
        behind = [token.word for token in line.tokens[i + 1 : i + 1 + REACH]]
        named = next((word for word in behind if word in words_of("rounds_counted")), "")
        if named in words_of("rounds_from_one") or (value > 1 and named in words_of("rounds_from_two")):
            return value
    return None


def ordinal(word: str, line: Line, i: int) -> int | None:
    """The value of an ordinal in words or digits, a split one ("7 th") included."""
    if word in grammar().ordinals:
        return grammar().ordinals.index(word) + 1
    match = DIGIT.fullmatch(word)
    if match:
        return int(match.group(1))
    following = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    return int(word) if word.isdigit() and following in words_of("rounds_endings") else None
