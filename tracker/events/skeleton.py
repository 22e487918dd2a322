"""A sentence without what is only put in: relative clauses, appositions and asides between commas, dashes, brackets.

``Egypt, a close friend of the general, has invited both sides`` reads as ``Egypt has invited both sides``, so that
subject, verb and object stand as near as the patterns seek them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tracker.events.clauses import finite, participles, presents, verb_like
from tracker.events.line import ACTOR, KEPT, PLACE, TIME, Line
from tracker.events.steps import Words
from tracker.resources.grammar import grammar, words_of

LONGEST_CLAUSE = 25
LONGEST_ASIDE = 14
PAIRS = {"(": ")", "--": "--", "–": "–", "—": "—"}


@dataclass(frozen=True, slots=True)
class View:
    """Words of a line as patterns search them; ``numbers`` are those of the line's tokens."""

    words: Words
    numbers: Sequence[int]


@lru_cache(maxsize=KEPT)
def whole(line: Line) -> View:
    """All words of the line."""
    return View(Words(token.word for token in line.tokens), range(len(line.tokens)))


def views(line: Line, language: str) -> tuple[View, ...]:
    """The whole line, and the line without its insertions if it has any."""
    full = whole(line)
    words = full.words.all
    out = inserted(line, language)
    if not out:
        return (full,)
    numbers = tuple(i for i in full.numbers if i not in out)
    return full, View(Words(words[i] for i in numbers), numbers)


@lru_cache(maxsize=KEPT)
def inserted(line: Line, language: str) -> frozenset[int]:
    """The tokens of a line that are only put in, with the signs that set them off."""
    words = [token.word for token in line.tokens]
    opening = _opening()
    out: set[int] = set()
    i = 0
    while i < len(words):
        if words[i] not in opening and not words[i].endswith("ly"):
            i += 1
            continue
        end = _end(words, i, language)
        if end:
            out.update(range(i, end + 1))
            i = end
        elif words[i : i + 1] == [ACTOR] and words[i + 1 : i + 2] == ["-"] and _is_modifier(words, i + 2):
            out.update(range(i, i + 3))  # "fresh UN-brokered talks"
            i += 2
        elif _stands_between(words, i, language):
            out.add(i)
        elif i and _dates(words, i):
            out.update((i, i + 1))
            i += 1
        i += 1
    return frozenset(out)


@cache
def _opening() -> frozenset[str]:
    """The words that can open an insertion or be one, beside the adverbs in -ly: of most words nothing is asked."""
    dates, places = words_of("skeleton_opening_date"), words_of("skeleton_to_place")
    return dates | places | words_of("attribution_quotes") | PAIRS.keys() | {",", ACTOR, PLACE, TIME}


def _stands_between(words: list[str], i: int, language: str) -> bool:
    """Whether a sign of quotation, a date or an adverb stands between words that belong together."""
    quoted = words[i] in words_of("attribution_quotes")
    return (
        quoted
        or _parts_verb(words, i, language)
        or _says_how(words, i, language)
        or _stands_before_participle(words, i, language)
    )


def _stands_before_participle(words: list[str], i: int, language: str) -> bool:
    """Whether an adverb parts a participle from its auxiliary ("was finally let in", "were later flown home")."""
    verbs = grammar(language).verbs
    word, following = words[i], "".join(words[i + 1 : i + 2])
    how = word.endswith("ly") or (word in verbs.adverbs and word not in verbs.negation)
    if not how or not i or words[i - 1] not in (*verbs.be, *verbs.have):
        return False
    return following.endswith("ed") or following in participles(language)


def _says_how(words: list[str], i: int, language: str) -> bool:
    """Whether an adverb stands between a verb and what belongs to it ("spoke separately with", "called again for")."""
    adverb = words[i].endswith("ly") or words[i] in words_of("skeleton_adverbs")
    told = i and adverb and (verb_like(words[i - 1], language) or words[i - 1].endswith("ing"))
    return bool(told) and not words_of("skeleton_behind_adverb").isdisjoint(words[i + 1 : i + 2])


def _dates(words: list[str], i: int) -> bool:
    """Whether a date stands between a verb and what belongs to it ("asked Kenya on Monday for guarantees")."""
    led = words[i] in words_of("skeleton_opening_date") and words[i + 1 : i + 2] == [TIME]
    return led and not words_of("skeleton_behind_date").isdisjoint(words[i + 2 : i + 3])


def _is_modifier(words: list[str], i: int) -> bool:
    """Whether a participle before a noun ends an adjective that a hyphen joins ("brokered" in "UN-brokered talks")."""
    behind = words[i + 1 : i + 2]
    return (
        words[i : i + 1] != [] and words[i] in words_of("skeleton_modifiers") and behind != [] and behind[0].isalpha()
    )


def _is_plural(words: list[str], i: int) -> bool:
    """Whether a present without -s stands behind an insertion ("talks between A and B, its old foe, break down")."""
    told = words[i] in grammar().irregular and words[i] not in words_of("clauses_nouns")
    return told and words[i + 1 : i + 2] != [] and words[i + 1] in words_of("skeleton_behind_verb")


def _parts_verb(words: list[str], i: int, language: str) -> bool:
    """Whether a date stands between a verb and the particle that belongs to it ("agreed on Monday to a truce")."""
    if words[i] == TIME:
        led = i > 1 and words[i - 1] in words_of("skeleton_to_date")
        before = words[i - 2] if led else words[i - 1] if i else ""
        return verb_like(before, language) and not words_of("skeleton_particles").isdisjoint(words[i + 1 : i + 2])
    if words[i] == PLACE and i > 1 and words[i - 1] in words_of("skeleton_to_place"):  # "agreed in Muscat to exchange"
        return words[i - 2] in words_of("skeleton_agree") and words[i + 1 : i + 2] == ["to"]
    if words[i] in words_of("skeleton_to_place") and words[i + 1 : i + 2] == [PLACE]:
        return _parts_verb(words, i + 1, language)
    led = words[i] in words_of("skeleton_opening_date") and words[i + 1 : i + 2] == [TIME]
    return led and _parts_verb(words, i + 1, language)


def _end(words: list[str], i: int, language: str) -> int:
    """The last token of the insertion that the sign at ``i`` opens; 0 if it opens none."""
    closing = PAIRS.get(words[i])
    if closing:
        return words.index(closing, i + 1) if closing in words[i + 1 : i + LONGEST_CLAUSE] else 0
    if words[i] != "," or not i:
        return 0
    led = words[i + 1 : i + 2] and words[i + 1] in words_of("skeleton_before_which")  # ", at which ..."
    behind = words[i + 2 : i + 3] if led else words[i + 1 : i + 2]
    relative = bool(behind) and behind[0] in words_of("features_relative") | words_of("skeleton_whom")
    reach = LONGEST_CLAUSE if relative else LONGEST_ASIDE
    for end in range(i + 2, min(i + reach, len(words) - 1)):
        if words[end] == "," and (
            verb_like(words[end + 1], language) or words[end + 1] in presents(language) or _is_plural(words, end + 1)
        ):
            inside = words[i + 1 : end]
            if "," in inside and inside[0] in words_of("skeleton_whose") and not _tells(inside, language):
                continue  # ", whose president, John Moe, met"
            return end if relative or not any(word in finite(language) for word in inside) else 0
    return 0


def _tells(words: list[str], language: str) -> bool:
    return any(verb_like(word, language) for word in words)
