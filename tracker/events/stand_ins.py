"""What "it" stands for, so that patterns read the noun: "they signed it on Monday", "it collapsed within hours".

The noun is the last of the sentence, or of the sentence before, that names a deal, a truce or an offer.
"""

from __future__ import annotations

from functools import cache

from tracker.events.clauses import verb_forms, verb_like
from tracker.events.line import TIME, Line
from tracker.events.reading import Reading
from tracker.events.skeleton import View
from tracker.events.steps import Words
from tracker.resources.grammar import grammar, words_of

BEFORE = 1
"""Sentences before its own in which the noun is sought."""
BEFORE_TERMS = 3
"""The same where a text tells one after the other what a deal provides for."""


def read_for(reading: Reading, number: int) -> tuple[View, ...]:
    """The line of that number with nouns for its pronouns; nothing if it has none that stands for such a noun."""
    line = reading.lines[number]
    if line.words.isdisjoint(words_of("stand_ins_pronouns")):
        return ()
    words = _words(line)
    found = {
        i: noun
        for i, word in enumerate(words)
        if word in words_of("stand_ins_pronouns")
        and (_is_subject(words, i, reading.language) or _is_object(words, i, reading.language))
        and (noun := _meant(reading, number, i))
    }
    if not found:
        return ()
    return (View(Words(found.get(i, word) for i, word in enumerate(words)), range(len(words))),)


def _meant(reading: Reading, number: int, i: int) -> str:
    """The noun for which the pronoun at token ``i`` stands; empty if none is near."""
    nouns = _nouns(reading.language)
    words = _words(reading.lines[number])
    here, following = words[:i], words[i + 1 : i + 3]
    reach = BEFORE if _provisions(reading.language).isdisjoint(following) else BEFORE_TERMS
    before = [_words(reading.lines[n]) for n in range(number - 1, max(-1, number - 1 - reach), -1)]
    for words in (here, *before):
        named = [word for word in words if word in nouns]
        if named:
            return named[-1]
    return ""


def _words(line: Line) -> list[str]:
    return [token.word for token in line.tokens]


@cache
def _nouns(language: str) -> frozenset[str]:
    """The single words that name what is signed, broken, refused or held."""
    classes = grammar(language).classes
    chosen = {*classes["deal"], *classes["truce"], *classes["offer"]} - words_of("stand_ins_never")
    return frozenset(word for word in chosen if " " not in word and "<" not in word)


def _is_subject(words: list[str], i: int, language: str) -> bool:
    """Whether a pronoun is what an act befalls or what comes and goes: "it was signed", "it collapsed on Monday"."""
    behind = words[i + 1 :]
    at = next((n for n, word in enumerate(behind) if not _helps(word, language)), len(behind))
    verb, further = behind[at : at + 1], behind[at + 1 : at + 2]
    if not verb or not further or verb[0] in verb_forms(grammar(language).speech.say, language):
        return False
    if words_of("stand_ins_empty") & set(behind[at : at + 4]):
        return False
    if verb[0] in _provisions(language):
        return True
    passive = at > 0 and behind[at - 1] in grammar(language).verbs.be
    alone = further[0] == TIME or further[0] in words_of("stand_ins_alone")
    return (passive and verb[0] in words_of("stand_ins_gone")) or (verb_like(verb[0], language) and (passive or alone))


def _helps(word: str, language: str) -> bool:
    """Whether a word only helps the verb behind it."""
    return word in _helpers(language) or word.endswith("ly")


def _provisions(language: str) -> frozenset[str]:
    """How a deal provides for something: "it obliges both to pull back"."""
    return verb_forms(grammar(language).classes["stipulate"], language)


@cache
def _helpers(language: str) -> frozenset[str]:
    verbs = grammar(language).verbs
    return frozenset((*verbs.be, *verbs.have, *verbs.future, *verbs.adverbs, *verbs.conditional))


def _is_object(words: list[str], i: int, language: str) -> bool:
    """Whether a pronoun stands behind its verb, and no other begins with it: "rejected it on Monday"."""
    behind = words[i + 1] if i + 1 < len(words) else "."
    before = words[i - 1] if i else ""
    if not verb_like(before, language) or before in verb_forms(grammar(language).speech.say, language):
        return False
    return (
        behind == TIME or not (behind[:1].isalpha() or behind.startswith("§")) or behind in words_of("stand_ins_alone")
    )
