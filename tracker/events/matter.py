"""Nouns that only name what is spoken of: "the importance of a truce", "the question of the release of prisoners"."""

from __future__ import annotations

from functools import cache

from tracker.events.clauses import Clause, verb_like
from tracker.events.line import TIME, Line
from tracker.resources.grammar import grammar, words_of

REACH = 12
"""Words before a noun among which stands what makes it a matter."""
SAID_REACH = 4
"""Words behind "is" or "was" among which stands what it says."""
INDEFINITE_REACH = 4
"""Words before a noun among which its "a" stands."""
COUNT_REACH = 5
"""Words behind a noun among which a number or a day shows that it came about."""


def only_a_matter(line: Line, head: int, clause: Clause, language: str = "en") -> bool:
    """Whether the noun at token ``head`` names a matter, need or duty, and nothing that came about."""
    if _came_about(line, head, language):
        return False
    words = [token.word for token in line.tokens[clause.first : head]]
    return not words_of("matter_agenda").isdisjoint(words) or _of_a_matter(words) or _is_the_matter(words)


def _came_about(line: Line, head: int, language: str) -> bool:
    """Whether a number or a day stands beside the noun ("the release of 12 hostages", "Monday's exchange")."""
    near = [token.word for token in line.tokens[max(0, head - 2) : head + COUNT_REACH]]
    counted = {*grammar(language).numbers, TIME}
    return any(word in counted or word[:1].isdigit() for word in near)


def _of_a_matter(words: list[str]) -> bool:
    """Whether a preposition hangs the noun on a matter ("the need for a lasting truce", "with regard to the swap")."""
    near = words[-REACH:]
    for i in range(len(near) - 1, 0, -1):
        aside = near[i] == "," and words_of("matter_including").isdisjoint(near[i + 1 : i + 2])
        if aside or verb_like(near[i], "en"):
            return False
        if near[i] in words_of("matter_prepositions") and near[i - 1] in words_of("matter_nouns"):
            return True
    return False


def _is_the_matter(words: list[str]) -> bool:
    """Whether the noun is said to be a matter ("the main obstacle is the exchange of prisoners")."""
    said = [word for word in words[-REACH:] if word not in words_of("mood_loose")][-2:]
    return len(said) > 1 and said[0] in words_of("matter_said") and said[1] in grammar().verbs.be


def is_encounter(line: Line, head: int, language: str) -> bool:
    """Whether the noun at ``head`` is an encounter: "talks", "peace conference"."""
    word, following = line.tokens[head].word, [token.word for token in line.tokens[head + 1 : head + 2]]
    return not {word, " ".join([word, *following])}.isdisjoint(_encounters(language))


def is_occasion(line: Line, head: int, language: str) -> bool:
    """Whether an encounter is only where something else is said or done, and so did come about: "in a call with A on
    Monday he hoped that", "during the talks B said it could sign".
    """
    if not is_encounter(line, head, language):
        return False
    for i in range(head - 1, max(-1, head - COUNT_REACH), -1):
        word = line.tokens[i].word
        if word in words_of("matter_occasion"):
            return True
        if (not word.isalpha() and "-" not in word) or word in words_of("attribution_prepositions"):
            return False
    return False


@cache
def _encounters(language: str) -> frozenset[str]:
    return frozenset({*grammar(language).classes["encounter"], *grammar(language).classes["talks"]})


def comes_to_nothing(line: Line, head: int, clause: Clause, awaited: bool, language: str = "en") -> bool:
    """Whether the verb behind a noun says that it has not come about ("the signing of the accord is far off", "a
    breach of the truce was avoided"), or, if ``awaited`` matters, that it is yet to come ("a deal is within reach").
    """
    said = _said_of(line, head, clause, language)
    if not words_of("matter_unreal").isdisjoint(said):
        return True
    before = {token.word for token in line.tokens[max(clause.first, head - INDEFINITE_REACH) : head]}
    indefinite = not words_of("described_indefinite").isdisjoint(before)
    return awaited and indefinite and not words_of("matter_awaited").isdisjoint(said[:2])


def _said_of(line: Line, head: int, clause: Clause, language: str) -> list[str]:
    """The words behind the "is" or "was" whose subject the noun is; none if another verb stands between."""
    words = [token.word for token in line.tokens[head + 1 : clause.last]]
    be = next((i for i, word in enumerate(words[:REACH]) if word in grammar(language).verbs.be), -1)
    between = {word for word in words[: max(be, 0)] if verb_like(word, language)} | ({","} & set(words[: max(be, 0)]))
    said = [word for word in words[be + 1 : be + 1 + SAID_REACH] if word not in grammar(language).verbs.be]
    return said if be >= 0 and not between else []
