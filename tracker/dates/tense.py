"""Whether the clause around an expression tells the past or the future: by lists and endings of the language file."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.dates.lexicon import BREAK
from tracker.dates.tokens import Tokens
from tracker.resources.language import Tenses

_STOPS = frozenset(".!?;\n")
REACH = 14
"""Words looked at on either side."""


class TenseReader:
    """Reads tenses by one language's words."""

    def __init__(self, tenses: Tenses) -> None:
        self._past = frozenset(tenses.past)
        self._future = frozenset(tenses.future)
        self._endings = tuple(tenses.past_endings)
        self._not_past = frozenset(tenses.not_past)

    def at(self, tokens: Tokens, first: int, last: int) -> int:
        """-1 past, 1 future, 0 not told, for the tokens ``first`` to ``last`` (exclusive): the nearest verb's."""
        before = self._nearest(tokens, range(first - 1, max(-1, first - REACH) - 1, -1))
        after = self._nearest(tokens, range(last, min(len(tokens.words), last + REACH)))
        if before is None and after is None:
            return 0
        if after is None or (before is not None and before[0] <= after[0] + 1):
            return before[1] if before else 0
        return after[1]

    def _nearest(self, tokens: Tokens, places: Sequence[int]) -> tuple[int, int] | None:
        for distance, index in enumerate(places):
            word = tokens.words[index]
            if index < 0 or tokens.codes[index] == BREAK or word in _STOPS:
                return None
            tense = self._tense(word)
            if tense:
                return distance, tense
        return None

    def _tense(self, word: str) -> int:
        if word in self._future:
            return 1
        if word in self._past:
            return -1
        if len(word) > 4 and word.endswith(self._endings) and word not in self._not_past:
            return -1
        return 0
