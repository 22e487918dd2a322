"""On which day a text put an event: the day told in the sentence that named it."""

from __future__ import annotations

from datetime import date

from tracker.dates.reading import Reading
from tracker.dates.tense import ends_sentence
from tracker.dates.tokens import Tokens

REACH = 40
"""Words on either side of a date that its sentence may have."""
MEMORY = 100
"""Dated sentences looked back over."""


class EventDays:
    """Sentences with one day told, in order; asked for the day of a noun, the last of them that has it answers.

    ``place`` is the token from which it is asked: a sentence has only what stands before it.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._dated: list[tuple[int, date]] = []
        self.place = 0

    def remember(self, first: int, reading: Reading) -> None:
        """Keep a reading that fixes one day."""
        if reading.timex_type == "DATE" and reading.first is not None and reading.first == reading.last:
            self._dated.append((first, reading.first))

    def day_of(self, noun: str) -> date | None:
        """The day of the last dated sentence that has ``noun`` (folded); nothing if none has."""
        for first, day in reversed(self._dated[-MEMORY:]):
            if noun in self._sentence(first):
                return day
        return None

    def _sentence(self, index: int) -> tuple[str, ...]:
        tokens = self._tokens
        first = last = index
        while first > 0 and index - first < REACH and not ends_sentence(tokens, first - 1):
            first -= 1
        while last < len(tokens.words) and last - index < REACH and not ends_sentence(tokens, last):
            last += 1
        return tokens.words[first : min(last, self.place)]
