"""Whether the clause around an expression tells the past or the future: by lists and endings of the language file."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.dates.lexicon import BREAK
from tracker.dates.tokens import Tokens
from tracker.resources.language import Tenses

_STOPS = frozenset("!?;")
_CLAUSE = frozenset(",()[]\"'“”`:")
"""Signs after which another clause may speak: a verb behind them tells nothing if one stands before the expression."""
REACH = 14
"""Words looked at on either side."""
AUXILIARY_REACH = 3
"""Words before a participle among which its auxiliary stands ("will not be held")."""
ARTICLE_REACH = 5
"""Words before a noun among which its article stands ("a new UN-backed plan")."""


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """True if a sentence or paragraph ends with the token at ``index``; the dots of abbreviations end none."""
    if tokens.codes[index] == BREAK or tokens.words[index] in _STOPS:
        return True
    if tokens.words[index] != ".":
        return False
    if index + 1 >= len(tokens.words):
        return True
    if tokens.glued(index + 1) or (index and "short" in tokens.values[index - 1]):
        return False
    alone = index > 0 and tokens.ends[index - 1] - tokens.starts[index - 1] == 1 and tokens.written(index - 1).isupper()
    return not alone and not tokens.text[tokens.starts[index + 1]].islower()


def leads(tokens: Tokens, first: int) -> bool:
    """True if the token ``first`` stands at the head of its sentence, with at most two words before it."""
    return any(index < 0 or ends_sentence(tokens, index) for index in range(first - 1, first - 4, -1))


def _is_said_to_be(tokens: Tokens, first: int) -> bool:
    """True for a thing that "is" (on) a day: news tells a timetable in the present tense."""
    index = first - 1
    if index > 0 and "on" in tokens.values[index]:
        index -= 1
    return index > 0 and "copula" in tokens.values[index]


def _begins_clause(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] in _CLAUSE or "and" in tokens.values[index]


class TenseReader:
    """Reads tenses by one language's words."""

    def __init__(self, tenses: Tenses) -> None:
        self._past = frozenset(tenses.past)
        self._future = frozenset(tenses.future)
        self._intent = frozenset(tenses.intent)
        self._intent_nouns, self._intent_owners = frozenset(tenses.intent_nouns), frozenset(tenses.intent_owners)
        self._purpose = frozenset(tenses.purpose)
        self._auxiliary = frozenset(tenses.auxiliary)
        self._possessive = frozenset(tenses.possessive)
        self._resolve = frozenset(tenses.resolve)
        self._timetable = frozenset(tenses.timetable)
        self._progressive = tuple(tenses.progressive_endings)
        self._stative = frozenset(tenses.stative)
        self._endings = tuple(tenses.past_endings)
        self._not_past = frozenset(tenses.not_past)

    def at(self, tokens: Tokens, first: int, last: int) -> int:
        """-1 past, 1 future, 0 not told, for the tokens ``first`` to ``last`` (exclusive): the nearest verb's."""
        if last < len(tokens.words) and tokens.words[last] in self._possessive:
            return -1
        if first and "future_cue" in tokens.values[first - 1] and not leads(tokens, first):
            return 1
        if _is_said_to_be(tokens, first):
            return 1
        before = self._nearest(tokens, range(first - 1, max(-1, first - 1 - REACH), -1), back=True)
        after = self._nearest(
            tokens, range(last, min(len(tokens.words), last + REACH)), back=False, clause=before is not None
        )
        if before is None or after is None:
            return before[1] if before else after[1] if after else 0
        return before[1] if before[0] <= after[0] + 1 else after[1]

    def _nearest(
        self, tokens: Tokens, places: Sequence[int], *, back: bool, clause: bool = False
    ) -> tuple[int, int] | None:
        for distance, index in enumerate(places):
            if ends_sentence(tokens, index) or (clause and _begins_clause(tokens, index)):
                return None
            tense = self._presently(tokens, index, distance if back else REACH)
            if tense is None:
                tense = self._tense(tokens, index, back)
            if tense:
                return distance, tense
        return None

    def _presently(self, tokens: Tokens, index: int, distance: int) -> int | None:
        """1 for a timetable told in the present right before a date ("is heard in May", "are meeting on Friday", "they
        meet Monday"); nothing of other words.
        """
        word = tokens.words[index]
        if distance > 1 or not index:
            return None
        if "copula" in tokens.values[index - 1]:
            told = self._is_past(word) or word.endswith(self._progressive)
            return 1 if told and word not in self._stative else None
        before = tokens.words[max(0, index - AUXILIARY_REACH) : index]
        return 1 if word in self._timetable and not any(self._is_past(one) for one in before) else None

    def _is_past(self, word: str) -> bool:
        return word in self._past or (len(word) > 4 and word.endswith(self._endings) and word not in self._not_past)

    def _tense(self, tokens: Tokens, index: int, back: bool) -> int:
        word = tokens.words[index]
        if "month" in tokens.values[index]:
            return 0
        meant = back and word in self._intent and not self._is_noun(tokens, index)
        if word in self._future or meant or self._aims(tokens, index, back):
            return 1
        if not self._is_past(word):
            return 0
        if not back and self._intent & set(tokens.words[index + 1 : index + AUXILIARY_REACH]):
            return 1
        for earlier in range(index - 1, max(-1, index - 1 - AUXILIARY_REACH), -1):
            if ends_sentence(tokens, earlier):
                break
            if tokens.words[earlier] in self._auxiliary and "month" not in tokens.values[earlier]:
                return 1
        return -1

    def _is_noun(self, tokens: Tokens, index: int) -> bool:
        """True for "the plans", "its hopes", "a peace plan", "voiced hope", told without what is to be done."""
        after = tokens.values[index + 1] if index + 1 < len(tokens.values) else {}
        further = tokens.values[index + 2] if index + 2 < len(tokens.values) else {}
        if "of" in after or ("to" in after and not {"the", "a", "possessive"} & further.keys()):
            return False
        if tokens.words[index] not in self._intent_nouns or "for" in tokens.words[index + 1 : index + 2]:
            return index > 0 and bool({"the", "possessive"} & tokens.values[index - 1].keys())
        for earlier in range(index - 1, max(-1, index - 1 - ARTICLE_REACH), -1):
            owned = tokens.words[earlier] in self._intent_owners
            if owned or {"the", "a", "possessive"} & tokens.values[earlier].keys():
                return True
            if ends_sentence(tokens, earlier):
                return False
            if self._is_past(tokens.words[earlier]) and tokens.words[earlier - 1] != "-":
                return earlier == index - 1
        return False

    def _aims(self, tokens: Tokens, index: int, back: bool) -> bool:
        """True if the word says what somebody means to do: "plans to meet", but not "the plan to meet"; a resolve
        ("decided to admit") looks forward only to what follows it.
        """
        aims = tokens.words[index] in self._purpose or (back and tokens.words[index] in self._resolve)
        if not aims or index + 1 >= len(tokens.words) or not index:
            return False
        before = tokens.values[index - 1]
        return "to" in tokens.values[index + 1] and not ({"the", "a", "possessive"} & before.keys())
